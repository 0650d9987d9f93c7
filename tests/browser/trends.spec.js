// Trends: counts, each with what it rests on, and silence where that is too little.
import { expect, test } from './app.js';
import { episode, fullEpisode, many } from './records.js';

test.beforeEach(({ app }) => app.clock('2026-11-22T12:00:00Z'));

/** Every figure, by its name. */
const figures = (page) => expect.poll(async () => {
  const [names, words] = await Promise.all(['term', 'definition'].map((role) => page.getByRole(role).allTextContents()));
  return Object.fromEntries(names.map((name, n) => [name, words[n]]));
});

test('with nothing noted there is nothing to count, and no figure is shown', async ({ app, page }) => {
  await app.open('#/trends');
  await expect(page.getByText('Nothing noted in the last 60 days, so there is nothing to count.')).toBeVisible();
  await expect(page.getByRole('definition')).toHaveCount(0);
});

for (const [ended, said] of [
  [1, 'too early to say: 1 of at least 5 ended'],
  [4, 'too early to say: 4 of at least 5 ended'],
  [5, '20 min (middle of 5 that ended)'],
]) {
  test(`the usual length after ${ended}: "${said}"`, async ({ app, page }) => {
    await app.seed({ ...many(ended), 'unknot/episode/r': JSON.stringify({ v: 1, rev: 1, live: true, start: '2026-11-22T11:00:00+00:00' }) });
    await app.open('#/trends');
    const counted = { Episodes: `${ended + 1} (30 days before: 0)`, 'Usual length': said }; // the running one is an episode, too
    await figures(page).toMatchObject(counted);
    await app.reload();
    await figures(page).toMatchObject(counted);
  });
}

test('counts say what they are out of, and 30 days are 30 days', async ({ app, page }) => {
  await app.seed({
    'unknot/episode/a': fullEpisode(),
    'unknot/episode/b': episode({ start: '2026-10-23T12:00:01+00:00', end: '2026-10-23T13:00:00+00:00', places: ['low-left'] }),
    'unknot/episode/c': episode({ start: '2026-10-23T11:59:59+00:00', end: '2026-10-23T13:00:00+00:00', places: ['mid-left'] }),
    'unknot/episode/d': episode({ start: '2026-11-21T11:59:59+00:00', end: '2026-11-21T13:00:00+00:00', deleted: '2026-11-21T13:00:00+00:00' }),
    'unknot/episode/e': episode({ start: '2026-09-01T08:00:00+01:00', end: '2026-09-01T09:00:00+01:00' }),
  });
  await app.open('#/trends');
  await figures(page).toEqual({
    Episodes: '2 (30 days before: 1)',
    'Usual length': 'too early to say: 2 of at least 5 ended',
    Worst: '7 of 10',
    'Lower back': '2 of 2',
    Neck: '1 of 2',
    Heat: '1 of 2',
    Ice: '1 of 2',
  });
});

test('a worst of 0 is a number, and none is said as none', async ({ app, page }) => {
  await app.seed({ 'unknot/episode/a': episode() });
  await app.open('#/trends');
  await figures(page).toMatchObject({ Worst: 'not rated' });
  await app.seed({ 'unknot/episode/b': episode({ nrs: [['2026-11-20T07:41:00+00:00', 0]] }) });
  await app.open('#/trends');
  await figures(page).toMatchObject({ Worst: '0 of 10' });
});
