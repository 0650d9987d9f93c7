// Stored records, for tests that need a diary to begin with: episodes in form 1, which the app reads and
// no longer writes; and form 2, read by the names that form 1 had. The app's own golden files decide what
// the forms are.

/** The guide's version as it is now. */
export const GUIDE = 3;

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

/** So many whole seconds since 1970, on a clock so many minutes east, as form 1 has it. */
const written = (seconds, east) => {
  const wall = new Date((seconds + 60 * east) * 1000).toISOString().slice(0, 19);
  const two = (n) => String(n).padStart(2, '0');
  return `${wall}${east < 0 ? '-' : '+'}${two(Math.floor(Math.abs(east) / 60))}:${two(Math.abs(east) % 60)}`;
};

const PLACES = ['neck', 'upper', 'mid', 'low', 'buttock'].flatMap((level) => ['left', 'centre', 'right'].map((side) => `${level}-${side}`));

/** A whole store, each episode by the names of its fields and without its version: the same in either form. */
export const read = (texts) => Object.fromEntries(Object.entries(texts).map(([key, text]) => {
  if (!key.startsWith('unknot/episode/') || !text.endsWith(text.startsWith('{') ? '}' : ']')) return [key, text];
  const { v, ...fields } = readEpisode(text);
  return [key, fields];
}));

/** An episode as it is stored, in either form, by the names of its fields; what is empty is left away. */
export function readEpisode(text) {
  const stored = JSON.parse(text);
  if (!Array.isArray(stored)) return stored;
  const [v, , rev = 0, live = 0, start, east = 0, end, places = 0, readings = [], treatments = [], triggers = [], notes = '', radiation = 0,
    qualities = [], symptoms = [], limits = [], amended = [], removed = [], deleted] = stored;
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
    tried: treatments.map(([, at, kind = '', relief, , , what]) => ({
      kind,
      at: moment(start, at),
      ...(given(relief) ? { relief } : {}),
      ...(what ? { what } : {}),
    })),
    rated: treatments.map(([, at, , , rated]) => (given(rated) ? moment(start + seconds(at), rated) : null)).filter(given),
    triggers,
    qualities,
    symptoms,
    limits,
    radiation,
    notes,
    amended: amended.map(([what, was, at]) => ({ what, was, at: moment(start, at) })),
    removed: removed.length,
    deleted: given(deleted) ? moment(start, deleted) : undefined,
  };
  const isEmpty = (value) => value === undefined || value === '' || value === 0 || value.length === 0;
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => name === 'rev' || !isEmpty(value)));
}
