// Stored records, in the form that the app writes (version 1), for tests that need a diary to begin
// with. The app's own golden files decide what the form is; here are only examples of it.

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
