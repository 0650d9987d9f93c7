// A page that is left while something is typed in it, and handlers that run after their page is gone. Fields
// are found on the page, so a new one is covered by itself.
import { expect, test } from './app.js';
import { KNOWN, ROUTES, everything, goInside, openAll } from './routes.js';
import { word } from './words.js';

/** Fields that do not promise to keep what is typed, each with the reason. By itself a field does. */
const NOT_KEPT = {
  'Your name': 'the page says that it is not kept',
  'Your date of birth': 'the page says that it is not kept',
  'Which days?': 'a choice for one printed page',
  Search: 'a search'
};
/** What is kept while the app is open, and so not through a reload: what is not said yet, only chosen or begun. */
const WHILE_OPEN = ['diary', 'check/k/age', 'check/k/sex', 'about/age', 'relief/medicine', 'relief/therapy', 'relief/reminders'].map((path) => `#/${path}`);

const FIELDS = '#main :is(textarea, select, input:not([type=checkbox], [type=radio], [type=file], [type=range]))';

/** The fields of the page as it stands, by their names. */
const fields = (page) => page.locator(FIELDS).evaluateAll((all) => all.map((field) => ({
  name: field.labels?.[0]?.querySelector('span')?.textContent ?? field.getAttribute('aria-label') ?? field.name,
  kind: field.inputMode || (field.tagName === 'INPUT' ? field.type : field.tagName.toLowerCase()),
})));

/** Types into it as a person does who has not finished; gives what then stands in it. */
async function typeHalf(page, n, kind) {
  const field = page.locator(FIELDS).nth(n);
  await field.focus();
  if (kind === 'select') await page.keyboard.press('ArrowDown');
  else if (kind === 'numeric') await page.keyboard.type('4');
  else if (kind === 'date') await page.keyboard.type('19112026');
  else if (kind === 'time') await page.keyboard.type('0641');
  else if (kind === 'datetime-local') await page.keyboard.type('19112026\t0641');
  else await page.keyboard.type('half a wor');
  return field.inputValue();
}

const WAYS = {
  'goes back': async ({ page }) => {
    await page.goBack();
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
  },
  'taps a link': async ({ page }) => {
    await page.getByRole('navigation').getByRole('link').last().click();
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
  },
  reloads: (app) => app.reload(),
};

test('every address of the app is among those that are tested', () => {
  for (const name of KNOWN) expect(ROUTES.some((route) => route.slice(2).split('/')[0] === name), name).toBe(true);
});

test.describe('what is half typed is there again when the person', () => {
  for (const route of ROUTES) {
    for (const [way, leave] of Object.entries(WAYS)) {
      test(`${way}: ${route}`, async ({ app, page }) => {
        await app.clock('2026-11-22T12:00:00Z');
        await app.seedBoth(everything());
        await app.open('#/learn');
        await goInside(page, route);
        await openAll(page);
        const found = await fields(page);
        for (const [n, { name, kind }] of found.entries()) {
          await test.step(`${name} (${kind})`, async () => {
            const typed = await typeHalf(page, n, kind);
            await leave(app);
            await expect(page.locator('html')).toHaveAttribute('data-app', 'up');
            if (way === 'reloads') await goInside(page, '#/learn');
            else await expect(page).not.toHaveURL(new RegExp(`${route}$`));
            await goInside(page, route);
            await openAll(page);
            if (name in NOT_KEPT || (way === 'reloads' && WHILE_OPEN.includes(route))) return;
            // In its field, or as an entry of the list that the field adds to.
            await expect.poll(() => page.evaluate(([selector, at, text]) => {
              const field = document.querySelectorAll(selector)[at];
              const rows = [...document.querySelectorAll('#main li')].map((row) => row.textContent);
              return field?.value === text || (text !== '' && rows.some((row) => row.includes(text)));
            }, [FIELDS, n, typed]), `${name}: ${typed}`).toBe(true);
          });
        }
      });
    }
  }
});

/** The routes on which nothing can be typed. */
const WITHOUT_FIELDS = new Set(['#/', '#/check', '#/trends', '#/relief', '#/relief/session', '#/relief/heat', '#/relief/ice', '#/relief/movements', '#/relief/rest',
  '#/relief/prevention', '#/learn', '#/checkup/c/sheet', '#/no-such-page', '#/check/k/danger', '#/about/sex',
  ...ROUTES.filter((route) => route.startsWith('#/cards'))]);

test.describe('what is half typed while another tab erases everything is gone', () => {
  for (const route of ROUTES) {
    test(route, async ({ app, page }) => {
      await app.clock('2026-11-22T12:00:00Z');
      await app.seedBoth(everything());
      await app.open(route);
      await openAll(page);
      const [first] = await fields(page);
      expect(Boolean(first)).toBe(!WITHOUT_FIELDS.has(route));
      if (!first) return;
      const other = await app.otherTab('#/settings');
      const before = await page.locator(FIELDS).first().inputValue();
      const typed = await typeHalf(page, 0, first.kind);
      await other.button(word('settings-erase-all')).click();
      await other.button(word('settings-erase-yes')).click();
      await expect(other.page.getByText(word('notices-erased'))).toBeVisible();
      await goInside(page, '#/learn');
      await app.reload();
      await goInside(page, route);
      await openAll(page);
      const field = page.locator(FIELDS).first();
      if (await field.count() && typed !== before) expect(await field.inputValue()).not.toBe(typed);
      await expect.poll(async () => JSON.stringify(await app.stored())).not.toContain('half a wor');
    });
  }
});

test.describe('a handler that runs after its page is gone does nothing', () => {
  for (const route of ROUTES) {
    test(route, async ({ app, page }) => {
      await app.clock('2026-11-22T12:00:00Z');
      await app.seedBoth(everything());
      await app.open(route);
      await openAll(page);
      await page.evaluate(() => { window.held = [...document.querySelectorAll('#main *')]; });
      await goInside(page, '#/no-such-page-2');
      await expect(app.heading()).toHaveText(/./);
      const before = await app.stored();
      const runs = await page.evaluate(() => {
        const gone = window.held.filter((element) => !element.isConnected);
        for (const element of gone) {
          for (const type of ['click', 'input', 'change', 'submit', 'focus', 'blur', 'focusin', 'focusout', 'toggle', 'pointerdown', 'pointerup', 'touchstart']) {
            element.dispatchEvent(new Event(type, { cancelable: true }));
          }
          for (const type of ['keydown', 'keyup']) {
            for (const key of ['Enter', ' ', 'Escape', 'a']) element.dispatchEvent(new KeyboardEvent(type, { key, cancelable: true }));
          }
        }
        return gone.length;
      });
      expect(runs).toBeGreaterThan(0);
      await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
      await expect(page.locator('html')).toHaveAttribute('data-app', 'up');
      await expect(page).toHaveURL(/no-such-page-2$/);
      expect(await app.stored()).toEqual(before);
    });
  }
});
