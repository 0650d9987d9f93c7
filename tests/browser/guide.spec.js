// The guide, from the start to each kind of end, by touch and by keyboard, with a reload midway.
import { expect, test } from './app.js';
import { FIRST, HANDS, REASSURING, TITLES, checkups, danger, result, sign, walk } from './interview.js';
import { word } from './words.js';

test.beforeEach(({ app }) => app.clock('2026-11-22T01:31:07Z'));

test.describe('to an emergency', () => {
  test('the card comes with the tick, with every country, and goes with it', async ({ app, page }) => {
    await app.open();
    await app.link(word('now-is-it-dangerous')).click();
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

  test('every sign of the danger check shows the card by itself, or asks more below it', async ({ app, page }) => {
    await app.open('#/check');
    const names = () => page.getByRole('checkbox').evaluateAll((all) => all.map(({ labels }) => labels[0].textContent.trim()));
    const seen = [];
    const brings = async (name) => {
      const one = page.getByLabel(name, { exact: true });
      await one.check();
      await expect(danger(page), name).toBeVisible();
      await one.uncheck();
      await expect(danger(page), name).toBeHidden();
      seen.push(name);
    };
    const leads = {
      'Sudden, severe pain: back, chest, tummy, neck or head': 3,
      'Fever of 38 °C (100.4 °F) or more, measured or felt, this week': 1,
      'Shivering or shaking chills, this week': 1,
      'This time: an accident, fall, crash, dive or knock before it began or got worse': 3,
    };
    const first = await names();
    for (const name of first.filter((one) => one !== 'Not sure')) {
      if (!(name in leads)) {
        await brings(name);
        continue;
      }
      await page.getByLabel(name, { exact: true }).check();
      const more = (await names()).filter((one) => !first.includes(one));
      expect(more, name).toHaveLength(leads[name]);
      await expect(danger(page), name).toBeHidden();
      for (const one of more) await brings(one);
      await page.getByLabel(name, { exact: true }).uncheck();
      expect(await names()).toEqual(first);
    }
    expect(first).toContain('Not sure');
    expect(new Set(seen).size).toBe(23);
  });

  test('what is asked below a tick stands right below it, keeps the focus, and stays while it is ticked', async ({ app, page }) => {
    await app.open('#/check');
    const lead = page.getByRole('checkbox', { name: 'This time: an accident, fall, crash' });
    const more = page.getByRole('group', { name: 'With an accident or fall' }).getByRole('checkbox');
    await HANDS.keyboard.choose(lead);
    await expect(more).toHaveCount(3);
    await page.keyboard.press('Tab');
    await expect(more.first()).toBeFocused();
    await page.keyboard.press('Space');
    await expect(danger(page)).toBeVisible();
    await app.reload();
    await expect(more.first()).toBeChecked();
    await lead.uncheck();
    await expect(more.first()).toBeChecked();
    await expect(danger(page)).toBeVisible();
    // It does not go from under the finger, and with the next tick of the one above it comes and goes.
    await more.first().uncheck();
    await expect(danger(page)).toBeHidden();
    await expect(more).toHaveCount(3);
    await lead.check();
    await lead.uncheck();
    await expect(more).toHaveCount(0);
  });

  test('who is pregnant is asked about that next, at each check', async ({ app, page }) => {
    const asked = app.heading('You are or may be pregnant. Is any of this there?');
    await app.open('#/check');
    await walk(app, REASSURING, { until: 'health' });
    await page.getByRole('checkbox', { name: 'Pregnant, or might be' }).check();
    await app.button('Next').click();
    await expect(asked).toBeFocused();
    await app.button('None of these').click();
    await expect(app.heading('Where is it?')).toBeFocused();
    // A day later it is remembered that she is; what hurts is asked anew.
    await app.clock(60 * 24);
    await app.open('#/check');
    await page.getByLabel('Not sure').check();
    await app.button('Next').click();
    await app.button('Yes, all of it').click();
    await expect(asked).toBeFocused();
    await page.getByRole('checkbox', { name: 'Fainting, swollen face or hands' }).check();
    await expect(danger(page)).toContainText('Your maternity unit or midwife');
    await app.reload();
    await expect(danger(page)).toBeVisible();
  });

  test('what a spasm has marked can be unticked', async ({ app, page }) => {
    await app.open();
    await app.begin();
    await app.place('Lower back, right').check();
    await app.link(word('now-is-it-dangerous')).click();
    await walk(app, REASSURING, { until: 'place' });
    const low = page.getByRole('checkbox', { name: 'Low back' });
    await expect(low).toBeChecked();
    await low.uncheck();
    await expect(low).not.toBeChecked();
    await app.button('Next').click();
    await expect(app.alert.filter({ hasText: 'Choose an answer first.' })).toBeVisible();
  });

  test('an only answer that brings an emergency stays in view with its card; any other goes on', async ({ app, page }) => {
    await app.open('#/check');
    await walk(app, { ...REASSURING, place: ['Upper back, between the shoulder blades'], onset: ['Came within seconds or minutes'] }, { until: 'bad' });
    await app.button('Nothing controls it: I cannot sleep, wash or get up').click();
    await expect(danger(page)).toBeVisible();
    await expect(app.heading('How bad was it in the last day?')).toBeVisible();
    await app.button('Daily life goes on').click();
    await expect(app.heading('What makes it worse or better?')).toBeFocused();
    await expect(danger(page)).toBeHidden();
    // Who comes back finds it, and can leave it as it is.
    await page.getByRole('link', { name: 'Back' }).click();
    await expect(app.button('Daily life goes on')).toHaveAttribute('aria-pressed', 'true');
    await app.button('Next').click();
    await expect(app.heading('What makes it worse or better?')).toBeFocused();
  });

  test('its page says why, and it stands above the running spasm', async ({ app, page }) => {
    await app.open();
    await app.begin();
    await app.link(word('now-is-it-dangerous')).click();
    await sign(page).check();
    await app.reload();
    await danger(page).getByRole('link', { name: 'Why, and what to show a clinician' }).click();
    await expect(app.heading(TITLES.emergency)).toBeFocused();
    await expect(page.getByText(/^You said: Pee: new trouble starting, stopping, holding/)).toBeVisible();
    await expect(result(page)).not.toContainText('What may help now');
    const [stored] = await checkups(app);
    const { id } = await app.episode();
    expect(stored).toMatchObject({ urgency: 'emergency', rules: ['cauda-equina'], episode: id });

    await app.reload();
    await expect(app.heading(TITLES.emergency)).toBeVisible();
    await app.goTo(word('routes-now'));
    await app.link(word('alarm-why')).click();
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
    await app.link(word('now-is-it-dangerous')).click();
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
    [FIRST, 'Not sure'],
    ['signs', 'Not sure'],
    ['nerves', 'Not sure'],
  ]) {
    test(`"not sure" is never less, however good the rest sounds (${question})`, async ({ app, page }) => {
      await app.open('#/check');
      await walk(app, { ...REASSURING, [question]: [words] });
      await expect(app.heading(TITLES.urgent)).toBeVisible();
      await expect(result(page)).toContainText(`You said: ${words}`);
    });
  }
});

test.describe('to routine', () => {
  test('pain that lasts: whom to see, by when, the reason with its source, and what may help', async ({ app, page }) => {
    await app.open();
    await app.link(word('now-is-it-dangerous')).click();
    const asked = await walk(app, { ...REASSURING, nerves: ['Pain below the knee'], long: ['6 weeks to under 3 months'], course: ['Comes and goes'] }, { reloadAt: 'long' });
    expect(asked.length).toBeLessThanOrEqual(14);
    await expect(app.heading(TITLES.routine)).toBeFocused();
    const main = result(page);
    await expect(main).toContainText('A doctor or physiotherapist. Sooner if it gets worse');
    await expect(main).toContainText('Check again on Sun 29 Nov');
    const reason = main.getByRole('listitem').filter({ hasText: 'is worth a visit' }).first();
    await expect(reason).toContainText('You said: 6 weeks to under 3 months');
    await reason.getByText('Source').click();
    await expect(reason).toContainText('NHS: Back pain');
    // The day on the published curve, as far as it was said.
    await expect(page.getByRole('img', { name: /You: day 43 to 91\.$/ })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What to watch for' })).toBeVisible();
    await expect(main.getByText(/^Points away from it: Pain below the knee/).first()).toBeVisible();
    await app.reload();
    await expect(app.heading(TITLES.routine)).toBeVisible();
    expect(await checkups(app)).toMatchObject([{ urgency: 'routine', rules: ['lasting'] }]);
  });
});

test('to an emergency by keyboard alone, until help was got', async ({ app, page }) => {
  const { keyboard } = HANDS;
  await app.open();
  await keyboard.press(app.link(word('now-is-it-dangerous')));
  await keyboard.choose(page.getByLabel(/^Both legs or feet: new or worse/));
  await expect(danger(page)).toBeVisible();
  await keyboard.press(app.button('Next'));
  await expect(app.heading()).toBeFocused();
  await expect(danger(page)).toBeVisible();
  await keyboard.press(page.getByRole('navigation').getByRole('link', { name: word('routes-now') }));
  const gotHelp = page.getByRole('button', { name: word('alarm-say-help') });
  await keyboard.press(gotHelp);
  await expect(gotHelp).toBeHidden();
});

for (const [tier, signs, title] of [
  ['urgent', { bad: [/Nothing controls it/] }, TITLES.urgent],
  ['routine', { nerves: ['Pain below the knee'], long: ['6 weeks to under 3 months'], course: ['Comes and goes'] }, TITLES.routine],
]) {
  test(`to ${tier} by keyboard alone`, async ({ app, page }) => {
    await app.open();
    await HANDS.keyboard.press(app.link(word('now-is-it-dangerous')));
    await walk(app, { ...REASSURING, ...signs }, { hand: HANDS.keyboard });
    await expect(app.heading(title)).toBeFocused();
    await expect(page.getByRole('heading', { name: 'What to watch for' })).toBeVisible();
  });
}

test('what the person has is said beside the care that it touches', async ({ app, page }) => {
  await app.open('#/check');
  await walk(app, { ...REASSURING, health: ['Stomach ulcer or gut bleeding, ever'] });
  const card = result(page).getByRole('listitem').filter({ has: page.getByText('Pain relievers without prescription: anti-inflammatories (such as ibuprofen)', { exact: true }) });
  await card.locator('summary').first().click();
  await expect(card).toContainText('ask a pharmacist or doctor before you take this.');
  await expect(card).toContainText('You said: Stomach ulcer or gut bleeding, ever');
});

test('after a check that sent to someone, relief begins with that and shows nothing to do at home', async ({ app, page }) => {
  await app.open('#/check');
  await walk(app, { ...REASSURING, bad: [/Nothing controls it/] });
  await app.open('#/relief');
  await expect(page.getByText('That is what your last check said.')).toBeVisible();
  await expect(page.getByText('Get advice first.')).toBeVisible();
  await expect(page.getByText('Heat', { exact: true })).toBeHidden();
  // A day later it says no more what suits now.
  await app.clock(25 * 60);
  await app.reload();
  await expect(page.getByText('Heat', { exact: true })).toBeVisible();
});

/** Looks at all that a result for home promises. */
async function hasAllOfHome(app) {
  const { page } = app;
  const main = result(page);
  await expect(main).toContainText('None of the warning signs that we asked about. That can’t rule everything out.');
  await expect(main).toContainText('Check again on Wed 25 Nov');

  // What it may come from: the article's five, those that an answer points to with the answer.
  await expect(main.getByText(/^Points toward it: .*A lift, twist or unusual effort/)).toBeVisible();
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
    await HANDS.keyboard.press(app.link(word('now-is-it-dangerous')));
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
    await app.link(word('now-is-it-dangerous')).click();
    // What the spasm has marked is ticked already, and confirmed by going on.
    await walk(app, REASSURING, { reloadAt: 'health', until: 'place' });
    await expect(page.getByRole('checkbox', { name: 'Low back' })).toBeChecked();
    await expect(page.getByRole('checkbox', { name: 'Side, between ribs and hip' })).not.toBeChecked();
    await app.button('Next').click();
    await walk(app, REASSURING);
    await expect(app.heading(TITLES.selfcare)).toBeVisible();
    const [, version] = (await page.getByText(/guide version \d+/).textContent()).match(/guide version (\d+)/);
    const { id } = await app.episode();
    const stored = await checkups(app);
    expect(stored).toMatchObject([{
      v: 5,
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
