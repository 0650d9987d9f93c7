// A first store that takes nothing more, or nothing at all: the second one keeps what is noted, says so, and
// has it at the next start.
import { expect, journal, noJournal, test } from './app.js';
import { fullEpisode, readEpisode } from './records.js';
import { FOUND_AGAIN, word, wordLike } from './words.js';

test.beforeEach(({ app }) => app.clock('2026-11-22T12:00:00Z'));

const saved = (page) => expect(page.getByRole('banner')).toContainText(word('frame-saved'));
const kept = (page) => page.getByText(word('frame-fast-full'));

const BROKEN = {
  full: () => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }; },
  'forgetting without a word': () => { const { setItem } = Storage.prototype; Storage.prototype.setItem = function forgets(...all) { if (this === sessionStorage) setItem.apply(this, all); }; },
  blocked: () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } }),
};

for (const [what, breakIt] of Object.entries(BROKEN)) {
  test(`a first store that is ${what}: the second one keeps it, and it is said`, async ({ app, page }) => {
    await page.addInitScript(breakIt);
    await app.open();
    await app.begin();
    await app.howBad(7).check();
    await app.place('Neck, left').check();
    await saved(page);
    await expect(kept(page)).toBeVisible();
    await app.reload();
    await expect(app.running).toBeVisible();
    await expect(app.howBad(7)).toBeChecked();
    await expect(app.place('Neck, left')).toBeChecked();
    await app.eased.click();
    await saved(page);
    await app.goTo(word('routes-diary'));
    await expect(app.episodes).toHaveCount(1);
    const [text] = Object.entries(await journal(page)).filter(([key]) => key.startsWith('unknot/episode/')).map(([, there]) => there);
    expect(readEpisode(text)).toMatchObject({ end: '2026-11-22T12:00:00+00:00', places: ['neck-left'] });
  });

  test(`a first store that is ${what}: what is erased stays erased`, async ({ app, page }) => {
    await page.addInitScript(breakIt);
    await app.open();
    await app.begin();
    await saved(page);
    await app.goTo(word('routes-settings'));
    await app.button(word('settings-erase-all')).click();
    await app.button(word('settings-erase-yes')).click();
    // Said when the second store has answered, and not before.
    await expect(page.getByText(word('notices-erased'))).toBeVisible();
    expect(Object.keys(await journal(page))).toEqual(['unknot/epoch']);
    await app.open();
    await expect(app.start).toBeVisible();
    await expect.poll(async () => Object.keys(await journal(page))).toEqual(['unknot/epoch']);
  });
}

test('when there is room again, both stores have it', async ({ app, page }) => {
  await page.addInitScript(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function full(key, text) {
      if (this === localStorage && sessionStorage.getItem('room') !== 'yes') throw new DOMException('', 'QuotaExceededError');
      setItem.call(this, key, text);
    };
  });
  await app.open();
  await app.begin();
  await saved(page);
  expect(await app.records('episode')).toEqual([]);
  await page.evaluate(() => sessionStorage.setItem('room', 'yes'));
  await app.reload();
  await expect(app.running).toBeVisible();
  await expect(page.getByText(FOUND_AGAIN)).toBeVisible();
  await expect(kept(page)).toBeHidden();
  await app.episode();
});

test('neither store takes it: that is said, and what was typed stays', async ({ app, page }) => {
  await page.addInitScript(BROKEN.full);
  await page.addInitScript(noJournal);
  await app.open('#/episode');
  await app.button('3 hours ago').click();
  await app.button('30 min').click();
  await app.notes.fill('Typed with care.');
  await app.save.click();
  await expect(page.getByText('Not saved: the browser\'s store is full.').first()).toBeVisible();
  await expect(app.notes).toHaveValue('Typed with care.');
});

test('a backup is saved with no room left, and holds what only the second store has', async ({ app, page }) => {
  await app.seedBoth({ 'unknot/episode/b': fullEpisode() });
  await page.addInitScript(BROKEN.full);
  await app.open();
  await app.begin();
  await saved(page);
  await app.goTo(word('routes-settings'));
  const { bytes } = await app.saved(app.button(word('backup-save')));
  const { records } = JSON.parse(bytes);
  expect(Object.values(records).filter((record) => readEpisode(JSON.stringify(record)).end === undefined)).toHaveLength(1);
  expect(Object.keys(records)).toContain('unknot/episode/b');
  expect(Object.keys(records)).toHaveLength(2);
});

test('what other pages of the same address keep counts as well: the room is shared', async ({ app, page }) => {
  await app.open();
  await app.begin();
  await saved(page);
  await page.evaluate(() => localStorage.setItem('another-app', 'x'.repeat(4_400_000)));
  await app.reload();
  await expect(page.getByText(word('frame-filling', { percent: 83 }))).toBeVisible();
});

test('a store that is nearly full says so before it is', async ({ app, page }) => {
  await app.open();
  await app.begin();
  await saved(page);
  await expect(page.getByText(wordLike('frame-filling'))).toBeHidden();
  await page.evaluate(() => localStorage.setItem('unknot/draft/new/other', 'x'.repeat(4_400_000)));
  await app.reload();
  await expect(page.getByText(word('frame-filling', { percent: 83 }))).toBeVisible();
  await app.goTo(word('routes-trends'));
  await expect(page.getByText(word('frame-filling', { percent: 83 }))).toBeHidden();
  await app.goTo(word('routes-settings'));
  await expect(page.getByText(word('frame-filling', { percent: 83 }))).toBeVisible();
});
