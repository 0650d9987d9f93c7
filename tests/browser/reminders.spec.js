// Reminders as a calendar file: read by an independent reader, and followed across a change of the clocks.
import ICAL from 'ical.js';
import { accessible, expect, test } from './app.js';
import { GUIDE } from './records.js';

test.use({ timezoneId: 'Europe/Berlin' });

const seed = {
  'unknot/checkup/c': JSON.stringify({ v: 1, rev: 1, started: '2026-10-19T09:00:00+02:00', finished: '2026-10-19T09:02:00+02:00', answers: { danger: ['none'] }, guide: GUIDE, urgency: 'routine', rules: [] }),
};

/** The events of a saved file, by name. */
async function events(app) {
  const { name, bytes } = await app.saved(app.button('Save the calendar file'));
  expect(name).toMatch(/^unknot-reminders-\d{4}-\d\d-\d\d\.ics$/);
  const text = bytes.toString();
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const calendar = new ICAL.Component(ICAL.parse(text));
  const found = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  return Object.fromEntries(found.map((event) => [event.uid.split('-')[0] + (event.uid.match(/position-(\d+)/)?.[1] ?? ''), event]));
}

test.beforeEach(async ({ app, page }) => {
  await app.clock('2026-10-20T06:00:00Z'); // a Tuesday; the clocks go back on the 25th
  await app.seed(seed);
  await app.open('#/relief/programme');
  for (const day of ['Tue', 'Fri']) await page.getByRole('checkbox', { name: day }).check();
  await page.getByLabel('At what time?').fill('08:30');
  await app.link('Reminders').click();
  await expect(app.heading('Reminders')).toBeVisible();
});

test('a programme at half past eight stays at half past eight when the clocks change', async ({ app, page }) => {
  const { programme } = await events(app);
  expect(programme.isRecurring()).toBe(true);
  const iterator = programme.iterator();
  const times = Array.from({ length: 4 }, () => iterator.next());
  expect(times.map(String)).toEqual(['2026-10-20T08:30:00', '2026-10-23T08:30:00', '2026-10-27T08:30:00', '2026-10-30T08:30:00']);
  expect(times.every((time) => time.zone === ICAL.Timezone.localTimezone)).toBe(true);
  // On this person's clock: between Friday and Tuesday lies one hour more.
  const instants = await page.evaluate((texts) => texts.map((text) => new Date(text).getTime()), times.map(String));
  expect((instants[2] - instants[1]) / 3_600_000).toBe(4 * 24 + 1);
  expect((instants[3] - instants[2]) / 3_600_000).toBe(3 * 24);
});

test('a new file replaces the one before: the same names, a higher number', async ({ app }) => {
  const first = await events(app);
  await app.reload();
  const second = await events(app);
  for (const name of ['programme', 'check']) {
    expect(second[name].uid).toBe(first[name].uid);
    expect(second[name].sequence).toBe(first[name].sequence + 1);
  }
});

test('each reminder has its time: the check once, breaks on workdays, the questions on Sunday', async ({ app, page }) => {
  await page.getByRole('checkbox', { name: /^Change position/ }).check();
  await page.getByRole('checkbox', { name: /PEG/ }).check();
  await page.getByLabel('Time for the check').fill('18:15');
  const all = await events(app);
  expect(Object.keys(all).sort()).toEqual(['check', 'peg', 'programme', ...Array.from({ length: 9 }, (_, n) => `position${n + 9}`)].sort());
  expect(String(all.check.startDate)).toBe('2026-10-26T18:15:00');
  expect(all.check.isRecurring()).toBe(false);
  expect(String(all.peg.startDate)).toBe('2026-10-25T18:15:00');
  const iterator = all.position9.iterator();
  expect(Array.from({ length: 5 }, () => String(iterator.next()))).toEqual(['20', '21', '22', '23', '26'].map((day) => `2026-10-${day}T09:00:00`));
  for (const event of Object.values(all)) {
    expect(event.component.getFirstSubcomponent('valarm').getFirstPropertyValue('action')).toBe('DISPLAY');
  }
  await accessible(page);
});

test('with nothing to remind of it says so, and saves nothing', async ({ app, page }) => {
  await page.getByRole('checkbox', { name: /^Home programme/ }).uncheck();
  await page.getByRole('checkbox', { name: /^Check again/ }).uncheck();
  await app.button('Save the calendar file').click();
  await expect(page.getByText('Nothing to remind of yet')).toBeVisible();
});
