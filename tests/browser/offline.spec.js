// The service worker: the whole app without a network, and a new version that waits to be asked for.
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../.ci/serve.mjs';
import { appUp, expect, keptOffline, test } from './harness.js';
import { word } from './words.js';

test.use({ serviceWorkers: 'allow' });

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const cacheNames = (page) => page.evaluate(() => caches.keys());

test('after the first complete load everything opens without a network, below a sub-path', async ({ page, context, site }) => {
  expect(new URL(site.url).pathname).toBe('/unknot/');
  await page.goto('./');
  await keptOffline(page);
  await context.setOffline(true);
  for (const address of ['./', './index.html', './?utm=x', './#/check']) {
    await page.goto('about:blank');
    await page.goto(address);
    await appUp(page);
  }
  await page.reload();
  await appUp(page);
});

test('the worker keeps the files of this version and nothing else, and no picture of a store', async ({ page }) => {
  await page.goto('./');
  await keptOffline(page);
  await page.evaluate(() => fetch('./screenshots/phone.png'));
  const kept = await page.evaluate(async () => {
    const [name] = await caches.keys();
    return (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname);
  });
  expect(kept).toContain('/unknot/');
  expect(kept.filter((path) => path.endsWith('.wasm'))).toHaveLength(1);
  expect(kept.filter((path) => path.endsWith('.png') || path.endsWith('sw.js'))).toEqual([]);
});

test('the programs that version 0.1 kept unpacked are deleted, those of another path are not', async ({ page }) => {
  await page.route('**/empty', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,">' }));
  await page.goto('./empty');
  await page.evaluate(() => Promise.all(['unknot /unknot/ program', 'unknot /another/ program'].map(async (name) => {
    await (await caches.open(name)).put('./unknot-1.packed', new Response('an old program'));
  })));
  await page.goto('./');
  await keptOffline(page);
  const names = await cacheNames(page);
  expect(names).not.toContain('unknot /unknot/ program');
  expect(names).toContain('unknot /another/ program');
});

test.describe('a site that can be changed', () => {
  let folder;
  let server;

  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unknot-'));
    await cp(DIST, folder, { recursive: true });
    server = await serve({ dir: folder, base: '/unknot/' });
  });
  test.afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  const script = () => readdirSync(folder).find((file) => file.endsWith('.js') && file !== 'sw.js');
  const program = () => readdirSync(folder).find((file) => file.endsWith('.wasm'));

  /** The paths of all files that the worker keeps. */
  const keptFiles = (page) => page.evaluate(async () => {
    const caught = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return caught.flat().map(({ url }) => url).sort();
  });

  test.describe('a cache that the browser has emptied', () => {
    for (const [what, empty] of [
      ['wholly', async () => { for (const name of await caches.keys()) await caches.delete(name); }],
      ['of the program', async () => {
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          for (const request of await cache.keys()) if (request.url.endsWith('.wasm')) await cache.delete(request);
        }
      }],
      ['of the page', async () => { for (const name of await caches.keys()) await (await caches.open(name)).delete('./'); }],
    ]) {
      test(`${what}: is filled again by the next start, and works offline`, async ({ page, context }) => {
        await page.goto(server.url);
        await appUp(page);
        await keptOffline(page);
        const whole = await keptFiles(page);
        await page.evaluate(empty);
        await page.reload();
        await appUp(page);
        await expect.poll(() => keptFiles(page)).toEqual(whole);
        await context.setOffline(true);
        await page.reload();
        await appUp(page);
      });
    }

    test.describe('while the server has damaged files', () => {
      test.use({ expectedTrouble: /integrity|Failed to load resource|^page: |wasm/i });

      test('is not filled with them, and with the right ones later', async ({ page }) => {
        await page.goto(server.url);
        await appUp(page);
        await keptOffline(page);
        const whole = await keptFiles(page);
        const right = await readFile(join(folder, program()));
        const wrong = Buffer.from(right);
        wrong[wrong.length - 1] ^= 1;
        await writeFile(join(folder, program()), wrong);
        await page.evaluate(async () => { for (const name of await caches.keys()) await caches.delete(name); });
        await page.reload();
        await expect.poll(() => keptFiles(page)).toEqual(whole.filter((url) => !url.endsWith('.wasm')));
        await writeFile(join(folder, program()), right);
        await page.reload();
        await appUp(page);
        await expect.poll(() => keptFiles(page)).toEqual(whole);
      });
    });
  });

  test.describe('Cache Storage that fails', () => {
    // At install it works, and fails once the page says so.
    const PRELUDE = `addEventListener('message', ({ data }) => {
      if (data === 'fail') CacheStorage.prototype.open = CacheStorage.prototype.keys = () => Promise.reject(new DOMException('', 'UnknownError'));
    });\n`;

    test('in a worker that is in charge: the app opens from the network', async ({ page }) => {
      await writeFile(join(folder, 'sw.js'), PRELUDE + await readFile(join(folder, 'sw.js'), 'utf8'));
      await page.goto(server.url);
      await keptOffline(page);
      await page.evaluate(() => navigator.serviceWorker.controller.postMessage('fail'));
      await page.reload();
      await appUp(page);
    });

    test.describe('at install', () => {
      test.use({ expectedTrouble: /UnknownError|ServiceWorker|when fetching the script/ });

      test('the app opens without a worker', async ({ page }) => {
        await writeFile(join(folder, 'sw.js'), `CacheStorage.prototype.open = () => Promise.reject(new DOMException('', 'UnknownError'));\n${await readFile(join(folder, 'sw.js'), 'utf8')}`);
        for (const _ of ['once', 'twice']) {
          await page.goto(server.url);
          await appUp(page);
        }
      });
    });
  });

  // The server answers wrongly once, as a proxy or a half-finished upload does, and lets that be kept.
  test.describe('an answer that was wrong once', () => {
    test.use({ expectedTrouble: /integrity|Failed to load|^page: |wasm|MIME type|Unexpected|SyntaxError/i });

    const WRONG = {
      'a page': () => ({ body: Buffer.from('<!doctype html>'), type: 'text/html' }),
      'cut off': (bytes, type) => ({ body: bytes.subarray(0, bytes.length / 2), type }),
      // In the length of the first section of a program; in the first word of a script.
      'of one damaged byte': (bytes, type) => ({ body: Buffer.from(bytes).fill(bytes[9] ^ 4, 9, 10), type }),
      'of another type': (bytes) => ({ body: bytes, type: 'text/plain' }),
    };
    for (const [of, file, type, wrongs] of [
      ['the script', script, 'text/javascript', ['a page', 'cut off', 'of one damaged byte', 'of another type']],
      ['the program', program, 'application/wasm', ['a page', 'cut off', 'of one damaged byte']],
    ]) {
      for (const what of wrongs) {
        test(`${of}, ${what}: "Reload" starts the app, and it is kept rightly`, async ({ page, context }) => {
          const bytes = await readFile(join(folder, file()));
          const { body, type: wrongType } = WRONG[what](bytes, type);
          server.answerOnce(file(), { headers: { 'Content-Type': wrongType, 'Cache-Control': 'max-age=600' }, body });
          await page.goto(server.url);
          await expect(page.getByRole('alert')).toContainText(word('shell-not-loaded'));
          await keptOffline(page);
          await page.getByRole('button', { name: word('shell-reload') }).click();
          await appUp(page);
          await context.setOffline(true);
          await page.reload();
          await appUp(page);
        });
      }
    }

    test.describe('in a browser without a worker', () => {
      test.use({ serviceWorkers: 'block' });

      for (const [of, file, type] of [['the script', script, 'text/javascript'], ['the program', program, 'application/wasm']]) {
        test(`${of}: "Reload" starts the app`, async ({ page }) => {
          const { body } = WRONG['cut off'](await readFile(join(folder, file())), type);
          server.answerOnce(file(), { headers: { 'Content-Type': type, 'Cache-Control': 'max-age=600' }, body });
          await page.goto(server.url);
          await expect(page.getByRole('alert')).toContainText(word('shell-not-loaded'));
          await page.getByRole('button', { name: word('shell-reload') }).click();
          await appUp(page);
        });
      }
    });
  });

  test.describe('a file that was damaged in the cache', () => {
    test.use({ expectedTrouble: /Failed to load|^page: |wasm/i });

    test('"Reload" fetches it anew', async ({ page }) => {
      await page.goto(server.url);
      await keptOffline(page);
      await page.evaluate(async () => {
        const cache = await caches.open((await caches.keys())[0]);
        const { url } = (await cache.keys()).find((request) => request.url.endsWith('.wasm'));
        await cache.put(url, new Response('half a pro', { headers: { 'Content-Type': 'application/wasm' } }));
      });
      await page.reload();
      await expect(page.getByRole('alert')).toContainText(word('shell-not-loaded'));
      await page.getByRole('button', { name: word('shell-reload') }).click();
      await appUp(page);
      await page.reload();
      await appUp(page);
    });
  });

  // A new version.

  /** Marks the page with a name, and changes the worker as the build would have. */
  async function publish(edition) {
    const sri = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
    const old = await readFile(join(folder, 'index.html'), 'utf8');
    const page = old.replace('<html', `<html data-edition="${edition}"`);
    const worker = await readFile(join(folder, 'sw.js'), 'utf8');
    await writeFile(join(folder, 'index.html'), page);
    await writeFile(join(folder, 'sw.js'), worker.replace(sri(old), sri(page)).replace(/"version":"\w+"/, `"version":"${edition}"`));
  }

  const html = (page) => page.locator('html');
  const offer = (page) => page.getByText(word('shell-update'));

  test('is offered, not forced, and used when asked for', async ({ page }) => {
    await page.goto(server.url);
    await keptOffline(page);
    await expect(offer(page)).toBeHidden(); // the first version is no news
    const [first] = await cacheNames(page);
    await page.evaluate(() => caches.open('unknot /another/ 1'));

    await publish('Second');
    await page.reload();
    await expect(offer(page)).toBeVisible();
    await appUp(page);
    await expect(html(page)).not.toHaveAttribute('data-edition', 'Second');

    await page.getByRole('button', { name: word('shell-update-later'), exact: true }).click();
    await expect(offer(page)).toBeHidden();
    await page.reload();
    await expect(html(page)).not.toHaveAttribute('data-edition', 'Second'); // still not forced
    await expect(offer(page)).toBeVisible();

    await page.getByRole('button', { name: word('shell-update-use') }).click();
    await expect(html(page)).toHaveAttribute('data-edition', 'Second');
    await appUp(page);
    await expect(offer(page)).toBeHidden();
    const names = await cacheNames(page);
    expect(names).not.toContain(first);
    expect(names).toContain('unknot /unknot/ Second');
    expect(names).toContain('unknot /another/ 1'); // a neighbour's
  });

  test('does not take the page away from another tab', async ({ page, context }) => {
    await page.goto(server.url);
    await keptOffline(page);
    const other = await context.newPage();
    await other.goto(server.url);
    await appUp(other);
    await other.evaluate(() => { window.stillHere = true; });

    await publish('Second');
    await page.reload();
    await page.getByRole('button', { name: word('shell-update-use') }).click();
    await expect(html(page)).toHaveAttribute('data-edition', 'Second');
    expect(await other.evaluate(() => window.stillHere)).toBe(true);
  });

  test('that another tab has put to use already: asked for here, the page is loaded again', async ({ page, context }) => {
    await page.goto(server.url);
    await keptOffline(page);
    await publish('Second');
    await page.reload();
    const other = await context.newPage();
    await other.goto(server.url);
    await expect(offer(other)).toBeVisible();
    await page.getByRole('button', { name: word('shell-update-use') }).click();
    await expect(html(page)).toHaveAttribute('data-edition', 'Second');

    await expect(html(other)).not.toHaveAttribute('data-edition', 'Second');
    await other.getByRole('button', { name: word('shell-update-use') }).click();
    await expect(html(other)).toHaveAttribute('data-edition', 'Second');
  });

  test('is looked for when an open page is looked at again', async ({ page }) => {
    await page.goto(server.url);
    await keptOffline(page);
    await publish('Second');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(offer(page)).toBeVisible();
  });

  test('is not offered over the buttons of a question', async ({ page }) => {
    await page.goto(`${server.url}#/check`);
    await keptOffline(page);
    await publish('Second');
    await page.reload();
    await appUp(page);
    await expect(page.locator('#update')).not.toHaveAttribute('hidden');
    await expect(offer(page)).toBeHidden();
    await page.getByRole('link', { name: word('routes-diary') }).click();
    await expect(offer(page)).toBeVisible();
  });

  test.describe('half published', () => {
    test.use({ expectedTrouble: /integrity/ });

    test('is not installed, and the old one stays whole', async ({ page, context }) => {
      await page.goto(server.url);
      await keptOffline(page);
      await publish('Second');
      await writeFile(join(folder, 'index.html'), '<!doctype html><html data-edition="Third">');
      const outcome = await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        const changed = (target, event) => new Promise((resolve) => target.addEventListener(event, resolve, { once: true }));
        const found = changed(registration, 'updatefound');
        await registration.update();
        await found;
        const worker = registration.installing;
        await changed(worker, 'statechange');
        return worker.state;
      });
      expect(outcome).toBe('redundant');
      await expect(offer(page)).toBeHidden();
      await context.setOffline(true);
      await page.reload();
      await appUp(page);
      await expect(html(page)).not.toHaveAttribute('data-edition');
    });
  });

  test('of a broken app can still be replaced', async ({ page }) => {
    await page.goto(server.url);
    await keptOffline(page);
    await page.evaluate(() => { document.documentElement.dataset.app = 'broken'; });
    await publish('Second');
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    await page.getByRole('button', { name: word('shell-update-use') }).click();
    await expect(html(page)).toHaveAttribute('data-edition', 'Second');
  });
});
