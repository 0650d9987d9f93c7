// An emergency answer: how it stands above everything, and ends.
import { expect, test } from './app.js';
import { GUIDE } from './records.js';
import { word, wordLike } from './words.js';

const TITLE = 'Get emergency help now';
const card = (page) => page.getByRole('region', { name: TITLE });

test.beforeEach(({ app }) => app.clock('2026-11-22T01:31:07Z'));

/** Opens the check from Now, ticks a line and a sign in it: three taps. */
async function tick(app) {
  await app.open();
  await app.link(word('now-is-it-dangerous')).click();
  await app.tickSign();
  await expect(card(app.page)).toHaveCount(1);
}

for (const [words, said, field] of [
  [word('alarm-say-help'), wordLike('alarm-got-help'), 'helped'],
  [word('alarm-say-mistake'), wordLike('alarm-mistake'), 'mistaken'],
]) {
  test(`it stands above every page until the person says: ${words}`, async ({ app, page }) => {
    await tick(app);
    for (const place of [word('routes-trends'), word('routes-diary'), word('routes-now'), word('routes-settings')]) {
      await app.goTo(place);
      await expect(card(page)).toBeVisible();
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await expect(card(page)).toBeInViewport();
    }
    await app.reload();
    await app.clock(4);
    await app.button(words).click();
    await expect(card(page)).toBeHidden();
    const [{ flagged, ...stored }] = await app.records('checkup');
    expect(flagged).toBe('2026-11-22T01:31:07+00:00');
    expect(stored[field]).toBe('2026-11-22T01:35:07+00:00');
    await app.reload();
    await expect(card(page)).toBeHidden();
    await app.open(`#/checkup/${stored.id}`);
    await expect(page.getByText(said)).toBeVisible();
    await expect(app.heading(TITLE)).toBeVisible();
  });
}

test('a slip of the finger on the card can be taken back', async ({ app, page }) => {
  await tick(app);
  await app.goTo(word('routes-now'));
  const [before] = await app.records('checkup');
  for (const words of [word('alarm-say-help'), word('alarm-say-mistake')]) {
    await app.button(words).click();
    await expect(card(page)).toBeHidden();
    await app.button(word('notices-undo')).click();
    await expect(card(page)).toBeVisible();
    const [after] = await app.records('checkup');
    expect(after).toEqual({ ...before, rev: after.rev });
  }
});

test('its own page has what the card has, and no second card', async ({ app, page }) => {
  await tick(app);
  await card(page).getByRole('link', { name: 'Why, and what to show a clinician' }).click();
  await expect(app.heading(TITLE)).toBeVisible();
  await expect(card(page)).toBeHidden();
  await app.button(word('alarm-say-help')).click();
  await expect(page.getByText(wordLike('alarm-got-help'))).toBeVisible();
  await app.goTo(word('routes-now'));
  await expect(card(page)).toBeHidden();
});

test('another check does not take it away', async ({ app, page }) => {
  await tick(app);
  await app.goTo(word('routes-guide'));
  await expect(app.heading('Is any of this new in the last 2 weeks, or happening now?')).toBeVisible();
  await expect(card(page)).toBeVisible();
  await app.button('None of these').click();
  await expect(card(page)).toBeVisible();
});

test('another sign after help is another emergency; ticked by mistake and unticked it leaves none', async ({ app, page }) => {
  const chest = page.getByRole('checkbox', { name: /^Chest pain, tightness/ });
  const line = page.getByRole('checkbox', { name: /^Chest, breath/ });
  await tick(app);
  await app.goTo(word('routes-now'));
  await app.button(word('alarm-say-help')).click();
  const before = await app.records('checkup');
  await page.goto(`./#/check/${before[0].id}/danger`);
  await app.clock(5);
  await line.check();
  await chest.check();
  await app.goTo(word('routes-now'));
  await expect(card(page)).toContainText(wordLike('alarm-got-help'));
  await page.goto(`./#/check/${before[0].id}/danger`);
  await line.uncheck();
  await app.goTo(word('routes-now'));
  await expect(card(page)).toBeHidden();
  const [after] = await app.records('checkup');
  expect(after).toEqual({ ...before[0], rev: after.rev });
});

test('it asks nothing more: "Next" leads to what to do', async ({ app, page }) => {
  await tick(app);
  await app.button('Next').click();
  await expect(app.heading(TITLE)).toBeFocused();
  await expect(page.getByText('Some questions are still open.')).toBeHidden();
});

test('a rise of two asks for the danger check again, and a check settles it', async ({ app, page }) => {
  const again = app.link(new RegExp(word('now-check-again')));
  await app.open();
  await app.begin();
  await app.howBad(4).check();
  await expect(again).toBeHidden();
  await app.clock(5);
  await app.howBad(6).check();
  await expect(again).toContainText(word('now-rose', { from: 4, to: 6 }));
  await app.clock(1);
  await again.click();
  await app.button('None of these').click();
  await expect(app.heading('How old are you?')).toBeVisible();
  await app.goTo(word('routes-now'));
  await expect(app.running).toBeVisible();
  await expect(again).toBeHidden();
});

test('after a day the check is asked for again', async ({ app }) => {
  await app.open();
  await app.begin();
  await app.clock(24 * 60);
  await app.reload();
  await expect(app.link(new RegExp(word('now-check-again')))).toContainText(word('now-never-checked'));
});

test('help that was got is help for every check that stands; the card names its check, and the number of the region', async ({ app, page }) => {
  const flagged = (time) => JSON.stringify({
    v: 2, rev: 1, started: time, finished: time, answers: { danger: ['pee'] }, guide: GUIDE, urgency: 'emergency', rules: ['cauda-equina'], flagged: time,
  });
  await app.seed({
    'unknot/region': 'uk',
    'unknot/checkup/a': flagged('2026-11-22T01:00:00+00:00'),
    'unknot/checkup/b': flagged('2026-11-22T01:20:00+00:00'),
  });
  await app.open();
  await expect(card(page)).toContainText(word('alarm-from', { when: 'Sun 22 Nov, 01:20' }));
  await expect(card(page).getByRole('link', { name: '999' })).toHaveAttribute('href', 'tel:999');
  await app.button(word('alarm-say-help')).click();
  await expect(card(page)).toBeHidden();
  expect((await app.records('checkup')).map(({ helped }) => helped)).toEqual(Array(2).fill('2026-11-22T01:31:07+00:00'));
});

/** A check that was flagged, as it is stored. */
const flaggedFor = (danger, rules) => ({
  'unknot/checkup/a': JSON.stringify({
    v: 2,
    rev: 1,
    started: '2026-11-22T01:00:00+00:00',
    finished: '2026-11-22T01:00:00+00:00',
    answers: { danger },
    guide: GUIDE,
    urgency: 'emergency',
    rules,
    flagged: '2026-11-22T01:00:00+00:00',
  }),
});

test('the card says what to do for its sign, and has each number with its country until the region is chosen', async ({ app, page }) => {
  await app.seed(flaggedFor(['neck-hurt'], ['neck-injury-high']));
  await app.open('#/diary');
  // Who may have broken the neck is not driven anywhere.
  await expect(card(page)).toContainText('Call now, and let help come to you. Keep still.');
  await expect(card(page)).not.toContainText('take you to an emergency department');
  for (const number of ['999', '112', '911', '000', '111', '144', '108', '995', '119', '811']) await expect(card(page).getByText(number, { exact: true })).toBeVisible();
  await expect(card(page).getByText('Emergency in the United States and Canada')).toBeVisible();
  await expect(card(page).locator('a[href^="tel:"]')).toHaveCount(0);
});

for (const [what, danger, rules, first] of [
  ['with a sign for an ambulance that comes first', ['baby', 'chest'], ['pregnancy', 'chest'], /^999/],
  ['alone the maternity line comes first', ['baby'], ['pregnancy'], /maternity/],
]) {
  test(`a sign in pregnancy: ${what}`, async ({ app, page }) => {
    await app.seed({ 'unknot/region': 'uk', ...flaggedFor(danger, rules) });
    for (const place of ['#/', '#/checkup/a']) {
      await app.open(place);
      const lines = page.getByRole('listitem').filter({ hasText: /maternity|^999/ });
      await expect(lines.first()).toHaveText(first);
      await expect(lines.filter({ hasText: 'maternity' })).not.toHaveCount(0);
      await expect(lines.filter({ hasText: '999' })).not.toHaveCount(0);
    }
  });
}
