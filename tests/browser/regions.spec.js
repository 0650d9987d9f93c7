// Where the person is: what the time zone suggests, and that nothing counts before a tap.
import { accessible, App, appUp, expect, test } from './app.js';
import { GUIDE, readSettings } from './records.js';

const ZONE = (timezoneId) => ({ timezoneId });
const card = (page) => page.getByRole('region', { name: 'Get emergency help now' });
const EVERYWHERE = ['999', '112', '911', '000', '111', '144', '108', '995', '119', '811'];
const calls = (page) => card(page).locator('a[href^="tel:"]').filter({ visible: true });

/** An emergency that a check has found. */
const FLAGGED = {
  'unknot/checkup/a': JSON.stringify({
    v: 2,
    rev: 1,
    started: '2026-11-22T01:00:00+00:00',
    finished: '2026-11-22T01:00:00+00:00',
    answers: { danger: ['pee'] },
    guide: GUIDE,
    urgency: 'emergency',
    rules: ['cauda-equina'],
    flagged: '2026-11-22T01:00:00+00:00',
  }),
};

/** Every number stands with its country, and none can be tapped. */
async function nothingCounts(page) {
  for (const number of EVERYWHERE) await expect(card(page).getByText(number, { exact: true }).first()).toBeVisible();
  await expect(card(page).getByText('Emergency in Japan: ambulance').first()).toBeVisible();
  await expect(calls(page)).toHaveCount(0);
}

test.beforeEach(({ app }) => app.clock('2026-11-22T01:31:07Z'));

test.describe('in a zone of one region', () => {
  // The language of the browser says something else, and does not count.
  test.use({ ...ZONE('Pacific/Auckland'), locale: 'en-US' });

  test('the zone suggests it, and it counts after one tap, on the alarm too', async ({ app, page }) => {
    await app.seed(FLAGGED);
    await app.open('#/diary');
    await nothingCounts(page);
    await expect(card(page)).toContainText('Are you in New Zealand? The time zone of this device suggests it. The emergency number there is 111.');
    await accessible(page);
    const button = app.button('I am in: New Zealand');
    await expect(button).toBeInViewport();
    await button.click();
    await expect(card(page).getByRole('link', { name: '111' })).toHaveAttribute('href', 'tel:111');
    await expect(card(page)).not.toContainText('Are you in');
    await expect(card(page)).not.toContainText('911');
    await expect(calls(page)).toBeInViewport();
    await app.reload();
    await expect(calls(page)).toHaveCount(1);
    expect(readSettings(await app.stored())).toEqual({ region: 'nz', 'region-zone': 'nz Pacific/Auckland' });
  });

  test('the keyboard is enough, and the focus does not get lost', async ({ app, page }) => {
    await app.open('#/settings');
    const button = app.button('I am in: New Zealand');
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(button).toBeHidden();
    await expect(app.region).toHaveValue('nz');
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });

  test('another region can be chosen against the suggestion, and then it asks no more', async ({ app, page }) => {
    await app.open('#/settings');
    await app.region.selectOption('Japan');
    await expect(page.getByText('Are you in New Zealand?')).toBeHidden();
    await app.reload();
    await expect(app.region).toHaveValue('jp');
  });
});

for (const [zone, number, parts, chosen, id] of [
  ['Europe/London', '999', ['United Kingdom: England, Scotland or Wales', 'United Kingdom: Northern Ireland'], 1, 'gb-nir'],
  ['America/Toronto', '911', ['Canada: Ontario', 'Canada: Québec'], 1, 'ca-qc'],
]) {
  test.describe(`in ${zone}, which regions share`, () => {
    test.use(ZONE(zone));

    test('only the number that they have in common is suggested, and it asks which', async ({ app, page }) => {
      await app.open('#/check');
      await app.tickSign();
      await nothingCounts(page);
      await expect(card(page)).toContainText(`that of more than one place. The emergency number there is ${number}. Where are you?`);
      for (const part of parts) await expect(app.button(`I am in: ${part}`)).toBeVisible();
      await app.button(`I am in: ${parts[chosen]}`).click();
      await expect(calls(page).first()).toHaveAttribute('href', `tel:${number}`);
      await expect(app.region).toHaveValue(id);
    });
  });
}

test('Northern Ireland is told of no 111', async ({ app, page }) => {
  await app.open('#/settings');
  await app.region.selectOption('United Kingdom: Northern Ireland');
  await page.getByText('Where these numbers were read, and when').click();
  const rows = page.getByRole('listitem').filter({ hasText: 'Read on' });
  await expect(rows.filter({ hasText: '028 9615 9444' })).toContainText('Belfast Health and Social Care Trust, belfasttrust.hscni.net. Read on 1 December 2026');
  await expect(page.getByRole('listitem').filter({ hasText: /^111/ })).toHaveCount(0);
});

test.describe('in a zone that is not in the table', () => {
  test.use(ZONE('Africa/Nairobi'));

  test('nothing is suggested, and every number stands with its country', async ({ app, page }) => {
    await app.seed(FLAGGED);
    await app.open('#/checkup/a');
    for (const number of EVERYWHERE) await expect(page.getByText(number, { exact: true }).first()).toBeVisible();
    await expect(page.locator('a[href^="tel:"]')).toHaveCount(0);
    await expect(page.getByText('The time zone of this device')).toBeHidden();
    await expect(app.button(/^I am/)).toHaveCount(0);
    await app.region.selectOption('Elsewhere, or not sure');
    await expect(page.getByText('Your country\'s own emergency number: find it now')).toBeVisible();
    await app.reload();
    await expect(app.region).toHaveValue('other');
  });
});

test('who is deaf or cannot speak finds a way to reach help', async ({ app, page }) => {
  await app.seed(FLAGGED);
  await app.open('#/diary');
  await card(page).getByText('If you are deaf or cannot speak').click();
  const row = (country) => card(page).getByRole('listitem').filter({ hasText: country });
  await expect(row('New Zealand:')).toContainText('111 New Zealand: emergency by text message');
  await app.button('I am in: United Kingdom: Northern Ireland').click();
  await card(page).getByText('If you are deaf or cannot speak').click();
  await expect(card(page).getByRole('link', { name: '18000' })).toHaveAttribute('href', 'tel:18000');
  await expect(card(page).locator('a[href="sms:999"]')).toBeVisible();
  await expect(row('New Zealand:')).toHaveCount(0);
});

/** The zone of a page from now on, as the device changes it under a page that is open. */
const travel = (page, zone) => page.evaluate((to) => {
  const Before = Intl.DateTimeFormat;
  Intl.DateTimeFormat = function DateTimeFormat(...wanted) {
    const made = new Before(...wanted);
    const options = made.resolvedOptions();
    return Object.assign(made, { resolvedOptions: () => ({ ...options, timeZone: to }) });
  };
}, zone);

test('a zone that changes while the page is open asks again, and the region of before counts no more', async ({ app, page }) => {
  await app.seed(FLAGGED);
  await app.open('#/settings');
  await app.region.selectOption('United Kingdom: England, Scotland or Wales');
  await expect(calls(page)).toHaveCount(1);
  await travel(page, 'Pacific/Auckland');
  await app.clock(1);
  await nothingCounts(page);
  await expect(card(page)).toContainText('You chose United Kingdom: England, Scotland or Wales, and the time zone of this device is another one now.');
  await card(page).getByRole('button', { name: 'I am still in: United Kingdom: England, Scotland or Wales' }).click();
  await expect(calls(page)).toHaveAttribute('href', 'tel:999');
  // To a zone that is not in the table.
  await travel(page, 'Africa/Nairobi');
  await app.clock(1);
  await nothingCounts(page);
  await expect(card(page)).toContainText('Where are you now?');
});

test('a zone that changed before the next visit asks again', async ({ app, browser, context, site, watch }) => {
  await app.open('#/settings');
  await app.region.selectOption('United Kingdom: England, Scotland or Wales');
  const saved = await context.storageState();
  for (const [timezoneId, value] of [['Pacific/Auckland', ''], ['Europe/London', 'gb']]) {
    const there = await browser.newContext({ baseURL: site.url, timezoneId, serviceWorkers: 'block', storageState: saved });
    await watch(there);
    const other = new App(await there.newPage());
    await other.page.goto('./#/settings');
    await appUp(other.page);
    await expect(other.region).toHaveValue(value);
    await expect(other.button('I am in: New Zealand')).toHaveCount(value ? 0 : 1);
    await there.close();
  }
});
