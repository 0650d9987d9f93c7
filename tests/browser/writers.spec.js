// Several tabs that write at once, as fast as they can: nothing is lost, nothing is doubled, and each tab
// comes to show the same.
import { expect, journal, test } from './app.js';
import { readEpisode } from './records.js';
import { FOUND_AGAIN, wordLike } from './words.js';

const NOON = Date.parse('2026-11-22T12:00:00Z');
const MINUTE = 60_000;
/** Much more than the two minutes in which a second number corrects the first, and the acts by which a tab lags. */
const BETWEEN = 10 * MINUTE;

/**
 * Rates the running spasm so many times in a row. The clock goes on between two of them, so that none corrects
 * another; each tab has minutes of its own. (A tab whose clock is behind counts on from the last act by seconds.)
 */
const rate = (app, count, tab, tabs) => app.page.evaluate(async ([times, first, step]) => {
  for (let n = 0; n < times; n += 1) {
    Date.now = () => first + n * step;
    const keys = [...document.querySelectorAll('[name="severity"]')].filter((key) => !key.checked);
    if (!keys.length) return; // It has eased, as another tab has told.
    keys[n % keys.length].click();
    // The page has its turn, as between two taps.
    await new Promise((resolve) => { setTimeout(resolve); });
  }
}, [count, NOON + tab * BETWEEN, tabs * BETWEEN]);

/** How many readings the one episode has in both stores. */
async function readings(app) {
  const [text] = Object.entries(await journal(app.page)).filter(([key]) => key.startsWith('unknot/episode/')).map(([, there]) => there);
  return [readEpisode(text).nrs.length, (await app.episode()).nrs.length];
}

for (const [tabs, each] of [[2, 200], [10, 20]]) {
  test(`${tabs} tabs, ${each} edits each of one running episode: all are kept, and all tabs show them`, async ({ app }) => {
    await app.clock(NOON - MINUTE);
    await app.open();
    await app.begin();
    const all = [app];
    while (all.length < tabs) all.push(await app.otherTab());
    for (const tab of all) await expect(tab.running).toBeVisible();
    await Promise.all(all.map((tab, n) => rate(tab, each, n, tabs)));
    await expect.poll(() => readings(app)).toEqual([tabs * each, tabs * each]);
    // None twice: each reading has an id of its own. (Its time is that of the act in the order of acts, for the clocks of
    // these tabs contradict each other.)
    const [ids] = Object.entries(await app.stored()).filter(([key]) => key.startsWith('unknot/episode/')).map(([, text]) => JSON.parse(text)[8]);
    expect(new Set(ids.map(([id]) => id)).size).toBe(tabs * each);
    // Every tab shows all of them, without a reload.
    for (const tab of all) {
      await expect.poll(() => tab.page.getByRole('status').filter({ hasText: wordLike('now-readings') }).innerText().then((words) => words.split(' at ').length - 1)).toBe(tabs * each);
    }
    await app.reload();
    await expect(app.page.getByText(FOUND_AGAIN)).toBeHidden();
    expect(await readings(app)).toEqual([tabs * each, tabs * each]);
  });
}

test('one rates while another ends it and a third notes where: each counts', async ({ app }) => {
  await app.clock(NOON);
  await app.open();
  await app.begin();
  const [rater, placer] = [await app.otherTab(), await app.otherTab()];
  for (const tab of [rater, placer]) await expect(tab.running).toBeVisible();
  // Each before it can have heard of the others.
  const rated = rate(rater, 20, 1, 1);
  await placer.page.evaluate(() => document.querySelector('[name="place"]').click());
  await app.eased.click();
  await rated;
  await expect.poll(() => app.episode()).toMatchObject({ places: ['neck-left'], end: expect.any(String) });
  await app.reload();
  expect((await app.episode()).nrs.length).toBeGreaterThanOrEqual(1);
});
