// A backup, erasing everything, and having it all back.
import { expect, journal, noJournal, test } from './app.js';
import { checkup, diary, episode, fullEpisode, many, read, readCheckup, readEpisode, readSettings } from './records.js';
import { word, wordLike } from './words.js';

test.beforeEach(({ app }) => app.clock('2026-11-22T12:00:00Z'));

/** What is stored, without marks that are no part of the diary: of erasing, of the last restore, of the last start; and the device's own number. */
async function kept(app) {
  const { 'unknot/epoch': _, 'unknot/imported': __, 'unknot/running': ___, 'unknot/asked': ____, 'unknot/device': _____, ...texts } = await app.stored();
  return texts;
}

/** What tells both stores that everything was erased, once. */
const ERASED = { 'unknot/epoch': '1' };
const FOREIGN = { 'another-app': 'not ours', unknot: 'not ours either', 'unknot-2/episode/a': 'nor this' };
const said = (page, words) => page.getByRole('status').filter({ hasText: words });

/** A backup of version 1, which had no checksum. */
const fileOf = (records) => JSON.stringify({
  unknot: 'backup',
  version: 1,
  count: Object.keys(records).length,
  records: Object.fromEntries(Object.entries(records).map(([key, text]) => [key, JSON.parse(text)])),
});

/** The episodes of a store, by key. */
const episodes = (texts) => Object.fromEntries(Object.entries(read(texts)).filter(([key]) => key.startsWith('unknot/episode/')));

async function backup(app) {
  await app.goTo(word('routes-settings'));
  return (await app.saved(app.button(word('backup-save')))).bytes;
}

async function erase(app) {
  await app.goTo(word('routes-settings'));
  await app.button(word('settings-erase-all')).click();
  await app.button(word('settings-erase-yes')).click();
  await expect(said(app.page, word('notices-erased'))).toBeVisible();
}

const UNREADABLE = word('restore-count-unreadable', { count: 1 });

/** What a restore would do, line by line: all of it. */
const previewed = (page, lines) => expect(page.getByRole('status').filter({ has: page.getByRole('button', { name: word('restore-do') }) }).getByRole('listitem')).toHaveText(lines);

/** Chooses a file, looks at what it would do, and does it. */
async function restore(app, bytes, preview) {
  await app.goTo(word('routes-settings'));
  await app.chooseBackup(bytes);
  await previewed(app.page, preview);
  await app.button(word('restore-do')).click();
}

test('backup, erase, restore: the same diary, the same file again', async ({ app, page }) => {
  await app.seed({ ...diary(), ...FOREIGN });
  await app.open();
  await app.begin(); // and one that is made by hand
  await app.howBad(0).check();
  await app.place('Neck, left').check();
  const before = await kept(app);
  await app.goTo(word('routes-diary'));
  const list = await page.getByRole('main').ariaSnapshot();
  const bytes = await backup(app);

  await erase(app);
  expect(await app.stored()).toEqual({ ...FOREIGN, ...ERASED });
  await app.reload();
  await app.goTo(word('routes-diary'));
  await expect(page.getByText('Nothing here yet.')).toBeVisible();

  await restore(app, bytes, [word('restore-count-new', { count: 6 }), UNREADABLE]);
  await expect(said(page, word('notices-restored', { records: 6 }))).toBeVisible();
  expect(read(await kept(app))).toEqual(read(before));
  await app.reload();
  await app.goTo(word('routes-diary'));
  expect(await page.getByRole('main').ariaSnapshot()).toBe(list);
  expect((await backup(app)).equals(bytes)).toBe(true);
  await app.goTo(word('routes-now'));
  await expect(app.running).toBeVisible();
  await expect(app.howBad(0)).toBeChecked();
});

test('the file says what it is, and holds every record as it is stored', async ({ app }) => {
  await app.seed({ ...diary(), ...FOREIGN, 'unknot/region': 'uk', 'unknot/draft/new': '{}' });
  await app.open();
  const { drafts, ...file } = JSON.parse(await backup(app));
  expect(drafts).toEqual({ 'unknot/draft/new': '{}' });
  const { 'unknot/settings/me': settings } = file.records;
  expect(readSettings({ 'unknot/settings/me': JSON.stringify(settings) })).toEqual({ region: 'uk' });
  delete file.records['unknot/settings/me'];
  const { 'unknot/episode/e': damaged, ...good } = diary();
  const isEpisode = (key) => key.startsWith('unknot/episode/');
  const form = (key, record) => (isEpisode(key) ? readEpisode : readCheckup)(JSON.stringify(record));
  const named = (records) => Object.fromEntries(Object.entries(records).map(([key, record]) => [key, form(key, record)]));
  // They are written in the newest form, whatever they were read from.
  const newest = Object.fromEntries(Object.entries(good).map(([key, text]) => [key, { ...JSON.parse(text), v: isEpisode(key) ? 4 : 5 }]));
  expect({ ...file, records: named(file.records) }).toEqual({
    unknot: 'backup',
    version: 3,
    count: 7,
    checksum: expect.any(Number),
    records: newest,
    unreadable: { 'unknot/episode/e': damaged },
  });
});

test('erasing is asked twice, and "no" erases nothing', async ({ app }) => {
  await app.seed({ ...diary(), 'unknot/region': 'uk' });
  await app.open('#/settings');
  await expect(app.region.getByRole('option', { name: 'United Kingdom', exact: true })).toHaveJSProperty('selected', true);
  const before = await kept(app);
  expect(before).toMatchObject(diary());
  expect(readSettings(before)).toEqual({ region: 'uk' });
  await app.button(word('settings-erase-all')).click();
  await expect(app.alert.filter({ hasText: word('settings-erase-sure') })).toBeVisible();
  expect(await kept(app)).toEqual(before);
  await app.button(word('controls-keep')).click();
  await expect(app.alert.filter({ hasText: word('settings-erase-sure') })).toBeHidden();
  expect(await kept(app)).toEqual(before);
  // Leaving is no yes.
  await app.button(word('settings-erase-all')).click();
  await app.goTo(word('routes-diary'));
  await app.reload();
  expect(await kept(app)).toEqual(before);
});

test('erasing takes settings and drafts too, and no key of anyone else', async ({ app, page }) => {
  await app.seed({ ...diary(), ...FOREIGN, 'unknot/region': 'uk', 'unknot/appearance': 'dark', 'unknot/draft/b': '{}', 'unknot/early/x': 'half' });
  await app.open();
  await erase(app);
  expect(await app.stored()).toEqual({ ...FOREIGN, ...ERASED });
  await expect(page.getByRole('radio', { name: word('settings-colours-system') })).toBeChecked();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  await app.reload();
  expect(await app.stored()).toEqual({ ...FOREIGN, ...ERASED });
  await app.goTo(word('routes-now'));
  await expect(app.start).toBeVisible();
});

test('restoring twice changes nothing', async ({ app, page }) => {
  await app.seed(diary());
  await app.open();
  const bytes = await backup(app);
  const before = await kept(app);
  for (const _ of ['once', 'twice']) {
    await restore(app, bytes, [word('restore-count-same', { count: 5 })]);
    await expect(said(page, word('notices-restored', { records: 0 }))).toBeVisible();
    await app.reload();
    expect(await kept(app)).toEqual(before);
  }
});

/** What differs in them is the note: of two from before stamps the form that was stored more often shows its own. */
const noted = (rev, notes, fields = {}) => fullEpisode({ rev, notes, ...fields });

test('restoring merges: what is only here stays, what was changed since stays, what is older here is renewed', async ({ app, page }) => {
  await app.seed({
    'unknot/episode/here': fullEpisode({ notes: 'only here' }),
    'unknot/episode/changed': noted(5, 'while digging'),
    'unknot/episode/older': noted(1, 'after digging'),
    'unknot/episode/ticks': fullEpisode({ rev: 2, places: ['neck-left'] }),
    'unknot/episode/unreadable': '{"v":2}',
  });
  await app.open();
  await restore(app, fileOf({
    'unknot/episode/changed': noted(4, 'after digging'),
    'unknot/episode/new': fullEpisode({ notes: 'new' }),
    'unknot/episode/older': noted(2, 'while digging'),
    'unknot/episode/ticks': fullEpisode({ rev: 2, places: ['low-left'] }),
    'unknot/episode/unreadable': fullEpisode(),
  }), [word('restore-count-new', { count: 1 }), word('restore-count-merged', { count: 3 }), word('restore-count-blocked', { count: 1 })]);
  await expect(said(page, word('notices-restored', { records: 4 }))).toBeVisible();
  await app.reload();
  const stored = await kept(app);
  expect(stored['unknot/episode/unreadable']).toBe('{"v":2}');
  delete stored['unknot/episode/unreadable'];
  // The other note is kept as an earlier value; what only one side has ticked is ticked.
  const earlier = { earlier: [['N', 'after digging']] };
  const expected = episodes({
    'unknot/episode/here': fullEpisode({ notes: 'only here' }),
    'unknot/episode/changed': noted(5, 'while digging'),
    'unknot/episode/older': noted(2, 'while digging'),
    'unknot/episode/new': fullEpisode({ notes: 'new' }),
    'unknot/episode/ticks': fullEpisode({ rev: 2, places: ['neck-left', 'low-left'] }),
  });
  for (const key of ['unknot/episode/changed', 'unknot/episode/older']) Object.assign(expected[key], earlier);
  expect(episodes(stored)).toEqual(expected);
});

test('what changes between the look and the tap is not overwritten', async ({ app, page }) => {
  await app.seed({ 'unknot/episode/b': noted(1, 'while digging') });
  await app.open('#/settings');
  await app.chooseBackup(fileOf({ 'unknot/episode/b': noted(2, 'after digging') }));
  await previewed(page, [word('restore-count-merged', { count: 1 })]);
  // Another tab saves; the news of it is still on its way.
  const since = noted(9, 'before digging');
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), ['unknot/episode/b', since]);
  await app.button(word('restore-do')).click();
  await expect(said(page, 'Restored.')).toBeVisible();
  await expect.poll(async () => (await app.episode()).notes).toBe('before digging');
});

test('a record of a newer version costs no other record, and is told', async ({ app, page }) => {
  const newer = { v: 99, begun: [2027, 1, 1] };
  const file = JSON.stringify({
    unknot: 'backup',
    version: 1,
    count: 2,
    records: { 'unknot/episode/b': JSON.parse(fullEpisode()), 'unknot/episode/newer': newer },
  });
  await app.open();
  await restore(app, file, [word('restore-count-new', { count: 2 }), word('restore-count-unreadable', { count: 1 })]);
  await expect(said(page, word('notices-restored', { records: 2 }))).toBeVisible();
  expect(JSON.parse((await app.stored())['unknot/episode/newer'])).toEqual(newer);
  await app.goTo(word('routes-diary'));
  await expect(app.episodes).toHaveCount(1);
  await expect(page.getByText('Records that can’t be read: 1. They are kept as they are; the others are fine. From a newer version of Unknot: 1')).toBeVisible();
});

test('nothing is restored before it was looked at', async ({ app, page }) => {
  await app.seed(diary());
  await app.open();
  const bytes = await backup(app);
  await erase(app);
  await app.chooseBackup(bytes);
  await previewed(page, [word('restore-count-new', { count: 5 }), UNREADABLE]);
  expect(await app.stored()).toEqual(ERASED);
  await app.goTo(word('routes-diary'));
  await app.reload();
  expect(await app.stored()).toEqual(ERASED);
});

test('a deleted episode that is restored stays deleted', async ({ app, page }) => {
  await app.seed({ 'unknot/episode/d': episode({ deleted: '2026-11-21T13:00:00+00:00' }), 'unknot/checkup/c': checkup({ episode: 'd' }) });
  await app.open();
  const bytes = await backup(app);
  await erase(app);
  await restore(app, bytes, [word('restore-count-new', { count: 2 })]);
  await app.goTo(word('routes-diary'));
  await expect(app.episodes).toHaveCount(0);
  await expect(page.getByText('Deleted (1)')).toBeVisible();
  await expect(page.getByText('Checks (1)')).toBeVisible();
});

test('a store that gets full midway, with no second one: nothing of it is restored, and it is said', async ({ app, page }) => {
  const older = JSON.stringify({ ...JSON.parse(many(2)['unknot/episode/m000001-aaaa']), rev: 1 });
  const stays = { 'unknot/episode/m000001-aaaa': older, 'unknot/episode/z': fullEpisode() };
  await app.seed(many(40));
  await app.open();
  const bytes = await backup(app);
  await erase(app);
  await app.seed(stays);
  // Leaves room for some of the forty, by a key that is not ours.
  await page.evaluate((room) => {
    let text = '';
    for (let size = 1 << 23; size >= 1; size >>= 1) {
      try {
        localStorage.setItem('another-app', text + 'x'.repeat(size));
        text += 'x'.repeat(size);
        size <<= 1;
      } catch { /* then half as much */ }
    }
    localStorage.setItem('another-app', text.slice(room));
  }, 3_000);
  await page.addInitScript(noJournal);
  await page.addInitScript(() => {
    window.written = 0;
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function counted(key, text) {
      setItem.call(this, key, text);
      if (!key.includes('0001-')) window.written += 1; // that one is there, and is put back
    };
  });
  await app.open();
  const before = await kept(app);
  await restore(app, bytes, [word('restore-count-new', { count: 39 }), word('restore-count-merged', { count: 1 })]);
  await expect(said(page, 'Not saved: the browser\'s store is full.')).toBeVisible();
  const written = await page.evaluate(() => window.written);
  expect(written, 'it was midway').toBeGreaterThan(1);
  expect(written, 'it was midway').toBeLessThan(39);
  expect(await kept(app)).toEqual(before);
  await app.reload();
  await app.goTo(word('routes-diary'));
  await expect(app.episodes).toHaveCount(2);

  await page.evaluate(() => localStorage.removeItem('another-app'));
  await restore(app, bytes, [word('restore-count-new', { count: 39 }), word('restore-count-merged', { count: 1 })]);
  await expect(said(page, word('notices-restored', { records: 40 }))).toBeVisible();
  await app.reload();
  expect(read(await kept(app))).toEqual(read({ ...many(40), 'unknot/episode/z': fullEpisode() }));
});

for (const [when, state, count] of [['before it counts', ' '.repeat(200), 1], ['when it counts', '1', 3]]) {
  test(`without a journal, a restore that was stopped ${when} is all of it or nothing`, async ({ app, page }) => {
    const stays = { 'unknot/episode/z': fullEpisode() };
    const laidOut = { 'unknot/next': state, 'unknot/next/episode/x': episode({ notes: 'x' }), 'unknot/next/episode/y': episode({ notes: 'y' }) };
    await page.addInitScript(noJournal);
    await app.seed({ ...stays, ...laidOut });
    await app.open('#/diary');
    await expect(app.episodes).toHaveCount(count);
    expect(Object.keys(await app.stored()).filter((key) => key.startsWith('unknot/next'))).toEqual([]);
    expect((await app.stored())['unknot/episode/z']).toBe(fullEpisode());
  });
}

test('before a restore each kind is counted; what was deleted here since comes back only if that is chosen', async ({ app, page }) => {
  const deleted = { deleted: '2026-11-21T13:00:00+00:00' };
  const there = {
    'unknot/checkup/c': checkup(),
    'unknot/episode/both': fullEpisode({ rev: 3, notes: 'changed there' }),
    'unknot/episode/gone': fullEpisode({ rev: 2, notes: 'deleted here since' }),
    'unknot/episode/new': fullEpisode({ notes: 'new' }),
    'unknot/episode/newer': noted(5, 'while digging'),
    'unknot/episode/older': noted(5, 'while digging'),
    'unknot/episode/same': fullEpisode({ notes: 'the same' }),
  };
  const here = {
    'unknot/checkup/c': checkup(),
    'unknot/episode/both': fullEpisode({ rev: 3, notes: 'changed here' }),
    'unknot/episode/gone': fullEpisode({ rev: 4, notes: 'deleted here since', ...deleted }),
    'unknot/episode/newer': noted(4, 'while digging'),
    'unknot/episode/older': noted(6, 'while digging'),
    'unknot/episode/same': fullEpisode({ notes: 'the same' }),
  };
  const preview = [word('restore-count-new', { count: 1 }), word('restore-count-merged', { count: 2 }), word('restore-count-same', { count: 4 })];
  const deletions = page.getByRole('group', { name: word('restore-deletions') });
  const choice = (name) => deletions.getByRole('radio', { name });
  await app.seed(here);
  await app.open('#/settings');
  await app.chooseBackup(fileOf(there));
  await previewed(page, preview);
  await expect(choice(word('restore-later-counts'))).toBeChecked();
  await expect(deletions).toContainText(word('restore-will-be-deleted', { records: word('restore-name-spasm', { when: 'Fri 20 Nov, 07:40' }) }));
  await app.button(word('restore-leave')).click();
  await expect(app.button(word('restore-do'))).toBeHidden();
  expect(episodes(await app.stored())).toEqual(episodes(here));

  await restore(app, fileOf(there), preview);
  await expect(said(page, word('notices-restored', { records: 3 }))).toBeVisible();
  await app.reload();
  const found = async () => Object.fromEntries((await app.records('episode')).map(({ id, ...one }) => [id, one]));
  const after = await found();
  // Of two notes one stands, and the other is kept as an earlier one.
  expect([after.both.notes, ...after.both.earlier.map(([, was]) => was)].sort()).toEqual(['changed here', 'changed there']);
  expect(after.gone.deleted).toBeTruthy();
  expect([after.newer, after.older].map(({ notes }) => notes)).toEqual(['while digging', 'while digging']);
  expect(after.new.notes).toBe('new');

  // Once more, and now it is to come back: the rest is the same by now.
  await app.goTo(word('routes-settings'));
  await app.chooseBackup(fileOf(there));
  await choice(word('restore-keep-all')).check();
  await expect(deletions).toContainText(word('restore-will-be-here', { records: word('restore-name-spasm', { when: 'Fri 20 Nov, 07:40' }) }));
  await app.button(word('restore-do')).click();
  await expect(said(page, word('notices-restored', { records: 1 }))).toBeVisible();
  await app.reload();
  const { deleted: _, ...back } = after.gone;
  expect(await found()).toEqual({ ...after, gone: { ...back, v: 4, rev: 5 } });
});

for (const reloaded of [false, true]) {
  test(`a restore can be taken back${reloaded ? ' after a reload' : ''}, and what was changed since stays`, async ({ app, page }) => {
    const here = {
      'unknot/episode/a': noted(1, 'after digging'),
      'unknot/episode/b': noted(1, 'after digging'),
      'unknot/episode/e': '{"half": "a rec',
    };
    await app.seed(here);
    await app.open();
    await restore(app, fileOf({
      'unknot/episode/a': noted(2, 'while digging'),
      'unknot/episode/b': noted(2, 'while digging'),
      'unknot/episode/n': fullEpisode({ notes: 'new' }),
    }), [word('restore-count-new', { count: 1 }), word('restore-count-merged', { count: 2 })]);
    await expect(said(page, word('notices-restored', { records: 3 }))).toBeVisible();
    // One of them is changed.
    await page.goto('./#/episode/b');
    await app.notes.fill('written since');
    await app.saveForm();
    await expect(page.getByRole('banner')).toContainText(word('frame-saved'));
    const { 'unknot/episode/b': since } = await app.stored();

    await app.goTo(word('routes-settings'));
    if (reloaded) await app.reload();
    await expect(page.getByText(wordLike('restore-last'))).toBeVisible();
    await app.button(word('restore-take-back')).click();
    await expect(said(page, word('notices-taken-back', { records: 2 }))).toBeVisible();
    await expect(app.button(word('restore-take-back'))).toBeHidden();
    await app.reload();
    expect(read(await app.stored())).toMatchObject(read({ ...here, 'unknot/episode/b': since }));
    expect(Object.keys(episodes(await app.stored()))).toEqual(Object.keys(here));
    await expect(app.button(word('restore-take-back'))).toBeHidden();
  });
}

test('a restore that was taken back stays so, though the first store has missed it', async ({ app, page }) => {
  const here = { 'unknot/episode/a': noted(1, 'after digging') };
  const file = fileOf({ 'unknot/episode/a': noted(2, 'while digging'), 'unknot/episode/n': fullEpisode({ notes: 'new' }) });
  const only = (texts) => Object.fromEntries(Object.entries(texts).filter(([key]) => key.startsWith('unknot/episode/')));
  const same = async (wanted) => {
    await expect.poll(async () => only(await app.stored())).toEqual(only(wanted));
    await expect.poll(async () => only(await journal(page))).toEqual(only(wanted));
  };
  await app.seed(here);
  await app.open();
  await restore(app, file, [word('restore-count-new', { count: 1 }), word('restore-count-merged', { count: 1 })]);
  await expect(said(page, word('notices-restored', { records: 2 }))).toBeVisible();
  const written = await app.stored();
  await app.button(word('restore-take-back')).click();
  await expect(said(page, word('notices-taken-back', { records: 2 }))).toBeVisible();
  // As when the browser is killed before it wrote the first store to the disk. Twice: the mending is on its way to
  // the disk as long.
  for (const _ of ['once', 'twice']) {
    await page.evaluate((texts) => { for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text); }, written);
    await app.reload();
    await same(here);
  }
  await app.reload();
  await expect.poll(async () => Object.keys(await journal(page)).filter((key) => key.startsWith('unknot/undone'))).toEqual([]);
  // Restored once more it stays.
  await restore(app, file, [word('restore-count-new', { count: 1 }), word('restore-count-merged', { count: 1 })]);
  await expect(said(page, word('notices-restored', { records: 2 }))).toBeVisible();
  await app.reload();
  await same(written);
});

test('a backup is sent by the system\'s own way where there is one, and restored from that', async ({ app, page }) => {
  await page.addInitScript(() => {
    window.sent = [];
    window.refuses = false;
    const isText = ({ files }) => files.length === 1 && files[0].type === 'text/plain';
    navigator.canShare = isText;
    navigator.share = async (what) => {
      if (window.refuses) throw new DOMException('', 'AbortError');
      window.sent.push({ name: what.files[0].name, text: await what.files[0].text() });
    };
  });
  await app.seed(diary());
  await app.open('#/settings');
  const { bytes } = await app.saved(app.button(word('backup-save')));
  await app.button(word('backup-send')).click();
  await expect(said(page, word('backup-sent'))).toBeVisible();
  const [{ name, text }] = await page.evaluate(() => window.sent);
  expect(name).toBe('unknot-backup-2026-11-22.txt');
  expect(text).toBe(bytes.toString());
  await page.evaluate(() => { window.refuses = true; });
  await app.button(word('backup-send')).click();
  await expect(said(page, word('backup-not-sent'))).toBeVisible();

  await erase(app);
  await page.getByLabel(word('restore-choose')).setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await app.button(word('restore-do')).click();
  await expect(said(page, word('notices-restored', { records: 5 }))).toBeVisible();
});

test('where nothing can be sent there is no button for it', async ({ app, page }) => {
  await page.addInitScript(() => { navigator.canShare = () => false; });
  await app.open('#/settings');
  await expect(app.button(word('backup-save'))).toBeVisible();
  await expect(app.button(word('backup-send'))).toBeHidden();
});

test('when the last backup was made is said; after many changes, or two weeks with one, Now reminds of it', async ({ app, page }) => {
  const card = page.getByText(wordLike('backup-due'));
  await app.open('#/settings');
  await expect(page.getByText('No backup yet.')).toBeVisible();
  await app.seed({ 'unknot/episode/a': fullEpisode({ rev: 19 }) });
  await app.open();
  await expect(app.start).toBeVisible();
  await expect(card).toBeHidden();
  await app.begin(); // the twentieth; but a spasm runs
  await expect(card).toBeHidden();
  await app.eased.click();
  await app.button(word('controls-done')).click();
  await expect(card).toBeVisible();

  // It can be put off, for a week.
  await app.button(word('backup-not-now')).click();
  await expect(card).toBeHidden();
  await app.reload();
  await expect(app.start).toBeVisible();
  await expect(card).toBeHidden();
  await app.clock(7 * 24 * 60);
  await app.reload();
  await expect(card).toBeVisible();

  // A backup ends it.
  await app.saved(app.button(word('backup-save')));
  await expect(card).toBeHidden();
  await app.goTo(word('routes-settings'));
  await expect(page.getByText('Last backup today.')).toBeVisible();
  await app.clock(24 * 60);
  await app.reload();
  await expect(page.getByText('Last backup yesterday.')).toBeVisible();
  await app.clock(13 * 24 * 60);
  await app.reload();
  await expect(page.getByText('Last backup 14 days ago.')).toBeVisible();
  await app.goTo(word('routes-now'));
  await expect(app.start).toBeVisible();
  await expect(card).toBeHidden(); // nothing has changed since
  await app.begin();
  await app.eased.click();
  await app.button(word('controls-done')).click();
  await expect(card).toBeVisible();
});

test('no restore leaves a page at work that was left, and a second choice ends the first', async ({ app, page }) => {
  await app.seed({ 'unknot/episode/a': fullEpisode() });
  await app.open('#/settings');
  const large = fileOf(many(2_000));
  await app.chooseBackup(large);
  await app.chooseBackup(fileOf({ 'unknot/episode/a': fullEpisode(), 'unknot/episode/b': fullEpisode() }));
  await previewed(page, [word('restore-count-new', { count: 1 }), word('restore-count-same', { count: 1 })]);
  await app.chooseBackup(large);
  await app.goTo(word('routes-now'));
  await expect(app.start).toBeVisible();
  await app.goTo(word('routes-settings'));
  await app.chooseBackup(large);
  await previewed(page, [word('restore-count-new', { count: 2000 })]);
  expect(Object.keys(await kept(app))).toEqual(['unknot/episode/a']);
});
