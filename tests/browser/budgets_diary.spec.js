// A diary of twenty thousand episodes: how heavy its page is, and how quickly a letter in the filter is
// answered.
import { expect, test } from './app.js';
import { many } from './records.js';

const measured = (what, value) => console.log(`measured: ${what}: ${value}`);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const COUNT = 20_000;
const NODES = 1_500;
const WORK = 100;

/** Every node of the page, texts and comments included. */
const nodes = (page) => page.evaluate(() => {
  const walker = document.createTreeWalker(document);
  let count = 1;
  while (walker.nextNode()) count += 1;
  return count;
});

test('with 20,000 episodes the page stays light, and the filter quick', async ({ app, page }) => {
  await app.clock('2026-11-22T12:00:00Z');
  await app.seed(many(COUNT));
  await app.open('#/diary');
  await expect(app.episodes).toHaveCount(30);
  const more = page.getByRole('button', { name: /^Show more \(/ });
  const counts = [await nodes(page)];
  for (let n = 0; n < 4; n += 1) {
    await more.click();
    counts.push(await nodes(page));
  }
  await expect(app.episodes).toHaveCount(60);
  measured('nodes of the diary with 20,000 episodes, at most', Math.max(...counts));

  // An old month is a few taps away, and so is its part of the list.
  for (let n = 0; n < 12; n += 1) await page.getByRole('button', { name: 'The month before' }).click();
  await app.button('List from November 2025').click();
  await expect(app.episodes.first()).toContainText('30 Nov 2025');

  await page.getByText('Filter', { exact: true }).click();
  // The work of each letter: from the event to when the page has been changed.
  const times = await page.getByLabel('Words in it').evaluate(async (field) => {
    const took = [];
    for (const text of ['l', 'lo', 'low', 'lowe', 'lower', 'lower ', 'lower r', 'lower ri', 'lower righ', 'lower right', 'nowhere', '']) {
      field.value = text;
      const begun = performance.now();
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      // What follows the signals runs before the next task.
      await new Promise((resolve) => { setTimeout(resolve); });
      took.push(performance.now() - begun);
    }
    return took;
  });
  measured('a letter in the filter, 20,000 episodes', `${median(times).toFixed(1)} ms (at most ${Math.max(...times).toFixed(1)})`);
  await expect(app.episodes).toHaveCount(30);
  expect(Math.max(...counts)).toBeLessThan(NODES);
  expect(median(times)).toBeLessThanOrEqual(WORK);
});
