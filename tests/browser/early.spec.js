// A tap on the shell's own start button, before the app is there: the app takes it over once, with
// the time of the tap. What the shell itself does with it stands in shell.spec.js.
import { appUp, expect, noJournal, test } from './app.js';
import { episode } from './records.js';
import { anyWord, word, wordLike } from './words.js';

const TAPPED = '2026-11-22T01:31:07Z';
const STORED = '2026-11-22T01:31:07+00:00';

test.beforeEach(({ app }) => app.clock(TAPPED));

const early = async (app) => Object.keys(await app.stored()).filter((key) => key.startsWith('unknot/early/'));
const question = (page) => page.getByText(wordLike('frame-early-tap'));

/** Opens the page with its wasm held back, and taps. Resolves to a function that lets the wasm come. */
async function tapEarly(app) {
  const { page } = app;
  let arrive;
  const arrival = new Promise((resolve) => { arrive = resolve; });
  await page.route('**/*.wasm', async (route) => {
    await arrival;
    await route.continue();
  });
  await page.goto('./', { waitUntil: 'commit' });
  await app.start.click();
  await expect(page.getByText(anyWord('shell-noted', 'shell-noted-broken'))).toBeVisible();
  return async () => {
    arrive();
    await appUp(page);
    await page.unroute('**/*.wasm');
  };
}

test('is taken over exactly once, with its own time', async ({ app, page }) => {
  const arrive = await tapEarly(app);
  await app.clock(2);
  await arrive();
  await expect(app.heading(word('now-since', { when: 'Sun 22 Nov, 01:31' }))).toBeVisible();
  await expect(app.timer).toHaveText('2:00');
  const taken = await app.episode();
  expect(taken).toMatchObject({ live: true, start: STORED });
  expect(await early(app)).toEqual([]);

  for (const _ of ['once', 'twice']) {
    await app.reload();
    await expect(app.timer).toHaveText('2:00');
    expect(await app.episode()).toEqual(taken);
  }
  // Nor again when it is over.
  await app.eased.click();
  await app.button(word('controls-done')).click();
  await app.reload();
  await expect(app.start).toBeVisible();
  expect(await app.records('episode')).toHaveLength(1);
  await expect(question(page)).toBeHidden();
});

test('that could not be removed is known by its name, and not taken over again', async ({ app, page }) => {
  // As when the browser is killed between the two writes.
  await page.addInitScript(() => { Storage.prototype.removeItem = () => {}; });
  await (await tapEarly(app))();
  await expect(app.running).toBeVisible();
  expect(await early(app)).toHaveLength(1);
  await app.reload();
  await expect(app.running).toBeVisible();
  await expect(question(page)).toBeHidden();
  expect(await app.records('episode')).toHaveLength(1);
});

test('that was deleted after it was taken over does not come back', async ({ app, page }) => {
  await (await tapEarly(app))();
  await expect(app.running).toBeVisible();
  await app.openEpisode();
  await app.button('Delete this episode').click();
  await expect(page.getByText('Nothing here yet.')).toBeVisible();
  await app.reload();
  await app.goTo(word('routes-now'));
  await expect(app.start).toBeVisible();
});

test.describe('while one runs', () => {
  const RUNNING = { 'unknot/episode/r': JSON.stringify({ v: 1, rev: 1, live: true, start: '2026-11-21T23:00:00+00:00' }) };

  test.beforeEach(async ({ app, page }) => {
    await app.seed(RUNNING);
    await (await tapEarly(app))();
    await expect(question(page)).toContainText('Sun 22 Nov, 01:31');
    await expect(app.running).toBeVisible();
    expect(await app.records('episode')).toHaveLength(1);
  });

  test('is asked about, and asked again until it is answered', async ({ app, page }) => {
    await app.reload();
    await app.goTo(word('routes-diary'));
    await expect(question(page)).toContainText('Sun 22 Nov, 01:31');
    expect(await early(app)).toHaveLength(1);
  });

  test('is asked about also when the one that ran is over by then', async ({ app, page }) => {
    await app.clock(5);
    await app.eased.click();
    await app.button(word('controls-done')).click();
    await app.reload();
    await expect(question(page)).toContainText('Sun 22 Nov, 01:31');
    await expect(app.start).toBeVisible();
    expect(await app.records('episode')).toHaveLength(1);
    await app.button(word('frame-early-same')).click();
    await app.reload();
    await expect(app.start).toBeVisible();
    expect(await app.records('episode')).toHaveLength(1);
    expect(await early(app)).toEqual([]);
  });

  test('"The same": nothing is added', async ({ app, page }) => {
    await app.button(word('frame-early-same')).click();
    await expect(question(page)).toBeHidden();
    await app.reload();
    await expect(app.running).toBeVisible();
    await expect(question(page)).toBeHidden();
    expect(await early(app)).toEqual([]);
    expect(await app.stored()).toEqual(RUNNING);
  });

  test('"A new one began then": the old one ended then, and the new one runs since', async ({ app, page }) => {
    await app.clock(10);
    await app.button(word('frame-early-new')).click();
    await expect(app.heading(word('now-since', { when: 'Sun 22 Nov, 01:31' }))).toBeVisible();
    await app.reload();
    await expect(app.timer).toHaveText('10:00');
    await expect(question(page)).toBeHidden();
    expect(await early(app)).toEqual([]);
    const episodes = await app.records('episode');
    expect(episodes).toHaveLength(2);
    expect(episodes).toContainEqual(expect.objectContaining({ id: 'r', start: '2026-11-21T23:00:00+00:00', end: STORED }));
    expect(episodes.find(({ id }) => id !== 'r')).toMatchObject({ live: true, start: STORED });
  });
});

test('two of them, in two tabs: the first runs, the second is asked about', async ({ app, page }) => {
  await app.seed({ 'unknot/early/a-aaaa': STORED, 'unknot/early/b-bbbb': '2026-11-22T01:40:00+00:00' });
  await app.clock(20);
  await app.open();
  await expect(app.heading(word('now-since', { when: 'Sun 22 Nov, 01:31' }))).toBeVisible();
  await expect(question(page)).toContainText('Sun 22 Nov, 01:40');
  await app.button(word('frame-early-same')).click();
  await app.reload();
  expect(await app.episode()).toMatchObject({ id: 'a-aaaa', start: STORED });
});

test('that cannot be read is kept, and nothing is made up for it', async ({ app }) => {
  const before = { 'unknot/early/a-aaaa': 'yesterday', 'unknot/early/Not an id': STORED, 'unknot/episode/b': episode() };
  await app.seed(before);
  await app.open();
  await expect(app.start).toBeVisible();
  // What is missing of b is asked for.
  expect(await app.stored()).toEqual({ ...before, 'unknot/asked': 'b' });
});

test.describe('with a wasm that never comes', () => {
  test.use({ expectedTrouble: /Failed to load resource|^page: |wasm/i });

  test('survives, and is taken over at the next good load', async ({ app, page }) => {
    await page.route('**/*.wasm', (route) => route.fulfill({ status: 404 }));
    await page.goto('./');
    await app.start.click();
    const noted = page.getByText(word('shell-noted-broken', { time: '01:31' }));
    await expect(noted).toBeVisible();
    await app.clock(60);
    await page.reload();
    // It says so when the wasm has failed to come once more, and not before.
    await expect(noted).toBeVisible();
    await page.unroute('**/*.wasm');
    await page.getByRole('button', { name: word('shell-reload') }).click();
    await appUp(page);
    await expect(app.timer).toHaveText('1:00:00');
    expect(await app.episode()).toMatchObject({ live: true, start: STORED });
    expect(await early(app)).toEqual([]);
  });
});

test.describe('when the store is full', () => {
  test('stays where it is until it can be taken over', async ({ app, page }) => {
    await app.seed({ 'unknot/early/a-aaaa': STORED });
    await page.addInitScript(noJournal);
    await page.addInitScript(() => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function full(key, text) {
        if (sessionStorage.getItem('room') !== 'yes') throw new DOMException('', 'QuotaExceededError');
        setItem.call(this, key, text);
      };
      window.makeRoom = () => setItem.call(sessionStorage, 'room', 'yes');
    });
    await app.open();
    await expect(page.getByText('Not saved: the browser\'s store is full.')).toBeVisible();
    await expect(page.getByText(word('frame-fast-full'))).toBeHidden();
    expect(await app.stored()).toEqual({ 'unknot/early/a-aaaa': STORED });
    await page.evaluate(() => window.makeRoom());
    await app.reload();
    await expect(app.heading(word('now-since', { when: 'Sun 22 Nov, 01:31' }))).toBeVisible();
    expect(await early(app)).toEqual([]);
  });
});
