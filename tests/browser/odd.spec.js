// Odd diaries on Trends, on the page for a clinician, on paper and in its files: the numbers stay true,
// nothing is wider than its page, and nothing runs. All of them in every figure: tests/native/diary/odd.rs.
import { expect, test } from './app.js';
import { episode, fullEpisode, many } from './records.js';
import { hourly } from './trends_records.js';
import { word } from './words.js';

test.beforeEach(({ app }) => app.clock('2026-11-22T12:00:00Z'));

const running = (n, start) => ({ [`unknot/episode/r${n}`]: episode({ end: undefined, start }) });
const BITE = ['=1+1', '"quoted", and; parted', 'כאב גב', '</li><script>document.title="run"</script>', '<img src=x onerror=document.title="run">', 'w'.repeat(300)];
const bite = Object.fromEntries(BITE.map((typed, n) => [`unknot/episode/b${n}`, fullEpisode({ notes: typed, tried: [{ kind: 'medicine', what: typed, at: '2026-11-20T07:50:00+00:00', relief: 7 }] })]));

// What is stored; and of all days: how many episodes, of how many days, and what the report says of their length.
const ODD = {
  'no episodes': [{}, 0, 1, 'Nothing noted.'],
  'one': [{ 'unknot/episode/a': fullEpisode() }, 1, 3, 'at most 52 min of 1, too few for a median'],
  'only running ones': [{ ...running(0, '2026-11-20T07:40:00+00:00'), ...running(1, '2026-11-22T11:40:00+00:00') }, 2, 3, 'Nothing noted.'],
  'all of one day': [many(11, '2026-11-20T23:00:00Z'), 11, 3, 'median 20 min of 11, half of them 20 min to 20 min, at most 20 min'],
  '20,000': [hourly(20_000), 20_000, 2501, 'median 1 h 14 min of 20000, half of them 1 h 2 min to 1 h 27 min, at most 1 h 39 min'],
  'ends and readings missing': [{ ...many(6), ...running(0, '2026-11-20T07:40:00+00:00'), 'unknot/episode/a': episode({ nrs: [] }) }, 8, 3, 'median 20 min of 7, half of them 20 min to 20 min, at most 52 min'],
  'a clock that jumped': [{
    'unknot/episode/back': episode({ start: '2026-11-20T10:00:00+00:00', end: '2026-11-20T10:00:00+00:00', nrs: [['2026-11-20T08:00:00+00:00', 7], ['2026-11-19T08:00:00+00:00', 3]] }),
    'unknot/episode/behind': episode({ start: '1926-12-31T23:50:00+00:00', end: '1927-01-01T00:10:00+00:00' }),
    'unknot/episode/ahead': episode({ start: '2031-01-01T00:00:00+00:00', end: '2031-01-01T00:10:00+00:00' }),
  }, 2, 36_487, 'at most 20 min of 2, too few for a median'],
  'the hour that is twice': [{
    'unknot/episode/a': episode({ start: '2026-10-25T01:30:00+01:00', end: '2026-10-25T01:10:00+00:00' }),
    'unknot/episode/b': episode({ start: '2026-10-25T01:30:00+00:00', end: '2026-10-25T02:30:00+00:00' }),
  }, 2, 29, 'at most 1 h of 2, too few for a median'],
  'a note of 10,000 characters': [{ 'unknot/episode/a': fullEpisode({ notes: 'n'.repeat(5_000) + ' and more'.repeat(556) }) }, 1, 3, 'at most 52 min of 1, too few for a median'],
  'names that bite': [bite, 6, 3, 'median 52 min of 6, half of them 52 min to 52 min, at most 52 min'],
};

const isWithin = async (page, width) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
/** How many sheets of paper: each is an object of its own in the file. */
const sheets = (pdf) => pdf.toString('latin1').match(/\/Type \/Page\b/g).length;

for (const [name, [records, episodes, days, long]] of Object.entries(ODD)) {
  test(`${name}: true and in its place on Trends, on the report, on paper and in the files`, async ({ app, page }) => {
    await page.setViewportSize({ width: 320, height: 844 });
    await app.seed(records);
    await app.open('#/trends');
    await expect(page.locator('html')).toHaveAttribute('data-diary', 'whole');
    await page.getByRole('radio', { name: 'All', exact: true }).check();
    if (episodes === 0) await expect(page.getByText('Nothing is noted in these days')).toBeVisible();
    else await expect(page.getByRole('definition').first()).toHaveText(String(episodes));
    await expect(page.getByRole('main')).not.toContainText(/NaN|inf\b|undefined/);
    await isWithin(page, 320);

    await app.link('Show a clinician').click();
    await page.getByLabel('Which days?').selectOption('All');
    const line = (of) => page.locator('.summary li').filter({ has: page.getByText(of, { exact: true }) });
    await expect(line('How often')).toHaveText(`How often: ${episodes} in ${days === 1 ? 'one day' : `${days} days`}`);
    await expect(line('How long')).toHaveText(`How long: ${long}`);
    if (episodes > 0) await page.getByText('Details', { exact: true }).click();
    await isWithin(page, 320);
    await expect(page).toHaveTitle(word('frame-title', { page: word('routes-report') }));

    const tables = await app.saved(app.button('Save as tables (CSV)'));
    // Its first table has a line for each of them, and as many more as were typed into one.
    const table = tables.bytes.toString().split('PK\x03\x04')[1];
    expect(table.match(/\r\n/g)).toHaveLength(1 + episodes);
    await page.getByText('For a clinic’s system (FHIR)').click();
    const { bytes } = await app.saved(app.button('Save FHIR to read'));
    const spasms = JSON.parse(bytes).entry.filter(({ resource }) => resource.effectivePeriod);
    expect(spasms).toHaveLength(episodes);
    expect(spasms.filter(({ resource }) => resource.valueQuantity?.value < 0)).toHaveLength(0);

    // On paper: the first page is one, and no line is wider than it.
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 718, height: 1000 }); // A4 within Chromium's margins
    await isWithin(page, 718);
    await page.emulateMedia({ media: null });
    await page.locator('.report .details').evaluateAll(([details]) => details?.remove());
    expect(sheets(await page.pdf({ format: 'A4', margin: { top: '0.4in', right: '0.4in', bottom: '0.4in', left: '0.4in' } }))).toBe(1);
  });
}
