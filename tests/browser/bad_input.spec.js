// What goes wrong in the world: a store that is blocked, full or lies, records that can't be read,
// times that can't be, addresses that are none, files that are no backups. Each time it is said,
// and nothing is lost.
import { writeFile } from 'node:fs/promises';
import { expect, noJournal, test } from './app.js';
import { diary, episode, fullEpisode, read } from './records.js';
import { anyWord, word, wordLike } from './words.js';

const NOW = '2026-11-22T12:00:00Z';
test.beforeEach(({ app }) => app.clock(NOW));

const notice = (page, words) => page.getByText(words).first();

// Each breaks the store of the page before anything runs in it.
const BROKEN_STORES = {
  blocked: {
    breakIt: () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } }),
    said: word('notices-blocked'),
  },
  absent: {
    breakIt: () => Object.defineProperty(window, 'localStorage', { get: () => null }),
    said: word('notices-blocked'),
  },
  full: {
    breakIt: () => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }; },
    said: 'Not saved: the browser\'s store is full.',
  },
  'forgetting without a word': {
    breakIt: () => { Storage.prototype.setItem = () => {}; },
    said: word('notices-blocked'),
  },
};

for (const [what, { breakIt, said }] of Object.entries(BROKEN_STORES)) {
  test.describe(`a store that is ${what}`, () => {
    // What the second store does about it stands in full.spec.js.
    test.beforeEach(async ({ page }) => {
      await page.addInitScript(breakIt);
      await page.addInitScript(noJournal);
    });

    test('a start is refused and said, and nothing pretends to run', async ({ app, page }) => {
      await app.open();
      await app.start.click();
      await expect(notice(page, said)).toBeVisible();
      await expect(app.start).toBeVisible();
      await expect(app.running).toBeHidden();
    });

    test('the danger check works all the same', async ({ app, page }) => {
      await app.open();
      await app.link(word('now-is-it-dangerous')).click();
      await app.tickSign();
      const card = page.getByRole('region', { name: 'Get emergency help now' });
      await expect(card).toBeVisible();
      await app.region.selectOption('United Kingdom');
      await expect(card.getByRole('link', { name: '999' })).toHaveAttribute('href', 'tel:999');
    });

    test('what was typed stays in the form', async ({ app, page }) => {
      await app.open('#/episode');
      await app.button('3 hours ago').click();
      await app.button('30 min').click();
      await app.intensity(1, 0).check();
      await app.notes.fill('Typed with care.');
      await app.save.click();
      await expect(notice(page, said)).toBeVisible();
      await expect(app.notes).toHaveValue('Typed with care.');
      await expect(app.startField).toHaveValue('2026-11-22T09:00');
      await expect(app.intensity(1, 0)).toBeChecked();
    });

    test('every page opens', async ({ app }) => {
      for (const [route, heading] of [
        ['#/diary', word('routes-diary')],
        ['#/trends', word('routes-trends')],
        ['#/relief', 'Ease it'],
        ['#/learn', 'The article, and what is known'],
        ['#/settings', word('routes-settings')],
      ]) {
        await app.open(route);
        await expect(app.heading(heading)).toBeVisible();
      }
      await app.button(word('settings-erase-all')).click();
      await app.button(word('settings-erase-yes')).click();
      await expect(app.heading(word('routes-settings'))).toBeVisible();
    });
  });
}

test('a store that is blocked is told at once, not at the first tap', async ({ app, page }) => {
  await page.addInitScript(BROKEN_STORES.blocked.breakIt);
  await page.addInitScript(noJournal);
  await app.open();
  await expect(notice(page, BROKEN_STORES.blocked.said)).toBeVisible();
});

test.describe('a store that another app has filled, where there is no other', () => {
  test.beforeEach(({ page }) => page.addInitScript(noJournal));

  /** Fills the store to the last character, with a key that is not ours. */
  const fill = (page) => page.evaluate(() => {
    let text = '';
    for (let size = 1 << 23; size >= 1; size >>= 1) {
      try {
        localStorage.setItem('another-app', text + 'x'.repeat(size));
        text += 'x'.repeat(size);
        size <<= 1; // once more as much
      } catch { /* then half as much */ }
    }
    return text.length;
  });

  test('refuses a start, loses nothing, and takes it when there is room again', async ({ app, page }) => {
    await app.seed({ 'unknot/episode/b': fullEpisode() });
    await app.open();
    const length = await fill(page);
    expect(length).toBeGreaterThan(1_000_000);
    const before = await app.stored();
    await app.start.click();
    await expect(notice(page, BROKEN_STORES.full.said)).toBeVisible();
    await expect(app.running).toBeHidden();
    expect(await app.stored()).toEqual(before);

    await page.evaluate(() => localStorage.removeItem('another-app'));
    await app.start.click();
    await expect(app.running).toBeVisible();
    await expect(notice(page, BROKEN_STORES.full.said)).toBeHidden();
    await app.reload();
    await expect(app.running).toBeVisible();
    expect((await app.stored())['unknot/episode/b']).toBe(fullEpisode());
  });

  // Longer than what the newest form of the record saves.
  const LONG = 'A longer story than before, with much to tell. '.repeat(20);

  test('refuses an edit, keeps both the old record and what was typed', async ({ app, page }) => {
    await app.seed({ 'unknot/episode/b': fullEpisode() });
    await app.open('#/episode/b');
    await expect(app.notes).toHaveValue('After the garden.');
    await fill(page);
    const before = await app.stored();
    await app.notes.fill(LONG);
    await expect(notice(page, BROKEN_STORES.full.said)).toBeVisible();
    await app.save.click();
    await expect(notice(page, BROKEN_STORES.full.said)).toBeVisible();
    await expect(app.notes).toHaveValue(LONG);
    expect(await app.stored()).toEqual(before);

    await page.evaluate(() => localStorage.removeItem('another-app'));
    await app.saveForm();
    await app.reload();
    expect(await app.episode()).toMatchObject({ rev: 3, notes: LONG, earlier: [['N', 'After the garden.']] });
  });
});

test.describe('records that cannot be read', () => {
  const UNREADABLE = {
    'unknot/episode/half': '{"v":1,"rev":1,"live":true,"sta',
    'unknot/episode/newer': '{"v":2,"rev":1,"begun":"2027-01-01T00:00:00Z"}',
    'unknot/episode/no-number': episode({ nrs: [['2026-11-20T07:41:10+00:00', 11]] }),
    'unknot/episode/no-start': '{"v":1,"rev":1,"live":true}',
    'unknot/episode/Not an id': episode(),
    'unknot/episode/of-lines': 'not a record,\nbut two lines',
    'unknot/checkup/empty': '',
    'unknot/checkup/newer': '{"v":99}',
  };
  const SAID = 'Records that can’t be read: 8. They are kept as they are; the others are fine. From a newer version of Unknot: 2.';

  test('are said, kept as they are, and cost no other', async ({ app, page }) => {
    await app.seed({ ...UNREADABLE, 'unknot/episode/b': fullEpisode() });
    await app.open('#/diary');
    await expect(notice(page, SAID)).toBeVisible();
    await expect(app.episodes).toHaveCount(1);
    await app.openEpisode();
    await app.notes.fill('Edited.');
    await app.saveForm();
    await app.goTo(word('routes-now'));
    await app.begin();
    await app.reload();
    await app.goTo(word('routes-diary'));
    await expect(app.episodes).toHaveCount(2);
    await expect(notice(page, SAID)).toBeVisible();
    expect(await app.stored()).toMatchObject(UNREADABLE);
  });

  test('can be saved as a file, every byte of them', async ({ app }) => {
    await app.seed(UNREADABLE);
    await app.open('#/diary');
    const { name, bytes } = await app.saved(app.button('Save them as a file'));
    expect(name).toBe('unknot-unreadable.txt');
    const text = bytes.toString('utf8');
    for (const [key, record] of Object.entries(UNREADABLE)) expect(text).toContain(`${key}\n${record}\n`);
  });

  test('go into a backup and out of it again', async ({ app, page }) => {
    await app.seed(UNREADABLE);
    await app.open('#/settings');
    const { bytes } = await app.saved(app.button(word('backup-save')));
    await app.button(word('settings-erase-all')).click();
    await app.button(word('settings-erase-yes')).click();
    await app.chooseBackup(bytes);
    await app.button(word('restore-do')).click();
    await expect(notice(page, word('notices-restored', { records: 8 }))).toBeVisible();
    expect(await app.stored()).toMatchObject(UNREADABLE);
  });

  test('are not overwritten by a tap that would change them', async ({ app, page }) => {
    await app.open();
    await app.begin();
    const { id } = await app.episode();
    // A newer version of the app, in another tab, rewrote it.
    await page.evaluate((key) => localStorage.setItem(key, '{"v":2}'), `unknot/episode/${id}`);
    await app.howBad(5).click();
    await expect(notice(page, word('notices-unreadable'))).toBeVisible();
    expect((await app.stored())[`unknot/episode/${id}`]).toBe('{"v":2}');
  });

  test('a check-up that cannot be read is not overwritten, and the danger check goes on without it', async ({ app, page }) => {
    const newer = { 'unknot/checkup/a': '{"v":99}' };
    await app.seed(newer);
    await app.open();
    await expect(page.getByText(word('frame-newer', { records: 1 }))).toBeVisible();
    await app.open('#/check/a/danger');
    await app.tickSign();
    await expect(page.getByRole('region', { name: 'Get emergency help now' })).toBeVisible();
    await expect(notice(page, word('notices-unreadable'))).toBeVisible();
    await app.tickDetail(/^Chest, breath/, /^Chest pain, tightness/);
    await app.goTo(word('routes-diary'));
    await app.button(word('alarm-say-help')).click();
    expect(await app.stored()).toEqual(newer);
    // It is still there to be saved, as the person is told to.
    await expect(notice(page, 'Records that can’t be read: 1.')).toBeVisible();
    const { bytes } = await app.saved(app.button('Save them as a file'));
    expect(bytes.toString('utf8')).toBe('unknot/checkup/a\n{"v":99}\n\n');
  });

  test('a draft that cannot be read costs nothing else', async ({ app }) => {
    await app.seed({ 'unknot/episode/b': fullEpisode(), 'unknot/draft/b': '{"opened":{"sta', 'unknot/draft/new': '[]' });
    await app.open('#/episode/b');
    await expect(app.notes).toHaveValue('After the garden.');
    await app.open('#/episode');
    await expect(app.startField).toHaveValue('');
  });

  test('a draft that cannot be read is not overwritten by the next keystroke, nor removed by saving', async ({ app, page }) => {
    const newer = { 'unknot/draft/b/t': '{"v":99,"notes":"typed in a newer one"}', 'unknot/draft/b/other': '{' };
    await page.addInitScript(() => sessionStorage.setItem('unknot/tab', 't'));
    await app.seed({ 'unknot/episode/b': fullEpisode(), ...newer });
    await app.open('#/episode/b');
    await expect(page.getByText('was written by another version of Unknot and cannot be shown')).toBeVisible();
    await app.notes.fill('More.');
    await app.reload();
    await expect(app.notes).toHaveValue('More.');
    await app.notes.fill('Still more.');
    expect(await app.stored()).toMatchObject(newer);
    await app.saveForm();
    expect(read(await app.stored())).toMatchObject(read({ 'unknot/episode/b': fullEpisode({ rev: 3, notes: 'Still more.' }), ...newer }));
    // Nor by throwing away what was typed since, nor by deleting the episode.
    await app.openEpisode();
    await app.notes.fill('Less.');
    await app.reload();
    await app.button('Throw it away').click();
    await expect(app.notes).toHaveValue('Still more.');
    await app.button('Delete this episode').click();
    await expect(app.heading(word('routes-diary'))).toBeVisible();
    expect(await app.stored()).toMatchObject(newer);
    expect(Object.keys(await app.stored()).filter((key) => key !== 'unknot/device')).toHaveLength(3);
  });

  test('settings that cannot be read are no settings', async ({ app, page }) => {
    await app.seed({ 'unknot/region': 'atlantis', 'unknot/appearance': 'ultraviolet' });
    await app.open('#/settings');
    await expect(app.region.getByRole('option', { name: 'Not chosen' })).toHaveJSProperty('selected', true);
    await expect(page.getByRole('radio', { name: word('settings-colours-system') })).toBeChecked();
  });
});

test.describe('times that cannot be', () => {
  const future = (field) => `${field}: that is in the future. Choose a time up to now.`;
  const gap = (field) => `${field}: that time did not exist, the clocks went forward. Choose a time before or after.`;

  for (const [what, start, end, said, wrong] of [
    ['an end before the start', '2026-11-21T10:00', '2026-11-21T09:59', 'It eased before it started. Change one of the two times.', 'endField'],
    ['a start in the future', '2026-11-22T12:05', '', future('When it started'), 'startField'],
    ['an end in the future', '2026-11-22T11:00', '2027-11-22T11:30', future('When it eased'), 'endField'],
    ['no start', '', '2026-11-21T09:59', 'When it started: choose a date and a time.', 'startField'],
    ['no end', '2026-11-21T10:00', '', 'When it eased: choose a date and a time.', 'endField'],
    ['a year before all memory', '1066-10-14T09:00', '2026-11-21T09:59', 'When it started: choose a date and a time.', 'startField'],
    // In London the clocks went from 01:00 to 02:00.
    ['a start in the gap of spring', '2026-03-29T01:30', '2026-03-29T04:00', gap('When it started'), 'startField'],
    ['an end in the gap of spring', '2026-03-29T00:30', '2026-03-29T01:30', gap('When it eased'), 'endField'],
  ]) {
    test(`${what} is said at its field, nothing is stored, and nothing typed is lost`, async ({ app }) => {
      await app.open('#/episode');
      await app.intensity(1, 4).check();
      await app.startField.fill(start);
      await app.endField.fill(end);
      await app.save.click();
      await expect(app.alert.getByRole('listitem').filter({ hasText: said })).toBeVisible();
      await expect(app.alert).toContainText('Not saved yet. What you typed is kept.');
      await expect(app[wrong]).toHaveAttribute('aria-invalid', 'true');
      await expect(app[wrong]).toBeFocused();
      expect(await app.records('episode')).toEqual([]);
      await app.reload();
      await expect(app.startField).toHaveValue(start);
      await expect(app.endField).toHaveValue(end);

      await app.startField.fill('2026-11-21T10:00');
      await app.endField.fill('2026-11-21T10:30');
      await app.saveForm();
      expect(await app.episode()).toMatchObject({ start: '2026-11-21T10:00:00+00:00', end: '2026-11-21T10:30:00+00:00' });
    });
  }

  test('a length that is not over yet is not offered', async ({ app }) => {
    await app.open('#/episode');
    await app.button('An hour ago').click();
    await expect(app.button('3 hours')).toBeDisabled();
    await app.button('1 hour').click();
    await expect(app.endField).toHaveValue('2026-11-22T12:00');
    await app.button('12 hours ago').click();
    await expect(app.button('3 hours')).toBeEnabled();
  });

  test('what was recorded while the clock was ahead can still be edited', async ({ app }) => {
    const ahead = { start: '2026-11-22T14:00:07+00:00', end: '2026-11-22T14:20:00+00:00', nrs: [['2026-11-22T14:00:07+00:00', 7]] };
    await app.seed({ 'unknot/episode/b': fullEpisode(ahead) });
    await app.open('#/episode/b');
    await app.notes.fill('The clock was ahead.');
    await app.saveForm();
    expect(read(await app.stored())).toMatchObject(read({ 'unknot/episode/b': fullEpisode({ ...ahead, rev: 3, notes: 'The clock was ahead.' }) }));
  });

  test('an end that a clock set back put before its start is a length that is not known', async ({ app }) => {
    const backwards = episode({ end: '2026-11-20T07:39:00+00:00' });
    await app.seed({ 'unknot/episode/b': backwards });
    await app.open('#/diary');
    await expect(app.episodes).toContainText(['length not known']);
    expect((await app.stored())['unknot/episode/b']).toBe(backwards);
  });

  test('an intensity before the start, and one without a number, are said', async ({ app, page }) => {
    await app.open('#/episode');
    await app.startField.fill('2026-11-21T10:00');
    await app.endField.fill('2026-11-21T11:00');
    await app.intensity(1, 4).check();
    await page.getByLabel('Time of intensity 1').fill('2026-11-21T09:00');
    await app.button('Add an intensity').click();
    await page.getByLabel('Time of intensity 2').fill('2026-11-21T10:30');
    await app.save.click();
    await expect(app.alert.getByRole('listitem')).toHaveText([
      'Intensity 1: that is before the start.',
      'Intensity 2: choose a number from 0 to 10, or remove it.',
    ]);
    expect(await app.records('episode')).toEqual([]);
    await page.getByLabel('Time of intensity 1').fill('');
    await app.button('Remove intensity 2').click();
    await app.saveForm();
    expect((await app.episode()).nrs).toEqual([['2026-11-21T10:00:00+00:00', 4]]);
  });

  for (const [choice, offset] of [['The first 01:30', '+01:00'], ['The second 01:30', '+00:00']]) {
    test(`a time that the clocks showed twice is asked about: ${choice}`, async ({ app, page }) => {
      await app.open('#/episode');
      await app.intensity(1, 4).check();
      await app.startField.fill('2026-10-25T01:30');
      await app.endField.fill('2026-10-25T02:30');
      await app.save.click();
      await expect(app.alert).toContainText('When it started: the clocks went back and showed that time twice. Say which one it was.');
      expect(await app.records('episode')).toEqual([]);
      const which = page.getByRole('group', { name: 'Which one?' });
      await which.getByRole('radio', { name: choice }).check();
      await app.saveForm();
      await app.reload();
      expect(await app.episode()).toMatchObject({ start: `2026-10-25T01:30:00${offset}`, end: '2026-10-25T02:30:00+00:00' });
      // Once said, it is not asked again, and stays what it was.
      await app.openEpisode();
      await expect(app.startField).toHaveValue('2026-10-25T01:30');
      await app.notes.fill('More.');
      await app.saveForm();
      expect(await app.episode()).toMatchObject({ start: `2026-10-25T01:30:00${offset}`, notes: 'More.' });
    });
  }

  test('the same wall time at both ends of the night when the clocks go back is an hour', async ({ app, page }) => {
    await app.open('#/episode');
    await app.intensity(1, 4).check();
    await app.startField.fill('2026-10-25T01:30');
    await app.endField.fill('2026-10-25T01:30');
    await app.save.click();
    const which = page.getByRole('group', { name: 'Which one?' });
    await expect(which).toHaveCount(2);
    await which.nth(0).getByRole('radio', { name: 'The first 01:30' }).check();
    await which.nth(1).getByRole('radio', { name: 'The second 01:30' }).check();
    await app.saveForm();
    await app.reload();
    await expect(app.episodes).toContainText(['1 h']);
  });

  test.describe('after a journey', () => {
    test.use({ timezoneId: 'America/New_York' });

    test('an episode keeps the hour and the offset of where it was', async ({ app }) => {
      await app.seed({ 'unknot/episode/b': fullEpisode() });
      await app.open('#/diary');
      await expect(app.episodes).toContainText(['Fri 20 Nov, 07:40']);
      await app.openEpisode();
      await app.notes.fill('From afar.');
      await app.saveForm();
      expect(read(await app.stored())).toMatchObject(read({ 'unknot/episode/b': fullEpisode({ rev: 3, notes: 'From afar.' }) }));
    });
  });
});

test.describe('addresses that are none', () => {
  for (const [route, heading] of [
    ['#/no-such-page', word('not-found-heading')],
    ['#/diary/', word('not-found-heading')],
    ['#/episode/NO', word('not-found-heading')],
    ['#/%F0%9F', word('not-found-heading')],
    ['#/<img src=x onerror=alert(1)>', word('not-found-heading')],
    ['#/episode/nothing-here', 'This episode is not here'],
    ['#/checkup/nothing-here', 'There is no such check'],
    ['#/check/a/no-such-question', 'This question is gone'],
  ]) {
    test(`${route} says so, leads on, and leaves the diary alone`, async ({ app, page }) => {
      await app.seed(diary());
      page.on('dialog', () => { throw new Error('a script of the address ran'); });
      await app.open(route);
      await expect(app.heading(heading)).toBeVisible();
      expect(await app.stored()).toEqual(diary());
      await app.reload();
      await page.getByRole('main').getByRole('link').first().click();
      await expect(app.heading(heading)).toBeHidden();
      await expect(app.heading()).toBeVisible();
      expect(await app.stored()).toEqual(diary());
    });
  }

  test('a question of a check that was never begun asks it, and stores nothing yet', async ({ app }) => {
    await app.open('#/check/never-begun/age');
    await expect(app.heading('How old are you?')).toBeVisible();
    expect(await app.stored()).toEqual({});
  });
});

test.describe('files that are no backups', () => {
  const record = JSON.parse(fullEpisode());
  const file = (fields) => JSON.stringify({ unknot: 'backup', version: 1, count: 1, records: { 'unknot/episode/r': record }, ...fields });
  const good = file({});
  const NOT_OURS = word('restore-not-ours');
  const HALF = word('restore-half');

  /** Looks whether it was said, and that nothing else happened. */
  async function refused(app, said, before) {
    await expect(app.alert.filter({ hasText: said })).toContainText(wordLike('restore-wrong'));
    await expect(app.button(word('restore-do'))).toBeHidden();
    expect(await app.stored()).toEqual(before);
  }

  const FILES = [
    ['empty', '', word('restore-empty')],
    ['blank', ' \n\t', word('restore-empty')],
    ['a text', 'Dear diary, today …', word('restore-not-json', { line: 1, column: 1 })],
    ['a text that begins as JSON', '{"unknot":"backup",\n"version":1,}', wordLike('restore-not-json', { line: 2 })],
    ['another JSON file', '{"name":"not ours","list":[1,2]}', NOT_OURS],
    ['a list', '[1,2,3]', NOT_OURS],
    ['a number', '42', NOT_OURS],
    ['nothing, in JSON', 'null', NOT_OURS],
    ['of another kind', file({ unknot: 'report' }), NOT_OURS],
    ['of a newer version', file({ version: 4 }), word('restore-newer')],
    ['of a newer version in another form', '{"unknot":"backup","version":7,"diary":"…"}', word('restore-newer')],
    ['half of one', good.slice(0, good.length / 2), HALF],
    ['all but the last character of one', good.slice(0, -1), HALF],
    ['the first character of one', good.slice(0, 1), HALF],
    ['short of a record', file({ count: 2 }), word('restore-other-count', { said: 2, found: 1 })],
    ['one with a record too many', file({ count: 0 }), word('restore-other-count', { said: 0, found: 1 })],
    ['one that was changed', file({ version: 2, checksum: 1 }), word('restore-changed')],
    ['one with a damaged record', file({ count: 2, records: { 'unknot/episode/r': record, 'unknot/episode/s': { v: 1 } } }), word('restore-bad-record', { key: 'unknot/episode/s' })],
    ['one with a record that is not ours', file({ records: { 'another-app': record } }), word('restore-bad-record', { key: 'another-app' })],
    ['one that would write a key that is not ours', file({ records: {}, unreadable: { 'another-app': 'x' } }), word('restore-bad-record', { key: 'another-app' })],
  ];

  test('each is refused with its reason, and nothing is changed', async ({ app }) => {
    await app.seed({ ...diary(), 'another-app': 'not ours' });
    await app.open('#/settings');
    const before = await app.stored();
    for (const [what, text, said] of FILES) {
      await test.step(what, async () => {
        await app.chooseBackup(text);
        await refused(app, said, before);
        // The next file is a new try.
        await app.chooseBackup(good);
        await expect(app.button(word('restore-do'))).toBeVisible();
        await expect(app.alert.filter({ hasText: wordLike('restore-wrong') })).toBeHidden();
      });
    }
    await app.reload();
    expect(await app.stored()).toEqual(before);
  });

  test('50 million bytes: refused before they are read', async ({ app }, testInfo) => {
    const path = testInfo.outputPath('large.json');
    await writeFile(path, Buffer.alloc(50_000_000, ' '));
    await app.seed(diary());
    await app.open('#/settings');
    const before = await app.stored();
    await app.chooseBackup({ path });
    await refused(app, word('restore-too-long', { bytes: 50, most: 25 }), before);
  });

  test('bytes that are no text: refused', async ({ app }) => {
    await app.open('#/settings');
    await app.chooseBackup([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]);
    await refused(app, anyWord('restore-not-json', 'restore-not-ours'), {});
  });
});
