// The service worker: the whole app without a network, and a new version that waits to be asked for.
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../.ci/serve.mjs';
import { appUp, expect, keptOffline, test } from './harness.js';

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

test.describe('a new version', () => {
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
  const offer = (page) => page.getByText('A new version is ready.');

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

    await page.getByRole('button', { name: 'Later', exact: true }).click();
    await expect(offer(page)).toBeHidden();
    await page.reload();
    await expect(html(page)).not.toHaveAttribute('data-edition', 'Second'); // still not forced
    await expect(offer(page)).toBeVisible();

    await page.getByRole('button', { name: 'Use it now' }).click();
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
    await page.getByRole('button', { name: 'Use it now' }).click();
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
    await page.getByRole('button', { name: 'Use it now' }).click();
    await expect(html(page)).toHaveAttribute('data-edition', 'Second');

    await expect(html(other)).not.toHaveAttribute('data-edition', 'Second');
    await other.getByRole('button', { name: 'Use it now' }).click();
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
    await page.getByRole('link', { name: 'Diary' }).click();
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
    await page.getByRole('button', { name: 'Use it now' }).click();
    await expect(html(page)).toHaveAttribute('data-edition', 'Second');
  });
});
