// What is kept, and what it costs: after a kill at any time after "saved"; with twenty thousand episodes.
// `UNKNOT_KILLS=50` kills that many browsers at each point.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../.ci/browser.mjs';
import { App, expect, journal, test } from './app.js';
import { usual } from './records.js';

const measured = (what, value) => console.log(`measured: ${what}: ${value}`);

test.describe('killed right after it was saved', () => {
  /** Starts a spasm, kills the browser, starts it again: whether the spasm is still there. */
  async function survives({ site, watch }, { wait = 0, journal = true } = {}) {
    const folder = await mkdtemp(join(tmpdir(), 'unknot-'));
    const open = async () => {
      const context = await chromium.launchPersistentContext(folder, { ...launchOptions(), baseURL: site.url });
      if (!journal) await context.addInitScript(() => Object.defineProperty(window, 'indexedDB', { get: () => undefined }));
      await watch(context);
      const app = new App(context.pages()[0]);
      await app.open();
      return { context, app };
    };
    const first = await open();
    const devtools = await first.context.browser().newBrowserCDPSession();
    const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
    const browser = processInfo.find(({ type }) => type === 'browser').id;
    const gone = new Promise((resolve) => { first.context.on('close', resolve); });
    await first.app.begin();
    if (journal) await expect(first.app.page.getByRole('banner')).toContainText('✓ saved');
    const episode = await first.app.episode();
    if (wait) await new Promise((resolve) => { setTimeout(resolve, wait); });
    process.kill(browser, 'SIGKILL');
    await gone;

    const second = await open();
    // The journal answers a moment after the app is up. Without one there is nothing to wait for.
    if (journal) await second.app.running.waitFor({ timeout: 10_000 }).catch(() => {});
    const records = await second.app.records('episode');
    const found = await second.app.running.isVisible();
    await second.context.close();
    await rm(folder, { recursive: true });
    expect(records).toEqual(found ? [episode] : []);
    return found;
  }

  const ROUNDS = Number(process.env.UNKNOT_KILLS ?? 3);
  /** So many browsers at once: they wait most of the time. */
  const BESIDE = 5;
  /** In milliseconds. The longest comes first, so that the others come and go meanwhile. */
  const WAITS = [30_000, 5000, 1000, 500, 100, 20, 5, 0];

  test('from 0 ms to half a minute after "saved": nothing is lost', async ({ site, watch }) => {
    test.setTimeout(60_000 * (1 + ROUNDS) * WAITS.length);
    const found = Object.fromEntries(WAITS.map((wait) => [wait, 0]));
    const left = WAITS.flatMap((wait) => Array(ROUNDS).fill(wait));
    await Promise.all(Array.from({ length: BESIDE }, async () => {
      while (left.length) {
        const wait = left.shift();
        const isThere = await survives({ site, watch }, { wait });
        found[wait] += isThere;
      }
    }));
    for (const wait of WAITS) measured(`killed ${wait} ms after "saved", found again`, `${found[wait]} of ${ROUNDS}`);
    expect(found).toEqual(Object.fromEntries(WAITS.map((wait) => [wait, ROUNDS])));
  });

  test('without the journal it would be: this can fail', async ({ site, watch }) => {
    let found = 0;
    while (found < 10 && await survives({ site, watch }, { journal: false })) found += 1;
    measured('the same at once, without the journal: lost after', `${found} that were found again`);
    expect(found).toBeLessThan(10);
  });
});

const at = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.ceil(share * numbers.length) - 1];
const MANY = 20_000;

test('with 20,000 episodes Now is there before the diary is read, and that is read nearly as fast as plain JavaScript reads it twice', async ({ app, page }) => {
  await app.seedBoth(usual(MANY));
  const units = await page.evaluate(() => Object.entries(localStorage).reduce((sum, [key, text]) => sum + key.length + text.length, 0));
  measured('20,000 usual episodes', `${units} units, ${(units / MANY).toFixed(0)} each`);
  expect(units).toBeLessThanOrEqual(0.8 * 5_242_880);
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
  const middle = (name) => at(rounds.map((round) => round[name]), 0.5);
  measured('from tappable to the whole diary read', `${middle('whole').toFixed(0)} ms; plain JavaScript ${middle('plain').toFixed(0)} ms, once more in the same page ${middle('warm').toFixed(0)} ms`);
  await app.open('#/trends');
  for (const round of rounds) expect(round.whole).toBeGreaterThan(0); // Now was there first
  expect(middle('whole')).toBeLessThanOrEqual(2 * middle('plain'));
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
      window.units = 0;
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function counted(key, text) {
        if (this === localStorage) window.units += key.length + text.length;
        setItem.call(this, key, text);
      };
    });
    stores.push({ size, context, app, times: [], atOnce: [], units: 0 });
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
          window.units = 0;
          requestAnimationFrame(() => {
            const begun = performance.now();
            button.click();
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - begun)));
          });
        }));
        if (round > 1) (isEarly ? store.atOnce : store.times).push(taken); // the first rounds warm up
        await expect(app.page.getByRole('banner')).toContainText('✓ saved');
        await app.eased.click();
        await expect(app.heading(/^It eased after/)).toBeVisible();
        await expect(app.page.getByRole('banner')).toContainText('✓ saved');
        store.units = Math.max(store.units, await app.page.evaluate(() => window.units));
        await app.button('Done').click();
      }
    }
  }
  // Painted is with a frame, so a middle may be one frame or two; the slowest of twenty is what is asked for, of
  // all taps, whenever they come. Of the early ones alone, which are few, the slowest of ten.
  const slow = new Map();
  const early = new Map();
  const mean = new Map();
  for (const { size, context, times, atOnce, units } of stores) {
    const all = [...times, ...atOnce];
    slow.set(size, at(all, 0.95));
    early.set(size, at(atOnce, 0.9));
    mean.set(size, all.reduce((sum, time) => sum + time, 0) / all.length);
    const words = (some) => `p95 ${at(some, 0.95).toFixed(1)} ms, median ${at(some, 0.5).toFixed(1)} ms, at most ${Math.max(...some).toFixed(1)} ms of ${some.length}`;
    measured(`tap to painted with ${size} stored`, `${words(all)}; at rest ${words(times)}; right after the start ${words(atOnce)}; at most ${units} units written for a start and an end`);
    await context.close();
  }
  const slope = (of) => Math.log(of.get(MANY) / of.get(1000)) / Math.log(MANY / 1000);
  measured('log-log slope from 1,000 to 20,000', `of p95 ${slope(slow).toFixed(3)}, of the mean ${slope(mean).toFixed(3)}`);
  for (const { units } of stores) expect(units).toBeLessThanOrEqual(600);
  for (const time of [...slow.values(), ...early.values()]) expect(time).toBeLessThanOrEqual(50);
  expect(slope(slow)).toBeLessThanOrEqual(0.05);
  expect(slope(mean)).toBeLessThanOrEqual(0.05);
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
    await expect(app.button('Restore')).toBeVisible();
    await page.evaluate(() => {
      window.longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
      }).observe({ type: 'longtask' });
      new MutationObserver(() => { window.progress = window.progress || Boolean(document.querySelector('progress')); }).observe(document.body, { subtree: true, childList: true });
    });
    const begun = performance.now();
    await app.button('Restore').click();
    await expect(page.getByText('Restored. Records written: 20000.')).toBeVisible();
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
  expect(at(rounds.map(({ taken }) => taken), 0.5)).toBeLessThanOrEqual(3000);
  for (const { longest } of rounds) expect(longest).toBeLessThanOrEqual(100);
});
