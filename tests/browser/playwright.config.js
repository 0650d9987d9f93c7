// Two projects: `walks` use the site as a person does; `budgets` measure it, and run after them and
// alone, since a neighbour on the other core would be measured too. Walks open some thousand pages, so they
// take the browser without windows where there is one; what is measured is measured in the whole. With TRACE=1 each walk leaves a
// trace to look at; recording it makes them half as fast. The service worker fetches the whole site
// anew for every test: only what is about it lets it run. The time limits are for what hangs; nothing
// that is fast or slow passes or fails by them, however busy the machine is.
import { defineConfig } from '@playwright/test';
import { launchOptions, shell } from '../../.ci/browser.mjs';

const BUDGETS = /budgets\w*\.spec\.js/;

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  fullyParallel: true,
  reporter: 'list',
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    launchOptions: launchOptions(),
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  },
  projects: [
    { name: 'walks', testIgnore: BUDGETS, use: { launchOptions: launchOptions(shell()), trace: process.env.TRACE ? 'on' : 'off', serviceWorkers: 'block' } },
    { name: 'budgets', testMatch: BUDGETS, workers: 1, fullyParallel: false, timeout: 300_000 },
  ],
});
