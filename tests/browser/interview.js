// The guide as a person goes through it: question by question, by touch or by keyboard.
import { expect } from './app.js';

export const TITLES = {
  emergency: 'Get emergency help now',
  urgent: 'Get advice today',
  routine: 'See someone in the coming days or weeks',
  selfcare: 'Look after it at home',
};

/**
 * Answers by the question's id, as it stands in the address: words of the choices, or a number.
 * What is not listed is answered by "None of these". Of a danger sign its line stands before it.
 */
export const REASSURING = {
  age: 34,
  place: ['Low back'],
  onset: ['A lift, twist or unusual effort'],
  long: ['Under 2 weeks'],
  course: ['Better day by day'],
  bad: ['Daily life goes on'],
  pattern: ['Worse moving', 'Better in one easy position'],
  before: ['Yes, and it settled'],
};

export const FIRST = 'danger';

/** The question that is shown; a new check-up has no address of its own before its first answer. */
export const shown = (page) => {
  const [, kind, , question] = new URL(page.url()).hash.split('/');
  return kind === 'check' ? question ?? FIRST : undefined;
};

/** Two ways to use the page. */
export const HANDS = {
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

/** The ids of the questions that stand on the page, in order. */
const onPage = (page) => page.locator('fieldset.question').evaluateAll((all) => all.map((one) => one.dataset.question));

/** Answers the questions of the page that is shown, and goes on to the next one. */
async function answer(app, answers, hand) {
  const { page } = app;
  const here = shown(page);
  // The address changes before the page does.
  await expect(page.locator(`[data-question="${here}"]`)).toBeVisible();
  const done = new Set();
  // An answer can bring another question to the page.
  for (let id; (id = (await onPage(page)).find((one) => !done.has(one)));) {
    done.add(id);
    const given = answers[id];
    const place = page.locator(`[data-question="${id}"]`);
    // The chips stand in the danger check, and are answered there.
    if (id === FIRST && answers.place) for (const words of answers.place) await hand.choose(place.locator('.chips').getByLabel(words, { exact: true }));
    if (given === undefined) continue;
    if (typeof given === 'number') {
      await hand.type(place.getByRole('textbox'), String(given));
      continue;
    }
    for (const words of given) {
      // Of several answers the right one, in one tap; else a tick: of a line before its detail.
      const only = place.locator('[aria-pressed]').and(page.getByRole('button', { name: words, exact: true }));
      if (await only.count()) await hand.press(only);
      else await hand.choose(place.locator('input').and(page.getByLabel(words, { exact: true })).last());
    }
    if (shown(page) !== here) return;
  }
  // "None of these" in the words of its question ("Somewhere else", "Nothing yet"), or "None of the others".
  const none = page.getByRole('main').locator('.none').getByRole('button');
  if (await none.count() && (await none.getAttribute('aria-pressed')) !== 'true') {
    await hand.press(none);
    if (shown(page) !== here) return;
  }
  if (shown(page) === here && await app.button('Next').count()) await hand.press(app.button('Next'));
}

/**
 * Answers questions until `until` is shown, or `steps` of them, or to the end. Reloads once, at the
 * question `reloadAt`. Resolves to the questions that were asked.
 */
export async function walk(app, answers, { hand = HANDS.touch, until, reloadAt, steps = Infinity } = {}) {
  const { page } = app;
  const asked = [];
  for (let question = shown(page); question && question !== until && asked.length < steps; question = shown(page)) {
    if (question === reloadAt) {
      const title = await app.heading().textContent();
      await app.reload();
      await expect(app.heading(title)).toBeVisible();
      expect(shown(page)).toBe(question);
    }
    asked.push(question);
    expect(asked.length, `the questions end: ${asked}`).toBeLessThan(40);
    await answer(app, answers, hand);
    await expect.poll(() => shown(page), { message: `"Next" leads on from ${question}` }).not.toBe(question);
    // Whoever reads by ear or by keyboard goes on at the top of what is new.
    await expect(app.heading()).toBeFocused();
  }
  return asked;
}

export const result = (page) => page.getByRole('main');
export const checkups = (app) => app.records('checkup');
export const danger = (page) => page.getByRole('region', { name: TITLES.emergency });
export const sign = (page) => page.getByRole('checkbox', { name: 'Pee: hard to start, stop, hold or feel' });
/** The line that the sign stands under; ticked, it opens. */
export const line = (page) => page.getByRole('checkbox', { name: /^Between the legs/ });
