// What was saved is kept after a kill at any time after "saved". `UNKNOT_KILLS=50` kills that many browsers at
// each point; by itself it is 3.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../.ci/browser.mjs';
import { App, expect, test } from './app.js';
import { word } from './words.js';

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
    if (journal) await expect(first.app.page.getByRole('banner')).toContainText(word('frame-saved'));
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
    for (const wait of WAITS) console.log(`killed ${wait} ms after "saved": ${found[wait]} of ${ROUNDS} found again`);
    expect(found).toEqual(Object.fromEntries(WAITS.map((wait) => [wait, ROUNDS])));
  });

  test('without the journal it would be: this can fail', async ({ site, watch }) => {
    let found = 0;
    while (found < 10 && await survives({ site, watch }, { journal: false })) found += 1;
    console.log(`killed at once, without the journal: lost after ${found} that were found again`);
    expect(found).toBeLessThan(10);
  });
});
