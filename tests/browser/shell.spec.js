// index.html by itself: what a person has before the app arrives, when it never does, and when it
// breaks. See the states at the top of index.html.
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from './app.js';
import { appUp, expect, test } from './harness.js';
import { word, wordLike } from './words.js';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const PROGRAM = readFileSync(join(DIST, readdirSync(DIST).find((file) => file.endsWith('.wasm'))));
/** The same with one bit turned, in the length of its first section. */
const DAMAGED = Buffer.from(PROGRAM);
DAMAGED[9] ^= 4;

const startButton = (page) => page.getByRole('button', { name: word('now-start') });
const emergencyList = (page) => page.getByRole('region', { name: word('shell-emergency') });
const earlyTaps = (page) => page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('unknot/early/')));

test.describe('scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('the name and the emergency list can be read, and no button is dead', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByText('Unknot', { exact: true })).toBeVisible();
    await expect(page.getByRole('heading', { name: word('now-heading') })).toBeVisible();
    await expect(emergencyList(page).getByRole('listitem').first()).toBeVisible();
    expect(await emergencyList(page).getByRole('listitem').count()).toBeGreaterThanOrEqual(18);
    await expect(emergencyList(page)).toContainText(word('shell-numbers'));
    // By element: Playwright's text search passes over a noscript.
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
  });
});

test('the published page has one strict policy, one style and no style attribute', async ({ page, site }) => {
  const html = await (await page.request.get(site.url)).text();
  const [, policy] = html.match(/<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">/);
  expect(policy).toMatch(/^default-src 'self'; script-src 'self' 'wasm-unsafe-eval'( 'sha256-[\w+/]{43}=')+; style-src 'sha256-[\w+/]{43}=';/);
  for (const kind of ['child', 'font', 'frame', 'media', 'object']) expect(policy).toContain(`; ${kind}-src 'none'`);
  // Every browser that runs the program knows these. (A WebKit without installable apps warns of "manifest-src" at each load.)
  expect(policy.split('; ').map((directive) => directive.split(' ')[0]).filter((name) => !/^(default|script|style|child|font|frame|media|object|worker)-src$|^(base-uri|form-action)$/.test(name))).toEqual([]);
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
  expect(fetched.filter((path) => path.endsWith('.wasm'))).toHaveLength(1);
  // A preload that does not fit what is fetched later would be a second entry, begun by the script.
  const entries = await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).map(({ initiatorType }) => initiatorType));
  expect(entries).toEqual(['link']);
});

test('the program names no folder of the machine that built it', async () => {
  const names = PROGRAM.toString('latin1');
  expect(names.includes('src/')).toBe(true); // as of packages it does
  expect([homedir(), process.cwd(), 'registry/'].filter((folder) => names.includes(folder))).toEqual([]);
});

test.describe('an early tap', () => {
  test.use({ expectedTrouble: /Failed to load resource/ });

  test('is stored once, with the wall time and its offset, and survives a reload', async ({ page }) => {
    await page.route('**/*.wasm', () => {}); // never answered: still loading
    await page.clock.setFixedTime('2026-07-22T00:31:07Z');
    await page.goto('./', { waitUntil: 'commit' });
    await startButton(page).click();
    await expect(page.getByText(word('shell-noted', { time: '01:31' }))).toBeVisible();
    await expect(startButton(page)).toBeDisabled();
    await startButton(page).click({ force: true });
    const stored = await earlyTaps(page);
    expect(stored).toEqual([[expect.stringMatching(/^unknot\/early\/[0-9a-z]+-[0-9a-z]{4}$/), '2026-07-22T01:31:07+01:00']]);

    await page.reload({ waitUntil: 'commit' });
    await expect(page.getByText(word('shell-noted', { time: '01:31' }))).toBeVisible();
    await expect(startButton(page)).toBeDisabled();
    expect(await earlyTaps(page)).toEqual(stored);
  });

  test('of another day is shown with its date', async ({ page }) => {
    await page.route('**/*.wasm', () => {});
    await page.addInitScript(() => localStorage.setItem('unknot/early/a-aaaa', '2026-07-20T23:50:00+01:00'));
    await page.goto('./', { waitUntil: 'commit' });
    await expect(page.getByText(word('shell-noted-on', { day: '2026-07-20', time: '23:50' }))).toBeVisible();
  });

  for (const [what, breakStorage] of [
    ['blocked', () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } })],
    ['full', () => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }; }],
  ]) {
    test(`says so when the storage is ${what}`, async ({ page }) => {
      await page.route('**/*.wasm', () => {});
      await page.clock.setFixedTime('2026-11-22T01:31:07Z');
      await page.addInitScript(breakStorage);
      await page.goto('./', { waitUntil: 'commit' });
      await startButton(page).click();
      await expect(page.getByText(word('shell-not-noted', { time: '01:31' }))).toBeVisible();
    });
  }
});

test.describe('the app never loads', () => {
  test.use({ expectedTrouble: /Failed to load resource|^page: |wasm/i });

  for (const [what, pattern, answer] of [
    ['the wasm is missing', '**/*.wasm', { status: 404 }],
    ['the wasm is cut off', '**/*.wasm', { contentType: 'application/wasm', body: Buffer.from('\0asm') }],
    ['the wasm is damaged', '**/*.wasm', { contentType: 'application/wasm', body: DAMAGED }],
    ['the script is missing', '**/unknot-*.js', { status: 404 }],
    ['the wasm is a page', '**/*.wasm', { contentType: 'text/html', body: '<!doctype html>' }],
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
      await expect(notice).toContainText(word('shell-not-loaded'));
      await expect(notice).toBeFocused();
      await expect(emergencyList(page)).toBeVisible();
      await startButton(page).click();
      await expect(page.getByText(wordLike('shell-noted-broken'))).toBeVisible();
      expect(await earlyTaps(page)).toHaveLength(1);

      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: word('shell-save-raw') }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe('unknot-raw-data.json');
      const records = JSON.parse(await readFile(await file.path(), 'utf8'));
      expect(Object.keys(records)).toEqual([expect.stringMatching('unknot/early/'), 'unknot/episode/a', 'unknot/episode/b']);
      expect(records['unknot/episode/b']).toBe('{"half": "a rec');

      await page.unroute(pattern);
      await page.getByRole('button', { name: word('shell-reload') }).click();
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
    await page.getByRole('link', { name: word('routes-diary') }).click();
    const notice = page.getByRole('alert');
    await expect(notice).toContainText(word('shell-broken'));
    await expect(notice).toContainText(word('shell-broken-what'));
    await expect(notice).toBeFocused();
    await expect(emergencyList(page)).toBeVisible();
    await expect(page.locator('#app')).toBeHidden();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: word('shell-save-raw') }).click();
    expect((await download).suggestedFilename()).toBe('unknot-raw-data.json');
    await page.getByRole('button', { name: word('shell-reload') }).click();
    await appUp(page);
  });
});

test.describe('a trap that no panic hook saw', () => {
  test.use({ expectedTrouble: /unreachable/ });

  test('shows the notice too', async ({ page }) => {
    await page.goto('./');
    await appUp(page);
    await page.evaluate(() => { setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }); });
    await expect(page.getByRole('alert')).toContainText(word('shell-broken'));
  });
});

test('the chosen colours are there before the app', async ({ page }) => {
  await page.route('**/*.wasm', () => {});
  await page.addInitScript(() => localStorage.setItem('unknot/appearance', 'dark'));
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test.describe('colours that browsers from before light-dark() know', () => {
  const colours = (page, selector) => page.locator(selector).first().evaluate((one) => {
    const { color, backgroundColor } = getComputedStyle(one);
    return [color, backgroundColor];
  });
  const DAY = { body: ['rgb(28, 40, 48)', 'rgb(250, 247, 242)'], '.go': ['rgb(255, 255, 255)', 'rgb(11, 100, 100)'] };
  const NIGHT = { body: ['rgb(237, 241, 242)', 'rgb(16, 23, 27)'], '.go': ['rgb(6, 32, 31)', 'rgb(92, 196, 189)'] };

  for (const [colorScheme, chosen, expected] of [
    ['light', '', DAY], ['dark', '', NIGHT], ['light', 'dark', NIGHT], ['dark', 'light', DAY],
  ]) {
    test(`on a phone that is ${colorScheme}, ${chosen || 'nothing'} chosen`, async ({ page, site }) => {
      expect(await (await page.request.get(site.url)).text()).not.toContain('light-dark(');
      await page.emulateMedia({ colorScheme });
      await page.addInitScript((appearance) => { if (appearance) localStorage.setItem('unknot/appearance', appearance); }, chosen);
      await page.goto('./');
      await appUp(page);
      for (const [selector, pair] of Object.entries(expected)) expect(await colours(page, selector), selector).toEqual(pair);
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
  const bar = await page.getByRole('link', { name: word('routes-trends') }).boundingBox();
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
    await new App(page).install();
    await page.goto(start.url);
    await appUp(page);
    await expect(page.getByRole('heading', { name: wordLike('now-since') })).toBeVisible();
    await expect(page).toHaveURL(/#\/$/);
    const first = await episodes();
    expect(first).toHaveLength(1);
    await page.reload();
    await appUp(page);
    expect(await episodes()).toEqual(first);

    await page.goto('about:blank');
    await page.goto(check.url);
    await appUp(page);
    await expect(page.getByRole('heading', { name: 'Is any of this new in the last 2 weeks, or happening now?' })).toBeVisible();
  });
});
