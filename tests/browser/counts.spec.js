// Counts that are the same on every machine: bytes, requests, nodes, listeners, units written.
import { gzipSync } from 'node:zlib';
import { complaints, isFirstVisit, measure, recorded } from '../../.ci/site/sizes.mjs';
import { serve } from '../../.ci/serve.mjs';
import { App, appUp, expect, test } from './app.js';
import { lighthouse } from './lighthouse.js';
import { checkedRunning, many, usual } from './records.js';
import { word, wordLike } from './words.js';

test('a first visit is as small as docs/size.md says, and within its limits', async ({}) => {
  expect(complaints()).toEqual([]);
});

test('the comparison with docs/size.md can fail', async ({}) => {
  const { limits, last } = recorded();
  expect(limits).toEqual({ gzip: 590_000, brotli: 475_000, page: 14_600 });
  expect(complaints(last)).toEqual([]);
  expect(complaints({ ...last, gzip: last.gzip * 1.015 })).toHaveLength(1);
  expect(complaints({ ...last, brotli: 475_001 }).join()).toContain('the limit is 475000');
});

test('a first visit fetches a page, a script and a program once, and their bytes are those that are counted', async ({ page }) => {
  // A server of its own: everything it sent is this visit's.
  const site = await serve({ base: '/unknot/' });
  await page.goto(site.url);
  await appUp(page);
  const names = site.requests.map(({ path }) => path.replace('/unknot/', '') || 'index.html');
  await site.close();
  expect(site.requests.filter(({ status }) => status !== 200)).toEqual([]);
  const first = site.requests.filter((_, n) => isFirstVisit(names[n]));
  expect(first).toHaveLength(3);
  expect(first.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(measure().gzip);
  // The browser itself asks for these two when it likes.
  expect(names.filter((name) => !isFirstVisit(name) && !['icons/icon.svg', 'manifest.webmanifest'].includes(name))).toEqual([]);
});

test('Lighthouse, mobile: accessibility, best practices and SEO are 100', async ({ site }) => {
  const { audits, categories } = await lighthouse(site.url, ['accessibility', 'best-practices', 'seo']);
  for (const { title, auditRefs } of Object.values(categories)) {
    expect(auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score < 1).map(({ id }) => id), title).toEqual([]);
  }
});

/** Every node of the page, texts and comments included. */
const nodes = (page) => page.evaluate(() => {
  const walker = document.createTreeWalker(document);
  let count = 1;
  while (walker.nextNode()) count += 1;
  return count;
});

test('with 20,000 episodes the page has fewer than 1,500 nodes', async ({ app, page }) => {
  await app.clock('2026-11-22T12:00:00Z');
  await app.seed(many(20_000));
  await app.open('#/diary');
  await expect(app.episodes).toHaveCount(30);
  const more = page.getByRole('button', { name: /^Show more \(/ });
  const counts = [await nodes(page)];
  for (let n = 0; n < 4; n += 1) {
    await more.click();
    counts.push(await nodes(page));
  }
  await expect(app.episodes).toHaveCount(60);

  // An old month is a few taps away, and so is its part of the list.
  for (let n = 0; n < 12; n += 1) await page.getByRole('button', { name: 'The month before' }).click();
  await app.button('List from November 2025').click();
  await expect(app.episodes.first()).toContainText('30 Nov 2025');
  expect(Math.max(...counts)).toBeLessThan(1_500);
});

test('a page that is left is given back whole', async ({ app, page }) => {
  await app.open();
  await app.begin();
  await app.howBad(3).check();
  await page.evaluate(() => { window.left = [...document.querySelectorAll('#app :is(input, button)')].map((one) => new WeakRef(one)); });
  await app.goTo(word('routes-diary'));
  await expect.poll(async () => {
    await page.requestGC();
    return page.evaluate(() => window.left.filter((one) => one.deref()).map((one) => one.deref().outerHTML));
  }).toEqual([]);
});

test('a hundred page changes leave no listener and no node behind', async ({ app, page, context }) => {
  await app.open();
  await app.begin();
  const devtools = await context.newCDPSession(page);
  const round = async () => {
    for (const name of [word('routes-guide'), word('routes-diary'), word('routes-trends'), word('routes-settings'), word('routes-now')]) await app.goTo(name);
  };
  const counters = async () => {
    await page.requestGC();
    const { jsEventListeners, nodes: count } = await devtools.send('Memory.getDOMCounters');
    return { jsEventListeners, count };
  };
  await round();
  const before = await counters();
  for (let n = 0; n < 20; n += 1) await round();
  await expect.poll(async () => {
    const { jsEventListeners, count } = await counters();
    return jsEventListeners <= before.jsEventListeners && count <= before.count;
  }).toBe(true);
});

test('a start and an end write at most 600 units, however large the diary', async ({ browser, watch }) => {
  for (const size of [0, 1000, 20_000]) {
    const context = await browser.newContext();
    await watch(context);
    const app = new App(await context.newPage());
    await app.seedBoth(usual(size));
    await app.page.addInitScript(() => {
      window.units = 0;
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function counted(key, text) {
        if (this === localStorage) window.units += key.length + text.length;
        setItem.call(this, key, text);
      };
    });
    await app.open();
    await expect(app.page.locator('html')).toHaveAttribute('data-diary', 'whole');
    await app.page.evaluate(() => { window.units = 0; });
    await app.begin();
    await expect(app.page.getByRole('banner')).toContainText(word('frame-saved'));
    await app.eased.click();
    await expect(app.heading(wordLike('now-eased-after'))).toBeVisible();
    await expect(app.page.getByRole('banner')).toContainText(word('frame-saved'));
    const units = await app.page.evaluate(() => window.units);
    console.log(`${size} stored: ${units} units written for a start and an end`);
    expect(units).toBeGreaterThan(0);
    expect(units).toBeLessThanOrEqual(600);
    await context.close();
  }
});

test('20,000 usual episodes leave 12 % of the room', async ({}) => {
  const units = Object.entries(usual(20_000)).reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  console.log(`20,000 usual episodes: ${units} units, ${(units / 20_000).toFixed(0)} each`);
  expect(units).toBeLessThanOrEqual(0.88 * 5_242_880);
});

// Each drawing as it stands in the page, start, end and what moves it, all together in one gzip: what they
// would weigh as files. (The program holds them as numbers, which is less.)
test('all drawings weigh at most 25 kB', async ({ app, page }) => {
  await app.seed(checkedRunning());
  const drawings = async (route, count) => {
    await app.open(route);
    await expect(page.locator('.figure svg')).toHaveCount(count);
    return page.locator('.figure svg').evaluateAll((all) => all.map((one) => one.outerHTML));
  };
  const all = [...await drawings('#/relief/movements', 11), ...await drawings('#/relief/rest', 5)];
  const gzip = gzipSync(all.join('\n')).length;
  expect(gzip).toBeLessThanOrEqual(25_000);
});
