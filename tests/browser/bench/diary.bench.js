// A diary of twenty thousand episodes: how quickly a letter in the filter is answered.
import { expect, test } from '../app.js';
import { many } from '../records.js';
import { median, within } from './measure.js';

const COUNT = 20_000;
const WORK = 100;

test('with 20,000 episodes the filter is quick', async ({ app, page }) => {
  await app.clock('2026-11-22T12:00:00Z');
  await app.seed(many(COUNT));
  await app.open('#/diary');
  await expect(app.episodes).toHaveCount(30);
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
  within('a letter in the filter, 20,000 episodes', median(times), WORK, { note: `at most ${Math.max(...times).toFixed(0)} ms` });
  await expect(app.episodes).toHaveCount(30);
});
