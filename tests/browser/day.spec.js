// A day: what is noted of it is kept at once, through a reload; the questionnaires for those who want them.
import { expect, noJournal, test } from './app.js';
import { compact, diary, episode, fullEpisode, readDay, triggered } from './records.js';
import { NOT_SAVED, word } from './words.js';

const NOW = '2026-11-22T12:00:00Z';
test.beforeEach(({ app }) => app.clock(NOW));

const noSpasm = (page) => page.getByRole('checkbox', { name: 'No spasm this day' });
const event = (page) => page.getByLabel('An event of this day');
const notes = (page) => page.getByLabel('Notes of this day');
const events = (page) => page.getByRole('list', { name: 'Events' }).getByRole('listitem');
const calendarDay = (page, words) => page.getByRole('region', { name: 'Calendar' }).getByRole('link', { name: words });
const trigger = (page, name, words) => page.getByRole('group', { name, exact: true }).getByRole('radio', { name: words, exact: true });
const questions = (page) => page.getByText('Questionnaires, if you want them');

/** What is stored of a day. */
const day = async (app, date = '2026-11-22') => {
  const text = (await app.stored())[`unknot/day/${date}`];
  return text && readDay(text);
};

test('today without a spasm is one tap, and can be taken back', async ({ app, page }) => {
  await app.open();
  await app.button(word('now-today-yes')).click();
  await expect(app.button(word('now-today-yes'))).toBeHidden();
  expect(await day(app)).toMatchObject({ none: 1 });
  await app.button(word('notices-undo')).click();
  await expect(app.button(word('now-today-yes'))).toBeVisible();
  await app.button(word('now-today-yes')).click();
  await app.reload();
  await expect(app.start).toBeVisible();
  await expect(app.button(word('now-today-yes'))).toBeHidden();
  await app.goTo(word('routes-diary'));
  await expect(calendarDay(page, 'Sun 22 November, no spasm')).toHaveAttribute('aria-current', 'date');
});

test('it is not asked on a day with a spasm, nor while one runs; the next day it is', async ({ app }) => {
  await app.open();
  await app.begin();
  await expect(app.button(word('now-today-yes'))).toBeHidden();
  await app.clock(30);
  await app.eased.click();
  await app.button(word('controls-done')).click();
  await expect(app.lastOne).toBeVisible();
  await expect(app.button(word('now-today-yes'))).toBeHidden();
  await app.clock('2026-11-22T23:59:58Z');
  await expect(app.button(word('now-today-yes'))).toBeHidden();
  await app.clock('2026-11-23T00:00:01Z');
  await expect(app.button(word('now-today-yes'))).toBeVisible();
});

test('everything that is noted of a day stays through a reload', async ({ app, page }) => {
  await app.open('#/diary');
  await app.link('Note today').click();
  await expect(app.heading('Sun 22 November')).toBeVisible();
  await noSpasm(page).check();
  await app.key(/^How bad was the pain/, 0).check();
  await app.key(/^How was the night/, 7).check();
  await app.key(/^How stiff were you/, 3).check();
  await app.key(/^How was your mood/, 10).check();
  await page.getByRole('group', { name: /^How much of your work/ }).getByRole('radio', { name: 'Some of it' }).check();
  await page.getByText('Which of these?').click();
  await trigger(page, 'Lifting', 'There').check();
  await trigger(page, 'Stress', 'Not there').check();
  await event(page).fill('new chair');
  await app.button('Another one').click();
  await expect(events(page)).toContainText(['new chair']);
  await event(page).fill('began physiotherapy');
  await notes(page).fill('Slept in.\nThen a walk.');
  expect(await day(app)).toEqual({
    none: 1, pain: 0, triggers: ['lifting'], absent: ['stress'], scales: [7, 3, 10], work: 1, peg: [], rolandMorris: null, markers: ['began physiotherapy', 'new chair'], words: 'Slept in.\nThen a walk.',
  });

  await app.reload();
  await expect(noSpasm(page)).toBeChecked();
  await expect(app.key(/^How bad was the pain/, 0)).toBeChecked();
  await expect(app.key(/^How was the night/, 7)).toBeChecked();
  await expect(app.key(/^How stiff were you/, 3)).toBeChecked();
  await expect(app.key(/^How was your mood/, 10)).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Some of it' })).toBeChecked();
  // What was said of this day stands open.
  await expect(trigger(page, 'Lifting', 'There')).toBeChecked();
  await expect(trigger(page, 'Stress', 'Not there')).toBeChecked();
  await expect(events(page)).toContainText(['began physiotherapy', 'new chair']);
  await expect(notes(page)).toHaveValue('Slept in.\nThen a walk.');
});

test('what was said can be taken back, and is not 0 then', async ({ app, page }) => {
  await app.open('#/day/2026-11-20');
  await app.key(/^How bad was the pain/, 4).check();
  await page.getByText('Which of these?').click();
  await trigger(page, 'Cold', 'There').check();
  await trigger(page, 'Cold', 'Not there').check();
  expect(await day(app, '2026-11-20')).toMatchObject({ pain: 4, triggers: [], absent: ['cold'] });
  await page.getByRole('button', { name: 'Take it back: How bad was the pain' }).click();
  await page.getByRole('button', { name: 'Take it back: Cold' }).click();
  await expect(page.getByRole('button', { name: /^Take it back/ })).toHaveCount(0);
  await expect(app.key(/^How bad was the pain/, 4)).not.toBeChecked();
  await app.goTo(word('routes-diary'));
  await expect(calendarDay(page, 'Fri 20 November, nothing noted')).toBeVisible();
});

test('my own triggers stand open, the most frequent first; the usual ones are folded', async ({ app, page }) => {
  await app.seed({
    'unknot/episode/a': triggered('2026-11-01T08:00:00Z', ['stress', 'rain']),
    'unknot/episode/b': triggered('2026-11-02T08:00:00Z', ['rain', 'none']),
  });
  await app.open('#/day/2026-11-21');
  const rows = page.getByRole('group').filter({ has: page.getByRole('radio', { name: 'Not there' }) });
  await expect(rows).toHaveCount(2);
  await expect(rows).toContainText(['rain', 'Stress']);
  await trigger(page, 'rain', 'There').check();
  expect(await day(app, '2026-11-21')).toMatchObject({ triggers: ['rain'] });
  await page.getByText('Others').click();
  await expect(trigger(page, 'Lifting', 'There')).toBeVisible();
  await expect(trigger(page, 'Nothing I know of', 'There')).toHaveCount(0);
});

test('a day with a spasm shows it, and does not ask whether there was none', async ({ app, page }) => {
  await app.seed({ 'unknot/episode/b': fullEpisode() });
  await app.open('#/day/2026-11-20');
  await expect(page.getByRole('list', { name: 'Spasms of this day' }).getByRole('link')).toContainText(['Fri 20 Nov, 07:40']);
  await expect(noSpasm(page)).toBeHidden();
  await app.link('The day before').click();
  await expect(app.heading('Thu 19 November')).toBeVisible();
  await expect(noSpasm(page)).toBeVisible();
  await app.link('The day after').click();
  await expect(app.heading('Fri 20 November')).toBeVisible();
});

test('a day to come is not asked about', async ({ app, page }) => {
  await app.open('#/day/2026-11-23');
  await expect(page.getByText('This day is still to come.')).toBeVisible();
  await expect(page.getByRole('main').locator('input, textarea')).toHaveCount(0);
  await app.open('#/day/2026-11-22');
  await expect(app.link(/The day after/)).toBeHidden();
});

test('an event can be changed and removed, and its removal undone', async ({ app, page }) => {
  await app.open('#/day/2026-11-22');
  await event(page).fill('new chiar');
  await app.reload();
  await page.getByRole('button', { name: 'Change new chiar' }).click();
  await expect(event(page)).toHaveValue('new chiar');
  await expect(event(page)).toBeFocused();
  await event(page).fill('new chair');
  expect((await day(app)).markers).toEqual(['new chair']);
  await app.button('Another one').click();
  await page.getByRole('button', { name: 'Remove new chair' }).click();
  await expect(events(page)).toHaveCount(0);
  expect((await day(app)).markers).toEqual([]);
  await app.button(word('notices-undo')).click();
  await expect(events(page)).toContainText(['new chair']);
  // Cleared in the field it is gone as well.
  await page.getByRole('button', { name: 'Change new chair' }).click();
  await event(page).fill('');
  expect((await day(app)).markers).toEqual([]);
});

test('typing leaves the cursor where it is', async ({ app, page }) => {
  await app.open('#/day/2026-11-22');
  for (const field of [notes(page), event(page)]) {
    await field.fill('a c');
    await field.press('ArrowLeft');
    await page.keyboard.type('b ');
    await expect(field).toHaveValue('a b c');
    await expect(field).toBeFocused();
  }
  expect(await day(app)).toMatchObject({ markers: ['a b c'], words: 'a b c' });
});

test('what another tab notes of the day is shown', async ({ app, page }) => {
  await app.open('#/day/2026-11-22');
  await notes(page).fill('mine');
  const other = await app.otherTab('#/day/2026-11-22');
  await expect(notes(other.page)).toHaveValue('mine');
  await event(other.page).fill('new bed');
  await app.key(/^How was your mood/, 2).check();
  await notes(other.page).fill('mine, and theirs');
  await expect(notes(page)).toHaveValue('mine, and theirs');
  await expect(events(page)).toContainText(['new bed']);
  expect(await day(app)).toMatchObject({ markers: ['new bed'], scales: [null, null, 2], words: 'mine, and theirs' });
});

test('what an older copy of the day said is kept, and shown', async ({ app, page }) => {
  const key = 'unknot/day/2026-11-22';
  const noted = (rev, pain, words) => compact(1, [rev, 0, pain, [], [], null, null, null, null, [], null, [], [], words]);
  await app.seedBoth({ [key]: noted(9, 5, 'Stiff until noon') });
  await app.open('#/settings');
  await app.chooseBackup(JSON.stringify({ unknot: 'backup', version: 1, count: 1, records: { [key]: JSON.parse(noted(4, 3, 'Slept on the sofa')) } }));
  await expect(page.getByText(word('restore-count-merged', { count: 1 }))).toBeVisible();
  await app.button(word('restore-do')).click();
  await expect(page.getByText('Restored.')).toBeVisible();
  await app.open('#/day/2026-11-22');
  await expect(notes(page)).toHaveValue('Stiff until noon');
  const earlier = page.getByText(/^Earlier values/);
  await earlier.click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Notes: Slept on the sofa' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Pain: 3' })).toBeVisible();
  // It stays when the day is changed.
  await app.clock(10);
  await app.key(/^How bad was the pain/, 6).check();
  await app.reload();
  await earlier.click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Notes: Slept on the sofa' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Pain: 5' })).toBeVisible();
});

test('what a later visit changes is kept as an earlier value; what is corrected at once is not', async ({ app, page }) => {
  const pain = (n) => app.key(/^How bad was the pain/, n);
  const earlier = page.getByText(/^Earlier values/);
  await app.open('#/day/2026-11-22');
  await pain(3).check();
  await pain(5).check();
  await notes(page).fill('Stiff until noon');
  await expect(earlier).toBeHidden();
  await app.clock(10);
  await app.reload();
  await pain(6).check();
  await pain(7).check();
  await notes(page).fill('Better by noon');
  await earlier.click();
  const values = page.getByRole('listitem').filter({ hasText: /^(Pain|Notes): / });
  await expect(values).toHaveText(['Notes: Stiff until noonUse this again', 'Pain: 5Use this again']);
  await app.clock(10);
  await app.reload();
  await page.getByRole('button', { name: /^Take it back: How bad was the pain/ }).click();
  await earlier.click();
  await expect(values).toHaveText(['Pain: 7Use this again', 'Notes: Stiff until noonUse this again', 'Pain: 5Use this again']);
  // What is said once more is no longer an earlier value.
  await pain(5).check();
  await expect(values).toHaveText(['Pain: 7Use this again', 'Notes: Stiff until noonUse this again']);
});

test('what is undone after the page was left is undone', async ({ app, page }) => {
  await app.open('#/day/2026-11-22');
  await event(page).fill('new chair');
  await app.button('Another one').click();
  await page.getByRole('button', { name: 'Remove new chair' }).click();
  await app.goTo(word('routes-diary'));
  await app.button(word('notices-undo')).click();
  await expect.poll(async () => (await day(app)).markers).toEqual(['new chair']);
});

test('what another tab has erased comes back as no earlier value', async ({ app, page }) => {
  await app.open('#/day/2026-11-22');
  await notes(page).fill('a secret');
  const other = await app.otherTab('#/settings');
  await other.button(word('settings-erase-all')).click();
  await other.button(word('settings-erase-yes')).click();
  await expect(notes(page)).toHaveValue('');
  await app.key(/^How bad was the pain/, 3).check();
  await expect.poll(async () => (await day(app))?.pain).toBe(3);
  expect(JSON.stringify(await app.stored())).not.toContain('secret');
});

test('a text that is refused stays, also on the way to another page and back', async ({ app, page }) => {
  await page.addInitScript(noJournal);
  await app.open('#/day/2026-11-22');
  await notes(page).fill('kept');
  await page.evaluate(() => {
    const real = Storage.prototype.setItem;
    Storage.prototype.setItem = function setItem(key, text) {
      if (window.isFull) throw new DOMException('', 'QuotaExceededError');
      return real.call(this, key, text);
    };
    window.isFull = true;
  });
  await notes(page).fill('kept, and more');
  await event(page).fill('new chair');
  await expect(page.getByText(NOT_SAVED).first()).toBeVisible();
  await expect(notes(page)).toHaveValue('kept, and more');
  await app.goTo(word('routes-diary'));
  await page.goBack();
  await expect(notes(page)).toHaveValue('kept, and more');
  await expect(event(page)).toHaveValue('new chair');
  expect(await day(app)).toMatchObject({ words: 'kept', markers: [] });
  await page.evaluate(() => { window.isFull = false; });
  await app.key(/^How was your mood/, 2).check();
  await expect(notes(page)).toHaveValue('kept, and more');
  await notes(page).press('End');
  await page.keyboard.type('.');
  expect(await day(app)).toMatchObject({ words: 'kept, and more.' });
});

test.describe('questionnaires', () => {
  const PEG = [/pain on average in the past week/, /enjoyment of life/, /general activity/];

  test('PEG: no score while one is missing, kept half-way, then a number and its change', async ({ app, page }) => {
    await app.open('#/day/2026-11-22');
    await expect(page.getByRole('heading', { name: /^PEG/ })).toBeHidden();
    await questions(page).click();
    await page.getByRole('checkbox', { name: /^PEG/ }).check();
    const result = page.getByRole('status').filter({ hasText: /score/i });
    await expect(result).toHaveText('No score until all three are answered.');
    await app.key(PEG[0], 6).check();
    await app.key(PEG[2], 0).check();
    await expect(result).toHaveText('No score until all three are answered.');
    await app.reload();
    await expect(app.key(PEG[0], 6)).toBeChecked();
    await expect(app.key(PEG[2], 0)).toBeChecked();
    expect(await day(app)).toBeUndefined();
    await app.key(PEG[1], 10).check();
    await expect(result).toHaveText('Score: 5.3 of 10.');
    expect((await day(app)).peg).toEqual([7, 11, 1]);
    expect(Object.keys(await app.stored()).filter((key) => key.includes('draft'))).toEqual([]);

    // Not due yet, and a week later it is.
    await app.goTo(word('routes-diary'));
    await expect(app.link(/time for PEG/)).toBeHidden();
    await app.clock('2026-11-29T12:00:00Z');
    await expect(app.link(/time for PEG/)).toBeVisible();
    await app.link(/time for PEG/).click();
    await expect(app.heading('Sun 29 November')).toBeVisible();
    for (const [n, answer] of [6, 9, 0].entries()) await app.key(PEG[n], answer).check();
    await expect(result).toHaveText('Score: 5.0 of 10. 0.3 less than on Sun 22 November (5.3).');
    await app.key(PEG[1], 7).check();
    await expect(result).toHaveText('Score: 4.3 of 10. 1.0 less than on Sun 22 November (5.3). 1 point or more: may be a real change.');
    await app.button('Take the answers back').click();
    await expect(result).toHaveText('No score until all three are answered.');
    expect((await day(app, '2026-11-29')).peg).toEqual([]);
    await app.button(word('notices-undo')).click();
    await app.reload();
    await expect(result).toContainText('Score: 4.3');
    // During a spasm it is a number alone.
    await app.goTo(word('routes-now'));
    await app.begin();
    await app.open('#/day/2026-11-29');
    await expect(result).toHaveText('Score: 4.3 of 10. 1.0 less than on Sun 22 November (5.3).');
  });

  test('what is taken back on another day or left behind comes back by Undo', async ({ app, page }) => {
    const past = (fields) => compact(1, [1, 0, null, [], [], null, null, null, null, ...fields]);
    await app.seed({ 'unknot/day/2026-11-20': past([[7, 11, 1], null, [], [], '']), 'unknot/day/2026-11-19': past([[], 9, [], [], '']) });
    // The form goes with its answers.
    await app.open('#/day/2026-11-20');
    await app.button('Take the answers back').click();
    await expect(page.getByRole('heading', { name: /^PEG/ })).toBeHidden();
    await app.button(word('notices-undo')).click();
    await expect.poll(async () => (await day(app, '2026-11-20')).peg).toEqual([7, 11, 1]);
    await expect(page.getByText('Score: 5.3 of 10.')).toBeVisible();
    await app.open('#/day/2026-11-19');
    await app.button('Take the ticks back').click();
    await app.goTo(word('routes-diary'));
    await app.button(word('notices-undo')).click();
    await expect.poll(async () => (await day(app, '2026-11-19')).rolandMorris).toBe(9);
  });

  test('Roland-Morris: only for the low back, ticks only, untouched is not 0', async ({ app, page }) => {
    await app.seed({ 'unknot/episode/b': episode({ places: ['neck-left'] }) });
    await app.open('#/day/2026-11-22');
    await questions(page).click();
    await expect(page.getByRole('checkbox', { name: /^PEG/ })).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /^Roland-Morris/ })).toBeHidden();

    await app.seed({ 'unknot/episode/c': fullEpisode() });
    await app.open('#/day/2026-11-22');
    await questions(page).click();
    await page.getByRole('checkbox', { name: /^Roland-Morris/ }).check();
    await expect(page.getByText('Remember, only tick the sentence if you are sure it describes you today.')).toBeVisible();
    await expect(page.getByText('Roland MO, Morris RW.')).toBeVisible();
    const sentences = page.getByRole('group', { name: 'Sentences' }).getByRole('checkbox');
    await expect(sentences).toHaveCount(24);
    const result = page.getByRole('status').filter({ hasText: /Not filled in|Ticked/ });
    await expect(result).toHaveText('Not filled in yet.');
    await sentences.nth(0).check();
    await sentences.nth(23).check();
    await expect(result).toHaveText('Ticked: 2 of 24.');
    expect((await day(app)).rolandMorris).toBe((1 << 23) + 1);
    await app.reload();
    await expect(sentences.nth(23)).toBeChecked();
    await sentences.nth(0).uncheck();
    await sentences.nth(23).uncheck();
    await expect(result).toHaveText('Not filled in yet.');
    expect((await day(app)).rolandMorris).toBeNull();
    await app.button('I read all 24, and none describes me today').click();
    await expect(result).toHaveText('Ticked: 0 of 24.');
    expect((await day(app)).rolandMorris).toBe(0);
    await app.goTo(word('routes-diary'));
    await expect(app.link(/time for Roland-Morris/)).toBeHidden();
    await app.clock('2026-12-06T12:00:00Z');
    await app.link(/time for Roland-Morris/).click();
    for (let n = 0; n < 9; n += 1) await sentences.nth(n).check();
    // From 0 no change is judged.
    await expect(result).toHaveText('Ticked: 9 of 24. 9 more than on Sun 22 November (0).');
    await app.clock('2026-12-20T12:00:00Z');
    await app.open('#/day/2026-12-20');
    for (let n = 0; n < 4; n += 1) await sentences.nth(n).check();
    await expect(result).toHaveText('Ticked: 4 of 24. 5 less than on Sun 6 December (9). From where you started, that may be a real change.');
  });

  test('they are off until wanted, and can be switched off again', async ({ app, page }) => {
    await app.seed(diary());
    await app.open('#/diary');
    await expect(app.link(/It is time/)).toHaveCount(0);
    await app.open('#/day/2026-11-22');
    await questions(page).click();
    await page.getByRole('checkbox', { name: /^PEG/ }).check();
    await page.getByRole('checkbox', { name: /^Roland-Morris/ }).check();
    await app.goTo(word('routes-diary'));
    await expect(app.link(/It is time/)).toHaveCount(2);
    await app.reload();
    await expect(app.link(/It is time/)).toHaveCount(2);
    await app.link(/time for PEG/).click();
    await questions(page).click();
    await page.getByRole('checkbox', { name: /^PEG/ }).uncheck();
    await expect(page.getByRole('heading', { name: /^PEG/ })).toBeHidden();
    await app.goTo(word('routes-diary'));
    await expect(app.link(/It is time/)).toHaveCount(1);
  });
});
