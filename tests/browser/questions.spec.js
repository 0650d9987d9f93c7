// The questions of the guide, each by itself: what a tick, a number, "none of these" and the way back do.
import { expect, test } from './app.js';
import { FIRST, REASSURING, TITLES, checkups, danger, line, result, shown, sign, walk } from './interview.js';
import { word } from './words.js';

test.beforeEach(({ app }) => app.clock('2026-11-22T01:31:07Z'));

test('nothing is said while a question is open that could show an emergency', async ({ app, page }) => {
  await app.open('#/check');
  await walk(app, REASSURING, { until: 'nerves' });
  const [{ id }] = await checkups(app);
  await app.open(`#/checkup/${id}`);
  await expect(app.heading('Not finished yet')).toBeVisible();
  await expect(result(page)).not.toContainText(TITLES.selfcare);
  await app.link('Go on with the questions').click();
  expect(shown(page)).toBe('nerves');
  await walk(app, REASSURING);
  await expect(app.heading(TITLES.selfcare)).toBeVisible();
});

test('going back shows what was answered; changing it keeps every later answer', async ({ app, page }) => {
  await app.open('#/check');
  await walk(app, { ...REASSURING, signs: ['Losing weight without trying'] }, { until: 'onset' });
  for (const question of ['signs', 'bad', 'conditions', FIRST]) {
    await page.getByRole('link', { name: 'Back' }).click();
    await expect.poll(() => shown(page)).toBe(question);
    await expect(app.heading()).toBeFocused();
  }
  await expect(page.getByRole('checkbox', { name: 'Low back', exact: true })).toBeChecked();
  await page.getByRole('checkbox', { name: 'Buttock', exact: true }).check();
  await app.reload();
  await expect(page.getByRole('checkbox', { name: 'Buttock', exact: true })).toBeChecked();
  await app.button('Next').click();
  await expect.poll(() => shown(page)).toBe('onset'); // what is answered is not asked again
  expect(await checkups(app)).toMatchObject([{ answers: { place: ['buttock', 'low'], signs: ['weight'], nerves: ['none'] } }]);
  await page.goBack();
  await expect.poll(() => shown(page)).toBe(FIRST); // the phone's own "back" too
});

test('an answer can be changed from the result, and the result follows', async ({ app, page }) => {
  await app.open('#/check');
  await walk(app, { ...REASSURING, long: ['2 to 4 weeks'], bad: [/Nothing controls it/] });
  await expect(app.heading(TITLES.urgent)).toBeVisible();
  await page.getByText('Your answers', { exact: true }).click();
  await page.getByRole('link', { name: word('settings-change-of', { question: 'How bad, this last day?' }) }).click();
  await app.button('Daily life goes on').click();
  await app.button('Next').click();
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
  await walk(app, { ...REASSURING, age: 0 }, { until: 'child' });
  expect(await checkups(app)).toMatchObject([{ answers: { age: 0 }, urgency: 'urgent', rules: ['child-under-5', 'child-under-10'] }]);
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(page.getByRole('textbox')).toHaveValue('0');
});

test('a check that was left half-way can be gone on with, and a new one begins with danger', async ({ app, page }) => {
  await app.open('#/check');
  await walk(app, REASSURING, { until: 'long' });
  await page.getByRole('link', { name: 'Stop' }).click();
  await app.reload();
  await app.goTo(word('routes-guide'));
  await expect(app.heading('Is any of this new in the last 2 weeks, or happening now?')).toBeVisible();
  await page.getByRole('link', { name: 'Go on with it' }).click();
  await expect.poll(() => shown(page)).toBe('long');
});

test('beside a tick there is no "None of these" to take it away; without one it shows that it was chosen', async ({ app, page }) => {
  const none = app.button('None of these');
  await app.open('#/check');
  await expect(none).toHaveAttribute('aria-pressed', 'false');
  await line(page).check();
  await sign(page).check();
  await expect(none).toBeHidden();
  await line(page).uncheck();
  await none.click();
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(none).toHaveAttribute('aria-pressed', 'true');
});

test('a number counts when it is left, not digit by digit', async ({ app, page }) => {
  await app.open('#/check');
  await app.tickDetail(/^Both legs, hands/, /^Both legs or feet: new/);
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
  await page.getByRole('textbox').blur();
  await expect(danger(page)).toBeHidden();
  await expect.poll(async () => checkups(app)).toMatchObject([{ answers: { age: 72 }, urgency: 'urgent' }]);
  await page.getByRole('radio', { name: 'Rather not say' }).check();
  await expect(page.getByRole('textbox')).toHaveValue('');
});

test('"not sure" brings its card with the tick: what to do, whom to call, and the signs', async ({ app, page }) => {
  await app.open('#/check');
  await walk(app, REASSURING, { until: 'nerves' });
  await page.locator('[data-question="nerves"]').getByRole('checkbox', { name: 'Not sure' }).check();
  const card = page.getByRole('region', { name: TITLES.urgent });
  await expect(card).toContainText('Contact someone today.');
  await expect(card).toContainText('You were not sure about a sign that could be serious.');
  await expect(card).toContainText('Numb, tingling or odd where a bike saddle touches');
  await expect(card).toContainText('United Kingdom: 111');
});

test('an emergency of two answers shows its card with the second', async ({ app, page }) => {
  await app.open('#/check');
  await walk(app, { ...REASSURING, [FIRST]: [/^Very ill/, /^Fever of 38/] }, { until: 'nerves' });
  await expect(danger(page)).toBeHidden();
  await page.getByRole('checkbox', { name: 'New or worse: weak leg' }).check();
  await expect(danger(page)).toContainText('Fever with a weak or numb limb');
});

test('the card is in view wherever the tick is', async ({ app, page }) => {
  await app.open('#/check');
  await app.tickDetail(/^Medicine/, /^More painkiller than/);
  await expect(danger(page).getByRole('heading')).toBeInViewport();
});

test('whoever adds the neck later is asked about arms', async ({ app, page }) => {
  await app.open('#/check');
  await walk(app, REASSURING);
  await expect(app.heading(TITLES.selfcare)).toBeVisible();
  await page.getByText('Your answers', { exact: true }).click();
  await page.getByRole('link', { name: 'Change: Where does it hurt?' }).click();
  await page.getByRole('checkbox', { name: 'Neck', exact: true }).check();
  await app.button('Next').click();
  await expect.poll(() => shown(page)).toBe('arms');
  await page.getByRole('checkbox', { name: 'New or worse: a weak arm or hand' }).check();
  await app.button('Next').click();
  await walk(app, REASSURING);
  await expect(app.heading(TITLES.urgent)).toBeVisible();
});

/** The danger check, with a part chosen. */
const chosen = async (app, part) => {
  await app.open('#/check');
  await app.page.getByRole('checkbox', { name: part, exact: true }).check();
};

test('the line of the part that hurts stands open and is not ticked: one tap fewer, and leaving it says nothing', async ({ app, page }) => {
  await chosen(app, 'Low back');
  await expect(line(page)).not.toBeChecked();
  await expect(sign(page)).toBeVisible();
  await sign(page).check();
  await expect(line(page)).toBeChecked();
  await expect(danger(page)).toBeVisible();
  await sign(page).uncheck();
  await expect(line(page)).not.toBeChecked();
  await expect(danger(page)).toBeHidden();
  await app.button('None of these').click();
  expect(await checkups(app)).toMatchObject([{ answers: { danger: ['none'], place: ['low'] } }]);
});

test('another part opens another line; a part without one none', async ({ app, page }) => {
  await chosen(app, 'Neck');
  await expect(page.getByRole('checkbox', { name: /drooping face or eyelid/ })).toBeVisible();
  await expect(sign(page)).toBeHidden();
  await page.getByRole('checkbox', { name: 'Neck', exact: true }).uncheck();
  await page.getByRole('checkbox', { name: 'Buttock', exact: true }).check();
  await expect(page.getByRole('checkbox', { name: /drooping face or eyelid/ })).toBeHidden();
});

test('a line without a detail is a doubt: today, with what belongs to it; "only that" is none', async ({ app, page }) => {
  await app.open('#/check');
  const accident = page.getByRole('checkbox', { name: /^Accident or fall/ });
  await accident.check();
  const card = page.getByRole('region', { name: TITLES.urgent });
  await expect(card).toContainText('You ticked an accident or fall, and not which.');
  await expect(card).toContainText('A fall from a ladder');
  await page.getByRole('checkbox', { name: /^Only that, none of these: a small fall/ }).check();
  await expect(card).toBeHidden();
  await expect(accident).toBeChecked();
  expect(await checkups(app)).toMatchObject([{ answers: { danger: ['hurt-only'] }, urgency: 'selfcare' }]);
  // Without its only detail it is a doubt again, and goes when it is unticked itself.
  await page.getByRole('checkbox', { name: /^Only that, none of these: a small fall/ }).uncheck();
  await expect(card).toBeVisible();
  await accident.uncheck();
  await expect(card).toBeHidden();
  await app.tickDetail(/^Medicine/, /^Black, sticky/);
  await expect(danger(page)).toContainText('bleeding in the stomach');
});

test('a chest sign sends for an ambulance, and says so', async ({ app, page }) => {
  await app.open('#/check');
  await app.tickDetail(/^Chest, breath/, /^Chest pain, tightness/);
  await expect(danger(page)).toContainText('Call an ambulance. Do not drive or be driven. Unlock the door.');
});

test('places that are left out are asked later; with several lists "None of the others" answers the rest', async ({ app, page }) => {
  await app.open('#/check');
  await app.button('None of these').click();
  await walk(app, { ...REASSURING }, { until: 'place' });
  await page.getByRole('checkbox', { name: 'Low back', exact: true }).check();
  await app.button('Next').click();
  await walk(app, REASSURING, { until: 'nerves' });
  await page.getByRole('checkbox', { name: 'Pain below knee' }).check();
  await expect(app.button('None of these')).toBeHidden();
  await app.button('None of the others').click();
  await expect.poll(() => shown(page)).toBe('onset');
  expect(await checkups(app)).toMatchObject([{ answers: { nerves: ['below-knee'], signs: ['none'] } }]);
});

test('every page says why it asks, and its choices are read under their heading', async ({ app, page }) => {
  await app.open('#/check');
  await line(page).check();
  await expect(page.getByRole('group', { name: /^Between the legs/ }).getByRole('checkbox')).toHaveCount(5);
  await line(page).uncheck();
  let asked = 0;
  for (let question = shown(page); question; question = shown(page)) {
    await page.getByText('Why?').click();
    await expect(app.disclosure('Why?').getByRole('paragraph').first()).not.toBeEmpty();
    asked = (await walk(app, REASSURING, { steps: 1 })).length + asked;
  }
  expect(asked).toBe(6);
});

test('a question in the accessibility tree: its words, its choices, the ways on', async ({ app, page }) => {
  await app.open('#/check/a/course');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - link "‹ Back"
    - link "Stop"
    - progressbar "Questions answered"
    - group "How long, this time?":
      - heading "How long, this time?" [level=1]
      - button "Under 2 weeks"
      - button "2 to 4 weeks"
      - button "4 to 6 weeks"
      - button "6 weeks to 3 months"
      - button "Over 3 months"
    - group "Which way is it going?":
      - heading "Which way is it going?" [level=2]
      - button "Better day by day"
      - button "Comes and goes"
      - button "About the same"
      - button "Worse, or more often"
      - button "Just begun"
    - group "How bad, this last day?":
      - heading "How bad, this last day?" [level=2]
      - button "Daily life goes on"
      - button "It stops part of my day or sleep"
      - 'button "Nothing controls it: no sleep, washing or getting up"'
    - group: Why?
    - button "Next"
  `);
});

test('a field that is left by the browser\'s own "back" breaks nothing', async ({ app, page }) => {
  await app.open('#/check');
  await app.button('None of these').click();
  await page.getByRole('textbox').pressSequentially('7');
  await page.goBack();
  await expect(app.heading('Is any of this new in the last 2 weeks, or happening now?')).toBeVisible();
  await expect(page.getByText(word('shell-broken'))).toBeHidden();
  await line(page).check();
  await sign(page).check();
  await expect(danger(page)).toBeVisible();
});

test('thoughts of harming oneself: whom to call, and no relief, cause or chart beside it; the clinician\'s sheet leaves them out', async ({ app, page }) => {
  await app.open('#/check');
  await walk(app, { ...REASSURING, long: ['Over 3 months'], mood: ['I have such thoughts'] });
  await expect(app.heading(word('help-thoughts-title'))).toBeVisible();
  await expect(result(page)).toContainText(word('help-thoughts'));
  for (const name of ['What may help now', 'What it may come from', 'How long it usually lasts']) await expect(page.getByRole('heading', { name })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'What to watch for' })).toBeVisible();
  await app.link('Show a clinician').click();
  await expect(app.heading()).toBeFocused();
  await expect(result(page)).not.toContainText(/thoughts|harm/i);
});
