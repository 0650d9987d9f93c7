// Two projects: `walks` use the site as a person does, and count what is the same on every machine; `bench`
// measures (`make bench`), one at a time, since a neighbour on the other core would be measured too. Walks open some
// thousand pages, so they take the browser without windows where there is one; what is measured is measured in the
// whole. With TRACE=1 each walk leaves a trace to look at; recording it makes them half as fast. The service worker
// fetches the whole site anew for every test: only what is about it lets it run. The time limits are for what hangs;
// nothing that is fast or slow passes or fails by them, however busy the machine is.
import { defineConfig } from '@playwright/test';
import { launchOptions, shell } from '../../.ci/browser.mjs';

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
    { name: 'walks', use: { launchOptions: launchOptions(shell()), trace: process.env.TRACE ? 'on' : 'off', serviceWorkers: 'block' } },
    { name: 'bench', testMatch: /bench\/\w+\.bench\.js/, workers: 1, fullyParallel: false, timeout: 300_000 },
  ],
});
