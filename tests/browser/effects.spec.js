// What a page does beside showing something: it frees files, writes nothing while it is made, and starts nothing
// that nobody asked for.
import { expect, test } from './app.js';
import { episode } from './records.js';
import { word, wordLike } from './words.js';

test('the address of a saved file is revoked, but not before every browser has fetched it', async ({ app, page }) => {
  await page.clock.install({ time: '2026-11-22T12:00:00Z' });
  await page.addInitScript(() => {
    window.addresses = new Map();
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      const url = createObjectURL(blob);
      window.addresses.set(url, 'there');
      return url;
    };
    URL.revokeObjectURL = (url) => {
      window.addresses.set(url, 'revoked');
      revokeObjectURL(url);
    };
  });
  const states = () => page.evaluate(() => [...window.addresses.values()]);
  await app.open('#/settings');
  await app.saved(app.button(word('backup-save')));
  await page.clock.runFor(30_000);
  expect(await states()).toEqual(['there']);
  await app.saved(app.button(word('backup-save')));
  await page.clock.runFor(31_000);
  expect(await states()).toEqual(['revoked', 'there']);
  await page.clock.runFor(60_000);
  expect(await states()).toEqual(['revoked', 'revoked']);
});

test('a page that is being made writes nothing: what was asked is noted after it is shown', async ({ app, page }) => {
  await app.clock('2026-11-22T12:00:00Z');
  await app.seedBoth({ 'unknot/episode/a': episode({ start: '2026-11-22T07:00:00+00:00', end: '2026-11-22T08:00:00+00:00' }) });
  await page.addInitScript((words) => {
    const { setItem } = Storage.prototype;
    window.writes = [];
    Storage.prototype.setItem = function set(key, text) {
      if (key === 'unknot/asked') window.writes.push(document.body.textContent.includes(words));
      return setItem.call(this, key, text);
    };
  }, word('now-missing-add'));
  await app.open();
  await expect(page.getByText(wordLike('now-missing-what'))).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.writes)).toEqual([true]);
  await app.reload();
  await expect(page.getByText(wordLike('now-missing-what'))).toBeHidden();
});

test.describe('the address that starts a spasm', () => {
  test('in a browser tab it only shows the button', async ({ app, page }) => {
    await app.open('#/start');
    await expect(app.start).toBeVisible();
    await expect(page).toHaveURL(/#\/$/);
    expect(await app.records('episode')).toEqual([]);
    await app.begin();
    expect(await app.records('episode')).toHaveLength(1);
  });

  test('from a link inside the app it only shows the button', async ({ app, page }) => {
    await app.open('#/learn');
    await page.evaluate(() => { location.hash = '#/start'; });
    await expect(app.start).toBeVisible();
    expect(await app.records('episode')).toEqual([]);
  });

  test('from the shortcut of an installed app it starts at once', async ({ app }) => {
    await app.install();
    await app.open('#/start');
    await expect(app.running).toBeVisible();
    expect(await app.records('episode')).toHaveLength(1);
  });

  test('where another page led to the installed app it only shows the button', async ({ app, page }) => {
    await app.install();
    await page.addInitScript(() => Object.defineProperty(document, 'referrer', { get: () => 'https://example.org/' }));
    await app.open('#/start');
    await expect(app.start).toBeVisible();
    expect(await app.records('episode')).toEqual([]);
  });
});
