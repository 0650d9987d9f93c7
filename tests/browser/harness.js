// What every browser test stands on: the built site on a server of its own, below a sub-path as on
// GitHub Pages, and a watch that fails the test on anything that should never happen in the page.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { serve } from '../../.ci/serve.mjs';

export { expect };

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

export const test = base.extend({
  /** The built site: `url`, and `requests`, one { path, status, bytes } for each answer so far. */
  site: [async ({}, use) => {
    const site = await serve({ base: '/unknot/' });
    await use(site);
    await site.close();
  }, { scope: 'worker' }],

  // So that `page.goto('./#/diary')` is enough.
  baseURL: async ({ site }, use) => use(site.url),

  /** For a test that breaks something on purpose: the complaints it expects. By itself, none. */
  expectedTrouble: [/(?!)/, { option: true }],

  /**
   * Watches a context that a test made itself, or the one that `page` belongs to. Fails the test on
   * an error in the console or the page, a foreign request, or a policy violation: that is never
   * expected.
   */
  watch: async ({ site, expectedTrouble }, use) => {
    const trouble = [];
    const { hostname } = new URL(site.url);
    await use(async (context) => {
      // A violation is an error in the console too, but not when it is in a worker or only reported.
      await context.exposeBinding('reportViolation', (_, text) => trouble.push(`Content Security Policy: ${text}`));
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
          window.reportViolation(`${violatedDirective} ${blockedURI} ${sample}`);
        });
      });
      context.on('console', (message) => {
        if (message.type() === 'error') trouble.push(`console: ${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => trouble.push(`page: ${error.error().name}: ${error.error().message} ${error.error().stack}`));
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.hostname !== hostname) trouble.push(`foreign request: ${url}`);
      });
    });
    const isViolation = (text) => text.includes('Content Security Policy');
    expect(trouble.filter((text) => isViolation(text) || !expectedTrouble.test(text))).toEqual([]);
  },

  watched: [async ({ context, watch }, use) => {
    await watch(context);
    await use();
  }, { auto: true }],
});

/** Resolves once the app runs; everything before that is the shell of index.html. */
export const appUp = (page) => expect(page.locator('html')).toHaveAttribute('data-app', 'up');

/** Resolves once the service worker is in charge of the page: from then on it works offline. */
export const keptOffline = (page) => page.evaluate(async () => {
  await navigator.serviceWorker.ready;
  if (navigator.serviceWorker.controller) return;
  await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
});

/**
 * Fails unless axe finds nothing wrong in what the page shows now, by all its rules or by these.
 * Returns how many rules passed. Axe runs in the page itself and tells of what passed only that it did: Axe's own
 * package for Playwright joins the results of many frames on a second page, which took ten times as long as to
 * look. There are no frames here; that is looked at as well.
 */
export async function accessible(page, rules) {
  expect(page.frames()).toHaveLength(1);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { wrong, passed } = await page.evaluate(async (some) => {
    const { violations, passes } = await window.axe.run({ ...(some && { runOnly: some }), resultTypes: ['violations'] });
    return { wrong: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), passed: passes.length };
  }, rules);
  expect(wrong).toEqual([]);
  return passed;
}
