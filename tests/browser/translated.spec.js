// A page that the browser translates: a translator puts each text node's words into elements of its own and takes
// the node out of the page. What follows the diary and the clock must go on following.
import { expect, test } from './app.js';
import { everything, goInside } from './routes.js';
import { word, wordLike } from './words.js';

test.beforeEach(({ app }) => app.clock('2026-11-22T12:00:00Z'));

/** Does to the page what a translator does, and goes on doing it to what comes. The words are marked by «». */
const translate = (page) => page.evaluate(() => {
  const skip = 'script, style, textarea, input, select, [translate=no], [translate=no] *, .notranslate';
  const all = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    for (const node of found) {
      if (!node.data.trim() || !node.parentElement || node.parentElement.closest(`${skip}, font`)) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = `«${node.data}»`;
      outer.append(inner);
      node.replaceWith(outer);
    }
  };
  all(document.body);
  new MutationObserver((changes) => {
    for (const { addedNodes, target } of changes) {
      for (const node of addedNodes) if (node.isConnected) all(node.nodeType === Node.TEXT_NODE ? target : node);
    }
  }).observe(document.body, { childList: true, subtree: true });
});

test('the stopwatch, the places and the numbers of a running spasm', async ({ app, page }) => {
  await app.open();
  await app.begin();
  await translate(page);
  await expect(page.getByText('«Nowhere marked yet»')).toBeVisible();
  await app.clock(3);
  await expect(app.timer).toHaveText('3:00');
  await page.getByRole('checkbox', { name: /Neck, left/ }).check();
  await expect(page.getByText('Nowhere marked yet')).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: /«Neck, left»/i })).toBeVisible();
  await page.getByRole('group', { name: word('now-how-bad') }).getByRole('radio', { name: /7/ }).check();
  await expect(page.getByText(/«7 at /)).toBeVisible();
  await expect(page.getByText(/«0 is no pain/)).toHaveCount(0);
});

test('the heat timer, on its page and above the others', async ({ app, page }) => {
  await app.open('#/relief/heat');
  await page.getByRole('button', { name: /^Start/ }).click();
  await translate(page);
  const timer = page.getByRole('timer');
  await expect(timer).toHaveText(/^\d+:00$/);
  const before = await timer.textContent();
  await app.clock(2);
  await expect(timer).toHaveText(`${Number.parseInt(before, 10) - 2}:00`);
  await goInside(page, '#/learn');
  const line = page.locator('.under-way');
  await expect(line).toContainText(`${Number.parseInt(before, 10) - 2}:00`);
  await app.clock(1);
  await expect(line).toContainText(`${Number.parseInt(before, 10) - 3}:00`);
  await app.clock(60);
  await expect(line).toContainText(word('frame-timer-over', { timer: word('routes-heat') }));
  await expect(line).not.toContainText(wordLike('frame-timer-left'));
});

test('"saved" goes when it is not true any more', async ({ app, page }) => {
  await app.open();
  await app.begin();
  const bar = page.locator('header.top');
  await expect(bar).toContainText(word('frame-saved'));
  await translate(page);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
    IDBDatabase.prototype.transaction = () => { throw new DOMException('closed', 'InvalidStateError'); };
  });
  await page.getByRole('checkbox', { name: /Neck, left/ }).click();
  await expect(bar).not.toContainText(word('frame-saved'));
});

test('the month of the calendar, its days and the count of the list', async ({ app, page }) => {
  await app.seedBoth(everything());
  await app.open('#/diary');
  const other = await app.otherTab();
  await translate(page);
  const month = page.getByRole('region', { name: 'Calendar' }).getByRole('heading');
  await expect(month).toHaveText('«November 2026»');
  await page.getByRole('button', { name: 'The month before' }).click();
  await expect(month).toHaveText('«October 2026»');
  const count = page.getByRole('status').filter({ hasText: /Episodes: \d/ });
  const before = Number.parseInt((await count.textContent()).replace(/\D+/, ''), 10);
  await other.begin();
  await expect(count).toHaveText(`«Episodes: ${before + 1}.»`);
});

test('every page can be left and come back to, and nothing of the app stops', async ({ app, page }) => {
  await app.seedBoth(everything());
  await app.open();
  await translate(page);
  for (const route of ['#/check', '#/diary', '#/episode/b', '#/day/2026-11-22', '#/trends', '#/report', '#/relief', '#/settings', '#/']) {
    await goInside(page, route);
    await expect(app.heading()).toHaveText(/^«.*»$/);
  }
  await expect(page.locator('html')).toHaveAttribute('data-app', 'up');
});
