// How long the page for a clinician takes with 20,000 episodes, from the tap to the frame that shows it.
import { expect, test } from '../app.js';
import { compact, maximal } from '../maximal.js';
import { usual } from '../records.js';
import { median, within } from './measure.js';
import { word } from '../words.js';

const NOW = '2026-11-24T12:00:00Z';
const ROUNDS = 7;
const MOST = 300;

/** How long something that is tapped takes until it is on the screen. */
const painted = (locator, act) => locator.evaluate((element, act) => new Promise((resolve) => {
  requestAnimationFrame(() => {
    const begun = performance.now();
    if (act === 'click') element.click();
    else {
      element.value = act;
      element.dispatchEvent(new Event('change'));
    }
    // A link is followed by an event of its own, and the page is made in that.
    setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - begun))));
  });
}), act);

test('it is there at once with 20,000 episodes, whichever days are chosen', async ({ app, page }) => {
  // Enough for 20,000 within what a browser keeps: the notes and lists of the maximal diary are not.
  await app.clock(NOW);
  const now = new Date(NOW).getTime() / 1000;
  const all = {};
  for (let n = 0; n < 20_000; n += 1) {
    all[`unknot/episode/m${String(n).padStart(5, '0')}`] = compact(2, [1, 1, now - (n + 1) * 3600, 0, 1200, 1 << (n % 15), [[1, 60, 7], [2, 900, 3]], [[3, 120, n % 2 ? 'heat' : 'ice', 5]], ['lifting']]);
  }
  await app.seed({ ...maximal(NOW, 0), ...all });
  await app.open('#/diary');
  await expect(page.locator('html')).toHaveAttribute('data-diary', 'whole');
  const often = page.locator('.summary li').filter({ hasText: 'How often' });
  const [opened, chosen] = [[], []];
  for (let round = -1; round < ROUNDS; round += 1) {
    const first = await painted(app.link('Show a clinician'), 'click');
    await expect(often).toContainText('708 in 30 days');
    const second = await painted(page.getByLabel('Which days?'), 'all');
    await expect(often).toContainText('20000 in');
    await app.goTo(word('routes-diary'));
    if (round >= 0) { // the first round warms up
      opened.push(first);
      chosen.push(second);
    }
  }
  for (const [what, times] of [['30 days', opened], ['all', chosen]]) {
    within(`report of ${what}, 20,000 episodes`, median(times), MOST, { note: `${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)} ms, of ${ROUNDS}` });
  }
});

test('its files of 20,000 episodes are made while the page goes on, and it is said how far they are', async ({ app, page }) => {
  await app.clock(NOW);
  await app.seedBoth(usual(20_000, NOW));
  await app.open('#/report');
  await expect(page.locator('html')).toHaveAttribute('data-diary', 'whole');
  await page.getByLabel('Which days?').selectOption('All');
  await expect(page.locator('.summary')).toContainText('20000 in');
  await page.getByText('For a clinic’s system (FHIR)').click();
  await page.evaluate(() => {
    const seen = { tasks: [], said: new Set() };
    window.seen = seen;
    new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    const status = document.querySelector('#main [role=status].soft');
    new MutationObserver(() => seen.said.add(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
  });
  for (const name of ['Save as tables (CSV)', 'Save FHIR to read', 'Save FHIR to post to a server']) {
    await page.evaluate(() => {
      window.seen.tasks.length = 0;
      window.seen.said.clear();
    });
    const begun = performance.now();
    const { bytes } = await app.saved(app.button(name));
    const took = performance.now() - begun;
    // Those that were long are told of after the next frame.
    const { longest, said } = await page.evaluate(() => new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve({ longest: Math.max(0, ...window.seen.tasks), said: [...window.seen.said] }))));
    }));
    within(`${name}, 20,000 episodes: the longest block`, longest, MOST, { note: `${(bytes.length / 1e6).toFixed(1)} MB in ${took.toFixed(0)} ms` });
    expect(said.filter((words) => /^The file is being made: \d+ %$/.test(words)).length, said.join()).toBeGreaterThan(5);
  }
});
