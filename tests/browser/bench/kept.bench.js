// How long a start, a tap and a restore take with twenty thousand episodes.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, expect, journal, test } from '../app.js';
import { usual } from '../records.js';
import { measured, median, quantile, within } from './measure.js';
import { word, wordLike } from '../words.js';

const MANY = 20_000;

test('with 20,000 episodes Now is there before the diary is read, and that is read nearly as fast as plain JavaScript reads it twice', async ({ app, page }) => {
  await app.seedBoth(usual(MANY));
  await page.addInitScript(() => {
    let isThere = false;
    let tappable = Infinity;
    window.read = new Promise((whole) => {
      new MutationObserver(() => {
        // What is not drawn yet nobody can tap.
        if (!isThere && document.querySelector('#app button')) {
          isThere = true;
          requestAnimationFrame(() => { tappable = performance.now(); });
        }
        if (document.documentElement?.dataset.diary === 'whole') whole({ tappable, whole: performance.now() });
      }).observe(document, { subtree: true, childList: true, attributes: true });
    });
  });
  const plainly = () => {
    const begun = performance.now();
    const all = [];
    for (let n = 0; n < localStorage.length; n += 1) {
      const key = localStorage.key(n);
      if (key.startsWith('unknot/episode/')) all.push(JSON.parse(localStorage.getItem(key)));
    }
    return { time: performance.now() - begun, count: all.length };
  };
  await page.route('**/empty', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  const rounds = [];
  for (let round = 0; round < 21; round += 1) {
    await page.goto('about:blank');
    // Nothing looks at the page meanwhile: that would take the time of what it looks at.
    await page.goto('./');
    const { tappable, whole } = await page.evaluate(() => window.read);
    await expect(page.locator('html')).toHaveAttribute('data-diary', 'whole');
    const warm = await page.evaluate(plainly);
    // As early in the life of a page as the app reads it.
    await page.goto('./empty');
    const plain = await page.evaluate(plainly);
    expect(plain.count).toBe(MANY);
    rounds.push({ tappable, whole: whole - tappable, plain: plain.time, warm: warm.time });
  }
  const middle = (name) => median(rounds.map((round) => round[name]));
  within('from tappable to the whole diary read', middle('whole'), 2 * middle('plain'), { note: `plain JavaScript ${middle('plain').toFixed(0)} ms, once more in the same page ${middle('warm').toFixed(0)} ms` });
  await app.open('#/trends');
  for (const round of rounds) expect(round.whole).toBeGreaterThan(0); // Now was there first
});

test('an episode is logged as fast with 20,000 stored as with none', async ({ browser, watch }) => {
  const stores = [];
  for (const size of [0, 1000, MANY]) {
    const context = await browser.newContext();
    await watch(context);
    const app = new App(await context.newPage());
    await app.seedBoth(usual(size));
    await app.page.addInitScript(() => {
      window.compared = new Promise((compared) => {
        const { getAll } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.getAll = function watched(...all) {
          this.transaction.addEventListener('complete', compared);
          return getAll.apply(this, all);
        };
      });
    });
    stores.push({ size, context, app, times: [], atOnce: [] });
  }
  // In turn, so that what slows the machine slows all of them.
  for (let round = 0; round < 50; round += 1) {
    for (const store of stores) {
      const { app } = store;
      await app.page.bringToFront();
      await app.page.goto('about:blank');
      await app.open();
      await expect(app.page.locator('html')).toHaveAttribute('data-diary', 'whole');
      await expect(app.start).toBeVisible();
      // For half a second a large diary is still compared with the journal. The first tap of every other start
      // comes in that time, and all others when the page is at rest.
      for (let tap = 0; tap < 3; tap += 1) {
        const isEarly = tap === 0 && round % 2 === 0;
        // (An empty diary has nothing to compare.)
        const hasAny = store.size > 0 || round > 0;
        if (!isEarly) await app.page.evaluate(async (hasAny) => {
          if (hasAny) await window.compared;
          // (A page without anything to do may never say so.)
          await new Promise((idle) => requestIdleCallback(idle, { timeout: 100 }));
        }, hasAny);
        const taken = await app.start.evaluate((button) => new Promise((resolve) => {
          requestAnimationFrame(() => {
            const begun = performance.now();
            button.click();
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - begun)));
          });
        }));
        if (round > 1) (isEarly ? store.atOnce : store.times).push(taken); // the first rounds warm up
        await expect(app.page.getByRole('banner')).toContainText(word('frame-saved'));
        await app.eased.click();
        await expect(app.heading(wordLike('now-eased-after'))).toBeVisible();
        await expect(app.page.getByRole('banner')).toContainText(word('frame-saved'));
        await app.button(word('controls-done')).click();
      }
    }
  }
  // Painted is with a frame, so a middle may be one frame or two; the slowest of twenty is what is asked for, of
  // all taps, whenever they come. Of the early ones alone, which are few, the slowest of ten.
  const slow = new Map();
  const early = new Map();
  const mean = new Map();
  for (const { size, context, times, atOnce } of stores) {
    const all = [...times, ...atOnce];
    slow.set(size, quantile(all, 0.95));
    early.set(size, quantile(atOnce, 0.9));
    mean.set(size, all.reduce((sum, time) => sum + time, 0) / all.length);
    const words = (some) => `p95 ${quantile(some, 0.95).toFixed(1)} ms, median ${median(some).toFixed(1)} ms, at most ${Math.max(...some).toFixed(1)} ms of ${some.length}`;
    measured(`tap to painted with ${size} stored`, `${words(all)}; at rest ${words(times)}; right after the start ${words(atOnce)}`);
    await context.close();
  }
  const slope = (of) => Math.log(of.get(MANY) / of.get(1000)) / Math.log(MANY / 1000);
  for (const { size } of stores) {
    within(`tap to painted with ${size} stored, p95`, slow.get(size), 50);
    within('  of those right after the start, p90', early.get(size), 50);
  }
  within('log-log slope from 1,000 to 20,000, of p95', slope(slow), 0.05, { unit: '' });
  within('  of the mean', slope(mean), 0.05, { unit: '' });
});

test('20,000 episodes are restored within 3 s, and the page has its turn meanwhile', async ({ browser, watch }) => {
  const records = usual(MANY);
  const file = JSON.stringify({
    unknot: 'backup',
    version: 1,
    count: MANY,
    records: Object.fromEntries(Object.entries(records).map(([key, text]) => [key, JSON.parse(text)])),
  });
  const folder = await mkdtemp(join(tmpdir(), 'unknot-'));
  await writeFile(join(folder, 'backup.json'), file);
  const rounds = [];
  for (let round = 0; round < 3; round += 1) {
    const context = await browser.newContext();
    await watch(context);
    const page = await context.newPage();
    const app = new App(page);
    await app.open('#/settings');
    await app.chooseBackup({ path: join(folder, 'backup.json') });
    await expect(app.button(word('restore-do'))).toBeVisible();
    await page.evaluate(() => {
      window.longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
      }).observe({ type: 'longtask' });
      new MutationObserver(() => { window.progress = window.progress || Boolean(document.querySelector('progress')); }).observe(document.body, { subtree: true, childList: true });
    });
    const begun = performance.now();
    await app.button(word('restore-do')).click();
    await expect(page.getByText(word('notices-restored', { records: 20000 }))).toBeVisible();
    const taken = performance.now() - begun;
    const [longest, progress] = await page.evaluate(() => [window.longest, window.progress]);
    measured('20,000 episodes restored', `${taken.toFixed(0)} ms, longest block ${longest.toFixed(0)} ms`);
    expect(progress).toBe(true);
    // The records of the journal follow by and by, after a reload too.
    await app.reload();
    const count = (keys) => keys.filter((key) => key.startsWith('unknot/episode/')).length;
    expect(count(await page.evaluate(() => Object.keys(localStorage)))).toBe(MANY);
    await expect.poll(async () => 'unknot/filling' in await journal(page)).toBe(false);
    expect(count(Object.keys(await journal(page)))).toBe(MANY);
    rounds.push({ taken, longest });
    await context.close();
  }
  await rm(folder, { recursive: true });
  within('20,000 episodes restored', median(rounds.map(({ taken }) => taken)), 3000);
  within('  the longest block', Math.max(...rounds.map(({ longest }) => longest)), 100);
});
