// The page for a clinician: what is on it, what is left out of it, how it prints, and its files.
import { readFile } from 'node:fs/promises';
import { accessible, expect, test } from './app.js';
import { compact, maximal } from './maximal.js';
import { episode, fullEpisode, usual } from './records.js';
import { word } from './words.js';

const NOW = '2026-11-24T12:00:00Z';
test.beforeEach(({ app }) => app.clock(NOW));

const section = (page, name) => page.locator('.summary section').filter({ has: page.getByRole('heading', { name, exact: true }) });
const line = (page, heading, name) => section(page, heading).getByRole('listitem').filter({ hasText: name });

/** The page, with all of the diary: the older half of it comes after the first picture. */
const open = async (app) => {
  await app.open('#/report');
  await expect(app.page.locator('html')).toHaveAttribute('data-diary', 'whole');
};

/** How many pages of paper: each is an object of its own in the file. */
const pages = (pdf) => pdf.toString('latin1').match(/\/Type \/Page\b/g).length;
/** Chromium's default margins. */
const margin = { top: '0.4in', right: '0.4in', bottom: '0.4in', left: '0.4in' };

for (const from of [word('routes-diary'), word('routes-trends')]) {
  test(`from a cold open it takes two taps by ${from}`, async ({ app }) => {
    await app.open();
    await app.goTo(from);
    await app.link('Show a clinician').click();
    await expect(app.heading('Back spasms, for a clinician')).toBeFocused();
  });
}

test('with nothing noted it says so, and claims nothing', async ({ app, page }) => {
  await open(app);
  await expect(line(page, 'The spasms', 'How often')).toHaveText('How often: 0 in 30 days');
  await expect(line(page, 'The spasms', 'How long')).toHaveText('How long: Nothing noted.');
  await expect(section(page, 'Warning signs answered yes')).toContainText('No check was finished in these days');
  expect(pages(await page.pdf({ format: 'A4', margin }))).toBe(1);
});

test('the days that are chosen count, and no others', async ({ app, page }) => {
  await app.seed({
    'unknot/episode/a': fullEpisode(),
    'unknot/episode/b': episode({ start: '2026-09-20T07:40:00+00:00', end: '2026-09-20T08:32:00+00:00' }),
    'unknot/episode/c': episode({ start: '2025-01-20T07:40:00+00:00', end: undefined }),
  });
  await open(app);
  const often = line(page, 'The spasms', 'How often');
  const days = page.getByLabel('Which days?');
  await expect(often).toHaveText('How often: 1 in 30 days (as many days before: 0)');
  await days.selectOption('90 days');
  await expect(often).toHaveText('How often: 2 in 90 days (as many days before: 0)');
  await days.selectOption('All');
  await expect(often).toHaveText('How often: 3 in 674 days');
  await days.selectOption('From a day to a day');
  await expect(often).toContainText('0 in one day');
  await page.getByLabel('From', { exact: true }).fill('2026-09-20');
  await page.getByLabel('To', { exact: true }).fill('2026-11-20');
  await page.getByLabel('To', { exact: true }).blur();
  await expect(often).toHaveText('How often: 2 in 62 days (as many days before: 0)');
});

test('what is left out is neither on the page nor in a file', async ({ app, page }) => {
  await app.seed({ 'unknot/episode/a': fullEpisode() });
  await open(app);
  const report = page.locator('.report');
  await expect(report).toContainText('After the garden.');
  await page.getByLabel('Notes', { exact: true }).uncheck();
  await expect(report).not.toContainText('After the garden.');
  await expect(report).toContainText('Left out by choice: Notes');
  const files = ['Save as text', 'Save as tables (CSV)'];
  for (const name of files) {
    const { bytes } = await app.saved(app.button(name));
    expect(bytes.toString()).not.toContain('After the garden.');
  }
  await page.getByLabel('Notes', { exact: true }).check();
  for (const name of files) {
    const { bytes } = await app.saved(app.button(name));
    expect(bytes.toString()).toContain('After the garden.');
  }
});

test('questions are kept, name and birth are not', async ({ app, page }) => {
  await open(app);
  const questions = page.getByLabel(/^Questions of your own/);
  await questions.fill('May I run?\n=1+1 <b>');
  await page.getByText('Name and date of birth, if you like').click();
  await page.getByLabel('Your name').fill('Ada "A." שלום');
  await page.getByLabel('Your date of birth').fill('1980-02-29');
  await page.getByLabel('Your date of birth').blur();
  await expect(section(page, 'My questions').getByRole('listitem')).toHaveText(['May I run?', '=1+1 <b>']);
  await expect(page.locator('.summary')).toContainText('Ada "A." שלום, born 1980-02-29');
  await app.reload();
  await expect(questions).toHaveValue('May I run?\n=1+1 <b>');
  await expect(page.locator('.summary')).not.toContainText('Ada');
  expect(JSON.stringify(await app.stored())).not.toContain('Ada');
});

test('a check is told as it was stored', async ({ app, page }) => {
  await app.seed({
    'unknot/checkup/c': JSON.stringify({
      v: 1, rev: 3, started: '2026-11-20T07:45:00+00:00', finished: '2026-11-20T07:47:00+00:00', answers: { danger: ['none'] }, guide: 1, urgency: 'emergency', rules: ['a-rule-that-is-gone'],
    }),
  });
  await open(app);
  await expect(section(page, 'Warning signs answered yes')).toContainText('a-rule-that-is-gone: 2026-11-20 07:45: emergency, what was done is not noted');
  await expect(line(page, 'Latest check', 'Taken')).toHaveText('Taken: 2026-11-20 07:45, guide version 1: emergency');
});

for (const format of ['A4', 'Letter']) {
  test(`the summary is one page of ${format}, with everything in it`, async ({ app, page }) => {
    await app.seed(maximal(NOW));
    await open(app);
    await page.getByText('Name and date of birth, if you like').click();
    await page.getByLabel('Your name').fill('A name that is as long as can be '.repeat(9));
    await page.getByLabel('Your date of birth').fill('1980-02-29');
    await page.getByLabel('Mood').uncheck();
    await expect(page.locator('.summary')).toContainText('Left out by choice: Mood');
    await expect(section(page, 'Warning signs answered yes').getByRole('listitem')).toHaveCount(4);
    await expect(line(page, 'The spasms', 'How long, before that')).toBeVisible();
    const whole = pages(await page.pdf({ format, margin }));
    expect(whole).toBeGreaterThan(2);
    await page.locator('.report .details').evaluate((details) => details.remove());
    expect(pages(await page.pdf({ format, margin }))).toBe(1);
    // This can fail: with letters twice as large it flows on.
    await page.locator('.report').evaluate((report) => { report.style.zoom = 2; });
    expect(pages(await page.pdf({ format, margin }))).toBeGreaterThan(1);
  });
}

test('on paper there is the report, and nothing to press', async ({ app, page }) => {
  await app.seed(maximal(NOW));
  await open(app);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByLabel('Which days?')).toBeHidden();
  const hidden = await page.locator('.report, .report *').evaluateAll((all) => all.filter((one) => getComputedStyle(one).overflow === 'hidden' && one.tagName !== 'svg').length);
  expect(hidden).toBe(0);
});

test('what is folded is open on paper, in every browser, and folded again after it; what was open stays open', async ({ app, page }) => {
  await app.seed(maximal(NOW));
  await open(app);
  const details = page.locator('.report .details');
  const about = page.locator('details', { hasText: 'Name and date of birth, if you like' });
  const printing = (event) => page.evaluate((event) => dispatchEvent(new Event(event)), event);
  for (const isOpen of [false, true]) {
    if (isOpen) await page.getByText('Details', { exact: true }).click();
    await printing('beforeprint');
    await expect(page.locator('.details section').first()).toBeVisible();
    expect(await page.locator('details:not([open])').count()).toBe(0);
    await printing('afterprint');
    await expect(details).toHaveJSProperty('open', isOpen);
    await expect(about).toHaveJSProperty('open', false);
  }
  // Chromium sends the same events: there are more pages than the first.
  await page.getByText('Details', { exact: true }).click();
  expect(pages(await page.pdf({ format: 'A4', margin }))).toBeGreaterThan(2);
  await expect(details).toHaveJSProperty('open', false);
});

test('nothing of it runs, and nothing is wider than the narrowest phone', async ({ app, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await app.seed(maximal(NOW));
  await open(app);
  await page.getByText('Details', { exact: true }).click();
  await expect(page.locator('.details')).toContainText('<script>document.title=');
  await expect(page).toHaveTitle(word('frame-title', { page: word('routes-report') }));
  const { scroll, width } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, width: innerWidth }));
  expect(scroll).toBeLessThanOrEqual(width);
});

test('it can be read by everyone', async ({ app, page }) => {
  await app.seed(maximal(NOW));
  await open(app);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    expect(await accessible(page)).toBeGreaterThan(10);
  }
});

test('its files have names and are what they say', async ({ app, page }) => {
  await app.seed(maximal(NOW));
  await open(app);
  const text = await app.saved(app.button('Save as text'));
  expect(text.name).toBe('unknot-2026-10-26-to-2026-11-24.txt');
  for (const said of await page.locator('.report li bdi.as-typed').allTextContents()) expect(text.bytes.toString()).toContain(said);
  const tables = await app.saved(app.button('Save as tables (CSV)'));
  expect(tables.name).toBe('unknot-2026-10-26-to-2026-11-24.zip');
  expect(tables.bytes.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
  await page.getByText('For a clinic’s system (FHIR)').click();
  for (const [button, name, type] of [
    ['Save FHIR to read', 'fhir', 'collection'],
    ['Save FHIR to post to a server', 'fhir-transaction', 'transaction'],
  ]) {
    const file = await app.saved(app.button(button));
    expect(file.name).toBe(`unknot-2026-10-26-to-2026-11-24-${name}.json`);
    expect(JSON.parse(file.bytes)).toMatchObject({ resourceType: 'Bundle', type });
  }
});

test('all of them in one day, around the hour that the clocks go back', async ({ app, page }) => {
  await app.seed({
    'unknot/episode/a': episode({ start: '2026-10-25T01:30:00+01:00', end: '2026-10-25T01:10:00+00:00' }),
    'unknot/episode/b': episode({ start: '2026-10-25T01:30:00+00:00', end: '2026-10-25T02:30:00+00:00' }),
  });
  await open(app);
  await page.getByLabel('Which days?').selectOption('90 days');
  await expect(line(page, 'The spasms', 'How long')).toHaveText('How long: at most 1 h of 2, too few for a median');
  await expect(line(page, 'The spasms', 'Days with a spasm')).toHaveText('Days with a spasm: 1 of 1 days with information');
});

test('a file that is being made is made, whether the page is left or not; what fails is said', async ({ app, page }) => {
  await app.seed(usual(2_000, NOW));
  await open(app);
  await page.getByLabel('Which days?').selectOption('All');
  await page.getByText('For a clinic’s system (FHIR)').click();
  const download = page.waitForEvent('download');
  await app.button('Save FHIR to read').evaluate((button) => {
    button.click();
    button.click(); // while one is made there is no second
    location.hash = '#/diary';
  });
  const all = JSON.parse(await readFile(await (await download).path()));
  expect(all.entry.filter(({ resource }) => resource.effectivePeriod)).toHaveLength(2_000);
  await expect(app.heading(word('routes-diary'))).toBeVisible();

  await app.open('#/report');
  await page.evaluate(() => { window.Blob = class { constructor() { throw new RangeError('too large'); } }; });
  for (const name of ['Save as text', 'Save as tables (CSV)']) {
    await app.button(name).click();
    await expect(page.getByText('The browser did not save the file.').first()).toBeVisible();
    await expect(page.getByText('The file is being made')).toHaveCount(0);
  }
});

test('a short summary has larger letters, and is a page on either paper however near it is to being long', async ({ app, page }) => {
  // A little more each time, until it is long.
  const steps = 12;
  const whole = maximal(NOW, 7);
  const questions = whole['unknot/questions'].split('\n');
  const short = [];
  for (let n = 0; n < steps; n += 1) {
    const all = {};
    for (let k = 0; k < 7; k += 1) {
      const start = new Date(NOW).getTime() / 1000 - (k + 1) * 40_000;
      const tried = ['heat', 'ice', 'rest', 'medicine', 'stretching'].slice(0, n).map((kind, m) => [9 + m, 100 + m, kind, 5]);
      const triggers = Array.from({ length: n }, (_, m) => `${m} is what sets it off as I think of it`);
      all[`unknot/episode/s${k}`] = compact(2, [1, 1, start, 0, 1200, (1 << n) - 1, [[1, 60, 7], [2, 900, 3]], tried, triggers, 'A note', (1 << n) - 1]);
    }
    for (const key of Object.keys(whole).filter((key) => key.startsWith('unknot/day/')).slice(0, n)) all[key] = whole[key];
    if (n > 5) Object.assign(all, { 'unknot/profile/me': whole['unknot/profile/me'], 'unknot/checkup/c0': whole['unknot/checkup/c0'] });
    if (n > 8) all['unknot/checkup/c1'] = whole['unknot/checkup/c1'];
    const asked = questions.slice(0, n).join('\n');
    all['unknot/settings/me'] = compact(1, [1, asked ? [['questions', asked]] : [], '~1']);
    await app.seedBoth(all);
    await open(app);
    await expect(line(page, 'The spasms', 'How often')).toContainText('7 in 30 days');
    await expect(page.getByLabel(/^Questions of your own/)).toHaveValue(asked);
    short.push(await page.locator('.summary.short').count());
    await page.locator('.report .details').evaluate((details) => details.remove());
    for (const format of ['A4', 'Letter']) expect(pages(await page.pdf({ format, margin })), `${n}, ${format}`).toBe(1);
  }
  expect(short[0]).toBe(1);
  expect(short[steps - 1]).toBe(0);
});
