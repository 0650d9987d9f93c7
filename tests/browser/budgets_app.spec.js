// How long things take: a tap from the finger to the eye, with a small diary and with a large one; to
// the other tab; and to the disk. And what is left behind by pages that are left.
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../.ci/browser.mjs';
import { App, expect, test } from './app.js';
import { many } from './records.js';

const measured = (what, value) => console.log(`measured: ${what}: ${value}`);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const ROUNDS = 21;
const SIZES = [10, 10_000];

test('a spasm is logged as fast with 10,000 episodes as with 10', async ({ browser, watch }) => {
  // Two people, each with a store of their own.
  const people = new Map();
  for (const size of SIZES) {
    const context = await browser.newContext();
    await watch(context);
    const app = new App(await context.newPage());
    await app.seed(many(size));
    await app.open('#/diary');
    await expect(app.episodes.first()).toBeVisible();
    people.set(size, { app, painted: [], handled: [] });
  }

  for (let round = -1; round < ROUNDS; round += 1) {
    // By turns, and who goes first by turns: whatever else the machine does hits both.
    for (const size of round % 2 ? SIZES : [...SIZES].reverse()) {
      const { app, painted, handled } = people.get(size);
      await app.page.goto('about:blank');
      await app.open();
      await expect(app.start).toBeVisible();
      const times = await app.start.evaluate((button) => new Promise((resolve) => {
        // From the beginning of a frame, so that the wait for one is the same for all.
        requestAnimationFrame(() => {
          const begun = performance.now();
          button.click();
          const handledAt = performance.now();
          // The first frame is drawn after the first callback and before the second.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve({
            painted: performance.now() - begun,
            handled: handledAt - begun,
          })));
        });
      }));
      await expect(app.running).toBeVisible();
      if (round >= 0) { // the first round warms up
        painted.push(times.painted);
        handled.push(times.handled);
      }
      // Nothing runs in the next round, and the diary stays as large as it was.
      await app.page.evaluate(() => {
        for (const [key, text] of Object.entries(localStorage)) {
          if (key.startsWith('unknot/episode/') && !text.includes('"end"')) localStorage.removeItem(key);
        }
      });
    }
  }

  const [small, large] = SIZES.map((size) => people.get(size));
  for (const size of SIZES) {
    const { painted, handled } = people.get(size);
    measured(`tap on start to painted, ${size.toLocaleString('en')} episodes`, `${median(painted).toFixed(1)} ms (${Math.min(...painted).toFixed(1)} to ${Math.max(...painted).toFixed(1)}), of ${ROUNDS}`);
    measured(`  of it the app's own work`, `${median(handled).toFixed(1)} ms`);
  }
  const ratio = median(large.painted) / median(small.painted);
  measured('ratio', ratio.toFixed(2));
  await Promise.all([...people.values()].map(({ app }) => app.page.context().close()));
  expect(ratio).toBeLessThanOrEqual(2);
});

test('what one tab stores, another shows within a second', async ({ app }) => {
  await app.open();
  const other = await app.otherTab();
  await app.begin();
  await expect(other.running).toBeVisible();
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // Both read the clock of the machine. The other tab notes when it was told, and shows it then.
    const seen = other.page.evaluate((name) => new Promise((resolve) => {
      const look = () => {
        const key = document.querySelectorAll('[name="severity"]')[name];
        if (key.checked) resolve(performance.timeOrigin + performance.now());
        else requestAnimationFrame(look);
      };
      look();
    }), round % 11);
    const tapped = await app.howBad(round % 11).evaluate((key) => {
      const at = performance.timeOrigin + performance.now();
      key.click();
      return at;
    });
    times.push(await seen - tapped);
  }
  measured('tap in one tab to shown in another', `${median(times).toFixed(0)} ms (at most ${Math.max(...times).toFixed(0)}), of ${ROUNDS}`);
  expect(median(times)).toBeLessThanOrEqual(1000);
});

test('found again after a crash: a spasm that runs when the browser is killed', async ({ site, watch }) => {
  const folder = await mkdtemp(join(tmpdir(), 'unknot-'));
  const open = async () => {
    const context = await chromium.launchPersistentContext(folder, { ...launchOptions(), baseURL: site.url });
    await watch(context);
    const app = new App(context.pages()[0]);
    await app.open();
    return { context, app };
  };

  /** Whether this text is in a file of the browser's store. What is in a file outlives the browser. */
  const store = join(folder, 'Default', 'Local Storage', 'leveldb');
  const onDisk = async (text) => {
    const files = await readdir(store);
    const contents = await Promise.all(files.map((file) => readFile(join(store, file)).catch(() => Buffer.alloc(0))));
    return contents.some((content) => content.includes(text));
  };

  const first = await open();
  await first.app.begin();
  const tapped = Date.now();
  const episode = await first.app.episode();
  await expect.poll(() => onDisk(`unknot/episode/${episode.id}`), { timeout: 120_000 }).toBe(true);
  measured('tap on start to stored on disk (the browser writes localStorage by and by)', `${((Date.now() - tapped) / 1000).toFixed(1)} s`);

  const devtools = await first.context.browser().newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  const gone = new Promise((resolve) => { first.context.on('close', resolve); });
  process.kill(processInfo.find(({ type }) => type === 'browser').id, 'SIGKILL');
  await gone;

  const second = await open();
  await expect(second.app.running).toBeVisible();
  expect(await second.app.episode()).toEqual(episode);
  await second.context.close();
  await rm(folder, { recursive: true });
});

test('a page that is left is given back whole', async ({ app, page }) => {
  await app.open();
  await app.begin();
  await app.howBad(3).check();
  await page.evaluate(() => { window.left = [...document.querySelectorAll('#app :is(input, button)')].map((one) => new WeakRef(one)); });
  await app.goTo('Diary');
  await expect.poll(async () => {
    await page.requestGC();
    return page.evaluate(() => window.left.filter((one) => one.deref()).map((one) => one.deref().outerHTML));
  }).toEqual([]);
});
