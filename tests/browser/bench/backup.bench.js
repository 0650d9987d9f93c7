// How long a backup takes of twenty thousand episodes, and a restore; and for how long at once the page
// cannot take a tap meanwhile.
import { writeFile } from 'node:fs/promises';
import { expect, journal, test } from '../app.js';
import { measured, within } from './measure.js';
import { word } from '../words.js';

const COUNT = 20_000;

/** A file of version 1 with episodes as they are: two readings, a place, two treatments, a note on every third (version 1 knows no triggers). */
function realistic() {
  const wall = (time) => new Date(time).toISOString().replace('.000Z', '+00:00');
  const last = Date.parse('2026-11-22T01:00:00Z');
  const records = {};
  for (let n = 0; n < COUNT; n += 1) {
    const at = (minutes) => wall(last - (COUNT - n) * 3_600_000 + minutes * 60_000);
    records[`unknot/episode/m${String(n).padStart(6, '0')}-aaaa`] = {
      v: 1,
      rev: 6,
      live: true,
      start: at(0),
      end: at(50),
      places: ['low-right'],
      nrs: [[at(1), 3 + (n % 7)], [at(49), n % 3]],
      tried: [{ kind: 'heat', at: at(5), relief: n % 9 }, { kind: 'medicine', at: at(20), relief: n % 5 }],
      ...(n % 3 ? {} : { notes: `A note of forty letters, number ${String(n).padStart(8, '0')}` }),
    };
  }
  return JSON.stringify({ unknot: 'backup', version: 1, count: COUNT, records });
}

/** From now on, what holds the page up for long. Gives the longest, in milliseconds. */
const watchBlocks = (page) => page.evaluate(() => {
  window.longest = 0;
  window.watching?.disconnect();
  window.watching = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  });
  window.watching.observe({ type: 'longtask' });
});
const longestBlock = (page) => page.evaluate(() => window.longest);

test(`a backup of ${COUNT} episodes is saved within a second, read and compared in slices, and restored within three`, async ({ app, page }, testInfo) => {
  await app.open('#/settings');
  const path = testInfo.outputPath('first.json');
  await writeFile(path, realistic());
  await app.chooseBackup({ path });
  await app.button(word('restore-do')).click();
  const restored = page.getByRole('status').filter({ hasText: word('notices-restored', { records: COUNT }) });
  await expect(restored).toBeVisible({ timeout: 120_000 });
  await app.reload();
  await expect(page.locator('html')).toHaveAttribute('data-diary', 'whole');
  // Nobody does the next within a second: the journal is done with the last by then.
  await expect.poll(async () => 'unknot/filling' in await journal(page)).toBe(false);

  // Saved: from the tap to the file that the browser is given.
  const saving = await page.evaluate((words) => new Promise((resolve) => {
    const { createObjectURL } = URL;
    const begun = performance.now();
    URL.createObjectURL = (blob) => {
      resolve(performance.now() - begun);
      return createObjectURL(blob);
    };
    [...document.querySelectorAll('button')].find((button) => button.textContent === words).click();
  }), word('backup-save'));
  within(`saving a backup of ${COUNT} episodes`, saving, 1_000);
  const { bytes } = await app.saved(app.button(word('backup-save')));
  measured('its size', `${bytes.length} bytes`);
  expect(JSON.parse(bytes)).toMatchObject({ version: 3, count: COUNT });
  const saved = testInfo.outputPath('saved.json');
  await writeFile(saved, bytes);

  await app.button(word('settings-erase-all')).click();
  await app.button(word('settings-erase-yes')).click();
  await expect(page.getByRole('status').filter({ hasText: word('notices-erased') })).toBeVisible();
  await expect.poll(async () => Object.keys(await journal(page))).toEqual(['unknot/epoch']);
  await app.reload();
  await expect(page.locator('html')).toHaveAttribute('data-diary', 'whole');

  await watchBlocks(page);
  await page.evaluate(() => {
    window.begun = performance.now();
    window.progressed = false;
    new MutationObserver(() => { window.progressed ||= document.querySelector('main progress') !== null; })
      .observe(document.body, { childList: true, subtree: true });
  });
  await app.chooseBackup({ path: saved });
  const looking = await page.evaluate((words) => new Promise((resolve) => {
    const look = () => {
      if ([...document.querySelectorAll('button')].some((button) => button.textContent === words)) resolve(performance.now() - window.begun);
      else requestAnimationFrame(look);
    };
    look();
  }), word('restore-do'));
  expect(await page.evaluate(() => window.progressed), 'how far it is was shown').toBe(true);
  const lookingBlock = await longestBlock(page);
  within(`choosing, reading and comparing ${COUNT} episodes: the longest block`, lookingBlock, 100, { note: `${looking.toFixed(0)} ms in all` });

  await watchBlocks(page);
  const restoring = await page.evaluate(([words, act]) => new Promise((resolve) => {
    const begun = performance.now();
    new MutationObserver((_, watching) => {
      if (![...document.querySelectorAll('[role=status]')].some((status) => status.textContent.includes(words))) return;
      watching.disconnect();
      resolve(performance.now() - begun);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    [...document.querySelectorAll('button')].find((button) => button.textContent === act).click();
  }), [word('notices-restored', { records: COUNT }), word('restore-do')]);
  const restoringBlock = await longestBlock(page);
  within('restoring them: the longest block', restoringBlock, 100, { note: `${restoring.toFixed(0)} ms in all` });
  // But for the time that the person takes to look at it.
  within('from the choice of the file to "Restored"', looking + restoring, 3_000);
});
