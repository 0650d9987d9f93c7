// The guide, from the start to each kind of end, by touch and by keyboard, with a reload midway.
import { expect, test } from './app.js';

const TITLES = {
  emergency: 'Get emergency help now',
  urgent: 'Get advice today',
  selfcare: 'Look after it at home',
};

/**
 * Answers by the question's id, as it stands in the address: words of the choices, or a number.
 * What is not listed is answered by "None of these".
 */
const REASSURING = {
  age: 34,
  place: ['Low back'],
  onset: ['With a lift, a twist or unusual effort'],
  long: ['2 weeks or less'],
  course: ['Getting better day by day'],
  bad: ['It does not stop my daily life'],
  pattern: ['Moving', 'Rest, or one easy position'],
  before: ['Yes, and it settled'],
  tried: ['Heat'],
};

const FIRST = 'danger';

/** The question that is shown; a new check-up has no address of its own before its first answer. */
const shown = (page) => {
  const [, kind, , question] = new URL(page.url()).hash.split('/');
  return kind === 'check' ? question ?? FIRST : undefined;
};

/** Two ways to use the page. */
const HANDS = {
  touch: {
    choose: (choice) => choice.check(),
    press: (control) => control.click(),
    type: (field, text) => field.fill(text),
  },
  keyboard: {
    async choose(choice) {
      await tabTo(choice);
      // Tab leads to a group of radio buttons, the arrows lead through it and choose.
      if (await choice.getAttribute('type') === 'radio') {
        for (let presses = 0; presses < 12 && !(await isFocused(choice)); presses += 1) await choice.page().keyboard.press('ArrowDown');
      }
      if (!(await choice.isChecked())) await choice.page().keyboard.press('Space');
      await expect(choice).toBeChecked();
      await expect(choice).toBeFocused();
    },
    async press(control) {
      await tabTo(control);
      await control.page().keyboard.press('Enter');
    },
    async type(field, text) {
      await tabTo(field);
      await field.page().keyboard.type(text);
    },
  },
};

const isFocused = (locator) => locator.evaluate((element) => element === document.activeElement);

async function tabTo(locator) {
  const reached = () => locator.evaluate((element) => element === document.activeElement
    || (element.type === 'radio' && element.name === document.activeElement.name));
  await expect(locator).toBeVisible();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await reached()) return;
    await locator.page().keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${locator}`);
}

/** Answers the question that is shown, and goes on to the next one. */
async function answer(app, given, hand) {
  const { page } = app;
  // "None of these" in the words of its question: "Somewhere else", "Nothing yet".
  if (given === undefined) return hand.press(page.getByRole('main').locator('form').getByRole('button').and(page.getByText(/^(?!Next$)/)));
  if (typeof given === 'number') await hand.type(page.getByRole('textbox'), String(given));
  else for (const words of given) await hand.choose(page.getByRole('group').getByLabel(words, { exact: true }).first());
  return hand.press(app.button('Next'));
}

/** Answers questions until `until` is shown, or to the end. Reloads once, at the question `reloadAt`. */
async function walk(app, answers, { hand = HANDS.touch, until, reloadAt } = {}) {
  const { page } = app;
  const asked = [];
  for (let question = shown(page); question && question !== until; question = shown(page)) {
    if (question === reloadAt) {
      const title = await app.heading().textContent();
      await app.reload();
      await expect(app.heading(title)).toBeVisible();
      expect(shown(page)).toBe(question);
    }
    asked.push(question);
    expect(asked.length, `the questions end: ${asked}`).toBeLessThan(40);
    await answer(app, answers[question], hand);
    await expect.poll(() => shown(page), { message: `"Next" leads on from ${question}` }).not.toBe(question);
    // Whoever reads by ear or by keyboard goes on at the top of what is new.
    await expect(app.heading()).toBeFocused();
  }
  return asked;
}

const result = (page) => page.getByRole('main');
const checkups = (app) => app.records('checkup');
const danger = (page) => page.getByRole('region', { name: TITLES.emergency });
const sign = (page) => page.getByRole('checkbox', { name: 'Trouble starting, stopping or holding pee' });

test.beforeEach(({ app }) => app.clock('2026-11-22T01:31:07Z'));

test.describe('to an emergency', () => {
  test('the card comes with the tick, with every country, and goes with it', async ({ app, page }) => {
    await app.open();
    await app.link('Is it dangerous?').click();
    await expect(app.heading('Is any of this happening?')).toBeVisible();
    await expect(danger(page)).toBeHidden();
    await sign(page).check();
    const card = danger(page);
    for (const [number, country] of [
      ['999', 'United Kingdom'],
      ['112', 'European Union'],
      ['911', 'United States'],
      ['000', 'Australia'],
      ['111', 'New Zealand'],
    ]) {
      await expect(card.getByRole('listitem').filter({ hasText: number })).toContainText(country);
    }
    // A number to tap only where it is the right one.
    await expect(card.getByRole('link', { name: /\d{3}/ })).toHaveCount(0);

    await app.region.selectOption('United Kingdom');
    await expect(card.getByRole('link', { name: '999' })).toHaveAttribute('href', 'tel:999');
    await expect(card.getByRole('listitem').filter({ hasText: '911' })).toHaveCount(0);
    await app.reload();
    await expect(sign(page)).toBeChecked();
    await expect(card.getByRole('link', { name: '999' })).toHaveAttribute('href', 'tel:999');

    await sign(page).uncheck();
    await expect(card).toBeHidden();
    await app.reload();
    await expect(sign(page)).not.toBeChecked();
    await expect(card).toBeHidden();
  });

  test('every sign of the danger check shows the card by itself', async ({ app, page }) => {
    await app.open('#/check');
    const signs = page.getByRole('checkbox');
    const unsure = 'Not sure about one of these';
    const names = await signs.evaluateAll((all) => all.map(({ labels }) => labels[0].textContent.trim()));
    expect(names).toContain(unsure);
    expect(names.length).toBeGreaterThanOrEqual(18);
    for (const name of names.filter((one) => one !== unsure)) {
      const one = page.getByLabel(name, { exact: true });
      await one.check();
      await expect(danger(page), name).toBeVisible();
      await one.uncheck();
      await expect(danger(page), name).toBeHidden();
    }
  });

  test('its page says why, and it stands above the running spasm', async ({ app, page }) => {
    await app.open();
    await app.begin();
    await app.link('Is it dangerous?').click();
    await sign(page).check();
    await app.reload();
    await danger(page).getByRole('link', { name: 'Why, and what to show a clinician' }).click();
    await expect(app.heading(TITLES.emergency)).toBeFocused();
    await expect(page.getByText(/^You said: Trouble starting, stopping or holding pee/)).toBeVisible();
    await expect(result(page)).not.toContainText('What may help now');
    const [stored] = await checkups(app);
    const { id } = await app.episode();
    expect(stored).toMatchObject({ urgency: 'emergency', rules: ['cauda-equina'], episode: id });

    await app.reload();
    await expect(app.heading(TITLES.emergency)).toBeVisible();
    await app.goTo('Now');
    await app.link('Why, and whom to call').click();
    await expect(app.heading(TITLES.emergency)).toBeVisible();
  });

  test('a tick later on counts at once too', async ({ app, page }) => {
    await app.open('#/check');
    await walk(app, { ...REASSURING, place: ['Neck'] }, { until: 'arms' });
    await expect(danger(page)).toBeHidden();
    await page.getByRole('checkbox', { name: 'Hands turned clumsy or numb suddenly' }).check();
    await expect(danger(page)).toBeVisible();
  });
});

test.describe('to urgent', () => {
  test('severe pain: whom to contact, why, and nothing to do at home first', async ({ app, page }) => {
    await app.open();
    await app.link('Is it dangerous?').click();
    await walk(app, { ...REASSURING, bad: [/Nothing controls it/] }, { reloadAt: 'nerves' });
    await expect(app.heading(TITLES.urgent)).toBeFocused();
    await expect(result(page)).toContainText('You said: Nothing controls it');
    await expect(result(page)).toContainText('United Kingdom: 111');
    await app.region.selectOption('United Kingdom');
    await expect(result(page).getByRole('link', { name: '111' })).toHaveAttribute('href', 'tel:111');
    await app.reload();
    await expect(app.heading(TITLES.urgent)).toBeVisible();
    await expect(result(page).getByRole('link', { name: '111' })).toHaveAttribute('href', 'tel:111');
    expect(await checkups(app)).toMatchObject([{ urgency: 'urgent', rules: ['severe'], finished: '2026-11-22T01:31:07+00:00' }]);
  });

  for (const [question, words] of [
    [FIRST, 'Not sure about one of these'],
    ['signs', 'Not sure about one of these'],
    ['nerves', 'Not sure about one of these'],
  ]) {
    test(`"not sure" is never less, however good the rest sounds (${question})`, async ({ app, page }) => {
      await app.open('#/check');
      await walk(app, { ...REASSURING, [question]: [words] });
      await expect(app.heading(TITLES.urgent)).toBeVisible();
      await expect(result(page)).toContainText(`You said: ${words}`);
    });
  }
});

/** Looks at all that a result for home promises. */
async function hasAllOfHome(app) {
  const { page } = app;
  const main = result(page);
  await expect(main).toContainText('None of the warning signs that we asked about. That can’t rule everything out.');
  await expect(main).toContainText('Check again on Wed 25 Nov');

  // What it may come from: the article's five, those that an answer points to with the answer.
  await expect(main.getByText(/^Points toward it: .*With a lift, a twist or unusual effort/)).toBeVisible();
  await page.getByText('The article also names these').click();
  for (const cause of [/posture/, /strain/, /injury/, /herniated disc/, /spondylolisthesis/]) {
    await expect(main.getByRole('listitem').filter({ hasText: 'from the article' }).getByText(cause).first()).toBeVisible();
  }
  await expect(main.getByRole('listitem').filter({ hasText: 'from the article' })).toHaveCount(5);

  // How long it lasts: the article's word, and what was measured.
  await expect(page.getByRole('heading', { name: 'How long it usually lasts' })).toBeVisible();
  await expect(page.getByRole('table', { name: /Average pain in studies/ }).first()).toBeVisible();

  // What may help: the article's six, each with its label, what the article says and when to stop.
  for (const [treatment, label] of [
    ['Rest: ease off for a day or two', 'some evidence'],
    ['Heat', 'some evidence'],
    ['Ice', 'little or no evidence'],
    ['Gentle stretching and movement', 'little or no evidence'],
    ['Pain relievers without prescription: anti-inflammatories (such as ibuprofen)', 'some evidence'],
    ['Muscle relaxants', 'some evidence'],
    ['Physical therapy (physiotherapy)', 'some evidence'],
    ['The article\'s spinal device (Spinal Backrack)', 'no evidence found'],
  ]) {
    const card = main.getByRole('listitem').filter({ has: page.getByText(treatment, { exact: true }) });
    await expect(card.getByText(label, { exact: true })).toBeVisible();
    await card.getByText(treatment, { exact: true }).click();
    await expect(card).toContainText('The article says: ');
    await expect(card).toContainText('Stop: ');
    await expect(card).toContainText('Source');
  }
}

test.describe('to self-care', () => {
  test('by keyboard alone, with everything that a result promises', async ({ app, page }) => {
    test.slow(); // a few hundred presses
    await app.open();
    await HANDS.keyboard.press(app.link('Is it dangerous?'));
    await expect(app.heading('Is any of this happening?')).toBeFocused();
    await walk(app, REASSURING, { hand: HANDS.keyboard, reloadAt: 'onset' });
    await expect(app.heading(TITLES.selfcare)).toBeFocused();
    await app.reload();
    await expect(app.heading(TITLES.selfcare)).toBeVisible();
    await hasAllOfHome(app);
    expect(await checkups(app)).toMatchObject([{ urgency: 'selfcare' }]);
  });

  test('during a spasm: linked to it, with the version of the guide and what was said', async ({ app, page }) => {
    await app.open();
    await app.begin();
    await app.place('Lower back, right').check();
    await app.link('Is it dangerous?').click();
    const asked = await walk(app, REASSURING, { reloadAt: 'health' });
    expect(asked).not.toContain('place'); // the spasm has it already
    await expect(app.heading(TITLES.selfcare)).toBeVisible();
    const [, version] = (await page.getByText(/guide version \d+/).textContent()).match(/guide version (\d+)/);
    const { id } = await app.episode();
    const stored = await checkups(app);
    expect(stored).toMatchObject([{
      v: 1,
      started: '2026-11-22T01:31:07+00:00',
      finished: '2026-11-22T01:31:07+00:00',
      episode: id,
      guide: Number(version),
      urgency: 'selfcare',
      answers: { danger: ['none'], age: 34, place: ['low'], bad: ['mild'] },
    }]);
    expect(stored[0].rules ?? []).toEqual([]);

    await app.reload();
    await app.openEpisode();
    await app.link(new RegExp(TITLES.selfcare)).click();
    await expect(app.heading(TITLES.selfcare)).toBeVisible();
  });

  test('says no illness by name as if it were found, and no likelihood', async ({ app, page }) => {
    await app.open('#/check');
    await walk(app, REASSURING);
    await expect(app.heading(TITLES.selfcare)).toBeVisible();
    // What is seen without opening anything. "95 %" is the width of a study's interval.
    const text = (await result(page).innerText()).replaceAll('95 %', '');
    expect(text).toContain('What it may come from');
    expect(text).not.toMatch(/%|per ?cent|probab|likely you|you (probably )?have|diagnos|chance/i);
    await expect(result(page)).toContainText('Answers alone can’t tell which it is.');
  });
});

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
  await walk(app, { ...REASSURING, signs: ['Night sweats that soak your clothes or sheets'] }, { until: 'onset' });
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
  await walk(app, { ...REASSURING, bad: [/Nothing controls it/] });
  await expect(app.heading(TITLES.urgent)).toBeVisible();
  await page.getByText('Your answers', { exact: true }).click();
  await page.getByRole('link', { name: 'Change: How bad is it at its worst?' }).click();
  await page.getByRole('radio', { name: 'It does not stop my daily life' }).check();
  await app.button('Next').click();
  // What may help is shown now, so what was tried is asked now.
  await expect.poll(() => shown(page)).toBe('tried');
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
    await expect(app.alert.filter({ hasText: 'Choose an answer first.' }), typed).toBeVisible();
    await page.getByRole('textbox').fill('');
    await expect(page.getByText('A whole number from 0 to 120.'), typed).toBeHidden();
  }
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
  await app.goTo('Guide');
  await expect(app.heading('Is any of this happening?')).toBeVisible();
  await page.getByRole('link', { name: 'Go on with it' }).click();
  await expect.poll(() => shown(page)).toBe('health');
});
