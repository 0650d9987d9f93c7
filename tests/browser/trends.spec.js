// Trends: counts, each with what it rests on and what was before, and silence where that is too little;
// charts that a screen reader and the keyboard can walk, too.
import { expect, test } from './app.js';
import { episode, fullEpisode, many } from './records.js';
import { day, hourly, person } from './trends_records.js';
import { word } from './words.js';

test.beforeEach(({ app }) => app.clock('2026-11-22T12:00:00Z'));

/** Every figure, by its name. */
const figures = (page) => expect.poll(async () => {
  const [names, words] = await Promise.all(['term', 'definition'].map((role) => page.getByRole(role).allTextContents()));
  return Object.fromEntries(names.map((name, n) => [name, words[n]]));
});

const range = (page, name) => page.getByRole('group', { name: 'Which days?' }).getByRole('radio', { name, exact: true });

/** A chart, by its name. */
const chart = (page, name) => page.getByRole('figure').filter({ has: page.getByRole('heading', { name, exact: true }) });

/** The rows of a chart's table, each as its cells in one line. */
async function table(page, name) {
  await chart(page, name).getByText('As a table').click();
  const rows = await chart(page, name).getByRole('table').getByRole('row').all();
  return Promise.all(rows.map(async (row) => (await row.locator('th, td').allTextContents()).join(' | ')));
}

/** What is said of one treatment or trigger. */
const card = (page, name) => page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });

test('with nothing noted there is nothing to count, and no figure is shown', async ({ app, page }) => {
  await app.open('#/trends');
  for (const name of ['90 days', 'A year', 'All', 'Own', '30 days']) {
    await range(page, name).check();
    await expect(page.getByText('Nothing is noted in these days, so there is nothing to count.')).toBeVisible();
    await expect(page.getByRole('definition')).toHaveCount(0);
    await expect(page.getByRole('figure')).toHaveCount(0);
  }
});

for (const [ended, said] of [
  [1, 'too early to say (1 of at least 5)'],
  [4, 'too early to say (4 of at least 5)'],
  [5, '20 min (the middle of 5, half of them 20 min to 20 min)'],
  [6, '20 min (the middle of 6, half of them 20 min to 20 min, 95 % interval 20 min to 20 min)'],
]) {
  test(`the usual length after ${ended}: "${said}"`, async ({ app, page }) => {
    await app.seed({ ...many(ended), 'unknot/episode/r': JSON.stringify({ v: 1, rev: 1, live: true, start: '2026-11-22T11:00:00+00:00' }) });
    await app.open('#/trends');
    const counted = { Episodes: `${ended + 1}`, 'Usual length': said, 'Not over yet': '1 (so far 1 h)' };
    await figures(page).toMatchObject(counted);
    await app.reload();
    await figures(page).toMatchObject(counted);
  });
}

test('it begins with what it comes to, in a sentence; what is compared says with how many', async ({ app, page }) => {
  await app.seed(person(400));
  await app.open('#/trends');
  await expect(page.getByText('You noted 12 spasms in these days, and 9 spasms in as many days before. Half of those that ended were over within 1 h 58 min.')).toBeVisible();
  await expect(page.getByText('Too early to compare: spasms in which you tried nothing, with a number at the start and one later: 3 of at least 5.')).toBeVisible();
  await range(page, 'A year').check();
  await expect(page.getByText('Each is compared with 40 spasms in which you tried nothing.')).toBeVisible();
  const rows = await table(page, 'Movements done');
  expect(rows[0]).toBe('Days | Movements | Days noted');
  expect(rows.slice(1).map((row) => row.split(' | ')).every(([, sum, noted]) => Number(sum) === 2 * Number(noted))).toBe(true);
});

test('counts say what they are out of, and what was before; 30 days are 30 days', async ({ app, page }) => {
  await app.seed({
    'unknot/episode/a': fullEpisode(),
    'unknot/episode/b': episode({ start: '2026-10-24T00:00:00+01:00', end: '2026-10-24T01:00:00+01:00', places: ['low-left'] }),
    'unknot/episode/c': episode({ start: '2026-10-23T23:59:59+01:00', end: '2026-10-23T23:59:59+01:00', places: ['mid-left'] }),
    'unknot/episode/d': episode({ start: '2026-11-21T11:59:59+00:00', end: '2026-11-21T13:00:00+00:00', deleted: '2026-11-21T13:00:00+00:00' }),
    'unknot/episode/e': episode({ start: '2026-09-01T08:00:00+01:00', end: '2026-09-01T09:00:00+01:00' }),
    ...day('2026-11-20', { noSpasm: true }), // and yet there was one
    ...day('2026-11-19', { noSpasm: true }),
    ...day('2026-11-18', { pain: 0 }),
  });
  await app.open('#/trends');
  await figures(page).toMatchObject({
    Episodes: '2 (before: 1)',
    'Days of which something is noted': '4 of 30 (before: 1 of 30)',
    '… of these with a spasm': '2 of 4 (before: 1 of 1)',
    '… said to be without': '1 of 4 (before: 0 of 1)',
    Longest: '1 h (before: under a minute)',
    Worst: '7 of 10 (before: not rated)',
  });
  expect(await table(page, 'On the back')).toEqual(expect.arrayContaining(['Place | Episodes', 'Lower back, left | 1', 'Lower back, right | 1', 'Neck, left | 1', 'Neck, right | 0']));
  const days = await table(page, 'Episodes');
  expect(days).toHaveLength(31);
  expect(days[1]).toBe('Sat 24 Oct | 1 | 1 of 1');
  expect(days[2]).toBe('Sun 25 Oct | – | 0 of 1'); // not 0: nothing is known of it
  expect(days.at(-4)).toBe('Thu 19 Nov | 0 | 1 of 1');
  const weeks = await table(page, 'Calendar: the worst of each day');
  expect(weeks.at(-1)).toBe('Mon 16 Nov | – | – | not said | none | 7 | – | –');
  expect(weeks[1]).toBe('Mon 19 Oct |  |  |  |  |  | yes | –'); // the days before the range have no cell
});

test('a worst of 0 is a number, and none is said as none', async ({ app, page }) => {
  await app.seed({ 'unknot/episode/a': episode() });
  await app.open('#/trends');
  await figures(page).toMatchObject({ Worst: 'not rated' });
  await app.seed({ 'unknot/episode/b': episode({ nrs: [['2026-11-20T07:41:00+00:00', 0]] }) });
  await app.open('#/trends');
  await figures(page).toMatchObject({ Worst: '0 of 10' });
});

test('own days are those from the one to the other, and never the future', async ({ app, page }) => {
  await app.seed(many(6, '2026-10-10T12:00:00Z'));
  await app.open('#/trends');
  await expect(page.getByText('Nothing is noted in these days')).toBeVisible();
  await range(page, 'Own').check();
  await page.getByLabel('From', { exact: true }).fill('2026-10-01');
  await page.getByLabel('To', { exact: true }).fill('2027-01-01');
  await figures(page).toMatchObject({ Episodes: '6', 'Days of which something is noted': '1 of 53' });
  await page.getByLabel('From', { exact: true }).fill('2026-12-01');
  await expect(page.getByText('Choose two days, the earlier one first.')).toBeVisible();
  await page.getByLabel('From', { exact: true }).fill('');
  await expect(page.getByText('Choose two days, the earlier one first.')).toBeVisible();
});

test('what helps and what sets it off are said with counts, and no more strongly than these allow', async ({ app, page }) => {
  await app.seed(person(400));
  await app.open('#/trends');
  await range(page, 'A year').check();
  await expect(page.getByText('This is no proof. You may use heat on your worse days')).toBeVisible();
  await expect(card(page, 'Heat')).toContainText(/likely helps.*Tried: \d+. Counted: \d+.*Eased \d+ of \d+ \(95 % interval \d+ to \d+ %\)\..*Half were 2 points lower within 30 min/);
  await expect(card(page, 'Nothing tried')).toContainText(/Eased \d+ of \d+ \(95 %/);
  await expect(card(page, 'Nothing tried')).not.toContainText(/likely|perhaps|too early/);
  await expect(card(page, 'Stress')).toContainText(/likely sets it off.*Days with it on which a spasm began: \d+ of \d+ \(95 % interval \d+ to \d+ %\)\..*Days without it/);
  await expect(card(page, 'Lifting')).toContainText('no clear difference');
  await range(page, 'Own').check();
  await page.getByLabel('From', { exact: true }).fill('2026-11-13');
  await expect(card(page, 'Heat').or(card(page, 'Rest')).first()).toContainText('too early to say');
  await expect(page.getByText(/likely (helps|sets)/)).toHaveCount(0);
});

test('more often than last month stands on Now with the numbers, and leads to the danger check', async ({ app, page }) => {
  const old = { 'unknot/episode/old': episode({ start: '2026-08-01T08:00:00+01:00', end: '2026-08-01T09:00:00+01:00' }) };
  await app.seed({ ...old, ...many(5) });
  await app.open();
  await expect(app.start).toBeVisible();
  await expect(page.getByText(word('now-more-often'))).toHaveCount(0);
  await app.seed(many(6));
  await app.open();
  const more = app.link(new RegExp(word('now-more-often')));
  await expect(more).toContainText(word('now-more-often-numbers', { now: 6, before: 0 }));
  await more.click();
  await expect(page).toHaveURL(/#\/check$/);
});

for (const [name, records, ranges] of [
  ['a year of a person', () => person(400), ['30 days', '90 days', 'A year', 'All']],
  ['20,000 episodes', () => hourly(20_000), ['A year', 'All']],
  ['one episode', () => ({ 'unknot/episode/a': episode() }), ['30 days', 'All']],
  ['only a running one of years ago', () => ({ 'unknot/episode/a': JSON.stringify({ v: 1, rev: 1, live: true, start: '1999-12-31T23:59:00+00:00' }) }), ['All']],
  ['all of one day', () => many(11, '2026-11-20T23:00:00Z'), ['30 days', 'All']],
]) {
  test(`${name}: every chart is small, has its table, and holds only numbers`, async ({ app, page }) => {
    await app.seed(records());
    await app.open('#/trends');
    for (const one of ranges) {
      await range(page, one).check();
      await expect(page.getByRole('figure').first()).toBeVisible();
      const charts = await page.getByRole('figure').evaluateAll((all) => all.map((figure) => ({
        name: figure.querySelector('h3').textContent,
        role: figure.querySelector(':scope > svg').getAttribute('role'),
        says: figure.querySelector(':scope > svg').getAttribute('aria-label'),
        nodes: figure.querySelectorAll(':scope > svg, :scope > svg *').length,
        drawn: [...figure.querySelectorAll('path')].map((path) => path.getAttribute('d')).join(''),
        rows: figure.querySelectorAll('tbody tr').length,
        text: figure.textContent,
      })));
      expect(charts.length).toBeGreaterThanOrEqual(3);
      for (const { name: title, role, says, nodes, drawn, rows, text } of charts) {
        expect(role, title).toBe('img');
        expect(says.length, title).toBeGreaterThan(20);
        expect(nodes, title).toBeLessThanOrEqual(500);
        expect(drawn, title).toMatch(/^[MLHVCchvz0-9 -]*$/);
        expect(rows, title).toBeGreaterThan(0);
        expect(text, title).not.toMatch(/NaN|inf|undefined/);
      }
    }
  });
}

test('the keyboard opens the numbers of a chart, and goes on through them', async ({ app, page }) => {
  await app.seed(person(60));
  await app.open('#/trends');
  const sleep = chart(page, 'Sleep');
  await sleep.getByText('As a table').focus();
  await page.keyboard.press('Enter');
  await expect(sleep.getByRole('columnheader')).toHaveText(['Days', 'Mean', 'Days noted']);
  await page.keyboard.press('Tab');
  await expect(chart(page, 'Stiffness').getByText('As a table')).toBeFocused();
});

test('shades are darker for more, or lighter in the dark, without any colour; what is not known is dashed', async ({ app, page }) => {
  await app.seed(person(60));
  await app.open('#/trends');
  for (const [scheme, sign] of [['light', -1], ['dark', 1]]) {
    await page.emulateMedia({ colorScheme: scheme });
    const key = chart(page, 'Calendar: the worst of each day').getByRole('listitem');
    const look = (words) => key.filter({ hasText: words }).locator('path').evaluate((path) => {
      const canvas = document.createElement('canvas').getContext('2d');
      const { fill, strokeDasharray } = getComputedStyle(path);
      if (fill === 'none') return { fill, strokeDasharray };
      canvas.fillStyle = fill;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data;
      return { grey: 0.2126 * r + 0.7152 * g + 0.0722 * b, strokeDasharray };
    });
    const greys = await Promise.all(['0 to 2', '3 to 5', '6 to 7', '8 to 10'].map(async (words) => (await look(words)).grey));
    for (let n = 1; n < greys.length; n += 1) expect(sign * (greys[n] - greys[n - 1]), `${scheme}, ${greys}`).toBeGreaterThan(8);
    const unknown = await look('nothing noted');
    expect(unknown).toMatchObject({ fill: 'none' });
    expect(unknown.strokeDasharray).not.toBe('none');
  }
});

test('what a person typed stays text, and nothing sticks out', async ({ app, page }) => {
  const own = ['=1+1', '"a","b"', '<img src=x onerror=alert(1)>', 'כאב גב', 'x'.repeat(60)];
  await app.seed({
    'unknot/episode/a': episode({ nrs: [['2026-11-20T07:41:00+00:00', 5]], tried: [{ kind: 'cupping'.repeat(5), at: '2026-11-20T07:50:00+00:00' }] }),
    ...day('2026-11-20', { there: own, markers: ['y'.repeat(10_000), 'began =1+1'] }),
  });
  await app.open('#/trends');
  for (const words of own) await expect(card(page, words)).toContainText('too early to say');
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});
