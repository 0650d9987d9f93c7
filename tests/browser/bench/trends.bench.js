// Trends with 20,000 episodes: from the tap to the painted page.
import { expect, test } from '../app.js';
import { hourly } from '../trends_records.js';
import { median, within } from './measure.js';
import { word } from '../words.js';

const ROUNDS = 11;

test('trends over 20,000 episodes are painted within 150 ms of the tap', async ({ app, page }) => {
  await app.clock('2026-11-22T12:00:00Z');
  await app.seed(hourly(20_000));
  await app.open('#/diary');
  await expect(app.episodes.first()).toBeVisible();

  /** From a tap to the second frame after it: the first one that holds what it did. */
  const tap = (element) => element.evaluate((one) => new Promise((resolve) => {
    requestAnimationFrame(() => {
      const begun = performance.now();
      one.click();
      const look = () => {
        // The page changes after the address has.
        if (document.querySelector('#main figure')) requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - begun)));
        else requestAnimationFrame(look);
      };
      look();
    });
  }));

  const times = { 'to Trends (30 days)': [], 'on "All"': [] };
  for (let round = -1; round < ROUNDS; round += 1) {
    const arrived = await tap(page.getByRole('link', { name: word('routes-trends'), exact: true }));
    await expect(app.heading(word('routes-trends'))).toBeVisible();
    const all = page.getByRole('radio', { name: 'All', exact: true });
    const begun = await all.evaluate((one) => new Promise((resolve) => {
      requestAnimationFrame(() => {
        const before = performance.now();
        one.click();
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - before)));
      });
    }));
    await expect(page.getByText(/^20000/).first()).toBeVisible();
    if (round >= 0) { // the first round warms up
      times['to Trends (30 days)'].push(arrived);
      times['on "All"'].push(begun);
    }
    await app.goTo(word('routes-diary'));
  }
  for (const [what, numbers] of Object.entries(times)) {
    within(`tap ${what} to painted, 20,000 episodes`, median(numbers), 150, { note: `${Math.min(...numbers).toFixed(0)} to ${Math.max(...numbers).toFixed(0)} ms, of ${ROUNDS}` });
  }
});
