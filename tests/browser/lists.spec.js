// What another tab does changes what it must, and nothing else: a row that stays keeps its element, its focus
// and its place on the screen.
import { expect, test } from './app.js';
import { ROUTES, everything, goInside, openAll } from './routes.js';
import { episode, many } from './records.js';

test.beforeEach(({ app }) => app.clock('2026-11-22T12:00:00Z'));

/** Another tab stores an episode; resolves once this tab has taken it in and drawn. */
async function startElsewhere(page, other) {
  const taken = page.evaluate(() => new Promise((resolve) => {
    addEventListener('storage', ({ key }) => {
      if (key?.startsWith('unknot/episode/')) requestAnimationFrame(() => requestAnimationFrame(resolve));
    });
  }));
  await other.begin();
  await taken;
}

test.describe('another tab starts a spasm: nothing is made anew that says the same as before', () => {
  // Now becomes another page.
  for (const route of ROUTES.filter((one) => one !== '#/')) {
    test(route, async ({ app, page }) => {
      await app.seedBoth(everything());
      await app.open(route);
      const other = await app.otherTab();
      await openAll(page);
      await page.evaluate(() => {
        const able = (within) => [...within.querySelectorAll('a, button, input, select, textarea, summary')];
        const said = (one) => [one.tagName, one.textContent, ...['href', 'type', 'name', 'value', 'aria-label', 'placeholder'].map((name) => one.getAttribute(name)), one.closest('label, fieldset')?.textContent].join('|');
        const main = document.querySelector('#main');
        window.before = able(main).map((element) => ({ element, said: said(element), open: element.parentElement.open }));
        // The middle one has the focus, in the middle of the screen.
        const focusable = window.before.filter(({ element }) => element.checkVisibility() && !element.closest('[hidden]'));
        window.held = focusable[Math.floor(focusable.length / 2)]?.element;
        window.held?.focus();
        window.held?.scrollIntoView({ block: 'center' });
        window.madeAnew = () => {
          const old = new Set(window.before.map(({ element }) => element));
          const fresh = able(main).filter((element) => !old.has(element)).map(said);
          return window.before.filter(({ element, said: was }) => !element.isConnected && fresh.includes(was)).map(({ said: was }) => was);
        };
      });
      const place = () => page.evaluate(() => window.held && Math.round(window.held.getBoundingClientRect().top));
      const top = await place();
      await startElsewhere(page, other);
      expect(await page.evaluate(() => window.madeAnew())).toEqual([]);
      const stays = await page.evaluate(() => !window.held || window.held.isConnected);
      if (stays && top !== null) {
        expect(await page.evaluate(() => document.activeElement === window.held)).toBe(true);
        expect(Math.abs((await place()) - top)).toBeLessThanOrEqual(1);
      }
    });
  }
});

test('card 21 of 30 keeps the focus and its place while others come, change and go', async ({ app, page }) => {
  await app.seedBoth(many(30));
  await app.open('#/diary');
  const other = await app.otherTab();
  const card = app.episodes.nth(20).getByRole('link');
  const name = await card.textContent();
  await card.focus();
  const held = await card.elementHandle();
  const top = () => held.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await top();
  await startElsewhere(page, other);
  await expect(app.episodes).toHaveCount(30);
  await expect(app.episodes.nth(21).getByRole('link')).toHaveText(name);
  expect(await held.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
  // What the row itself says follows.
  const id = await held.evaluate((element) => element.getAttribute('href').split('/').pop());
  await other.open(`#/episode/${id}`);
  await other.place('Neck, left').check();
  await other.save.click();
  await expect(app.episodes.nth(21)).toContainText(/neck/i);
  expect(await held.evaluate((element) => element === document.activeElement)).toBe(true);
  // And when it moves to another place of the list.
  await other.open(`#/episode/${id}`);
  await other.button('Remove intensity 1').click(); // it would lie before the start
  await other.startField.fill('2026-11-22T11:30');
  await other.endField.fill('2026-11-22T11:50');
  await other.save.click();
  await expect(app.episodes.nth(1)).toContainText('11:30');
  expect(await held.evaluate((element) => element.isConnected && element === document.activeElement)).toBe(true);
});

test('in the trash the question that is open stays open when another one is deleted elsewhere', async ({ app, page }) => {
  await app.seedBoth({
    ...many(3),
    'unknot/episode/x': episode({ deleted: '2026-11-21T10:00:00+00:00' }),
  });
  await app.open('#/diary');
  await openAll(page);
  const other = await app.otherTab('#/diary');
  const list = page.getByRole('list', { name: 'Deleted' });
  await list.getByRole('button', { name: /^Delete for good/ }).click();
  const yes = list.getByRole('button', { name: /^Yes, delete for good/ });
  await yes.focus();
  await other.episodes.first().getByRole('link').click();
  await other.button('Delete this episode').click();
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(yes).toBeFocused();
});

test('a row that had the focus and is gone hands it to the row in its place, not to a button', async ({ app, page }) => {
  await app.seedBoth(Object.fromEntries(['x', 'y', 'z'].map((id, n) => [`unknot/episode/${id}`, episode({ start: `2026-11-1${n}T07:40:00+00:00`, end: `2026-11-1${n}T08:40:00+00:00`, deleted: `2026-11-21T1${n}:00:00+00:00` })])));
  await app.open('#/diary');
  await openAll(page);
  const list = page.getByRole('list', { name: 'Deleted' });
  await list.getByRole('listitem').nth(1).getByRole('button', { name: /^Bring back/ }).click();
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByRole('listitem').nth(1)).toBeFocused();
});

test('what was tried: a rating keeps its row when another tab adds one', async ({ app, page }) => {
  await app.open();
  await app.begin();
  await app.eased.click();
  await app.tried('Heat').check();
  const key = app.relief('Heat', 4);
  await key.focus();
  const held = await key.elementHandle();
  const id = (await app.episode()).id;
  const other = await app.otherTab(`#/episode/${id}`);
  await other.button('+ Ice').click();
  await other.save.click();
  await expect(app.relief('Ice', 4)).toBeVisible();
  expect(await held.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('the rows of the form: one that is added or removed leaves those before it as they are', async ({ app, page }) => {
  await app.open('#/episode');
  const add = app.button('Add an intensity');
  await app.button('+ Heat').click();
  const intensity = await page.getByRole('group', { name: 'Intensity 1, 0 to 10' }).elementHandle();
  const heat = await page.getByRole('group', { name: /^Heat: how much/ }).elementHandle();
  await add.click();
  await app.button('+ Ice').click();
  await expect(page.getByRole('group', { name: 'Intensity 2, 0 to 10' })).toBeVisible();
  await expect(page.getByRole('group', { name: /^Ice: how much/ })).toBeVisible();
  await app.button('Remove intensity 2').click();
  await expect(page.getByRole('group', { name: 'Intensity 2, 0 to 10' })).toHaveCount(0);
  for (const row of [intensity, heat]) expect(await row.evaluate((element) => element.isConnected)).toBe(true);
});
