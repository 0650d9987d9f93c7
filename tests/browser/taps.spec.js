// How many taps it takes, from a cold open on a phone. The page itself counts every press of a
// finger or a mouse, so that none is forgotten; each walk ends with a look at what came of it.
import { expect, test } from './app.js';
import { GUIDE } from './records.js';
import { word } from './words.js';

test.use({ hasTouch: true });

/** Opens the app cold, and resolves to a function that tells how many taps there were since. */
async function counting(app) {
  await app.page.addInitScript(() => {
    window.taps = 0;
    addEventListener('pointerdown', ({ isTrusted }) => { window.taps += isTrusted; }, true);
  });
  await app.open();
  return () => app.page.evaluate(() => window.taps);
}

test.beforeEach(({ app }) => app.clock('2026-11-22T01:31:07Z'));

test('the count counts', async ({ app }) => {
  const taps = await counting(app);
  expect(await taps()).toBe(0);
  await app.start.tap();
  await app.howBad(3).tap();
  await app.goTo(word('routes-diary'));
  expect(await taps()).toBe(3);
});

test('a spasm started: 1', async ({ app }) => {
  const taps = await counting(app);
  await app.start.tap();
  await expect(app.running).toBeVisible();
  expect(await taps()).toBeLessThanOrEqual(1);
  await app.reload();
  await expect(app.running).toBeVisible();
});

test('intensity and place added to it: 3 more', async ({ app }) => {
  const taps = await counting(app);
  await app.start.tap();
  await app.howBad(7).tap();
  await app.place('Lower back, right').tap();
  await expect(app.place('Lower back, right')).toBeChecked();
  expect(await taps()).toBeLessThanOrEqual(1 + 3);
  await app.reload();
  await expect(app.howBad(7)).toBeChecked();
  await expect(app.place('Lower back, right')).toBeChecked();
});

for (const [where, begin] of [['before one started', false], ['while one runs', true]]) {
  test(`"is this dangerous?", when one answer makes it an emergency: 3, ${where}`, async ({ app, page }) => {
    if (begin) {
      await app.open();
      await app.begin();
      await page.goto('about:blank');
    }
    const taps = await counting(app);
    await app.link(word('now-is-it-dangerous')).tap();
    await page.getByRole('checkbox', { name: /^Between the legs/ }).tap();
    await page.getByRole('checkbox', { name: /^Pee: hard to start/ }).tap();
    await expect(page.getByRole('region', { name: 'Get emergency help now' })).toBeVisible();
    expect(await taps()).toBeLessThanOrEqual(3);
  });
}

test('stopped, and what helped rated: 4', async ({ app, page }) => {
  await app.open();
  await app.begin();
  await app.clock(40);
  await page.goto('about:blank');
  const taps = await counting(app);
  await app.eased.tap();
  await app.tried('Heat').tap();
  await app.relief('Heat', 7).tap();
  await app.button(word('controls-done')).tap();
  await expect(app.start).toBeVisible();
  expect(await taps()).toBeLessThanOrEqual(4);
  await app.reload();
  expect(await app.episode()).toMatchObject({ end: '2026-11-22T02:11:07+00:00', tried: [{ kind: 'heat', relief: 7 }] });
});

test('a past episode entered, with its intensity and place: 6', async ({ app }) => {
  const taps = await counting(app);
  await app.link(word('now-add-earlier')).tap();
  await app.button('3 hours ago').tap();
  await app.button('30 min').tap();
  await app.intensity(1, 6).tap();
  await app.place('Lower back, right').tap();
  await app.save.tap();
  await expect(app.episodes).toHaveCount(1);
  expect(await taps()).toBeLessThanOrEqual(6);
  await app.reload();
  await expect(app.episodes).toHaveCount(1);
  expect(await app.episode()).toMatchObject({ nrs: [[expect.any(String), 6]], places: ['low-right'] });
});

test('a backup file saved: 2', async ({ app, page }) => {
  await app.open();
  await app.begin();
  await page.goto('about:blank');
  const taps = await counting(app);
  await page.getByRole('link', { name: word('routes-settings') }).tap();
  const download = page.waitForEvent('download');
  await app.button(word('backup-save')).tap();
  expect((await download).suggestedFilename()).toBe('unknot-backup-2026-11-22.json');
  expect(await taps()).toBeLessThanOrEqual(2);
});

test('the page for a clinician: 2', async ({ app, page }) => {
  await app.seed({
    'unknot/checkup/c': JSON.stringify({
      v: 1, rev: 1, started: '2026-11-22T01:00:00+00:00', finished: '2026-11-22T01:02:00+00:00', answers: { danger: ['none'], age: 34 }, guide: GUIDE, urgency: 'routine', rules: ['lasting'],
    }),
  });
  const taps = await counting(app);
  await page.getByRole('link', { name: word('routes-diary'), exact: true }).tap();
  await app.link('Show a clinician').tap();
  await expect(app.heading('Back spasms, for a clinician')).toBeVisible();
  expect(await taps()).toBeLessThanOrEqual(2);
});
