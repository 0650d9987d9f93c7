// The questions of the guide, each by itself: what a tick, a number, "none of these" and the way back do.
import { expect, test } from './app.js';
import { FIRST, REASSURING, TITLES, checkups, danger, result, shown, sign, walk } from './interview.js';
import { word } from './words.js';

test.beforeEach(({ app }) => app.clock('2026-11-22T01:31:07Z'));

test('nothing is said while a question is open that could show an emergency', async ({ app, page }) => {
  await app.open('#/check');
  await walk(app, REASSURING, { until: 'signs' });
  const [{ id }] = await checkups(app);
  await app.open(`#/checkup/${id}`);
  await expect(app.heading('Not finished yet')).toBeVisible();
  await expect(result(page)).not.toContainText(TITLES.selfcare);
  await app.link('Go on with the questions').click();
  expect(shown(page)).toBe('signs');
  await walk(app, REASSURING);
  await expect(app.heading(TITLES.selfcare)).toBeVisible();
});

test('going back shows what was answered; changing it keeps every later answer', async ({ app, page }) => {
  await app.open('#/check');
  await walk(app, { ...REASSURING, signs: ['Soaking night sweats'] }, { until: 'onset' });
  for (const question of ['nerves', 'signs', 'place']) {
    await page.getByRole('link', { name: 'Back' }).click();
    await expect.poll(() => shown(page)).toBe(question);
    await expect(app.heading()).toBeFocused();
  }
  await expect(page.getByRole('checkbox', { name: 'Low back' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'Buttock' }).check();
  await app.reload();
  await expect(page.getByRole('checkbox', { name: 'Buttock' })).toBeChecked();
  await app.button('Next').click();
  await expect.poll(() => shown(page)).toBe('onset'); // what is answered is not asked again
  expect(await checkups(app)).toMatchObject([{ answers: { place: ['buttock', 'low'], signs: ['sweats'], nerves: ['none'] } }]);
  await page.goBack();
  await expect.poll(() => shown(page)).toBe('place'); // the phone's own "back" too
});

test('an answer can be changed from the result, and the result follows', async ({ app, page }) => {
  await app.open('#/check');
  await walk(app, { ...REASSURING, long: ['2 to 4 weeks'], bad: [/Nothing controls it/] });
  await expect(app.heading(TITLES.urgent)).toBeVisible();
  await page.getByText('Your answers', { exact: true }).click();
  await page.getByRole('link', { name: word('settings-change-of', { question: 'How bad was it in the last day?' }) }).click();
  await app.button('Daily life goes on').click();
  // What may help is shown now, so what was tried is asked now.
  await expect.poll(() => shown(page)).toBe('tried');
  await expect(app.heading('What have you tried so far?')).toBeFocused();
  await walk(app, REASSURING);
  await expect(app.heading(TITLES.selfcare)).toBeVisible();
  await app.reload();
  await expect(app.heading(TITLES.selfcare)).toBeVisible();
  expect(await checkups(app)).toHaveLength(1);
});

test('"Next" without an answer says so and stays', async ({ app, page }) => {
  await app.open('#/check');
  await app.button('Next').click();
  await expect(app.alert.filter({ hasText: 'Choose an answer first.' })).toBeVisible();
  expect(shown(page)).toBe(FIRST);
  expect(await checkups(app)).toEqual([]);
});

test('an age that can be none is not taken, and says why', async ({ app, page }) => {
  await app.open('#/check');
  await walk(app, REASSURING, { until: 'age' });
  for (const typed of ['121', '-1', '3.5', 'old', '1e1', '70000']) {
    await page.getByRole('textbox').fill(typed);
    await expect(page.getByText('A whole number from 0 to 120.'), typed).toBeVisible();
    await app.button('Next').click();
    expect(shown(page), typed).toBe('age');
    await expect(app.alert.filter({ hasText: 'Choose an answer first.' }), typed).toBeHidden();
    await page.getByRole('textbox').fill('');
    await expect(page.getByText('A whole number from 0 to 120.'), typed).toBeHidden();
  }
  await app.button('Next').click();
  await expect(app.alert.filter({ hasText: 'Choose an answer first.' })).toBeVisible();
  expect(shown(page)).toBe('age');
  expect((await checkups(app))[0].answers).not.toHaveProperty('age');
});

test('an age of 0 is an age', async ({ app, page }) => {
  await app.open('#/check');
  await walk(app, { ...REASSURING, age: 0 }, { until: 'health' });
  expect(await checkups(app)).toMatchObject([{ answers: { age: 0 }, urgency: 'urgent', rules: ['child-under-10'] }]);
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(page.getByRole('textbox')).toHaveValue('0');
});

test('a check that was left half-way can be gone on with, and a new one begins with danger', async ({ app, page }) => {
  await app.open('#/check');
  await walk(app, REASSURING, { until: 'health' });
  await page.getByRole('link', { name: 'Save and stop' }).click();
  await app.reload();
  await app.goTo(word('routes-guide'));
  await expect(app.heading('Is any of this happening?')).toBeVisible();
  await page.getByRole('link', { name: 'Go on with it' }).click();
  await expect.poll(() => shown(page)).toBe('health');
});

test('beside a tick there is no "None of these" to take it away; without one it shows that it was chosen', async ({ app, page }) => {
  const none = app.button('None of these');
  await app.open('#/check');
  await expect(none).toHaveAttribute('aria-pressed', 'false');
  await sign(page).check();
  await expect(none).toBeHidden();
  await sign(page).uncheck();
  await none.click();
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(none).toHaveAttribute('aria-pressed', 'true');
});

test('a number counts when it is left, not digit by digit', async ({ app, page }) => {
  await app.open('#/check');
  await page.getByRole('checkbox', { name: 'Both legs or feet: new or worse pain, tingling, numbness or weakness' }).check();
  await app.button('Next').click();
  for (const words of ['It comes only when I walk', 'It eases when I sit', 'It has been there for more than 2 weeks', 'It is not getting worse', 'Bladder, bowel, sex']) {
    await page.getByRole('checkbox', { name: words }).check();
  }
  await expect(danger(page)).toBeHidden();
  await app.button('Next').click();
  // The heading takes the focus a frame after the page is shown; a person types later than that.
  await expect(app.heading()).toBeFocused();
  // At 7 it would be an emergency.
  await page.getByRole('textbox').pressSequentially('7');
  await expect(danger(page)).toBeHidden();
  await page.getByRole('textbox').pressSequentially('2');
  await app.button('Next').click();
  expect(await checkups(app)).toMatchObject([{ answers: { age: 72 }, urgency: 'urgent' }]);
  await page.getByRole('link', { name: 'Back' }).click();
  await page.getByRole('radio', { name: 'Rather not say' }).check();
  await expect(page.getByRole('textbox')).toHaveValue('');
});

test('"not sure" brings its card with the tick: what to do, whom to call, and the signs', async ({ app, page }) => {
  await app.open('#/check');
  await walk(app, REASSURING, { until: 'nerves' });
  await page.getByRole('checkbox', { name: 'Not sure' }).check();
  const card = page.getByRole('region', { name: TITLES.urgent });
  await expect(card).toContainText('Contact someone today.');
  await expect(card).toContainText('You were not sure about a sign that could be serious.');
  await expect(card).toContainText('Numb, tingling or odd feeling where a bike saddle touches');
  await expect(card).toContainText('United Kingdom: 111');
});

test('an emergency of two answers shows its card with the second', async ({ app, page }) => {
  await app.open('#/check');
  await walk(app, { ...REASSURING, [FIRST]: ['Fever of 38 °C (100.4 °F) or more, measured or felt, this week'] }, { until: 'nerves' });
  await expect(danger(page)).toBeHidden();
  await page.getByRole('checkbox', { name: 'New or worse: a weak leg' }).check();
  await expect(danger(page)).toContainText('Fever with a weak or numb limb');
});

test('the card is in view wherever the tick is', async ({ app, page }) => {
  await app.open('#/check');
  await page.getByRole('checkbox', { name: 'In the last days: more painkiller' }).check();
  await expect(danger(page).getByRole('heading')).toBeInViewport();
});

test('whoever adds the neck later is asked about arms and hands', async ({ app, page }) => {
  await app.open('#/check');
  await walk(app, REASSURING);
  await expect(app.heading(TITLES.selfcare)).toBeVisible();
  await page.getByText('Your answers', { exact: true }).click();
  await page.getByRole('link', { name: word('settings-change-of', { question: 'Where is it?' }) }).click();
  await page.getByRole('checkbox', { name: 'Neck' }).check();
  await app.button('Next').click();
  expect(shown(page)).toBe('arms');
  await page.getByRole('checkbox', { name: 'Hands turned clumsy or numb suddenly' }).check();
  await expect(danger(page)).toBeVisible();
});

test('every question says why it is asked, and its choices are read under their heading', async ({ app, page }) => {
  await app.open('#/check');
  const group = page.getByRole('group', { name: 'New or changed in the last 2 weeks' });
  await expect(group.getByRole('checkbox')).toHaveCount(4);
  let asked = 0;
  for (let question = shown(page); question; question = shown(page)) {
    await page.getByText('Why we ask').click();
    await expect(app.disclosure('Why we ask').getByRole('paragraph')).not.toBeEmpty();
    asked = (await walk(app, REASSURING, { steps: 1 })).length + asked;
  }
  expect(asked).toBeGreaterThan(8);
});

test('a question in the accessibility tree: its words, its choices, the ways on', async ({ app, page }) => {
  await app.open('#/check/a/course');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - link "‹ Back"
    - link "Save and stop"
    - progressbar "Questions answered"
    - group "Which way is it going?":
      - heading "Which way is it going?" [level=1]
      - button "Getting better day by day"
      - button "Comes and goes"
      - button "About the same"
      - button "Getting worse, or coming more often"
      - button "Only just begun"
    - group: Why we ask
  `);
});

test('a field that is left by the browser\'s own "back" breaks nothing', async ({ app, page }) => {
  await app.open('#/check');
  await app.button('None of these').click();
  await page.getByRole('textbox').pressSequentially('7');
  await page.goBack();
  await expect(app.heading('Is any of this happening?')).toBeVisible();
  await expect(page.getByText(word('shell-broken'))).toBeHidden();
  await sign(page).check();
  await expect(danger(page)).toBeVisible();
});
