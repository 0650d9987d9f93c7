// A diary in which everything is there, long and often, for what must hold even then. Written in form 2
// of episodes and form 1 of days, by the app's own golden files.
import { GUIDE } from './records.js';

/** The checksum of a record in the compact form: FNV-1a, folded to 24 bits. */
const checksum = (text) => {
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return ((sum >>> 24) ^ (sum & 0xffffff)) >>> 0;
};

/** A record in the compact form. What is empty at its end is left away. */
export const compact = (version, values) => {
  const isEmpty = (value) => value === 0 || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  const kept = [...values];
  while (kept.length > 1 && isEmpty(kept.at(-1))) kept.pop();
  const body = JSON.stringify(kept).slice(1, -1);
  return `[${version},${checksum(body)},${body}]`;
};

const KINDS = ['rest', 'heat', 'ice', 'stretching', 'medicine', 'physio', 'device', 'movement', 'massage', 'other', 'cupping'];
const SIGNS = ['saddle', 'pee', 'both-legs', 'walk', 'chest', 'torn', 'fever-and', 'unsure'];
const RULES = ['cauda-equina', 'both-legs-any', 'chest', 'unsure'];
const HEALTH = ['aneurysm', 'anticoagulant', 'aspirin', 'cancer', 'heart', 'immunity', 'osteoporosis', 'steroids'];
const DAY = 86_400;

/** The diary, as it is at this time: its records by key, and questions of the person's own. */
export function maximal(time, episodes = 150) {
  const now = Math.floor(new Date(time).getTime() / 1000);
  const wall = (seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', '+00:00');
  const all = {};
  for (let n = 0; n < episodes; n += 1) {
    const start = now - (n + 1) * 11 * 3600;
    const readings = [[1, 60, 5 + (n % 5)], [2, 1500, n % 4]];
    const treatments = KINDS.filter((_, k) => (k * n) % 5 < 3).map((kind, k) => [
      10 + k, (2 + k) * 60, kind, k === 3 ? -1 : (n + k) % 11, null, 0,
      kind === 'medicine' ? `Medicine ${n % 9}, "=1+1", ${'very '.repeat(40)}long` : '',
    ]);
    const triggers = ['lifting', 'twisting', 'sport', 'cold', `=1+1 my own ${n % 13} ${'w'.repeat(40)}`, 'שלום'];
    const notes = n === 3 ? 'A long note. '.repeat(800) : `=SUM(A1) "note" ${n}, <script>document.title='run'</script>`;
    all[`unknot/episode/e${String(n).padStart(5, '0')}`] = compact(2, [
      2, n % 3 ? 1 : 0, start, 60 * (n % 2), n ? (20 + (n % 60)) * 60 : null, 0b111101101011011 >> (n % 4), readings, treatments, triggers, notes,
      0b11111111111111 >> (n % 6), ['sharp', 'dull', 'burning'], ['stiff', 'numb', 'tingling', 'weak', 'headache'], ['work', 'chores', 'walking', 'sleep'],
    ]);
  }
  for (let n = 0; n < 4; n += 1) {
    const started = now - (5 * n + 1) * DAY;
    all[`unknot/checkup/c${n}`] = JSON.stringify({
      v: 3, rev: 3, started: wall(started), finished: wall(started + 600),
      answers: { age: 70, danger: SIGNS, conditions: HEALTH, legs: ['walking'], place: ['low', 'neck'], sex: ['male'], tried: ['heat', 'ice', 'paracetamol'] },
      guide: GUIDE, urgency: 'emergency', rules: RULES,
      flagged: wall(started),
      ...(n % 2 ? { helped: wall(started + 3600), settled: ['cauda-equina', 'chest'] } : {}),
    });
  }
  all['unknot/profile/me'] = JSON.stringify({ v: 1, rev: 4, answers: { age: 70, conditions: HEALTH, sex: ['male'] } });
  for (let n = 0; n < 30; n += 1) {
    all[`unknot/day/${wall(now - n * DAY).slice(0, 10)}`] = compact(1, [
      2, 0, n % 11, ['sitting'], [], n % 11, (3 * n) % 11, (7 * n) % 11, n % 4, [1, 1 + (n % 11), 4], 1000 * n, [`Event ${n}`], [], `day note ${n}`,
    ]);
  }
  all['unknot/questions'] = Array.from({ length: 9 }, (_, n) => `Question ${n} that I want to ask, and that is as long as questions are when one has had them for long, is it not?`).join('\n');
  return all;
}

/** The same as a backup file. */
export const backupOf = (all) => {
  const records = Object.entries(all).filter(([key]) => key !== 'unknot/questions').sort(([a], [b]) => (a < b ? -1 : 1));
  const json = records.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',');
  return `{"unknot":"backup","version":1,"count":${records.length},"records":{${json}}}`;
};
