// The guide's own words: how it decides, and the page for a clinician.
import { expect, test } from './app.js';
import { GUIDE } from './records.js';
import { word } from './words.js';

test('every rule can be read and found', async ({ app, page }) => {
  await app.open('#/learn');
  await app.link(word('settings-rules')).click();
  await expect(app.heading(word('routes-rules'))).toBeFocused();
  const entry = (words) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: words }) });
  await expect(entry('Emergency: cauda-equina (E1)')).toBeVisible();
  const all = await page.getByRole('heading', { level: 3 }).count();
  expect(all).toBeGreaterThan(200);
  await page.getByLabel('Search').fill('TETANUS jaw');
  await expect(entry('Emergency: tetanus (E19)')).toBeVisible();
  await expect(entry('Emergency: cauda-equina (E1)')).toBeHidden();
  const shown = await page.getByRole('heading', { level: 3 }).count();
  const found = page.getByRole('status').filter({ hasText: /^\d+ found$/ });
  await expect(found).toHaveText(`${shown} found`);
  // Who must leave out a movement, why, and by whose word.
  await page.getByLabel('Search').fill('not offered: bend backward');
  await expect(entry('Lean up on your forearms')).toContainText('Not offered: Bending back or standing makes it worse');
  await expect(entry('Lean up on your forearms')).toContainText('Source: Our own caution');
  await expect(entry('Ear to shoulder')).toBeHidden();
  await page.getByLabel('Search').fill('');
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(all);
  await expect(found).toBeHidden();
});

test('the page for a clinician says what was ticked and what was not, and prints', async ({ app, page }) => {
  await app.clock('2026-11-22T01:31:07Z');
  await app.seed({
    'unknot/checkup/c': JSON.stringify({
      v: 2, rev: 1, started: '2026-11-22T01:00:00+00:00', finished: '2026-11-22T01:02:00+00:00', answers: { danger: ['pee'] }, guide: GUIDE, urgency: 'emergency', rules: ['cauda-equina'], flagged: '2026-11-22T01:01:00+00:00',
    }),
  });
  await app.open('#/checkup/c');
  await app.link('Show a clinician').click();
  await expect(app.heading('Back pain check, for a clinician')).toBeFocused();
  await expect(page.getByText('Emergency answer given at Sun 22 Nov 2026, 01:01.')).toBeVisible();
  await expect(page.getByRole('definition')).toContainText(['Pee: hard to start, stop, hold or feel']);
  const not = page.getByText('Asked, and not ticked').locator('..');
  await expect(not).toContainText('Both legs, hands or balance: pain, tingling or weakness in both');
  await expect(not).not.toContainText('Pee: hard to start, stop, hold or feel');
  await page.evaluate(() => { window.print = () => { window.printed = true; }; });
  await app.button('Print, or save as PDF').click();
  expect(await page.evaluate(() => window.printed)).toBe(true);
  await page.emulateMedia({ media: 'print' });
  await expect(app.button('Print, or save as PDF')).toBeHidden();
  await expect(page.getByRole('navigation')).toBeHidden();
});

test('an older check shows what was said then, never a new replay', async ({ app, page }) => {
  await app.seed({
    'unknot/checkup/c': JSON.stringify({
      v: 1, rev: 1, started: '2026-10-22T01:00:00+00:00', finished: '2026-10-22T01:02:00+00:00', answers: { danger: ['none', 'gone-sign'], age: 40 }, guide: 1, urgency: 'routine', rules: ['gone-rule'],
    }),
  });
  await app.open('#/checkup/c');
  await expect(app.heading('See someone in the coming days or weeks')).toBeVisible();
  await expect(page.getByText('guide version 1')).toBeVisible();
  await expect(page.getByText('gone-rule')).toBeVisible();
  await expect(page.getByText('The guide has been renewed since')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Go on with the questions' })).toBeHidden();
  await page.getByText('Your answers', { exact: true }).click();
  await expect(page.getByText(/gone-sign/)).toBeVisible();
  await expect(page.getByRole('link', { name: /^Change/ })).toBeHidden();
  // What was asked then is not known now, so nothing counts as denied.
  await app.open('#/checkup/c/sheet');
  await expect(page.getByText('gone-rule')).toBeVisible();
  await expect(page.getByText('Asked, and not ticked')).toBeHidden();
});

test('a rule of an older check has its name, and today\'s words as today\'s', async ({ app, page }) => {
  await app.seed({
    'unknot/checkup/c': JSON.stringify({
      v: 1, rev: 1, started: '2026-10-22T01:00:00+00:00', finished: '2026-10-22T01:02:00+00:00', answers: { danger: ['pee'] }, guide: 1, urgency: 'emergency', rules: ['cauda-equina'],
    }),
  });
  await app.open('#/checkup/c');
  await expect(page.getByText('cauda-equina')).toBeVisible();
  await expect(page.getByText(/^In today’s words: /)).toBeVisible();
});

test('a check that is not finished says nothing to a clinician either', async ({ app, page }) => {
  await app.seed({
    'unknot/checkup/c': JSON.stringify({
      v: 1, rev: 1, started: '2026-11-22T01:00:00+00:00', answers: { danger: ['none'] }, guide: GUIDE, urgency: 'selfcare',
    }),
  });
  await app.open('#/checkup/c/sheet');
  await expect(page.getByRole('heading', { name: 'Not finished yet' })).toBeVisible();
  await expect(page.getByText('Look after it at home')).toBeHidden();
});

test('the page for a clinician fits on two pages of paper', async ({ app, page }) => {
  const none = ['none'];
  await app.seed({
    'unknot/checkup/c': JSON.stringify({
      v: 1, rev: 1, started: '2026-11-22T01:00:00+00:00', finished: '2026-11-22T01:02:00+00:00', answers: { danger: none, age: 34, conditions: none, place: ['low'], signs: none, nerves: ['below-knee'], onset: ['effort', 'sport'], long: ['2w'], course: ['better'], bad: ['mild'], pattern: ['moving', 'rest'], before: ['settled'], tried: ['heat'] }, guide: GUIDE, urgency: 'selfcare',
    }),
  });
  await app.open('#/checkup/c/sheet');
  for (const format of ['A4', 'Letter']) {
    const file = (await page.pdf({ format })).toString('latin1');
    expect(file.match(/\/Type \/Page\b/g).length, format).toBeLessThanOrEqual(2);
  }
});
