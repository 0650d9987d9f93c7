// How long things take: a tap from the finger to the eye, with a small diary and with a large one; and to
// the other tab.
import { App, expect, test } from '../app.js';
import { many } from '../records.js';
import { measured, median, within } from './measure.js';
import { word } from '../words.js';

const ROUNDS = 21;
const SIZES = [10, 10_000];

test('a spasm is logged as fast with 10,000 episodes as with 10', async ({ browser, watch }) => {
  // Two people, each with a store of their own.
  const people = new Map();
  for (const size of SIZES) {
    const context = await browser.newContext();
    await watch(context);
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
      // What is still on its way to the journal would come back.
      await expect(app.page.getByRole('banner')).toContainText(word('frame-saved'));
      if (round >= 0) { // the first round warms up
        painted.push(times.painted);
        handled.push(times.handled);
      }
      // Nothing runs in the next round, and the diary stays as large as it was: in both stores.
      await app.page.evaluate(() => new Promise((done, failed) => {
        const running = Object.keys(localStorage).filter((key) => key.startsWith('unknot/episode/') && !localStorage[key].includes('"end"'));
        running.forEach((key) => localStorage.removeItem(key));
        const open = indexedDB.open('unknot');
        open.onerror = failed;
        open.onsuccess = () => {
          const transaction = open.result.transaction('records', 'readwrite');
          running.forEach((key) => transaction.objectStore('records').delete(key));
          transaction.oncomplete = () => { open.result.close(); done(); };
        };
      }));
    }
  }

  const [small, large] = SIZES.map((size) => people.get(size));
  for (const size of SIZES) {
    const { painted, handled } = people.get(size);
    measured(`tap on start to painted, ${size.toLocaleString('en')} episodes`, `${median(painted).toFixed(1)} ms (${Math.min(...painted).toFixed(1)} to ${Math.max(...painted).toFixed(1)}), of ${ROUNDS}`);
    measured(`  of it the app's own work`, `${median(handled).toFixed(1)} ms`);
  }
  const ratio = median(large.painted) / median(small.painted);
  await Promise.all([...people.values()].map(({ app }) => app.page.context().close()));
  within('ratio', ratio, 2, { unit: '' });
});

test('what one tab stores, another shows within a second', async ({ app }) => {
  await app.open();
  const other = await app.otherTab();
  await app.begin();
  await expect(other.running).toBeVisible();
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // Both read the clock of the machine. The other tab notes when it was told, and shows it then.
    const seen = other.page.evaluate((name) => new Promise((resolve) => {
      const look = () => {
        const key = document.querySelectorAll('[name="severity"]')[name];
        if (key.checked) resolve(performance.timeOrigin + performance.now());
        else requestAnimationFrame(look);
      };
      look();
    }), round % 11);
    const tapped = await app.howBad(round % 11).evaluate((key) => {
      const at = performance.timeOrigin + performance.now();
      key.click();
      return at;
    });
    times.push(await seen - tapped);
  }
  within('tap in one tab to shown in another, the slowest', Math.max(...times), 1000, { note: `median ${median(times).toFixed(0)} ms, of ${ROUNDS}` });
});
