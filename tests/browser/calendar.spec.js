// The calendar and the list of the diary: nothing noted is not "no spasm"; what is wanted is found; and a
// page of twenty thousand is as light as one of thirty.
import { expect, test } from './app.js';
import { compact, diary, episode, fullEpisode, many, triggered } from './records.js';

test.beforeEach(({ app }) => app.clock('2026-11-22T12:00:00Z'));

const calendar = (page) => page.getByRole('region', { name: 'Calendar' });
const day = (page, words) => calendar(page).getByRole('link', { name: words, exact: true });
const month = (page, words) => calendar(page).getByRole('heading', { name: words });
const said = (page) => page.getByRole('status').filter({ hasText: /episodes|Episodes/ });
const openFilter = (page) => page.getByText('Filter', { exact: true }).click();

test('each day says what is known of it', async ({ app, page }) => {
  await app.seed({
    ...diary(),
    'unknot/episode/f': episode({ start: '2026-11-03T22:00:00+00:00', end: '2026-11-05T02:00:00+00:00', nrs: [['2026-11-03T22:10:00+00:00', 9], ['2026-11-04T10:10:00+00:00', 0]] }),
    'unknot/day/2026-11-10': compact(1, [1, 1]),
    'unknot/day/2026-11-11': compact(1, [1, 0, 0]),
  });
  await app.open('#/diary');
  await expect(month(page, 'November 2026')).toBeVisible();
  for (const words of [
    'Tue 3 November, spasm, worst 9',
    'Wed 4 November, spasm, worst 0',
    'Thu 5 November, spasm',
    'Fri 6 November, nothing noted',
    'Tue 10 November, no spasm',
    'Wed 11 November, something noted',
    'Wed 18 November, spasm',
    'Thu 19 November, nothing noted', // the one that day was deleted
    'Fri 20 November, spasm, worst 7',
    'Sun 22 November, nothing noted',
  ]) await expect(day(page, words)).toBeVisible();
  await expect(calendar(page).getByRole('link')).toHaveCount(22);
  await expect(calendar(page).getByRole('list', { name: 'Days' }).getByRole('listitem')).toHaveCount(30);
  // By more than colour: the lines differ, and the worst number stands there.
  const line = (words) => day(page, words).evaluate((one) => {
    const { borderStyle, borderWidth } = getComputedStyle(one);
    return `${borderStyle} ${Math.round(parseFloat(borderWidth))} ${getComputedStyle(one, '::after').content}`;
  });
  const lines = [];
  for (const words of ['Fri 6 November, nothing noted', 'Tue 10 November, no spasm', 'Wed 11 November, something noted', 'Tue 3 November, spasm, worst 9']) lines.push(await line(words));
  expect(new Set(lines).size, lines.join('; ')).toBe(4);
});

test('the keyboard reaches each day and opens it', async ({ app, page }) => {
  await app.open('#/diary');
  await calendar(page).getByRole('button', { name: 'The month after' }).focus();
  await page.keyboard.press('Tab');
  await expect(day(page, 'Sun 1 November, nothing noted')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(day(page, 'Mon 2 November, nothing noted')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(app.heading('Mon 2 November')).toBeVisible();
});

test('the months turn, the first of each under its weekday, and the turned one is kept on the way to a day', async ({ app, page }) => {
  await app.open('#/diary');
  const first = calendar(page).getByRole('listitem').first();
  const column = async () => {
    const [box, all] = [await first.boundingBox(), await calendar(page).getByRole('list', { name: 'Days' }).boundingBox()];
    return Math.round((box.x - all.x) / (all.width / 7));
  };
  expect(await column()).toBe(6); // a Sunday
  await calendar(page).getByRole('button', { name: 'The month before' }).click();
  await expect(month(page, 'October 2026')).toBeVisible();
  expect(await column()).toBe(3); // a Thursday
  await day(page, 'Sun 25 October, nothing noted').click(); // the clocks went back
  await expect(app.heading('Sun 25 October')).toBeVisible();
  await page.goBack();
  await expect(month(page, 'October 2026')).toBeVisible();
  await calendar(page).getByRole('button', { name: 'The month after' }).click();
  await calendar(page).getByRole('button', { name: 'The month after' }).click();
  await expect(month(page, 'December 2026')).toBeVisible();
  expect(await column()).toBe(1);
  // Days to come can't be opened.
  await expect(calendar(page).getByRole('link')).toHaveCount(0);
});

test('today moves on at midnight while the page is open', async ({ app, page }) => {
  await app.seed({ 'unknot/episode/r': JSON.stringify({ v: 1, rev: 1, live: true, start: '2026-11-30T20:00:00+00:00' }) });
  await app.clock('2026-11-30T23:59:58Z');
  await app.open('#/diary');
  await expect(day(page, 'Mon 30 November, spasm')).toHaveAttribute('aria-current', 'date');
  await app.clock('2026-12-01T00:00:01Z');
  await expect(month(page, 'December 2026')).toBeVisible();
  await expect(day(page, 'Tue 1 December, spasm')).toHaveAttribute('aria-current', 'date');
  await expect(app.link('Note today')).toHaveAttribute('href', '#/day/2026-12-01');
});

test('cells are large enough to tap', async ({ app, page }) => {
  await app.open('#/diary');
  for (const [width, least] of [[390, 44], [320, 36]]) {
    await page.setViewportSize({ width, height: 844 });
    const sizes = await calendar(page).getByRole('link').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).flatMap((box) => [box.width, box.height]));
    expect(Math.min(...sizes), `${width}`).toBeGreaterThanOrEqual(least - 0.1);
  }
});

test.describe('the filter', () => {
  const SEED = {
    'unknot/episode/a': fullEpisode(),
    'unknot/episode/b': episode({ start: '2026-11-18T22:10:00+00:00', end: '2026-11-18T23:00:00+00:00', notes: 'Öl im Garten', places: ['mid-left'], nrs: [['2026-11-18T22:10:00+00:00', 3]], tried: [{ kind: 'A herb', at: '2026-11-18T22:20:00+00:00' }] }),
    'unknot/episode/c': triggered('2026-11-16T08:00:00Z', ['rain', 'lifting']),
    'unknot/episode/d': episode({ deleted: '2026-11-20T13:00:00+00:00', notes: 'garden' }),
  };

  test.beforeEach(async ({ app, page }) => {
    await app.seed(SEED);
    await app.open('#/diary');
    await openFilter(page);
  });

  test('finds words in notes, details, own items, places and treatments', async ({ app, page }) => {
    for (const [words, when] of [
      ['GARDEN', 'Fri 20 Nov'], ['wheat', 'Fri 20 Nov'], ['ice', 'Fri 20 Nov'], ['öl', 'Wed 18 Nov'], ['ÖL', 'Wed 18 Nov'], ['middle', 'Wed 18 Nov'], ['rain', 'Mon 16 Nov'],
    ]) {
      await page.getByLabel('Words in it').fill(words);
      await expect(said(page), words).toHaveText('Found: 1 of 3 episodes.');
      await expect(app.episodes).toContainText([when]);
    }
    await page.getByLabel('Words in it').fill('nowhere');
    await expect(said(page)).toHaveText('Found: 0 of 3 episodes.');
    await expect(app.episodes).toHaveCount(0);
    await app.button('Show all again').click();
    await expect(app.episodes).toHaveCount(3);
    await expect(page.getByLabel('Words in it')).toHaveValue('');
  });

  test('narrows by place, trigger, treatment and intensity, all together', async ({ app, page }) => {
    const choose = (name, words) => page.getByRole('combobox', { name }).selectOption(words);
    await choose('What set it off', 'rain');
    await expect(app.episodes).toContainText(['Mon 16 Nov']);
    await choose('What set it off', 'Lifting');
    await expect(app.episodes).toHaveCount(1);
    await choose('What set it off', 'Anything');
    await choose('At its worst, at least', '3');
    await expect(app.episodes).toHaveCount(2);
    await choose('At its worst, at least', '4');
    await expect(app.episodes).toContainText(['Fri 20 Nov']);
    await choose('What was tried', 'Heat');
    await choose('Place', 'Neck');
    await expect(app.episodes).toHaveCount(1);
    await expect(page.getByText('Filter (3)')).toBeVisible();
    await choose('Place', 'Buttock');
    await expect(app.episodes).toHaveCount(0);
    await app.button('Show all again').click();
    await choose('What was tried', 'A herb');
    await expect(app.episodes).toContainText(['Wed 18 Nov']);
    await expect(app.episodes).toHaveCount(1);
  });

  test('stays on the way into an episode and back', async ({ app, page }) => {
    await page.getByLabel('Words in it').fill('garden');
    await app.episodes.getByRole('link').click();
    await expect(app.startField).toBeVisible();
    await page.goBack();
    await expect(said(page)).toHaveText('Found: 1 of 3 episodes.');
    await expect(page.getByLabel('Words in it')).toBeVisible();
    await expect(page.getByLabel('Words in it')).toHaveValue('garden');
  });
});

test('a deleted episode says for how long it can be brought back', async ({ app, page }) => {
  await app.seed({
    'unknot/episode/a': episode({ deleted: '2026-11-22T11:00:00+00:00' }),
    'unknot/episode/b': episode({ deleted: '2026-10-24T11:00:00+00:00' }),
  });
  await app.open('#/diary');
  await page.getByText('Deleted (2)').click();
  await expect(page.getByText('Gone for good in 30 days.')).toBeVisible();
  await expect(page.getByText('Gone for good in 1 day.')).toBeVisible();
  await page.getByRole('button', { name: /^Bring back/ }).first().click();
  await expect(app.episodes).toHaveCount(1);
  await app.reload();
  await expect(app.episodes).toHaveCount(1);
});

test('a long list shows 60 at most, and every one can be reached', async ({ app, page }) => {
  await app.seed(many(200));
  await app.open('#/diary');
  const more = page.getByRole('button', { name: /^Show more \(/ });
  const newer = page.getByRole('button', { name: /^Show newer/ });
  await expect(newer).toBeHidden();
  for (const [shown, older] of [[30, 170], [60, 140], [60, 110], [60, 80], [60, 50], [60, 20]]) {
    await expect(app.episodes).toHaveCount(shown);
    await expect(more).toHaveText(`Show more (${older} older)`);
    await more.click();
  }
  await expect(more).toBeHidden();
  await expect(app.episodes).toHaveCount(50);
  await expect(said(page)).toHaveText('Episodes: 200. Here: 151 to 200.');
  const last = await app.episodes.last().innerText();
  await app.episodes.last().getByRole('link').click();
  await page.goBack();
  await expect(app.episodes.last()).toHaveText(last, { useInnerText: true });
  for (let n = 0; n < 5; n += 1) await newer.click();
  await expect(newer).toBeHidden();
  await expect(app.episodes.first()).toContainText('Sun 22 Nov, 00:00');
});
