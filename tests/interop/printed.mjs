// The report as Chromium prints it, read again by poppler: the summary is page 1 and the details begin on
// page 2, on A4 and on Letter; every line of the page's value is in the file; and pictures of the
// pages to look at, in target/interop/printed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../.ci/browser.mjs';
import { serve } from '../../.ci/serve.mjs';
import { maximal } from '../browser/maximal.js';

const OUT = 'target/interop/printed';
const NOW = '2026-11-24T12:00:00Z';
const margin = { top: '0.4in', right: '0.4in', bottom: '0.4in', left: '0.4in' };
let [passed, failed] = [0, 0];
const check = (what, holds) => {
  if (holds) passed += 1;
  else {
    failed += 1;
    console.log(`failed: ${what}`);
  }
};

/** What poppler reads of some pages. Where a line is broken says nothing, Hebrew is read backwards, and poppler marks which way it goes. */
const read = (pdf, first, last) => plain(execFileSync('pdftotext', ['-raw', '-f', String(first), '-l', String(last), pdf, '-'], { encoding: 'utf8' }));
const plain = (text) => text.replace(/[\s\f\u2010-\u2011\u0590-\u05ff\u200e-\u200f\u202a-\u202e\u2066-\u2069]/g, '');

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const site = await serve({ base: '/unknot/' });
const browser = await chromium.launch(launchOptions());
try {
  const page = await browser.newPage({ baseURL: site.url, timezoneId: 'Europe/London', locale: 'en-GB' });
  await page.clock.setFixedTime(NOW);
  await page.route('**/empty', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto('./empty');
  await page.evaluate((all) => Object.assign(localStorage, all), maximal(NOW));
  await page.goto('./#/report');
  await page.locator('html[data-diary=whole] .summary').waitFor();
  const lines = (where) => page.locator(`${where} li`).allTextContents();
  const [summary, details] = [await lines('.summary'), await lines('.details')];
  check('there are lines', summary.length > 40 && details.length > 100);
  for (const format of ['A4', 'Letter']) {
    const pdf = `${OUT}/${format}.pdf`;
    await page.pdf({ path: pdf, format, margin });
    const count = Number(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }).match(/^Pages:\s+(\d+)$/m)[1]);
    const first = read(pdf, 1, 1);
    const others = read(pdf, 2, count);
    for (const line of summary) check(`${format}, page 1: ${line}`, first.includes(plain(line)));
    for (const line of details) {
      // A line over two pages is whole, but for what a page ends with.
      check(`${format}, details: ${line.slice(0, 80)}`, others.includes(plain(line)));
    }
    check(`${format}: the summary ends on page 1`, !others.includes(plain('How good these data are')) || details.some((line) => line.startsWith('Start noted')));
    check(`${format}: page 2 begins with the first of the details`, read(pdf, 2, 2).startsWith(plain(await page.locator('.details h2').first().textContent())));
    execFileSync('pdftoppm', ['-png', '-r', '110', '-l', '2', pdf, `${OUT}/${format}`]);
  }
} finally {
  await browser.close();
  await site.close();
}
console.log(`${passed} passed, ${failed} failed`);
