// index.html by itself: what a person has before the app arrives, when it never does, and when it
// breaks. See the states at the top of index.html.
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unpack } from '../../src/unpack.js';
import { appUp, expect, test } from './harness.js';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const PACKED = readFileSync(join(DIST, readdirSync(DIST).find((file) => file.endsWith('.packed'))));
/** The same with one bit of it turned. */
const DAMAGED = Buffer.from(PACKED);
DAMAGED[50_000] ^= 4;

const startButton = (page) => page.getByRole('button', { name: 'A spasm started' });
const emergencyList = (page) => page.getByRole('region', { name: 'Get emergency help now if any of this is happening' });
const earlyTaps = (page) => page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('unknot/early/')));

test.describe('scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('the name and the emergency list can be read, and no button is dead', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByText('Unknot', { exact: true })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'How is your back?' })).toBeVisible();
    await expect(emergencyList(page).getByRole('listitem').first()).toBeVisible();
    expect(await emergencyList(page).getByRole('listitem').count()).toBeGreaterThanOrEqual(18);
    await expect(emergencyList(page)).toContainText('UK 999');
    // By element: Playwright's text search passes over a noscript.
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
  });
});

test('the published page has one strict policy, one style and no style attribute', async ({ page, site }) => {
  const html = await (await page.request.get(site.url)).text();
  const [, policy] = html.match(/<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">/);
  expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'( 'sha256-[\w+/]{43}=')+; style-src 'sha256-[\w+/]{43}=';/);
  expect(policy).not.toMatch(/'unsafe-inline'|'unsafe-eval'|'unsafe-hashes'|data:|blob:|\*|https?:/);
  expect(html.match(/<style/g)).toHaveLength(1);
  expect(html).not.toMatch(/<[a-z][^>]*\sstyle=/);
});

test('the app replaces the shell', async ({ page }) => {
  await page.goto('./');
  await appUp(page);
  await expect(page.locator('#shell')).toBeHidden();
  await expect(emergencyList(page)).toBeHidden();
  await expect(page.locator('#broken')).toBeHidden();
  await expect(page.getByRole('main')).toHaveCount(1);
});

test('the wasm is fetched once, by its preload', async ({ page }) => {
  const fetched = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto('./');
  await appUp(page);
  expect(fetched.filter((path) => path.endsWith('.packed'))).toHaveLength(1);
  // A preload that does not fit what is fetched later would be a second entry, begun by the script.
  const entries = await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.packed')).map(({ initiatorType }) => initiatorType));
  expect(entries).toEqual(['link']);
});

test('the program names no folder of the machine that built it', async () => {
  const names = Buffer.from(await unpack(new Blob([PACKED]).stream())).toString('latin1');
  expect(names).toContain('src/'); // as of packages it does
  for (const folder of [homedir(), process.cwd(), 'registry/']) expect(names).not.toContain(folder);
});

test.describe('unpacked once', () => {
  test.use({ serviceWorkers: 'block' });

  test('the program is kept, and the next start fetches nothing of it', async ({ page }) => {
    const keptPrograms = () => page.evaluate(async () => {
      const found = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
      return found.flat().filter((url) => url.endsWith('.packed')).length;
    });
    await page.goto('./');
    await appUp(page);
    await expect.poll(keptPrograms).toBe(1);
    let unpacked = 0;
    page.on('worker', () => { unpacked += 1; });
    await page.reload();
    await appUp(page);
    expect(unpacked).toBe(0);
    expect(await keptPrograms()).toBe(1);
    // Emptied by the browser, it is unpacked again.
    await page.evaluate(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
    await page.reload();
    await appUp(page);
    expect(unpacked).toBe(1);
  });

  test('what is kept of the program and damaged is fetched anew, and kept whole', async ({ page }) => {
    const sizes = () => page.evaluate(async () => {
      const found = [];
      for (const name of await caches.keys()) {
        const kept = await caches.open(name);
        for (const { url } of await kept.keys()) {
          if (url.endsWith('.packed')) found.push((await (await kept.match(url)).arrayBuffer()).byteLength);
        }
      }
      return found;
    });
    await page.goto('./');
    await appUp(page);
    await expect.poll(sizes).toHaveLength(1);
    const [whole] = await sizes();
    for (const size of [0, 4, 1000, whole - 1]) {
      // A browser that was stopped while it wrote has kept a half of it.
      await page.evaluate(async (to) => {
        for (const name of await caches.keys()) {
          const kept = await caches.open(name);
          for (const { url } of await kept.keys()) {
            if (!url.endsWith('.packed')) continue;
            const bytes = await (await kept.match(url)).arrayBuffer();
            await kept.put(url, new Response(bytes.slice(0, to), { headers: { 'content-type': 'application/wasm' } }));
          }
        }
      }, size);
      await page.reload();
      await appUp(page);
      await expect.poll(sizes).toEqual([whole]);
    }
  });
});

test.describe('an early tap', () => {
  test.use({ expectedTrouble: /Failed to load resource/ });

  test('is stored once, with the wall time and its offset, and survives a reload', async ({ page }) => {
    await page.route('**/*.packed', () => {}); // never answered: still loading
    await page.clock.setFixedTime('2026-07-22T00:31:07Z');
    await page.goto('./', { waitUntil: 'commit' });
    await startButton(page).click();
    await expect(page.getByText('Noted at 01:31. The rest is still loading.')).toBeVisible();
    await expect(startButton(page)).toBeDisabled();
    await startButton(page).click({ force: true });
    const stored = await earlyTaps(page);
    expect(stored).toEqual([[expect.stringMatching(/^unknot\/early\/[0-9a-z]+-[0-9a-z]{4}$/), '2026-07-22T01:31:07+01:00']]);

    await page.reload({ waitUntil: 'commit' });
    await expect(page.getByText('Noted at 01:31. The rest is still loading.')).toBeVisible();
    await expect(startButton(page)).toBeDisabled();
    expect(await earlyTaps(page)).toEqual(stored);
  });

  test('of another day is shown with its date', async ({ page }) => {
    await page.route('**/*.packed', () => {});
    await page.addInitScript(() => localStorage.setItem('unknot/early/a-aaaa', '2026-07-20T23:50:00+01:00'));
    await page.goto('./', { waitUntil: 'commit' });
    await expect(page.getByText('Noted on 2026-07-20 at 23:50.')).toBeVisible();
  });

  for (const [what, breakStorage] of [
    ['blocked', () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } })],
    ['full', () => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }; }],
  ]) {
    test(`says so when the storage is ${what}`, async ({ page }) => {
      await page.route('**/*.packed', () => {});
      await page.clock.setFixedTime('2026-11-22T01:31:07Z');
      await page.addInitScript(breakStorage);
      await page.goto('./', { waitUntil: 'commit' });
      await startButton(page).click();
      await expect(page.getByText('This browser refused to store it: note the time yourself: 01:31')).toBeVisible();
    });
  }
});

test.describe('the app never loads', () => {
  test.use({ expectedTrouble: /Failed to load resource|^page: |wasm/i });

  for (const [what, pattern, answer] of [
    ['the wasm is missing', '**/*.packed', { status: 404 }],
    ['the wasm is cut off', '**/*.packed', { contentType: 'application/wasm', body: Buffer.from('\0asm') }],
    ['the wasm is damaged', '**/*.packed', { contentType: 'application/octet-stream', body: DAMAGED }],
    ['the script is missing', '**/unknot-*.js', { status: 404 }],
    ['the script is not one', '**/unknot-*.js', { contentType: 'text/html', body: '<!doctype html>' }],
  ]) {
    test(`${what}: a notice, the list, a start that still counts, and the raw data`, async ({ page }) => {
      await page.route(pattern, (route) => route.fulfill(answer));
      await page.addInitScript(() => {
        localStorage.setItem('unknot/episode/b', '{"half": "a rec');
        localStorage.setItem('unknot/episode/a', 'ümlaut \ud83d\ude00');
        localStorage.setItem('another-app', 'not ours');
      });
      await page.goto('./');
      const notice = page.getByRole('alert');
      await expect(notice).toContainText('Unknot could not be loaded');
      await expect(notice).toBeFocused();
      await expect(emergencyList(page)).toBeVisible();
      await startButton(page).click();
      await expect(page.getByText('It goes into your diary when Unknot works again.')).toBeVisible();
      expect(await earlyTaps(page)).toHaveLength(1);

      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save my raw data' }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe('unknot-raw-data.json');
      const records = JSON.parse(await readFile(await file.path(), 'utf8'));
      expect(Object.keys(records)).toEqual([expect.stringMatching('unknot/early/'), 'unknot/episode/a', 'unknot/episode/b']);
      expect(records['unknot/episode/b']).toBe('{"half": "a rec');

      await page.unroute(pattern);
      await page.getByRole('button', { name: 'Reload' }).click();
      await appUp(page);
      await expect(notice).toBeHidden();
    });
  }
});

test.describe('a panic of the running app', () => {
  test.use({ expectedTrouble: /panicked at|unreachable/ });

  test('shows the notice, the list and the raw data', async ({ page }) => {
    await page.goto('./');
    await appUp(page);
    // No page can be made any more.
    await page.evaluate(() => {
      const { createElement } = Document.prototype;
      Document.prototype.createElement = () => {
        Document.prototype.createElement = createElement;
        throw new DOMException('', 'InvalidStateError');
      };
    });
    await page.getByRole('link', { name: 'Diary' }).click();
    const notice = page.getByRole('alert');
    await expect(notice).toContainText('Unknot stopped working');
    await expect(notice).toContainText('Your diary is still on this device.');
    await expect(notice).toBeFocused();
    await expect(emergencyList(page)).toBeVisible();
    await expect(page.locator('#app')).toBeHidden();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save my raw data' }).click();
    expect((await download).suggestedFilename()).toBe('unknot-raw-data.json');
    await page.getByRole('button', { name: 'Reload' }).click();
    await appUp(page);
  });
});

test.describe('a trap that no panic hook saw', () => {
  test.use({ expectedTrouble: /unreachable/ });

  test('shows the notice too', async ({ page }) => {
    await page.goto('./');
    await appUp(page);
    await page.evaluate(() => { setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }); });
    await expect(page.getByRole('alert')).toContainText('Unknot stopped working');
  });
});

test('the chosen colours are there before the app', async ({ page }) => {
  await page.route('**/*.packed', () => {});
  await page.addInitScript(() => localStorage.setItem('unknot/appearance', 'dark'));
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test.describe('a browser from before light-dark()', () => {
  // The page is altered on its way, so the policy's hash of its style no longer fits.
  test.use({ bypassCSP: true });

  for (const colorScheme of ['light', 'dark']) {
    test(`has the colours of the day, on a phone that is ${colorScheme}`, async ({ page, site }) => {
      await page.emulateMedia({ colorScheme });
      await page.route(site.url, async (route) => {
        const answer = await route.fetch();
        const html = await answer.text();
        expect(html.match(/light-dark\(/g).length).toBeGreaterThan(20);
        await route.fulfill({ response: answer, body: html.replaceAll('light-dark(', 'not-known-yet(') });
      });
      await page.goto('./');
      await appUp(page);
      const colours = (selector) => page.locator(selector).first().evaluate((one) => {
        const { color, backgroundColor } = getComputedStyle(one);
        return [color, backgroundColor];
      });
      expect(await colours('body')).toEqual(['rgb(28, 40, 48)', 'rgb(250, 247, 242)']);
      expect(await colours('.go')).toEqual(['rgb(255, 255, 255)', 'rgb(11, 100, 100)']);
    });
  }
});

test('on a phone that lies on its side nothing is behind its notch', async ({ context, page }) => {
  await page.setViewportSize({ width: 640, height: 360 });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setSafeAreaInsetsOverride', { insets: { left: 59, right: 59, bottom: 21 } });
  await page.goto('./');
  await appUp(page);
  for (const one of await page.locator('a, button, h1').filter({ visible: true }).all()) {
    const { x, width } = await one.boundingBox();
    expect(x, await one.innerText()).toBeGreaterThanOrEqual(59);
    expect(x + width, await one.innerText()).toBeLessThanOrEqual(640 - 59);
  }
  const bar = await page.getByRole('link', { name: 'Trends' }).boundingBox();
  expect(bar.y + bar.height).toBeLessThanOrEqual(360 - 21);
});

test.describe('the manifest', () => {
  const read = async (page, site) => (await page.request.get(`${site.url}manifest.webmanifest`)).json();

  /** Width and height of a PNG. */
  const size = (png) => [png.readUInt32BE(16), png.readUInt32BE(20)].join('x');

  test('stays below its own path, and names pictures that are there', async ({ page, site }) => {
    const manifest = await read(page, site);
    // Without an id of its own it is known by its start: "./" would be the root of the whole origin.
    expect(manifest).not.toHaveProperty('id');
    for (const key of ['start_url', 'scope']) expect(manifest[key]).toBe('./');
    expect(manifest.icons.filter(({ purpose }) => purpose === 'maskable').map(({ sizes }) => sizes)).toEqual(['192x192', '512x512']);
    expect(manifest.screenshots.map(({ form_factor: form }) => form)).toEqual(['narrow', 'wide']);
    const pictures = [...manifest.icons, ...manifest.screenshots, ...manifest.shortcuts.flatMap(({ icons }) => icons)];
    for (const { src, sizes } of pictures) {
      const answer = await page.request.get(site.url + src);
      expect(answer.ok(), src).toBe(true);
      if (src.endsWith('.png')) expect(size(await answer.body()), src).toBe(sizes);
    }
  });

  test('has two shortcuts: one starts a spasm, once; one opens the guide', async ({ page, site }) => {
    const { shortcuts: [start, check] } = await read(page, site);
    const episodes = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('unknot/episode/')));
    await page.goto(start.url);
    await appUp(page);
    await expect(page.getByRole('heading', { name: /^Spasm since/ })).toBeVisible();
    await expect(page).toHaveURL(/#\/$/);
    const first = await episodes();
    expect(first).toHaveLength(1);
    await page.reload();
    await appUp(page);
    expect(await episodes()).toEqual(first);

    await page.goto('about:blank');
    await page.goto(check.url);
    await appUp(page);
    await expect(page.getByRole('heading', { name: 'Is any of this happening?' })).toBeVisible();
  });
});
