// What relief costs: how long it takes to speak, and what its drawings weigh.
import { gzipSync } from 'node:zlib';
import { expect, test } from './app.js';
import { GUIDE, usual } from './records.js';

const measured = (what, value) => console.log(`measured: ${what}: ${value}`);
const NONE = ['none'];
const ANSWERS = {
  danger: NONE, age: 34, health: NONE, place: ['low'], signs: NONE, nerves: NONE, onset: ['effort'], long: ['2w'], course: ['better'], bad: ['mild'], pattern: ['moving'], before: ['settled'], tried: ['heat'],
};

/** A spasm that runs, and a whole check of some minutes ago. */
const running = () => {
  const ago = (minutes) => `${new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 19)}+00:00`;
  return {
    'unknot/episode/r': JSON.stringify({ v: 1, rev: 1, live: true, start: ago(30), nrs: [[ago(29), 6]] }),
    'unknot/checkup/c': JSON.stringify({ v: 1, rev: 1, started: ago(20), finished: ago(18), answers: ANSWERS, guide: GUIDE, urgency: 'selfcare', rules: [] }),
  };
};

for (const count of [0, 10_000]) {
  test(`from a running spasm to the first spoken sentence: two taps and at most a second, after ${count} episodes`, async ({ app, page }) => {
    await page.addInitScript(() => {
      const speech = Object.assign(new EventTarget(), {
        speaking: false, getVoices: () => [{ lang: 'en-GB', localService: true }], cancel() {}, speak() { window.spoke ??= performance.now(); },
      });
      Object.defineProperty(window, 'speechSynthesis', { value: speech });
      window.SpeechSynthesisUtterance = class {};
      window.tapped = [];
      addEventListener('click', () => window.tapped.push(performance.now()), true);
    });
    await app.seed({ ...running(), ...usual(count, new Date(Date.now() - 3_600_000).toISOString()) });
    await app.open();
    await page.locator('html[data-diary=whole]').waitFor();
    await expect(app.running).toBeVisible();
    // Straight on, as fast as both can be tapped: the time of the first counts.
    await app.link('Help me ease it').click();
    await app.link('Help me now').click();
    await expect.poll(() => page.evaluate(() => window.spoke)).toBeTruthy();
    const { taps, last, all } = await page.evaluate(() => ({
      taps: window.tapped.length, last: window.spoke - window.tapped.at(-1), all: window.spoke - window.tapped[0],
    }));
    measured(`from the last of ${taps} taps to the first sentence, ${count} episodes`, `${last.toFixed(0)} ms (from the first: ${all.toFixed(0)} ms)`);
    expect(taps).toBe(2);
    expect(last).toBeLessThanOrEqual(1000);
  });
}

// Each drawing as it stands in the page, start, end and what moves it, all together in one gzip: what they
// would weigh as files. (The program holds them as numbers, which is less.)
test('all drawings weigh at most 25 kB', async ({ app, page }) => {
  await app.seed(running());
  const drawings = async (route, count) => {
    await app.open(route);
    await expect(page.locator('.figure svg')).toHaveCount(count);
    return page.locator('.figure svg').evaluateAll((all) => all.map((one) => one.outerHTML));
  };
  const all = [...await drawings('#/relief/movements', 11), ...await drawings('#/relief/rest', 5)];
  const gzip = gzipSync(all.join('\n')).length;
  measured(`${all.length} drawings as SVG, gzip`, `${gzip} bytes of ${all.join('\n').length}`);
  expect(gzip).toBeLessThanOrEqual(25_000);
});
