// Another app's table: chosen, looked at, taken over; and what is wrong with it.
import { expect, test } from './app.js';
import { anyWord, word, wordLike } from './words.js';

test.beforeEach(({ app }) => app.clock('2026-11-22T12:00:00Z'));

const BUDDY = `Started,Lasted,Pain Level,Affected Activities,Potential Triggers,Helpful Medication,Somewhat Helpful Medication,Unhelpful Medication,Notes\r
"Nov 20, 2026 7:40 PM",2h 15m,7,"Work, Sleep","Stress, Red wine",Ibuprofen,,,"Said ""ouch"", and lay down"\r
"Nov 21, 2026 12:05 AM",45m,0,,None,,,,\r
`;

const said = (page, words) => page.getByRole('status').filter({ hasText: words });
const column = (page, name) => page.getByRole('combobox', { name, exact: true });

test('a table of Migraine Buddy is taken over whole, once, and can be taken back', async ({ app, page }) => {
  await app.open('#/settings');
  await app.chooseTable(BUDDY);
  await expect(column(page, 'Pain, 0 to 10')).toHaveValue('2');
  await expect(page.getByText('Episodes in this table: 2.')).toBeVisible();
  await expect(page.getByText('2 h 15 min · 7 · medicine')).toBeVisible();
  await expect(page.getByRole('group', { name: 'What day is 03/04' })).toBeHidden();
  await expect(said(page, word('restore-count-new', { count: 2 }))).toBeVisible();
  expect(await app.records('episode')).toEqual([]);
  await app.button(word('restore-do')).click();
  await expect(said(page, word('notices-restored', { records: 2 }))).toBeVisible();
  await app.reload();
  const [first, second] = await app.records('episode');
  expect(first).toMatchObject({
    live: false,
    start: '2026-11-20T19:40:00+00:00',
    end: '2026-11-20T21:55:00+00:00',
    nrs: [['2026-11-20T19:40:00+00:00', 7]],
    limits: ['work', 'sleep'],
    triggers: ['stress', 'Red wine'],
    notes: 'Said "ouch", and lay down',
    tried: [{ kind: 'medicine', what: 'Ibuprofen (helpful)' }],
  });
  expect(second).toMatchObject({ start: '2026-11-21T00:05:00+00:00', nrs: [['2026-11-21T00:05:00+00:00', 0]] });

  // The same table once more adds nothing.
  await app.chooseTable(BUDDY);
  await expect(said(page, word('restore-count-same', { count: 2 }))).toBeVisible();
  await app.button(word('restore-do')).click();
  await expect(said(page, word('notices-restored', { records: 0 }))).toBeVisible();
  expect(await app.records('episode')).toEqual([first, second]);

  await app.chooseTable(`${BUDDY}"Nov 21, 2026 8:00 PM",1h,3,,,,,,\r\n`);
  await app.button(word('restore-do')).click();
  await expect(said(page, word('notices-restored', { records: 1 }))).toBeVisible();
  await app.button(word('notices-undo')).click();
  await expect(said(page, wordLike('notices-taken-back'))).toBeVisible();
  expect(await app.records('episode')).toEqual([first, second]);
});

test('of any other table the person says what the columns are, and which number is the day', async ({ app, page }) => {
  await app.open('#/settings');
  await app.chooseTable('Wann;Dauer;Wie schlimm\n03/04/2026 10:00;90;6\n05/06/2026 11:30;0:20;2\nirgendwann;;\n12/12/2026 10:00;;\n');
  await expect(page.getByText('Say which column tells when it started')).toBeVisible();
  await expect(app.button(word('restore-do'))).toBeHidden();
  await column(page, 'When it started').selectOption('Wann');
  await expect(page.getByText('Say which column tells when it started')).toBeHidden();
  await expect(app.button(word('restore-do'))).toBeHidden();
  const day = page.getByRole('group', { name: 'What day is 03/04 in this table?' });
  await day.getByRole('radio', { name: '4 March' }).check();
  await column(page, 'How long it lasted, or when it ended').selectOption('Dauer');
  await column(page, 'Pain, 0 to 10').selectOption('Wie schlimm');
  await expect(page.getByText('Episodes in this table: 2.')).toBeVisible();
  await page.getByText('Rows left out: 2').click();
  await expect(page.getByText('Line 4: when it started can’t be read')).toBeVisible();
  await expect(page.getByText('Line 5: it lies in the future')).toBeVisible();
  await day.getByRole('radio', { name: '3 April' }).check();
  await expect(said(page, word('restore-count-new', { count: 2 }))).toBeVisible();
  await app.button(word('restore-do')).click();
  await expect(said(page, word('notices-restored', { records: 2 }))).toBeVisible();
  await expect(column(page, 'When it started')).toBeHidden();
  await app.reload();
  expect((await app.records('episode')).map(({ start, end, nrs: [[, pain]] }) => [start, end, pain]).sort()).toEqual([
    ['2026-04-03T10:00:00+01:00', '2026-04-03T11:30:00+01:00', 6],
    ['2026-06-05T11:30:00+01:00', '2026-06-05T11:50:00+01:00', 2],
  ]);
});

test('what is no table is refused with its reason, and the next file is a new try', async ({ app, page }) => {
  await app.open('#/settings');
  for (const [text, words] of [
    ['', word('restore-no-table')],
    ['Started,Lasted', word('restore-no-table')],
    ['Started,Notes\n2026-11-20 07:40,"never closed\n', word('restore-open-quote', { line: 2 })],
  ]) {
    await app.chooseTable(text);
    await expect(app.alert.filter({ hasText: words })).toContainText(wordLike('restore-wrong'));
    await app.chooseTable(BUDDY);
    await expect(said(page, word('restore-count-new', { count: 2 }))).toBeVisible();
    await expect(app.alert.filter({ hasText: wordLike('restore-wrong') })).toBeHidden();
  }
  // A table in place of a backup is no backup; the form of the last table goes.
  await app.chooseBackup(BUDDY);
  await expect(app.alert.filter({ hasText: anyWord('restore-not-json', 'restore-not-ours') })).toBeVisible();
  await expect(column(page, 'When it started')).toBeHidden();
  expect(await app.records('episode')).toEqual([]);
});
