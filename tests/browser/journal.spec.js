// The second store: what the first one forgets is found there, and what was erased is not.
import { expect, intoJournal, journal, test } from './app.js';
import { episode } from './records.js';
import { AT_RISK, FOUND_AGAIN, word } from './words.js';

test.beforeEach(({ app }) => app.clock('2026-11-22T01:31:07Z'));

const saved = (page) => expect(page.getByRole('banner')).toContainText(word('frame-saved'));

test('every record is in both stores, and "saved" says so', async ({ app, page }) => {
  await app.open();
  await app.begin();
  await app.howBad(7).check();
  await saved(page);
  const { id } = await app.episode();
  const key = `unknot/episode/${id}`;
  await expect.poll(async () => (await journal(page))[key]).toBe((await app.stored())[key]);
});

test('what the first store lost is found again, and said', async ({ app, page }) => {
  await app.open();
  await app.begin();
  await saved(page);
  // As when the browser was killed before it had written: whatever had been told it last is gone.
  await page.evaluate(() => localStorage.clear());
  await app.reload();
  await expect(page.getByText(word('notices-found-again', { records: 1 }))).toBeVisible();
  await expect(app.running).toBeVisible();
  await app.reload();
  await expect(app.running).toBeVisible();
  await expect(page.getByText(FOUND_AGAIN)).toBeHidden();
});

test('where the second store was emptied it is filled again, and that is said', async ({ app, page }) => {
  const said = page.getByText(word('notices-filled-again'));
  await app.open();
  await app.begin();
  await saved(page);
  await app.reload();
  await expect(app.running).toBeVisible();
  await expect(said).toBeHidden();
  // Both have come together.
  await expect.poll(() => page.evaluate(() => localStorage.getItem('unknot/epoch'))).toBe('0');
  const { id } = await app.episode();
  const key = `unknot/episode/${id}`;
  const text = (await journal(page))[key];
  await app.seed({}); // leaves the app
  await page.evaluate(() => new Promise((done) => { indexedDB.deleteDatabase('unknot').onsuccess = done; }));
  await app.open();
  await expect(said).toBeVisible();
  await expect.poll(async () => (await journal(page))[key]).toBe(text);
  await app.reload();
  await expect(app.running).toBeVisible();
  await expect(said).toBeHidden();
});

test('of two forms of a record the newer one stays, wherever it is', async ({ app, page }) => {
  await app.open();
  await app.begin();
  await saved(page);
  const before = await app.stored();
  await app.howBad(7).check();
  await saved(page);
  await page.evaluate((texts) => {
    for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
  }, before);
  await app.reload();
  await expect(app.howBad(7)).toBeChecked();
});

test('what is erased does not come back, whichever store missed it', async ({ app, page }) => {
  await app.open();
  await app.begin();
  await saved(page);
  const before = await app.stored();
  await app.goTo(word('routes-settings'));
  await app.button(word('settings-erase-all')).click();
  await app.button(word('settings-erase-yes')).click();
  await expect.poll(async () => Object.keys(await journal(page))).toEqual(['unknot/epoch']);
  await app.reload();
  expect(await app.records('episode')).toEqual([]);
  // The first store never wrote that it was erased: it still has what it had.
  await page.evaluate((texts) => {
    localStorage.clear();
    for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
  }, before);
  await app.open();
  await app.reload();
  await expect(app.start).toBeVisible();
  await expect.poll(() => app.records('episode')).toEqual([]);
});

test('a diary from before there was a journal joins it', async ({ app, page }) => {
  await app.seed({ 'unknot/episode/a': episode() });
  await app.open('#/diary');
  await expect.poll(async () => (await journal(page))['unknot/episode/a']).toBe(episode());
  await expect(page.getByText(FOUND_AGAIN)).toBeHidden();
});

for (const [what, breakIt] of Object.entries({
  missing: () => Object.defineProperty(window, 'indexedDB', { get: () => undefined }),
  refused: () => { IDBFactory.prototype.open = () => { throw new DOMException('', 'SecurityError'); }; },
  'out of room': () => { IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError'); }; },
})) {
  test(`a journal that is ${what}: the app works, and says what that means`, async ({ app, page }) => {
    await page.addInitScript(breakIt);
    await app.open();
    await app.begin();
    const said = page.getByText(AT_RISK);
    for (const place of [word('routes-now'), word('routes-settings')]) {
      await app.goTo(place);
      await expect(said).toBeVisible();
    }
    await app.goTo(word('routes-diary'));
    await expect(said).toBeHidden();
    await app.reload();
    await app.goTo(word('routes-now'));
    await expect(app.running).toBeVisible();
  });
}

test('a journal that never answers keeps nobody waiting', async ({ app, page }) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function never(name) {
      return name === 'unknot' ? document.createElement('i') : open.apply(this, arguments);
    };
  });
  await app.open();
  await app.begin();
  await expect(page.getByRole('banner')).toContainText(word('frame-saving'));
  await app.reload();
  await expect(app.running).toBeVisible();
  await app.howBad(7).check();
  await expect(page.getByRole('banner')).toContainText(word('frame-saving'));
  // Not for ever: after ten seconds it is said what that means.
  await expect(page.getByText(word('frame-no-durable'))).toBeVisible();
  await expect(page.getByRole('banner')).not.toContainText(word('frame-saving'));
});

/** For an init script: the journal opens only when `window.answer` is called. */
const late = () => {
  const open = IDBFactory.prototype.open;
  let answer;
  window.answer = () => answer();
  IDBFactory.prototype.open = function held(name) {
    if (name !== 'unknot') return open.apply(this, arguments);
    const request = document.createElement('i');
    answer = () => {
      IDBFactory.prototype.open = open;
      const asked = open.call(this, name, 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore('records');
      asked.onsuccess = () => {
        Object.defineProperty(request, 'result', { value: asked.result });
        request.dispatchEvent(new Event('success'));
        request.onsuccess?.(new Event('success'));
      };
    };
    return request;
  };
};

test('a journal that answers late is one all the same', async ({ app, page }) => {
  await page.addInitScript(late);
  await app.open();
  await app.begin();
  const said = page.getByText(word('frame-no-durable'));
  await expect(said).toBeVisible();
  await page.evaluate(() => window.answer());
  await saved(page);
  await expect(said).toBeHidden();
  const [{ id }] = await app.records('episode');
  expect(Object.keys(await journal(page))).toContain(`unknot/episode/${id}`);
});

test('erased before the journal has answered, where the first store is blocked: nothing comes back', async ({ app, page }) => {
  await app.seedBoth({ 'unknot/episode/a': episode() });
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } }));
  await page.addInitScript(late);
  await app.open('#/settings');
  await app.button(word('settings-erase-all')).click();
  await app.button(word('settings-erase-yes')).click();
  await page.evaluate(() => window.answer());
  await expect.poll(async () => Object.keys(await journal(page))).toEqual(['unknot/epoch']);
  await app.goTo(word('routes-diary'));
  await expect(app.episodes).toHaveCount(0);
});

test('what the journal refused once goes in with the next change, before "saved" is said', async ({ app, page }) => {
  await app.open();
  await app.begin();
  await saved(page);
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function once() {
      IDBObjectStore.prototype.put = put;
      throw new DOMException('', 'QuotaExceededError');
    };
  });
  await app.link(word('now-is-it-dangerous')).click();
  await app.button('None of these').click();
  await app.goTo(word('routes-now'));
  await app.howBad(7).check();
  await saved(page);
  const [{ id }] = await app.records('checkup');
  expect(Object.keys(await journal(page))).toContain(`unknot/checkup/${id}`);
});

test('what cannot be read in the journal stays there, and what should be in its place is not called saved', async ({ app, page }) => {
  const KEY = 'unknot/episode/b';
  const damaged = '[2,"a newer form';
  await app.seedBoth({ [KEY]: episode({ live: true, start: '2026-11-22T01:00:00+00:00', end: undefined }) });
  await intoJournal(page, { [KEY]: damaged });
  await app.open();
  await app.howBad(7).check();
  await expect.poll(async () => (await app.episode()).nrs).toHaveLength(1);
  await app.goTo(word('routes-settings'));
  await expect(page.getByText(AT_RISK)).toBeVisible();
  await expect(page.getByRole('banner')).not.toContainText('saved');
  expect((await journal(page))[KEY]).toBe(damaged);
  await app.reload();
  expect((await app.episode()).nrs).toHaveLength(1);
});

for (const [mark, how] of [['0', ''], ['torn', ', however damaged the mark of where they are']]) test(`what is noted while the records of a restore still follow goes in after them, and nothing of either is lost${how}`, async ({ app, page }) => {
  const KEY = 'unknot/episode/a';
  const here = episode({ live: true, start: '2026-11-22T01:00:00+00:00', end: undefined });
  const restored = episode({ rev: 5, live: true, start: '2026-11-22T01:00:00+00:00', end: undefined, notes: 'from the file' });
  const other = episode({ notes: 'from the file too' });
  await app.seedBoth({ [KEY]: here });
  await app.open();
  await expect(app.running).toBeVisible();
  // As right after a restore: the rows are there, the first store has it all, the records of the journal are as before.
  const rows = [[KEY, here, restored], ['unknot/episode/b', null, other]];
  await intoJournal(page, { 'unknot/before': rows.slice(0, 1), 'unknot/before/1': rows.slice(1), 'unknot/filling': mark });
  await page.evaluate((all) => {
    for (const [key, , text] of all) localStorage.setItem(key, text);
  }, rows);
  await app.howBad(7).check();
  await saved(page);
  const there = await journal(page);
  expect(Object.keys(there)).not.toContain('unknot/filling');
  expect(there['unknot/episode/b']).toBe(other);
  expect(there[KEY]).toBe((await app.stored())[KEY]);
  await app.reload();
  expect(await app.records('episode')).toMatchObject([{ id: 'a', notes: 'from the file', nrs: [[expect.anything(), 7]] }, { id: 'b' }]);
});
