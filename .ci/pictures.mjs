// Draws the icons from public/icons/icon.svg and the screenshots from the built site, into public/.
// Run by `make pictures` when the mark or the look has changed; the PNGs are committed.
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { launchOptions } from './browser.mjs';
import { serve } from './serve.mjs';

const PUBLIC = fileURLToPath(new URL('../public/', import.meta.url));

const browser = await chromium.launch(launchOptions());

const svg = readFileSync(`${PUBLIC}icons/icon.svg`, 'utf8');
for (const size of [192, 512]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  for (const purpose of ['any', 'maskable']) {
    // A launcher cuts a maskable icon to its own shape: the ground goes up to the edge.
    const drawn = purpose === 'maskable' ? svg.replace(' rx="112"', '') : svg;
    await page.setContent(`<style>body{margin:0} svg{display:block}</style>${drawn}`);
    await page.screenshot({ path: `${PUBLIC}icons/${purpose}-${size}.png`, omitBackground: true });
  }
  await page.close();
}

mkdirSync(`${PUBLIC}screenshots`, { recursive: true });
const site = await serve();
for (const [name, width, height, route] of [
  ['phone', 390, 844, '#/'],
  ['desk', 1280, 800, '#/check'],
]) {
  const page = await browser.newPage({ viewport: { width, height }, serviceWorkers: 'block', locale: 'en-GB' });
  await page.goto(`${site.url}${route}`);
  await page.locator('html[data-app="up"]').waitFor();
  await page.screenshot({ path: `${PUBLIC}screenshots/${name}.png`, animations: 'disabled' });
  await page.close();
}

await site.close();
await browser.close();
