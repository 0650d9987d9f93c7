// The time to usable, on a slow processor and a slow network. Interleaved, medians of three:
// - this build, to `data-app="up"`: first visit, and the second one with everything kept (warm);
// - this build and the plain page (plain/index.html), until a tap on the button stores a start;
// - with UNKNOT_BENCH_OTHER=DIR, another build of the app, which this one must not be slower than.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../../.ci/browser.mjs';
import { serve } from '../../../.ci/serve.mjs';
import { expect, keptOffline, test } from '../harness.js';
import { canLimit, cpuLimit } from './cpu_limit.js';
import { measured, median, within } from './measure.js';

const ROUNDS = 3;
const OTHER = process.env.UNKNOT_BENCH_OTHER;
const CORES = canLimit() ? { full: Infinity, half: 0.5, quarter: 0.25 } : { full: Infinity };
const MBIT = 1_000_000 / 8;
const NETWORKS = {
  'no limit': undefined,
  '9 Mbit/s': { latency: 0, downloadThroughput: 9 * MBIT, uploadThroughput: 9 * MBIT },
  'slow 4G': { latency: 150, downloadThroughput: 1.6 * MBIT, uploadThroughput: 0.75 * MBIT },
};
/** Milliseconds until the app is up, on half a core. */
const LIMITS = { 'no limit': 450, '9 Mbit/s': 1000, 'slow 4G': 3000 };

/** In the page: resolves `window.up` to the time from the start of the navigation to `data-app="up"`. */
function watchUp() {
  window.up = new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      if (document.documentElement?.dataset.app !== 'up') return;
      observer.disconnect();
      resolve(performance.now());
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-app'] });
  });
}

/** In the page: resolves `window.up` to the time when a painted start button, tapped, has stored something. */
function watchLoggable() {
  window.up = new Promise((resolve) => {
    const tap = (button) => {
      button.click();
      if (localStorage.length) resolve(performance.now());
      else setTimeout(() => tap(button));
    };
    const observer = new MutationObserver(() => {
      const button = document.querySelector('#early-start:not([hidden]), #start');
      if (!button) return;
      observer.disconnect();
      // After the frame that shows it.
      requestAnimationFrame(() => setTimeout(() => tap(button)));
    });
    observer.observe(document, { subtree: true, childList: true, attributeFilter: ['hidden'] });
  });
}

test('time to usable', async () => {
  test.setTimeout(1_800_000);
  if (!canLimit()) measured('processor', 'NOT LIMITED: this machine has no cgroup (version 1) that may be written, so only full speed is measured');
  const folder = mkdtempSync(join(tmpdir(), 'unknot-'));
  const limit = canLimit() ? cpuLimit() : undefined;
  const options = launchOptions();
  const browser = await chromium.launch(limit ? { ...options, executablePath: limit.wrap(options.executablePath, join(folder, 'browser')) } : options);
  const sites = {
    app: await serve(),
    plain: await serve({ dir: fileURLToPath(new URL('plain', import.meta.url)) }),
    ...(OTHER && { other: await serve({ dir: OTHER }) }),
  };

  /** Milliseconds of one visit in a new context: nothing kept. With `warm`, of the second visit. */
  async function visit({ site, cores, network, watch = watchUp, warm = false }) {
    limit?.set(Infinity);
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.addInitScript(watch);
    if (warm) {
      await page.goto(sites[site].url);
      await page.evaluate(() => window.up);
      await keptOffline(page);
      await page.goto('about:blank');
    }
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1, ...NETWORKS[network] });
    limit?.set(CORES[cores]);
    await page.goto(sites[site].url, { waitUntil: 'commit' });
    const time = await page.evaluate(() => window.up);
    limit?.set(Infinity);
    await context.close();
    return time;
  }

  const KINDS = {
    up: { site: 'app' },
    warm: { site: 'app', warm: true },
    ...(OTHER && { other: { site: 'other' } }),
    loggable: { site: 'app', watch: watchLoggable },
    plain: { site: 'plain', watch: watchLoggable },
  };
  const rows = Object.keys(CORES).flatMap((cores) => Object.keys(NETWORKS).map((network) => ({ cores, network, times: {} })));
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const row of round < 0 ? rows.slice(0, 1) : rows) { // the first round warms up
      for (const [kind, how] of Object.entries(KINDS)) {
        const time = await visit({ ...how, ...row });
        if (round >= 0) (row.times[kind] ??= []).push(time);
      }
    }
  }
  await browser.close();
  limit?.remove();
  await Promise.all(Object.values(sites).map((site) => site.close()));
  rmSync(folder, { recursive: true });

  const cell = (text, width) => String(text).padStart(width);
  console.log(`${'core'.padEnd(9)}${'network'.padEnd(10)}${Object.keys(KINDS).map((kind) => cell(kind, 10)).join('')}   (ms, medians of ${ROUNDS})`);
  for (const { cores, network, times } of rows) {
    console.log(`${cores.padEnd(9)}${network.padEnd(10)}${Object.keys(KINDS).map((kind) => cell(median(times[kind]).toFixed(0), 10)).join('')}`);
  }
  for (const { cores, network, times } of rows) {
    const where = `${cores} core, ${network}`;
    const middle = Object.fromEntries(Object.entries(times).map(([kind, all]) => [kind, median(all)]));
    if (cores === 'half') within(`usable, ${where}`, middle.up, LIMITS[network]);
    if (OTHER && cores !== 'full') within(`usable, ${where}, against the other build`, middle.up, middle.other);
    within(`loggable, ${where}, against 1.1 × the plain page`, middle.loggable, 1.1 * middle.plain);
    if (cores === 'half' && network === 'slow 4G') within(`warm, ${where}, against half of the first visit`, middle.warm, middle.up / 2);
  }
  expect(rows.length).toBeGreaterThan(0);
});
