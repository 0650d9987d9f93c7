// Reminders while the app is open: on the page, on its icon, and as a notification for those who ask for it.
import { accessible, expect, test } from './app.js';
import { GUIDE } from './records.js';
import { word } from './words.js';

test.use({ timezoneId: 'Europe/Berlin' });

const seed = {
  'unknot/checkup/c': JSON.stringify({ v: 1, rev: 1, started: '2026-10-19T09:00:00+02:00', finished: '2026-10-19T09:02:00+02:00', answers: { danger: ['none'], age: 34, health: ['none'] }, guide: GUIDE, urgency: 'routine', rules: [] }),
};

/**
 * Notifications as this browser would have them: what was asked of it and what was shown, by the page or by
 * the service worker, is kept; and the mark on the icon.
 */
const notices = (page, { permission = 'default', answer = 'granted', worker = true } = {}) => page.addInitScript(({ permission, answer, worker }) => {
  window.asked = 0;
  window.shown = [];
  window.badges = [];
  navigator.setAppBadge = async (count) => { window.badges.push(count); };
  if (permission) {
    window.Notification = class {
      static permission = sessionStorage.getItem('permission') ?? permission;
      static async requestPermission() {
        window.asked += 1;
        sessionStorage.setItem('permission', answer);
        window.Notification.permission = answer;
        return answer;
      }
      constructor(title, { body }) { window.shown.push(['page', title, body]); }
    };
  } else delete window.Notification;
  ServiceWorkerContainer.prototype.getRegistration = async () => (worker ? {
    active: worker === 'installing' ? null : {},
    showNotification: async (title, { body }) => { window.shown.push(['worker', title, body]); },
  } : undefined);
}, { permission, answer, worker });

const shown = (page) => page.evaluate(() => window.shown);
const hide = (page, hidden = true) => page.evaluate((hidden) => {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}, hidden);
const toggle = (page) => page.getByRole('checkbox', { name: 'Show a notification while Unknot is open' });
const due = (page) => page.getByRole('link', { name: word('frame-programme-due') });

/** Moves the clock on the wall, and lets the app see it. */
const comes = async (app, time) => {
  await app.page.clock.setSystemTime(time);
  await app.page.clock.runFor(61_000);
};

test.describe('while it is open', () => {
  test.beforeEach(async ({ page }) => {
    await page.clock.install({ time: '2026-10-20T06:00:00Z' });
  });

  /** With a programme that is due at nine, on the page of reminders. */
  const ready = async (app, options) => {
    await notices(app.page, options);
    await app.seed(seed);
    await app.open('#/relief/programme');
    await app.page.getByRole('checkbox', { name: 'A short walk', exact: true }).check();
    await app.page.getByRole('checkbox', { name: 'Tue' }).check();
    await app.page.getByLabel('At what time?').fill('09:00');
    await app.open('#/relief/reminders');
  };

  for (const worker of [true, 'installing', false]) {
    test(`asked for on that tap alone, and shown when something is due and the page is hidden: ${{ true: 'by the service worker', installing: 'by the page, while no worker is active yet', false: 'by the page' }[worker]}`, async ({ app, page }) => {
      await ready(app, { worker });
      await expect(toggle(page)).not.toBeChecked();
      expect(await page.evaluate(() => window.asked)).toBe(0);
      await toggle(page).check();
      await expect(page.getByText('Shown when something is due and you look elsewhere. Closed, Unknot shows nothing.')).toBeVisible();
      expect(await page.evaluate(() => window.asked)).toBe(1);
      await app.reload();
      await expect(toggle(page)).toBeChecked();
      await hide(page);
      await comes(app, '2026-10-20T07:00:00Z');
      await expect.poll(() => shown(page)).toEqual([[worker === true ? 'worker' : 'page', 'Unknot', word('frame-programme-due')]]);
      // Once: it is not shown again each minute.
      await comes(app, '2026-10-20T08:00:00Z');
      expect(await shown(page)).toHaveLength(1);
      expect(await page.evaluate(() => window.asked)).toBe(0);
    });
  }

  test('not shown while the page is seen, nor without being asked for, nor after it was switched off', async ({ app, page }) => {
    await ready(app, { permission: 'granted' });
    await hide(page);
    await comes(app, '2026-10-20T07:00:00Z');
    await expect(due(page)).toBeVisible();
    expect(await shown(page)).toEqual([]);
    await app.reload();
    await toggle(page).check();
    await hide(page, false);
    await comes(app, '2026-10-27T06:00:00Z');
    await expect(due(page)).toHaveCount(0);
    await comes(app, '2026-10-27T09:00:00Z');
    await expect(due(page)).toBeVisible();
    expect(await shown(page)).toEqual([]);
    await toggle(page).uncheck();
    await hide(page);
    await comes(app, '2026-11-03T06:00:00Z');
    await comes(app, '2026-11-03T09:00:00Z');
    await expect(due(page)).toBeVisible();
    expect(await shown(page)).toEqual([]);
  });

  test('what is unfolded of the programme stays so, and the focus where it is', async ({ app, page }) => {
    await ready(app);
    await app.open('#/relief/programme');
    const steps = page.locator('details').filter({ has: page.locator('summary', { hasText: 'A short walk' }) });
    await steps.locator('summary').click();
    const done = page.getByRole('checkbox', { name: 'Done: A short walk' });
    await done.focus();
    await page.clock.runFor(3000);
    await expect(done).toBeFocused();
    await expect(steps).toHaveAttribute('open', '');
  });

  test('denied, not answered, or not there: one plain line each', async ({ app, page }) => {
    await ready(app, { answer: 'denied' });
    await toggle(page).check();
    await expect(page.getByText('The browser does not allow it. Its settings can.')).toBeVisible();
    await accessible(page);
    const other = await page.context().newPage();
    await other.addInitScript(() => { delete window.Notification; });
    await other.goto('./#/relief/reminders');
    await expect(other.getByText('This browser has no notifications.')).toBeVisible();
    const third = await page.context().newPage();
    await notices(third, { answer: 'default' });
    await third.goto('./#/relief/reminders');
    await toggle(third).uncheck();
    await toggle(third).check();
    await expect(third.getByText('Say yes when the browser asks, or switch this on once more.')).toBeVisible();
  });

  test('the icon has a mark as long as something is due', async ({ app, page }) => {
    await ready(app);
    await comes(app, '2026-10-20T07:00:00Z');
    await expect.poll(() => page.evaluate(() => window.badges.at(-1))).toBe(1);
    await app.open('#/relief/programme');
    await page.getByRole('checkbox', { name: 'Done: A short walk' }).check();
    await expect.poll(() => page.evaluate(() => window.badges.at(-1))).toBe(0);
  });

  test('the day to check again: on Now, to the danger check, as a notification; put away once', async ({ app, page }) => {
    await notices(page, { permission: 'granted' });
    await app.seed({ ...seed, 'unknot/notices': 'on' });
    await app.open();
    const again = page.getByRole('link', { name: word('frame-check-due') });
    await expect(again).toHaveCount(0);
    await hide(page);
    await comes(app, '2026-10-26T06:58:00Z');
    await expect(again).toHaveCount(0);
    await comes(app, '2026-10-26T07:00:00Z');
    await expect(again).toHaveAttribute('href', '#/check');
    await expect.poll(() => shown(page)).toEqual([['worker', 'Unknot', word('frame-check-due')]]);
    await accessible(page);
    await app.goTo(word('routes-diary'));
    await expect(again).toHaveCount(0);
    await app.goTo(word('routes-now'));
    await app.button(word('frame-put-away')).click();
    await expect(again).toHaveCount(0);
    await app.reload();
    await expect(app.start).toBeVisible();
    await expect(again).toHaveCount(0);
  });
});
