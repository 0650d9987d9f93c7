// How long a tap takes from the finger to the eye, with a small diary and with a large one.
import { App, expect, test } from './app.js';
import { many } from './records.js';

const measured = (what, value) => console.log(`measured: ${what}: ${value}`);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const ROUNDS = 21;
const SIZES = [10, 10_000];

test('a spasm is logged as fast with 10,000 episodes as with 10', async ({ browser }) => {
  // Two people, each with a store of their own.
  const people = new Map();
  for (const size of SIZES) {
    const context = await browser.newContext();
    const app = new App(await context.newPage());
    await app.seed(many(size));
    await app.open('#/diary');
    await expect(app.episodes.first()).toBeVisible();
    people.set(size, { app, painted: [], handled: [] });
  }

  for (let round = -1; round < ROUNDS; round += 1) {
    // By turns, and who goes first by turns: whatever else the machine does hits both.
    for (const size of round % 2 ? SIZES : [...SIZES].reverse()) {
      const { app, painted, handled } = people.get(size);
      await app.page.goto('about:blank');
      await app.open();
      await expect(app.start).toBeVisible();
      const times = await app.start.evaluate((button) => new Promise((resolve) => {
        // From the beginning of a frame, so that the wait for one is the same for all.
        requestAnimationFrame(() => {
          const begun = performance.now();
          button.click();
          const handledAt = performance.now();
          // The first frame is drawn after the first callback and before the second.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve({
            painted: performance.now() - begun,
            handled: handledAt - begun,
          })));
        });
      }));
      await expect(app.running).toBeVisible();
      if (round >= 0) { // the first round warms up
        painted.push(times.painted);
        handled.push(times.handled);
      }
      // Nothing runs in the next round, and the diary stays as large as it was.
      await app.page.evaluate(() => {
        for (const [key, text] of Object.entries(localStorage)) {
          if (key.startsWith('unknot/episode/') && !text.includes('"end"')) localStorage.removeItem(key);
        }
      });
    }
  }

  const [small, large] = SIZES.map((size) => people.get(size));
  for (const size of SIZES) {
    const { painted, handled } = people.get(size);
    measured(`tap on start to painted, ${size.toLocaleString('en')} episodes`, `${median(painted).toFixed(1)} ms (${Math.min(...painted).toFixed(1)} to ${Math.max(...painted).toFixed(1)}), of ${ROUNDS}`);
    measured(`  of it the app's own work`, `${median(handled).toFixed(1)} ms`);
  }
  const ratio = median(large.painted) / median(small.painted);
  measured('ratio', ratio.toFixed(2));
  await Promise.all([...people.values()].map(({ app }) => app.page.context().close()));
  expect(ratio).toBeLessThanOrEqual(2);
});
