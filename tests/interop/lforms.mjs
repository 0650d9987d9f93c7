// The guide as a FHIR Questionnaire, drawn by lforms of the National Library of Medicine: every question
// and every choice is there.
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../.ci/browser.mjs';

const LFORMS = 'target/interop/npm/node_modules/lforms/dist/lforms';
const SCRIPTS = ['webcomponent/assets/lib/zone.min.js', 'webcomponent/runtime.js', 'webcomponent/polyfills.js', 'webcomponent/main.js', 'fhir/R4/lformsFHIR.min.js'];
let [passed, failed] = [0, 0];
const check = (what, holds) => {
  if (holds) passed += 1;
  else {
    failed += 1;
    console.log(`failed: ${what}`);
  }
};

const { entry } = JSON.parse(readFileSync('target/interop/report/collection.json', 'utf8'));
const questionnaire = entry.map(({ resource }) => resource).find(({ resourceType }) => resourceType === 'Questionnaire');
const browser = await chromium.launch(launchOptions());
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => check(`no error: ${error}`, false));
  await page.setContent('<!doctype html><div id="form"></div>');
  for (const path of SCRIPTS) await page.addScriptTag({ path: `${LFORMS}/${path}` });
  await page.evaluate((questionnaire) => window.LForms.Util.addFormToPage(questionnaire, 'form', { fhirVersion: 'R4' }), questionnaire);
  await page.locator('#form input').first().waitFor();
  const shown = await page.locator('#form').innerText();
  check('there are questions', questionnaire.item.length > 15);
  for (const { text } of questionnaire.item) check(`question: ${text}`, shown.includes(text));
  const drawn = await page.evaluate(() => window.LForms.Util.getFormFHIRData('Questionnaire', 'R4'));
  const choices = (items) => JSON.stringify(items.map(({ linkId, answerOption }) => [linkId, (answerOption ?? []).map(({ valueCoding }) => valueCoding.code)]));
  check('its choices are ours', choices(drawn.item) === choices(questionnaire.item));
} finally {
  await browser.close();
}
console.log(`${passed} passed, ${failed} failed`);
