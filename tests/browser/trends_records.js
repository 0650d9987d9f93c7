// Diaries for Trends: day entries in the form that the app stores, and a whole year of a person.
import { episode } from './records.js';

/** The checksum of a record in the compact form: FNV-1a of 32 bits, folded to 24. */
const checksum = (text) => {
  let sum = 0x811c9dc5;
  for (const byte of Buffer.from(text)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return ((sum >>> 24) ^ (sum & 0xffffff)) >>> 0;
};

/** A day entry, as { key: text }. */
export const day = (date, { noSpasm = false, pain = null, there = [], absent = [], sleep = null, stiffness = null, peg = [], ticked = null, markers = [], sessions = [] } = {}) => {
  const values = [1, Number(noSpasm), pain, there, absent, sleep, stiffness, null, null, peg.map((n) => n + 1), ticked, markers, sessions];
  const body = JSON.stringify(values).slice(1, -1);
  return { [`unknot/day/${date}`]: `[1,${checksum(body)},${body}]` };
};

/** As many episodes in the newest form, with readings and a treatment: one every three hours before a time. */
export const hourly = (count, before = '2026-11-22T12:00:00Z') => Object.fromEntries(Array.from({ length: count }, (_, n) => {
  const start = new Date(before).getTime() / 1000 - (n + 1) * 3 * 3600;
  const values = [1, 1, start, 0, 3000 + 60 * (n % 50), 1 << (n % 15), [[1, 60, 8], [2, 2400, n % 7]], [[3, 600, ['heat', 'ice', 'rest'][n % 3]]], n % 4 ? [] : ['stress']];
  const body = JSON.stringify(values).slice(1, -1);
  return [`unknot/episode/h${String(n).padStart(6, '0')}`, `[2,${checksum(body)},${body}]`];
}));

/** Random numbers from 0 to below 1, the same at each run. */
const drawing = (seed) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

const KINDS = ['rest', 'heat', 'ice', 'stretching', 'medicine'];
const TRIGGERS = ['sitting', 'lifting', 'stress', 'sleep'];
const PLACES = ['low-left', 'low-right', 'low-centre', 'mid-left', 'neck-right'];

/** So many days of a person before a time, with a spasm on about a third of them: heat helps, stress matters. */
export function person(days, before = '2026-11-22T12:00:00Z') {
  const draw = drawing(7);
  const any = (list) => list[Math.floor(draw() * list.length)];
  const records = {};
  const wall = (time) => new Date(time).toISOString().slice(0, 19) + '+00:00';
  for (let n = days - 1; n >= 0; n -= 1) {
    const noon = new Date(before).getTime() - n * 86_400_000;
    const date = wall(noon).slice(0, 10);
    const there = TRIGGERS.filter(() => draw() < 0.3);
    const hasSpasm = draw() < (there.includes('stress') ? 0.7 : 0.25);
    if (draw() < 0.7) {
      Object.assign(records, day(date, {
        noSpasm: !hasSpasm && draw() < 0.8,
        pain: Math.floor(draw() * 8),
        there,
        absent: TRIGGERS.filter((trigger) => !there.includes(trigger)),
        sleep: draw() < 0.8 ? Math.floor(draw() * 11) : null,
        stiffness: Math.floor(draw() * 11),
        peg: n % 7 === 0 ? [3, 4, 5].map((most) => Math.floor(draw() * most) + (n > days / 2 ? 4 : 1)) : [],
        ticked: n % 14 === 0 ? (n > days / 2 ? 0b111111111111 : 0b111) : null,
        markers: n % 100 === 50 ? ['began physiotherapy'] : [],
        sessions: draw() < 0.3 ? ['pelvic-tilt', 'cat-cow'] : [],
      }));
    }
    if (!hasSpasm) continue;
    const start = noon + Math.floor((draw() - 0.5) * 20) * 3_600_000;
    const worst = 3 + Math.floor(draw() * 8);
    const kind = draw() < 0.7 ? any(KINDS) : null;
    const fall = draw() < (kind === 'heat' ? 0.9 : 0.4) ? 2 : 1;
    records[`unknot/episode/p${n}-aaaa`] = episode({
      start: wall(start),
      end: n === 0 ? undefined : wall(start + 60_000 * (20 + Math.floor(draw() * 200))),
      places: [any(PLACES)],
      nrs: draw() < 0.9 ? [[wall(start + 60_000), worst], [wall(start + 2_400_000), worst - fall]] : [],
      tried: kind ? [{ kind, at: wall(start + 600_000), ...(draw() < 0.6 ? { relief: Math.floor(draw() * 11) } : {}) }] : [],
    });
  }
  return records;
}
