// A notification as the browser itself has it: the one without windows has none, so this takes the whole.
import { launchOptions } from '../../.ci/browser.mjs';
import { App } from './app.js';
import { expect, keptOffline, test } from './harness.js';
import { GUIDE } from './records.js';
import { word } from './words.js';

test.use({ launchOptions: launchOptions(), timezoneId: 'Europe/Berlin', serviceWorkers: 'allow', permissions: ['notifications'] });

test('the service worker shows a notification', async ({ page }) => {
  const app = new App(page);
  await app.seed({
    'unknot/checkup/c': JSON.stringify({ v: 1, rev: 1, started: '2026-10-19T09:00:00+02:00', finished: '2026-10-19T09:02:00+02:00', answers: { danger: ['none'], age: 34, health: ['none'] }, guide: GUIDE, urgency: 'routine', rules: [] }),
    'unknot/notices': 'on',
  });
  await app.clock('2026-10-26T08:01:00Z');
  await page.addInitScript(() => Object.defineProperty(document, 'hidden', { value: true }));
  await app.open();
  await keptOffline(page);
  await app.reload();
  const bodies = () => page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return (await registration.getNotifications()).map(({ title, body }) => [title, body]);
  });
  await expect.poll(bodies).toEqual([['Unknot', word('frame-check-due')]]);
});
