// How long relief takes to speak.
import { expect, test } from '../app.js';
import { checkedRunning, usual } from '../records.js';
import { within } from './measure.js';
import { word } from '../words.js';

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
    await app.seed({ ...checkedRunning(), ...usual(count, new Date(Date.now() - 3_600_000).toISOString()) });
    await app.open();
    await page.locator('html[data-diary=whole]').waitFor();
    await expect(app.running).toBeVisible();
    // Straight on, as fast as both can be tapped: the time of the first counts.
    await app.link(word('now-help-me')).click();
    await app.link('Help me now').click();
    await expect.poll(() => page.evaluate(() => window.spoke)).toBeTruthy();
    const { taps, last, all } = await page.evaluate(() => ({
      taps: window.tapped.length, last: window.spoke - window.tapped.at(-1), all: window.spoke - window.tapped[0],
    }));
    within(`from the last of ${taps} taps to the first sentence, ${count} episodes`, last, 1000, { note: `from the first: ${all.toFixed(0)} ms` });
    expect(taps).toBe(2);
    });
}
