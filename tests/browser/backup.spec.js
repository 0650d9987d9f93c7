// A backup, erasing everything, and having it all back.
import { expect, test } from './app.js';
import { checkup, diary, episode, fullEpisode, many, read, readEpisode } from './records.js';

test.beforeEach(({ app }) => app.clock('2026-11-22T12:00:00Z'));

/** What tells both stores that everything was erased, once. */
const ERASED = { 'unknot/epoch': '1' };
const FOREIGN = { 'another-app': 'not ours', unknot: 'not ours either', 'unknot-2/episode/a': 'nor this' };
const said = (page, words) => page.getByRole('status').filter({ hasText: words });

async function backup(app) {
  await app.goTo('Settings');
  return (await app.saved(app.button('Save a backup'))).bytes;
}

async function erase(app) {
  await app.goTo('Settings');
  await app.button('Erase everything').click();
  await app.button('Yes, erase everything').click();
  await expect(said(app.page, 'Everything is erased.')).toBeVisible();
}

/** Chooses a file, looks at what it would do, and does it. */
async function restore(app, bytes, preview) {
  await app.goTo('Settings');
  await app.chooseBackup(bytes);
  await expect(said(app.page, preview)).toBeVisible();
  await app.button('Restore').click();
}

test('backup, erase, restore: the same diary, the same file again', async ({ app, page }) => {
  await app.seed({ ...diary(), ...FOREIGN });
  await app.open();
  await app.begin(); // and one that is made by hand
  await app.howBad(0).check();
  await app.place('Neck, left').check();
  const before = await app.stored();
  await app.goTo('Diary');
  const list = await page.getByRole('main').ariaSnapshot();
  const bytes = await backup(app);

  await erase(app);
  expect(await app.stored()).toEqual({ ...FOREIGN, ...ERASED });
  await app.reload();
  await app.goTo('Diary');
  await expect(page.getByText('Nothing here yet.')).toBeVisible();

  await restore(app, bytes, '6 new, 0 newer than here, 0 stay as they are.');
  await expect(said(page, 'Restored. Records written: 6.')).toBeVisible();
  // Which episode was started last is a hint between tabs, no record.
  delete before['unknot/running'];
  expect(read(await app.stored())).toEqual(read({ ...before, ...ERASED }));
  await app.reload();
  await app.goTo('Diary');
  expect(await page.getByRole('main').ariaSnapshot()).toBe(list);
  expect((await backup(app)).equals(bytes)).toBe(true);
  await app.goTo('Now');
  await expect(app.running).toBeVisible();
  await expect(app.howBad(0)).toBeChecked();
});

test('the file says what it is, and holds every record as it is stored', async ({ app }) => {
  await app.seed({ ...diary(), ...FOREIGN, 'unknot/region': 'uk', 'unknot/draft/new': '{}' });
  await app.open();
  const file = JSON.parse(await backup(app));
  const { 'unknot/episode/e': damaged, ...good } = diary();
  const isEpisode = (key) => key.startsWith('unknot/episode/');
  const form = (key, record) => (isEpisode(key) ? readEpisode(JSON.stringify(record)) : record);
  const named = (records) => Object.fromEntries(Object.entries(records).map(([key, record]) => [key, form(key, record)]));
  // Episodes are written in the newest form, whatever they were read from.
  const newest = Object.fromEntries(Object.entries(good).map(([key, text]) => [key, { ...JSON.parse(text), ...(isEpisode(key) ? { v: 2 } : {}) }]));
  expect({ ...file, records: named(file.records) }).toEqual({
    unknot: 'backup',
    version: 1,
    count: 5,
    records: newest,
    unreadable: { 'unknot/episode/e': damaged },
  });
});

test('erasing is asked twice, and "no" erases nothing', async ({ app }) => {
  const before = { ...diary(), 'unknot/region': 'uk' };
  await app.seed(before);
  await app.open('#/settings');
  await app.button('Erase everything').click();
  await expect(app.alert.filter({ hasText: 'It can’t be undone.' })).toBeVisible();
  expect(await app.stored()).toEqual(before);
  await app.button('No, keep it').click();
  await expect(app.alert.filter({ hasText: 'It can’t be undone.' })).toBeHidden();
  expect(await app.stored()).toEqual(before);
  // Leaving is no yes.
  await app.button('Erase everything').click();
  await app.goTo('Diary');
  await app.reload();
  expect(await app.stored()).toEqual(before);
});

test('erasing takes settings and drafts too, and no key of anyone else', async ({ app, page }) => {
  await app.seed({ ...diary(), ...FOREIGN, 'unknot/region': 'uk', 'unknot/appearance': 'dark', 'unknot/draft/b': '{}', 'unknot/early/x': 'half' });
  await app.open();
  await erase(app);
  expect(await app.stored()).toEqual({ ...FOREIGN, ...ERASED });
  await expect(page.getByRole('radio', { name: 'As the phone has it' })).toBeChecked();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  await app.reload();
  expect(await app.stored()).toEqual({ ...FOREIGN, ...ERASED });
  await app.goTo('Now');
  await expect(app.start).toBeVisible();
});

test('restoring twice changes nothing', async ({ app, page }) => {
  await app.seed(diary());
  await app.open();
  const bytes = await backup(app);
  const before = await app.stored();
  for (const _ of ['once', 'twice']) {
    await restore(app, bytes, '0 new, 0 newer than here, 5 stay as they are.');
    await expect(said(page, 'Restored. Records written: 0.')).toBeVisible();
    await app.reload();
    expect(await app.stored()).toEqual(before);
  }
});

test('restoring merges: what is only here stays, what was changed since stays, what is older here is renewed', async ({ app, page }) => {
  const file = (records) => JSON.stringify({
    unknot: 'backup',
    version: 1,
    count: Object.keys(records).length,
    records: Object.fromEntries(Object.entries(records).map(([key, text]) => [key, JSON.parse(text)])),
  });
  await app.seed({
    'unknot/episode/here': fullEpisode({ notes: 'only here' }),
    'unknot/episode/changed': fullEpisode({ rev: 5, notes: 'changed since' }),
    'unknot/episode/older': fullEpisode({ rev: 1, notes: 'older' }),
    'unknot/episode/unreadable': '{"v":2}',
  });
  await app.open();
  await restore(app, file({
    'unknot/episode/changed': fullEpisode({ rev: 4, notes: 'as it was' }),
    'unknot/episode/older': fullEpisode({ rev: 2, notes: 'newer' }),
    'unknot/episode/new': fullEpisode({ notes: 'new' }),
    'unknot/episode/unreadable': fullEpisode(),
  }), '1 new, 1 newer than here, 1 stay as they are. Left out: 1, because what stands here under the same name can’t be read, and is never overwritten.');
  await expect(said(page, 'Restored. Records written: 2.')).toBeVisible();
  await app.reload();
  expect(read(await app.stored())).toEqual(read({
    'unknot/episode/here': fullEpisode({ notes: 'only here' }),
    'unknot/episode/changed': fullEpisode({ rev: 5, notes: 'changed since' }),
    'unknot/episode/older': fullEpisode({ rev: 2, notes: 'newer' }),
    'unknot/episode/new': fullEpisode({ notes: 'new' }),
    'unknot/episode/unreadable': '{"v":2}',
  }));
});

test('what changes between the look and the tap is not overwritten', async ({ app, page }) => {
  await app.seed({ 'unknot/episode/b': fullEpisode({ notes: 'in the file' }) });
  await app.open();
  const bytes = await backup(app);
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), ['unknot/episode/b', fullEpisode({ rev: 1, notes: 'older' })]);
  await app.chooseBackup(bytes);
  await expect(said(page, '0 new, 1 newer than here, 0 stay as they are.')).toBeVisible();
  // Another tab saves; the news of it is still on its way.
  const since = fullEpisode({ rev: 9, notes: 'written since' });
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), ['unknot/episode/b', since]);
  await app.button('Restore').click();
  await expect(said(page, 'Restored. Records written: 0.')).toBeVisible();
  expect(await app.stored()).toEqual({ 'unknot/episode/b': since });
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
  await restore(app, file, '2 new, 0 newer than here, 0 stay as they are. Of the new ones, 1 can’t be read by this version of Unknot. What can’t be read is kept as it stands.');
  await expect(said(page, 'Restored. Records written: 2.')).toBeVisible();
  expect(JSON.parse((await app.stored())['unknot/episode/newer'])).toEqual(newer);
  await app.goTo('Diary');
  await expect(app.episodes).toHaveCount(1);
  await expect(page.getByText('Records that can’t be read: 1. They are kept as they are; the others are fine. From a newer version of Unknot: 1')).toBeVisible();
});

test('nothing is restored before it was looked at', async ({ app, page }) => {
  await app.seed(diary());
  await app.open();
  const bytes = await backup(app);
  await erase(app);
  await app.chooseBackup(bytes);
  await expect(said(page, '5 new, 0 newer than here, 0 stay as they are.')).toBeVisible();
  expect(await app.stored()).toEqual(ERASED);
  await app.goTo('Diary');
  await app.reload();
  expect(await app.stored()).toEqual(ERASED);
});

test('a deleted episode that is restored stays deleted', async ({ app, page }) => {
  await app.seed({ 'unknot/episode/d': episode({ deleted: '2026-11-21T13:00:00+00:00' }), 'unknot/checkup/c': checkup({ episode: 'd' }) });
  await app.open();
  const bytes = await backup(app);
  await erase(app);
  await restore(app, bytes, '2 new');
  await app.goTo('Diary');
  await expect(app.episodes).toHaveCount(0);
  await expect(page.getByText('Deleted (1)')).toBeVisible();
  await expect(page.getByText('Checks (1)')).toBeVisible();
});

test('a store that gets full midway: nothing of it is restored, and it is said', async ({ app, page }) => {
  const stays = { 'unknot/episode/m000001-aaaa': episode({ rev: 1, notes: 'an older one' }), 'unknot/episode/z': fullEpisode() };
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
  await page.addInitScript(() => {
    window.written = 0;
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function counted(key, text) {
      setItem.call(this, key, text);
      if (!key.includes('0001-')) window.written += 1; // that one is there, and is put back
    };
  });
  await app.open();
  const before = await app.stored();
  await restore(app, bytes, '39 new, 1 newer than here, 0 stay as they are.');
  await expect(said(page, 'Not saved: the browser\'s store is full.')).toBeVisible();
  const written = await page.evaluate(() => window.written);
  expect(written, 'it was midway').toBeGreaterThan(1);
  expect(written, 'it was midway').toBeLessThan(39);
  expect(await app.stored()).toEqual(before);
  await app.reload();
  await app.goTo('Diary');
  await expect(app.episodes).toHaveCount(2);

  await page.evaluate(() => localStorage.removeItem('another-app'));
  await restore(app, bytes, '39 new, 1 newer than here, 0 stay as they are.');
  await expect(said(page, 'Restored. Records written: 40.')).toBeVisible();
  await app.reload();
  expect(read(await app.stored())).toEqual(read({ ...many(40), ...ERASED, 'unknot/episode/z': fullEpisode() }));
});
