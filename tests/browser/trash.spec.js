// What was deleted: thirty days in the trash, then its content goes and a trace stays; and it never comes back,
// from neither store, another tab, or a backup. And what was lost without anybody's doing is told.
import { expect, intoJournal, journal, test } from './app.js';
import { episode, fullEpisode, isGone } from './records.js';
import { FOUND_AGAIN, anyWord, word } from './words.js';

const NOW = '2026-11-22T12:00:00Z';
const KEY = 'unknot/episode/b';
test.beforeEach(({ app }) => app.clock(NOW));

const saved = (page) => expect(page.getByRole('banner')).toContainText(word('frame-saved'));
/** As a visit a day before left it: some deleted episodes had been there for thirty days by then. */
const SEEN = { 'unknot/expired': '2026-11-21T12:00:00+00:00' };
const deleted = (days) => fullEpisode({ deleted: new Date(Date.parse(NOW) - days * 86_400_000).toISOString().replace('.000Z', '+00:00') });

/** It is asked twice. */
async function deleteForGood(page) {
  await page.getByRole('button', { name: /^Delete for good/ }).click();
  await page.getByRole('button', { name: /^Yes, delete for good/ }).click();
}

test('after thirty days its content goes, in both stores, and a trace stays', async ({ app, page }) => {
  await app.seedBoth({ [KEY]: deleted(31), 'unknot/episode/a': deleted(30) });
  await app.seed(SEEN);
  await app.open('#/diary');
  await expect(page.getByText('Deleted (1)')).toBeVisible();
  await saved(page);
  for (const store of [await app.stored(), await journal(page)]) {
    expect(isGone(store[KEY])).toBe(true);
    expect(store[KEY].length).toBeLessThanOrEqual(40);
    expect(store['unknot/episode/a']).toContain('Wheat bag');
  }
});

test('a clock that is a month ahead once empties nothing: the first visit that finds it old notes that alone', async ({ app, page }) => {
  await app.seedBoth({ [KEY]: deleted(60) });
  await app.open('#/diary');
  await expect(page.getByText('Deleted (1)')).toBeVisible();
  await expect.poll(async () => (await app.stored())['unknot/expired']).toBe('2026-11-22T12:00:00+00:00');
  for (const store of [await app.stored(), await journal(page)]) expect(isGone(store[KEY])).toBe(false);
});

for (const [what, lag] of Object.entries({
  'the first store': (page, text) => page.evaluate(([key, old]) => localStorage.setItem(key, old), [KEY, text]),
  'the journal': (page, text) => intoJournal(page, { [KEY]: text }),
})) {
  test(`${what} has missed that it was deleted for good: it does not come back`, async ({ app, page }) => {
    await app.seedBoth({ [KEY]: deleted(1) });
    await app.open('#/diary');
    await page.getByText('Deleted (1)').click();
    await deleteForGood(page);
    await saved(page);
    await lag(page, fullEpisode({ rev: 99 }));
    await app.reload();
    await expect.poll(async () => [isGone((await app.stored())[KEY]), isGone((await journal(page))[KEY])]).toEqual([true, true]);
    await expect(page.getByText(/^Deleted \(/)).toBeHidden();
    await expect(app.episodes).toHaveCount(0);
  });
}

test('what was brought back on the last day stays, though the first store has missed it', async ({ app, page }) => {
  // As when the browser was killed after "saved", before it wrote the first store to the disk.
  await app.seedBoth({ [KEY]: deleted(30) });
  await intoJournal(page, { [KEY]: fullEpisode({ rev: 9 }) });
  await app.open('#/diary');
  await expect(app.episodes).toHaveCount(1);
  await expect(page.getByText(/^Deleted \(/)).toBeHidden();
  for (const store of [await app.stored(), await journal(page)]) expect(isGone(store[KEY])).toBe(false);
});

test('what was typed of it and not saved goes with it, and no other draft', async ({ app, page }) => {
  const drafts = { 'unknot/draft/b/one-tab': '{"half', 'unknot/draft/b/another': '{}', 'unknot/draft/c/one-tab': '{}', 'unknot/draft/bb/one-tab': '{}', 'unknot/draft/new/one-tab': '{}' };
  await app.seedBoth({ [KEY]: deleted(1), 'unknot/episode/c': deleted(31) });
  await app.seed({ ...drafts, ...SEEN });
  await app.open('#/diary');
  await page.getByText('Deleted (1)').click();
  await deleteForGood(page);
  await saved(page);
  expect(Object.keys(await app.stored()).filter((key) => key.startsWith('unknot/draft/'))).toEqual(['unknot/draft/bb/one-tab', 'unknot/draft/new/one-tab']);
});

test('nor is its content kept for the way back from a restore', async ({ app, page }) => {
  await app.seedBoth({ [KEY]: fullEpisode({ notes: 'a secret of before' }) });
  await app.open('#/settings');
  await app.chooseBackup(JSON.stringify({ unknot: 'backup', version: 1, count: 1, records: { [KEY]: JSON.parse(fullEpisode({ rev: 50, notes: 'a secret of the file' })) } }));
  await app.button(word('restore-do')).click();
  await expect(page.getByText('Restored.')).toBeVisible();
  await expect(app.button(word('restore-take-back'))).toBeVisible();
  await app.goTo(word('routes-diary'));
  await app.episodes.first().getByRole('link').click();
  await app.button('Delete this episode').click();
  const kept = async () => JSON.stringify([await app.stored(), await journal(page)]);
  await expect.poll(kept).toContain('a secret');
  await page.getByText('Deleted (1)').click();
  await deleteForGood(page);
  await expect.poll(kept).not.toContain('a secret');
  await app.goTo(word('routes-settings'));
  await expect(app.button(word('restore-take-back'))).toBeHidden();
});

test('what is brought back, and what was added from before, can be deleted again at once', async ({ app, page }) => {
  await app.seedBoth({ [KEY]: deleted(1) });
  await app.open('#/diary');
  await page.getByText('Deleted (1)').click();
  await page.getByRole('button', { name: /^Bring back/ }).click();
  await expect(app.episodes).toHaveCount(1);
  await app.button(word('notices-undo')).click();
  await expect(app.episodes).toHaveCount(0);
  await app.open('#/episode');
  await app.button('A day ago').click();
  await app.button('1 hour').click();
  await app.saveForm();
  await expect(app.episodes).toHaveCount(1);
  await app.button(word('notices-undo')).click();
  await expect(app.episodes).toHaveCount(0);
  await expect(page.getByText('Deleted (2)')).toBeVisible();
  await app.button(word('notices-undo')).click();
  await expect(app.episodes).toHaveCount(1);
  await app.reload();
  await expect(app.episodes).toHaveCount(1);
});

test('of many that were deleted some are shown at a time', async ({ app, page }) => {
  await app.seedBoth(Object.fromEntries(Array.from({ length: 65 }, (_, n) => [`unknot/episode/d${n}`, deleted(1 + n % 25)])));
  await app.open('#/diary');
  await page.getByText('Deleted (65)').click();
  const list = page.getByRole('list', { name: 'Deleted' });
  await expect(list.getByRole('listitem')).toHaveCount(30);
  await app.button('Show older of “Deleted”').click();
  await expect(list).toBeFocused();
  await app.button('Show older of “Deleted”').click();
  await expect(list.getByRole('listitem')).toHaveCount(5);
  await expect(app.button('Show older of “Deleted”')).toBeHidden();
  // The last of a part is deleted for good: the part before it is shown.
  for (let left = 5; left > 0; left -= 1) {
    await list.getByRole('button', { name: /^Delete for good/ }).first().click();
    await list.getByRole('button', { name: /^Yes, delete for good/ }).click();
    await expect(page.getByText(`Deleted (${59 + left})`)).toBeVisible();
  }
  await expect(list.getByRole('listitem')).toHaveCount(30);
  await app.button('Show newer of “Deleted”').click();
  await expect(app.button('Show newer of “Deleted”')).toBeHidden();
});

test('another tab that has it open does not bring it back', async ({ app, page }) => {
  await app.seedBoth({ [KEY]: episode({ end: undefined }) });
  await app.open();
  const other = await app.otherTab();
  await expect(other.running).toBeVisible();
  await app.goTo(word('routes-diary'));
  await app.episodes.first().getByRole('link').click();
  await app.button('Delete this episode').click();
  await page.getByText('Deleted (1)').click();
  await deleteForGood(page);
  await saved(page);
  await expect(other.start).toBeVisible();
  for (const store of [await app.stored(), await journal(page)]) expect(isGone(store[KEY])).toBe(true);
});

test('a backup does not bring it back', async ({ app, page }) => {
  await app.seedBoth({ [KEY]: deleted(1) });
  await app.open('#/diary');
  await page.getByText('Deleted (1)').click();
  await deleteForGood(page);
  await app.goTo(word('routes-settings'));
  await app.chooseBackup(JSON.stringify({ unknot: 'backup', version: 1, count: 1, records: { [KEY]: JSON.parse(fullEpisode({ rev: 50 })) } }));
  await expect(page.getByText(word('restore-will-be-deleted', { records: word('restore-name-deleted') }))).toBeVisible();
  await app.button(word('restore-do')).click();
  await expect(page.getByText('Restored.')).toBeVisible();
  await app.goTo(word('routes-diary'));
  await expect(app.episodes).toHaveCount(0);
});

test('an erasing that was stopped half-way goes on at the next start', async ({ app, page }) => {
  await app.seedBoth({ [KEY]: fullEpisode(), 'unknot/episode/a': episode() });
  await page.evaluate(() => {
    localStorage.setItem('unknot/epoch', '1!');
    localStorage.removeItem('unknot/episode/a');
  });
  await app.open();
  await expect.poll(async () => [await app.stored(), await journal(page)]).toEqual([{ 'unknot/epoch': '1' }, { 'unknot/epoch': '1' }]);
});

test('both stores emptied by the browser: that is told, once', async ({ app, page }) => {
  await app.seedBoth({ [KEY]: fullEpisode() });
  await app.open();
  await expect.poll(() => page.evaluate(() => caches.has('unknot-kept'))).toBe(true);
  await app.seedBoth({});
  await page.evaluate(() => new Promise((resolve) => {
    localStorage.clear();
    indexedDB.deleteDatabase('unknot').onsuccess = resolve;
  }));
  await app.open();
  const told = page.getByText(word('notices-cleared'));
  await expect(told).toBeVisible();
  await app.reload();
  await expect(app.start).toBeVisible();
  await expect(told).toBeHidden();
});

test('a new visit, and one after everything was erased, are told nothing', async ({ app, page }) => {
  const told = page.getByText(anyWord('notices-cleared', 'frame-looking')).or(page.getByText(FOUND_AGAIN));
  await app.open();
  await app.begin();
  await expect(told).toBeHidden();
  await saved(page);
  await app.reload();
  await app.goTo(word('routes-settings'));
  await app.button(word('settings-erase-all')).click();
  await app.button(word('settings-erase-yes')).click();
  await expect(page.getByText(word('notices-erased'))).toBeVisible();
  await expect.poll(async () => Object.keys(await journal(page))).toEqual(['unknot/epoch']);
  await page.evaluate(() => localStorage.clear());
  await app.open();
  await expect(app.start).toBeVisible();
  await expect(told).toBeHidden();
});

test('while the journal is slow and the first store is empty, that is said, and taps are kept', async ({ app, page }) => {
  await app.seedBoth({ [KEY]: fullEpisode() });
  await page.evaluate(() => localStorage.clear());
  await page.addInitScript(() => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function slow(name) {
      if (name !== 'unknot' || window.answer) return open.apply(this, arguments);
      const late = new EventTarget();
      window.answer = () => {
        const request = open.call(this, name);
        request.onsuccess = () => {
          late.result = request.result;
          late.dispatchEvent(new Event('success'));
        };
      };
      return late;
    };
  });
  await app.open();
  await expect(page.getByText(word('frame-looking'))).toBeVisible();
  await app.begin();
  await expect(page.getByText(word('frame-looking'))).toBeHidden();
  await page.evaluate(() => window.answer());
  await saved(page);
  await expect(app.running).toBeVisible();
  expect(await app.records('episode')).toHaveLength(2);
});
