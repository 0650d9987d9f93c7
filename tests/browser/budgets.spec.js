// The numbers that the project promises, measured on the built site. Each prints what it measured.
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { launchOptions } from '../../.ci/browser.mjs';
import { serve } from '../../.ci/serve.mjs';
import { expect, keptOffline, test } from './harness.js';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const measured = (what, value) => console.log(`measured: ${what}: ${value}`);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const bytes = (number) => `${number.toLocaleString('en')} bytes`;

test('the page that comes first is at most 14,600 bytes, and each file of a first visit is fetched once', async ({ page }) => {
  // A server of its own: everything it sent is this visit's.
  const site = await serve({ base: '/unknot/' });
  await page.goto(site.url);
  await keptOffline(page);
  await page.waitForLoadState('networkidle');
  await site.close();
  const total = site.requests.reduce((sum, request) => sum + request.bytes, 0);
  const html = Math.max(...site.requests.filter(({ path }) => path === '/unknot/').map((request) => request.bytes));
  measured('first visit, page and worker, gzip', bytes(total));
  for (const request of site.requests) measured(`  ${request.path}`, `${request.status}, ${bytes(request.bytes)}`);
  measured('index.html, gzip', bytes(html));
  expect(site.requests.filter(({ status }) => status >= 400)).toEqual([]);
  expect(html).toBeLessThanOrEqual(14_600);
  // What the page fetched, the worker takes from the browser's cache.
  const wasm = site.requests.filter(({ path, status }) => path.endsWith('.wasm') && status === 200);
  expect(wasm).toHaveLength(1);
});

test.describe('first paint', () => {
  const ROUNDS = 11;

  // Each visit a new context: nothing cached, no worker.
  async function firstPaint(browser, watch, url) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
    await watch(context);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    // "Slow 4G" of Chromium's own tools: 150 ms and 1.6 / 0.75 Mbit/s on the wire, which for whole
    // requests comes to these.
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 562.5,
      downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
      uploadThroughput: (0.75 * 1024 * 1024 * 0.9) / 8,
    });
    await page.goto(url, { waitUntil: 'commit' });
    const time = await page.evaluate(() => new Promise((resolve) => {
      new PerformanceObserver((list) => {
        const entry = list.getEntriesByName('first-contentful-paint')[0];
        if (entry) resolve(entry.startTime);
      }).observe({ type: 'paint', buffered: true });
    }));
    await context.close();
    return time;
  }

  test('comes at most 1.15 times as late as without scripts', async ({ browser, watch }) => {
    const folder = await mkdtemp(join(tmpdir(), 'unknot-'));
    await cp(DIST, folder, { recursive: true });
    const html = readFileSync(join(DIST, 'index.html'), 'utf8');
    const bare = html.replace(/<script[^>]*>[^]*?<\/script>|<link rel="(module)?preload"[^>]*>/g, '');
    expect(bare).not.toBe(html);
    await writeFile(join(folder, 'index.html'), bare);
    const sites = { with: await serve(), without: await serve({ dir: folder }) };

    const times = { with: [], without: [] };
    for (let round = -1; round < ROUNDS; round += 1) {
      // By turns, and who goes first by turns: whatever else the machine does hits both.
      for (const which of round % 2 ? ['with', 'without'] : ['without', 'with']) {
        const time = await firstPaint(browser, watch, sites[which].url);
        if (round >= 0) times[which].push(time); // the first round warms up
      }
    }
    await Promise.all(Object.values(sites).map((site) => site.close()));
    await rm(folder, { recursive: true });

    const ratio = median(times.with) / median(times.without);
    measured('first contentful paint, 4x slower CPU, slow 4G', `${median(times.with).toFixed(0)} ms`);
    measured('the same without scripts', `${median(times.without).toFixed(0)} ms`);
    measured('ratio', ratio.toFixed(3));
    expect(ratio).toBeLessThanOrEqual(1.15);
  });
});

test('Lighthouse, mobile: performance at least 95, the rest 100', async ({ site }) => {
  const freePort = await new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
  const options = launchOptions();
  const browser = await chromium.launch({ ...options, args: [...options.args, `--remote-debugging-port=${freePort}`] });
  const runs = [];
  for (let i = 0; i < 3; i += 1) {
    const { lhr } = await lighthouse(site.url, {
      port: freePort,
      logLevel: 'error',
      onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
    });
    expect(lhr.runtimeError).toBeUndefined();
    runs.push(lhr);
  }
  await browser.close();

  const score = (category) => median(runs.map(({ categories }) => Math.round(categories[category].score * 100)));
  for (const category of ['performance', 'accessibility', 'best-practices', 'seo']) measured(`Lighthouse ${category}`, score(category));
  for (const audit of ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift']) {
    measured(`  ${audit}`, median(runs.map(({ audits }) => audits[audit].numericValue)).toFixed(audit.includes('shift') ? 3 : 0));
  }
  const short = (category) => runs[0].categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && runs[0].audits[id].score < 1)
    .map(({ id }) => `${id}: ${runs[0].audits[id].title}`);
  for (const category of ['accessibility', 'best-practices', 'seo']) expect(short(category), category).toEqual([]);
  expect(score('performance')).toBeGreaterThanOrEqual(95);
});
