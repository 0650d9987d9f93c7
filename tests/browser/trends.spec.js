// Trends: counts, each with what it rests on, and silence where that is too little.
import { expect, test } from './app.js';
import { episode, fullEpisode, many } from './records.js';

test.beforeEach(({ app }) => app.clock('2026-11-22T12:00:00Z'));

/** The words that stand beside a name. */
const figure = (page, name) => page.getByRole('term').filter({ hasText: name }).locator('xpath=following::*[1]');

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
    await expect(figure(page, 'Usual length')).toHaveText(said);
    await expect(figure(page, 'Episodes')).toHaveText(`${ended + 1} (30 days before: 0)`); // the running one counts
    await app.reload();
    await expect(figure(page, 'Usual length')).toHaveText(said);
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
  await expect(figure(page, 'Episodes')).toHaveText('2 (30 days before: 1)');
  await expect(figure(page, 'Worst')).toHaveText('7 of 10');
  await expect(figure(page, 'Lower back')).toHaveText('2 of 2');
  await expect(figure(page, 'Neck')).toHaveText('1 of 2');
  await expect(page.getByRole('term').filter({ hasText: 'Middle back' })).toHaveCount(0);
  await expect(figure(page, 'Heat')).toHaveText('1 of 2');
});

test('a worst of 0 is a number, and none is said as none', async ({ app, page }) => {
  await app.seed({ 'unknot/episode/a': episode() });
  await app.open('#/trends');
  await expect(figure(page, 'Worst')).toHaveText('not rated');
  await app.seed({ 'unknot/episode/b': episode({ nrs: [['2026-11-20T07:41:00+00:00', 0]] }) });
  await app.open('#/trends');
  await expect(figure(page, 'Worst')).toHaveText('0 of 10');
});
