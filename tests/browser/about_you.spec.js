// Who the person is: asked once, remembered, confirmed at each check, changed in Settings.
import { expect, test } from './app.js';
import { readProfile } from './records.js';
import { word } from './words.js';

test.beforeEach(({ app }) => app.clock('2026-11-22T01:31:07Z'));

const confirm = (app) => app.heading('Is this still right?');

async function firstCheck(app) {
  const { page } = app;
  await app.open('#/check');
  await app.button('None of these').click();
  await page.getByRole('textbox').fill('38');
  await page.getByRole('checkbox', { name: 'Diabetes' }).check();
  await app.button('Next').click();
  await expect(app.heading('Where does it hurt?')).toBeVisible();
}

test('at the next check one tap confirms it', async ({ app, page }) => {
  await firstCheck(app);
  await app.clock(60 * 24);
  await app.open('#/check');
  await app.button('None of these').click();
  await expect(confirm(app)).toBeFocused();
  await expect(page.getByRole('listitem').filter({ hasText: 'How old are you?' })).toContainText('38');
  await app.button('Yes, all of it').click();
  await expect(app.heading('Where does it hurt?')).toBeFocused();
  const checkups = await app.records('checkup');
  expect(checkups.filter(({ answers }) => answers.age === 38 && answers.conditions.includes('diabetes'))).toHaveLength(2);
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(page.getByRole('checkbox', { name: 'Diabetes' })).toBeChecked();
});

test('one answer can be changed on the way, and is remembered so', async ({ app, page }) => {
  await firstCheck(app);
  await app.open('#/check');
  await app.button('None of these').click();
  await app.button(word('settings-change-of', { question: 'Does any apply?' })).click();
  await page.getByRole('checkbox', { name: 'Blood thinner' }).check();
  await app.button('Next').click();
  await expect(app.heading('Where does it hurt?')).toBeVisible();
  await app.goTo(word('routes-settings'));
  await expect(page.getByRole('listitem').filter({ hasText: /^Does any apply/ })).toContainText('Blood thinner');
});

test('it can be changed in Settings', async ({ app, page }) => {
  await app.open('#/settings');
  await page.getByRole('link', { name: word('settings-change-of', { question: 'How old are you?' }) }).click();
  await page.getByRole('textbox').fill('71');
  await app.button('Next').click();
  await expect(app.heading(word('routes-settings'))).toBeVisible();
  await app.reload();
  await expect(page.getByRole('listitem').filter({ hasText: 'How old are you?' })).toContainText('71');
  expect(readProfile((await app.stored())['unknot/profile/me'])).toMatchObject({ age: 71 });
  expect(await app.records('checkup')).toEqual([]);
});

test('where only one answer is right, one tap in Settings changes it', async ({ app, page }) => {
  await app.open('#/settings');
  await page.getByRole('link', { name: word('settings-change-of', { question: 'Which sex was registered at birth?' }) }).click();
  await app.button('Female').click();
  await expect(app.heading(word('routes-settings'))).toBeVisible();
  await app.reload();
  await expect(page.getByRole('listitem').filter({ hasText: 'Which sex was registered at birth?' })).toContainText('Female');
  expect(readProfile((await app.stored())['unknot/profile/me'])).toMatchObject({ sex: ['female'] });
});
