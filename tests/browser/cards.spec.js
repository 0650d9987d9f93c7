// Cards to read, and the next hour with what the last danger check allows of it.
import { accessible, expect, test } from './app.js';
import { REASSURING, sign, walk } from './interview.js';

const FLOOR = 'Crawl to a chair.';
const ROCK = 'Rock the knees, stand up, walk a few steps.';
const WARMTH = 'Warmth on the sore place, for 15 minutes.';
const LIE = 'Lie on your back with your calves on a chair';

test.beforeEach(({ app }) => app.clock('2026-11-22T01:31:07Z'));

test('the next hour: a position before any check, then as much as the check allows', async ({ app, page }) => {
  const main = page.getByRole('main');
  await app.open('#/relief');
  await app.link('The next hour').click();
  await expect(app.heading('The next hour')).toBeFocused();
  await expect(main).toContainText('Check first if you fell or were hit, or have chest pain');
  await expect(main).toContainText(LIE);
  for (const words of [FLOOR, ROCK, WARMTH]) await expect(main).not.toContainText(words);
  await accessible(page);

  await app.link('Do the danger check').click();
  await app.button('None of these').click();
  await page.goto('./#/cards/next-hour');
  await expect(main).toContainText(FLOOR);
  await expect(main).toContainText(WARMTH);
  await expect(main).not.toContainText(ROCK);
  await expect(main).toContainText('If you cannot pee, or cannot feel it: that is an emergency');

  // The clock stands still, and of two checks of one moment neither is the later one.
  await app.clock(1);
  await app.open('#/check');
  await walk(app, REASSURING);
  await page.goto('./#/cards/next-hour');
  await expect(main).toContainText(ROCK);
  await expect(main).toContainText('Do the danger check again if you get');
});

test('the other cards open after a whole check', async ({ app, page }) => {
  const main = page.getByRole('main');
  await app.open('#/cards');
  await app.link('Hurt is rarely harm').click();
  await expect(main).toContainText('First do the danger check.');
  await expect(main).not.toContainText('The spine is strong.');
  await app.link('Do the danger check').click();
  await walk(app, REASSURING);
  await page.goto('./#/cards');
  for (const [title, words] of [
    ['Hurt is rarely harm', 'The spine is strong.'],
    ['Scans', 'Of 100 people without pain, 30 have a bulging disc at 20'],
    ['Pain relievers', 'Black, sticky, tar-like poo'],
  ]) {
    await app.link(title).click();
    await expect(app.heading(title)).toBeFocused();
    await expect(main).toContainText(words);
    await accessible(page);
    await app.link('Good to know').click();
  }
});

test('mood: kind words, then someone to see; whom to call stands there always, and nothing is kept', async ({ app, page }) => {
  const main = page.getByRole('main');
  await app.open('#/check');
  await walk(app, REASSURING);
  const before = await app.stored();
  await page.goto('./#/cards/mood');
  await page.getByRole('checkbox', { name: 'I feel low most days.' }).check();
  await expect(main).toContainText('That is hard to live with.');
  await expect(main).not.toContainText('See someone:');
  await page.getByRole('checkbox', { name: 'It has been so for over 2 weeks.' }).check();
  await expect(main).toContainText('See someone:');
  expect(await app.stored()).toEqual(before);
  // Until a region counts each line stands with its country.
  await expect(main).toContainText('United Kingdom: 116 123 UK: Samaritans');
  await app.button('I am in: United Kingdom: Northern Ireland').click();
  await expect(page.getByRole('link', { name: '0808 808 8000' })).toHaveAttribute('href', 'tel:08088088000');
  await expect(page.getByRole('link', { name: '999' }).first()).toHaveAttribute('href', 'tel:999');
});

test('after an emergency answer no card is open', async ({ app, page }) => {
  const main = page.getByRole('main');
  await app.open('#/check');
  await page.getByRole('checkbox', { name: /^Between the legs/ }).check();
  await sign(page).check();
  for (const [id, words] of [['next-hour', LIE], ['ordinary', 'The spine is strong.']]) {
    await page.goto(`./#/cards/${id}`);
    await expect(page.getByRole('region', { name: 'Get emergency help now' })).toBeVisible();
    await expect(main).not.toContainText(words);
  }
});
