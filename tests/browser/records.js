// Stored records, for tests that need a diary to begin with: episodes in form 1, which the app reads and
// no longer writes; and form 2, read by the names that form 1 had. The app's own golden files decide what
// the forms are.
import { readFileSync } from 'node:fs';

/** The guide's version as it is now. */
export const GUIDE = Number(/VERSION: u16 = (\d+);/.exec(readFileSync(new URL('../../src/guide.rs', import.meta.url), 'utf8'))[1]);

/** The text of an episode that eased. */
export const episode = (fields = {}) => JSON.stringify({
  v: 1,
  rev: 2,
  live: true,
  start: '2026-11-20T07:40:00+00:00',
  end: '2026-11-20T08:32:00+00:00',
  ...fields,
});

/** The text of an episode with everything in it. */
export const fullEpisode = (fields = {}) => episode({
  places: ['neck-left', 'low-centre', 'low-right'],
  nrs: [['2026-11-20T07:41:10+00:00', 7], ['2026-11-20T08:32:00+00:00', 0]],
  tried: [
    { kind: 'heat', at: '2026-11-20T07:50:00+00:00', relief: 7, what: 'Wheat bag' },
    { kind: 'ice', at: '2026-11-20T08:10:00+00:00', relief: -1 },
  ],
  notes: 'After the garden.',
  ...fields,
});

/** The text of a check-up that was finished, during the episode "b". */
export const checkup = (fields = {}) => JSON.stringify({
  v: 1,
  rev: 3,
  started: '2026-11-20T07:45:00+00:00',
  finished: '2026-11-20T07:47:00+00:00',
  episode: 'b',
  answers: { age: 40, danger: ['unsure'] },
  guide: 1,
  urgency: 'urgent',
  rules: ['unsure'],
  ...fields,
});

/** A small diary of every kind of record, by key; one is deleted, one is damaged. */
export const diary = () => ({
  'unknot/checkup/c': checkup(),
  'unknot/episode/a': episode({ start: '2026-11-18T22:10:00+00:00', end: '2026-11-18T23:00:00+00:00', notes: 'קצר 🙂' }),
  'unknot/episode/b': fullEpisode(),
  'unknot/episode/d': episode({ live: false, start: '2026-11-19T12:00:00+00:00', end: '2026-11-19T12:30:00+00:00', deleted: '2026-11-19T13:00:00+00:00' }),
  'unknot/episode/e': '{"half": "a rec',
});

/** As many eased episodes, one an hour backwards from a time. */
export const many = (count, before = '2026-11-22T01:00:00Z') => Object.fromEntries(
  Array.from({ length: count }, (_, n) => {
    const start = new Date(before).getTime() - (n + 1) * 3_600_000;
    const wall = (time) => new Date(time).toISOString().replace('.000Z', '+00:00');
    return [`unknot/episode/m${String(n).padStart(6, '0')}-aaaa`, episode({
      start: wall(start),
      end: wall(start + 1_200_000),
      places: ['low-right'],
      nrs: [[wall(start + 60_000), 5]],
    })];
  }),
);

/** What the stored form begins with: FNV-1a of 32 bits, folded to 24. */
const checksum = (text) => {
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return (sum >>> 24) ^ (sum & 0xffffff);
};

/**
 * As many usual episodes in form 2, one in five hours: two readings, a place, two treatments with relief, a
 * trigger, on every third a note of 40 characters.
 */
export const usual = (count, before = '2026-11-22T01:00:00Z') => Object.fromEntries(
  Array.from({ length: count }, (_, n) => {
    const start = new Date(before).getTime() / 1000 - (count - n) * 18_000;
    const id = (k) => 1 + ((n * 7919 + k * 104_729 + 40_000_000) % 99_999_999);
    const fields = [9, 1, start, 0, 3660, 2048,
      [[id(1), 60, 7], [id(2), 3600, 2]],
      [[id(3), 300, 'heat', 6, 2100, 7], [id(4), 900, 'stretching', 6, 2100, 7]],
      ['lifting']];
    if (n % 3 === 0) fields.push('It eased when I lay down on my left side');
    const body = JSON.stringify(fields).slice(1, -1);
    return [`unknot/episode/${(start * 1000).toString(36)}-${String(n % 9999).padStart(4, '0')}`, `[2,${checksum(body)},${body}]`];
  }),
);

/** So many whole seconds since 1970, on a clock so many minutes east, as form 1 has it. */
const written = (seconds, east) => {
  const wall = new Date((seconds + 60 * east) * 1000).toISOString().slice(0, 19);
  const two = (n) => String(n).padStart(2, '0');
  return `${wall}${east < 0 ? '-' : '+'}${two(Math.floor(Math.abs(east) / 60))}:${two(Math.abs(east) % 60)}`;
};

const PLACES = ['neck', 'upper', 'mid', 'low', 'buttock'].flatMap((level) => ['left', 'centre', 'right'].map((side) => `${level}-${side}`));

/** A whole store, each episode and check-up by the names of its fields and without its version: the same in either form. */
export const read = (texts) => Object.fromEntries(Object.entries(texts).map(([key, text]) => {
  const [, kind] = /^unknot\/(episode|checkup)\//.exec(key) ?? [];
  if (!kind || (kind === 'episode' && isGone(text)) || !text.endsWith(text.startsWith('{') ? '}' : ']')) return [key, text];
  const { v, ...fields } = (kind === 'episode' ? readEpisode : readCheckup)(text);
  return [key, fields];
}));

/** Whether the text of an episode is a tombstone: it was deleted for good. */
export const isGone = (text) => /^\[[35],/.test(text);

/** An episode as it is stored, in forms 1, 2 or 4, by the names of its fields; empty ones are left out. */
export function readEpisode(text) {
  const stored = JSON.parse(text);
  if (!Array.isArray(stored)) return stored;
  const [v, , rev = 0, live = 0, start, east = 0, end, places = 0, readings = [], treatments = [], triggers = [], notes = '', ...rest] = stored;
  const isOld = v === 2;
  const [radiation = 0, qualities = [], symptoms = [], limits = []] = isOld ? rest : rest.slice(4);
  const [amended = [], removed = []] = isOld ? rest.slice(4) : [];
  const deleted = rest[isOld ? 6 : 8];
  const [, , earlier = []] = isOld ? [] : rest;
  const moment = (from, at) => (Array.isArray(at) ? written(from + at[0], at[1]) : written(from + at, east));
  const seconds = (at) => (Array.isArray(at) ? at[0] : at);
  const given = (value) => value !== undefined && value !== null;
  const fields = {
    v,
    rev,
    live: live === 1,
    start: written(start, east),
    end: given(end) ? moment(start, end) : undefined,
    places: PLACES.filter((_, n) => places & (1 << n)),
    nrs: readings.map(([, at, severity = 0]) => [moment(start, at), severity]),
    tried: treatments.map(([, at, kind = '', relief, , ...last]) => ({
      kind,
      at: moment(start, at),
      ...(given(relief) ? { relief } : {}),
      ...(last[isOld ? 1 : 0] ? { what: last[isOld ? 1 : 0] } : {}),
    })),
    rated: treatments.map(([, at, , , rated]) => {
      const from = !isOld && given(end) ? end : at;
      return given(rated) ? moment(start + seconds(from), rated) : null;
    }).filter(given),
    triggers,
    qualities,
    symptoms,
    limits,
    radiation,
    notes,
    amended: amended.map(([what, was, at]) => ({ what, was, at: moment(start, at) })),
    removed: removed.length,
    // Code of the field and value; the stamp before the code is left out.
    earlier: earlier.map(([code, value]) => [code.replace(/^[^A-Z]*/, ''), value]),
    deleted: given(deleted) ? moment(start, deleted) : undefined,
  };
  const isEmpty = (value) => value === undefined || value === '' || value === 0 || value.length === 0;
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => name === 'rev' || !isEmpty(value)));
}

/** The answers of a check-up or of the profile: a number, or the ids of what was chosen. */
const answersOf = (all) => Object.fromEntries(all.map(([question, number = 0, chosen = []]) => [question, number > 0 ? number - 1 : chosen]));

/** A check-up as it is stored, in either form, by the names of its fields; what is empty is left away. */
export function readCheckup(text) {
  const stored = JSON.parse(text);
  if (!Array.isArray(stored)) return stored;
  const [v, , rev = 0, from, east = 0, finished, episode = '', answers = [], guide = 0, urgency, rules = [], flagged, gotHelp = 0, settled, settledRules = []] = stored;
  const moment = (at) => {
    if (at === undefined || at === null) return undefined;
    return Array.isArray(at) ? written(from + at[0], at[1]) : written(from + at, east);
  };
  const fields = {
    started: written(from, east),
    finished: moment(finished),
    episode: episode || undefined,
    rules: rules.length > 0 ? rules : undefined,
    flagged: moment(flagged),
    [gotHelp === 1 ? 'helped' : 'mistaken']: moment(settled),
    settled: settledRules.length > 0 ? settledRules : undefined,
  };
  return { v, rev, answers: answersOf(answers), guide, urgency, ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) };
}

/** What is known of the person, by question. */
export function readProfile(text) {
  const stored = JSON.parse(text);
  return Array.isArray(stored) ? answersOf(stored[3] ?? []) : stored.answers;
}

/** A record in the compact form: its version, its checksum, its values. */
export function compact(version, values) {
  const text = JSON.stringify(values).slice(1, -1);
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return `[${version},${((sum >>> 24) ^ (sum & 0xffffff)) >>> 0},${text}]`;
}

/** The text of an episode in form 2 that eased after 20 minutes, with these triggers. */
export const triggered = (start, triggers, notes = '') => compact(2, [1, 1, new Date(start).getTime() / 1000, 0, 1200, 0, [], [], triggers, notes || '.']);

/** The settings of a store, by name: of the record that holds them. */
export function readSettings(texts) {
  const text = texts['unknot/settings/me'];
  return Object.fromEntries(text ? JSON.parse(text)[3] ?? [] : []);
}

/** A stored day by the names of its fields; what is not said is null. */
export function readDay(text) {
  const [, , , none = 0, pain = null, triggers = [], absent = [], sleep = null, stiffness = null, mood = null, work = null, peg = [], rolandMorris = null, markers = [], , words = ''] = JSON.parse(text);
  return { none, pain, triggers, absent, scales: [sleep, stiffness, mood], work, peg, rolandMorris, markers, words };
}

const WHOLE_CHECK = {
  danger: ['none'], age: 34, conditions: ['none'], place: ['low'], signs: ['none'], nerves: ['none'], onset: ['effort'], long: ['2w'], course: ['better'], bad: ['mild'], pattern: ['moving'], before: ['settled'], tried: ['heat'],
};

/** A spasm that runs, and a whole check of some minutes ago. */
export const checkedRunning = () => {
  const ago = (minutes) => `${new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 19)}+00:00`;
  return {
    'unknot/episode/r': JSON.stringify({ v: 1, rev: 1, live: true, start: ago(30), nrs: [[ago(29), 6]] }),
    'unknot/checkup/c': JSON.stringify({ v: 1, rev: 1, started: ago(20), finished: ago(18), answers: WHOLE_CHECK, guide: GUIDE, urgency: 'selfcare', rules: [] }),
  };
};
