// The guide, from the start to each kind of end, by touch and by keyboard, with a reload midway.
import { expect, test } from './app.js';
import { FIRST, HANDS, REASSURING, TITLES, checkups, danger, line, result, sign, walk } from './interview.js';
import { word } from './words.js';

test.beforeEach(({ app }) => app.clock('2026-11-22T01:31:07Z'));

test.describe('to an emergency', () => {
  test('the card comes with the tick, with every country, and goes with it', async ({ app, page }) => {
    await app.open();
    await app.link(word('now-is-it-dangerous')).click();
    await expect(app.heading('Is any of this new in the last 2 weeks, or happening now?')).toBeVisible();
    await expect(danger(page)).toBeHidden();
    await app.tickSign();
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

    await line(page).uncheck();
    await expect(card).toBeHidden();
    await app.reload();
    await expect(line(page)).not.toBeChecked();
    await expect(card).toBeHidden();
  });

  test('every sign of the danger check shows the card by itself, or asks more below it', async ({ app, page }) => {
    await app.open('#/check');
    // What is less than an emergency alone, by the words that it begins with.
    const less = ['Not sure', 'Only that', 'Hands clumsy', 'Both hands', 'A newly weak', 'Only sore', 'Widespread', 'Low back pain only', 'A sharp pain', 'One sore', 'Sudden, very bad low', 'Other sudden', 'Sudden, but', 'Not sudden',
      'New one-sided', 'New, very bad headache', 'Over 50', 'Fever of 38', 'Shivering', 'Fever earlier', 'Neck hurt by', 'A higher fall', 'A slip', 'A few stairs', 'My head', 'A swelling', 'Two with the same painkiller, together', 'A new medicine',
      'Late period', 'Epidural or spinal injection in the last 6 weeks: fever', 'Pregnant and well'];
    const lines = page.locator('.line');
    await expect(lines).toHaveCount(9);
    let seen = 0;
    for (const one of await lines.all()) {
      const own = one.getByRole('checkbox').first();
      await own.check();
      await expect(danger(page)).toBeHidden();
      await expect(page.getByRole('region', { name: TITLES.urgent })).toBeVisible();
      const details = one.getByRole('group').getByRole('checkbox');
      const names = await details.evaluateAll((all) => all.map(({ labels }) => labels[0].textContent.trim()));
      expect(names.length).toBeGreaterThan(4);
      for (const name of names.filter((words) => !less.some((begin) => words.startsWith(begin)))) {
        const detail = one.getByRole('group').getByLabel(name, { exact: true });
        await detail.check();
        await expect(danger(page), name).toBeVisible();
        await detail.uncheck();
        await expect(danger(page), name).toBeHidden();
        seen += 1;
      }
      await own.uncheck();
      await expect(page.getByRole('region', { name: TITLES.urgent })).toBeHidden();
    }
    expect(seen).toBeGreaterThan(35);
  });

  test('the details of a line stand right below it, keep the focus, and go with it', async ({ app, page }) => {
    await app.open('#/check');
    const lead = page.getByRole('checkbox', { name: /^Accident or fall/ });
    const more = page.getByRole('group', { name: /^Accident or fall/ }).getByRole('checkbox');
    await HANDS.keyboard.choose(lead);
    await expect(more).toHaveCount(11);
    await page.keyboard.press('Tab');
    await expect(more.first()).toBeFocused();
    await page.keyboard.press('Space');
    await expect(more.first()).toBeFocused();
    await expect(danger(page)).toBeVisible();
    await app.reload();
    await expect(more.first()).toBeChecked();
    await expect(lead).toBeChecked();
    await lead.uncheck();
    await expect(more).toHaveCount(0);
    await expect(danger(page)).toBeHidden();
  });

  test('who is pregnant is asked about that in the danger check, at each check', async ({ app, page }) => {
    await app.open('#/check');
    const lead = page.getByRole('checkbox', { name: /^Pregnant, a late period/ });
    await lead.check();
    // Alone it is a doubt, and sends to the maternity unit.
    await expect(page.getByRole('region', { name: TITLES.urgent })).toContainText('Your maternity unit or midwife');
    await page.getByRole('checkbox', { name: 'Only that, none of these: pregnant, or might be' }).check();
    await expect(page.getByRole('region', { name: TITLES.urgent })).toBeHidden();
    await app.button('Next').click();
    await expect(app.heading('How old are you?')).toBeFocused();
    await page.getByRole('link', { name: 'Back' }).click();
    await page.getByRole('checkbox', { name: 'Pregnant: fainting, swollen face or hands' }).check();
    await expect(danger(page)).toContainText('Your maternity unit or midwife');
    await app.reload();
    await expect(danger(page)).toBeVisible();
    // A day later it is asked anew: nothing of it is remembered.
    await app.clock(60 * 24);
    await app.open('#/check');
    await expect(lead).not.toBeChecked();
  });

  test('what a spasm has marked can be unticked', async ({ app, page }) => {
    await app.open();
    await app.begin();
    await app.place('Lower back, right').check();
    await app.link(word('now-is-it-dangerous')).click();
    const low = page.getByRole('checkbox', { name: 'Low back', exact: true });
    await expect(low).toBeChecked();
    await expect(sign(page)).toBeVisible();
    await low.uncheck();
    await expect(low).not.toBeChecked();
    await expect(sign(page)).toBeHidden();
    await app.button('None of these').click();
    expect((await checkups(app))[0].answers).toEqual({ danger: ['none'] });
  });

  test('an only answer that brings an emergency stays in view with its card; the last one goes on', async ({ app, page }) => {
    await app.open('#/check');
    await walk(app, { ...REASSURING, conditions: ['Sickle cell disease'] }, { until: 'long' });
    await app.button('Under 2 weeks').click();
    await app.button('Just begun').click();
    await app.button('Nothing controls it: no sleep, washing or getting up').click();
    await expect(danger(page)).toBeVisible();
    await expect(app.heading('How long, this time?')).toBeVisible();
    await app.button('Daily life goes on').click();
    await expect(danger(page)).toBeHidden();
    await app.button('Next').click();
    await expect(app.heading('Legs: does any fit?')).toBeFocused();
    // Who comes back finds it, and can leave it as it is.
    await page.getByRole('link', { name: 'Back' }).click();
    await expect(app.button('Daily life goes on')).toHaveAttribute('aria-pressed', 'true');
    await app.button('Next').click();
    await expect(app.heading('Legs: does any fit?')).toBeFocused();
  });

  test('its page says why, and it stands above the running spasm', async ({ app, page }) => {
    await app.open();
    await app.begin();
    await app.link(word('now-is-it-dangerous')).click();
    await app.tickSign();
    await app.reload();
    await danger(page).getByRole('link', { name: 'Why, and what to show a clinician' }).click();
    await expect(app.heading(TITLES.emergency)).toBeFocused();
    await expect(page.getByText(/^You said: Pee: hard to start, stop, hold or feel/)).toBeVisible();
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
    await walk(app, { ...REASSURING, onset: undefined }, { until: 'nerves' });
    await page.getByRole('checkbox', { name: 'Pee dark as cola' }).check();
    await expect(danger(page)).toBeHidden();
    await page.getByRole('checkbox', { name: 'Muscles very sore' }).check();
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
    const asked = await walk(app, { ...REASSURING, nerves: ['Pain below knee'], long: ['6 weeks to 3 months'], course: ['Comes and goes'] }, { reloadAt: 'long' });
    expect(asked.length).toBeLessThanOrEqual(7);
    await expect(app.heading(TITLES.routine)).toBeFocused();
    const main = result(page);
    await expect(main).toContainText('A doctor or physiotherapist. Sooner if it gets worse');
    await expect(main).toContainText('Check again on Sun 29 Nov');
    const reason = main.getByRole('listitem').filter({ hasText: 'is worth a visit' }).first();
    await expect(reason).toContainText('You said: 6 weeks to 3 months');
    await reason.getByText('Source').click();
    await expect(reason).toContainText('NHS: Back pain');
    // The day on the published curve, as far as it was said.
    await expect(page.getByRole('img', { name: /You: day 43 to 91\.$/ })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What to watch for' })).toBeVisible();
    await expect(main.getByText(/^Points away from it: Pain below knee/).first()).toBeVisible();
    await app.reload();
    await expect(app.heading(TITLES.routine)).toBeVisible();
    expect(await checkups(app)).toMatchObject([{ urgency: 'routine', rules: ['lasting'] }]);
  });
});

test('to an emergency by keyboard alone, until help was got', async ({ app, page }) => {
  const { keyboard } = HANDS;
  await app.open();
  await keyboard.press(app.link(word('now-is-it-dangerous')));
  // The heading gets the focus with the next frame: a key before that would be lost.
  await expect(app.heading()).toBeFocused();
  await keyboard.choose(page.getByRole('checkbox', { name: /^Both legs, hands or balance/ }));
  await keyboard.choose(page.getByRole('checkbox', { name: /^Both legs or feet: new or worse/ }));
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
  ['routine', { nerves: ['Pain below knee'], long: ['6 weeks to 3 months'], course: ['Comes and goes'] }, TITLES.routine],
]) {
  test(`to ${tier} by keyboard alone`, async ({ app, page }) => {
    await app.open();
    await HANDS.keyboard.press(app.link(word('now-is-it-dangerous')));
    await expect(app.heading()).toBeFocused();
    await walk(app, { ...REASSURING, ...signs }, { hand: HANDS.keyboard });
    await expect(app.heading(title)).toBeFocused();
    await expect(page.getByRole('heading', { name: 'What to watch for' })).toBeVisible();
  });
}

test('what the person has is said beside the care that it touches', async ({ app, page }) => {
  await app.open('#/check');
  await walk(app, { ...REASSURING, conditions: ['Daily aspirin, clopidogrel, or bleeding problem'] });
  const card = result(page).getByRole('listitem').filter({ has: page.getByText('Pain relievers without prescription: anti-inflammatories (such as ibuprofen)', { exact: true }) });
  await card.locator('summary').first().click();
  await expect(card).toContainText('ask a pharmacist or doctor before you take this.');
  await expect(card).toContainText('You said: Daily aspirin, clopidogrel, or bleeding problem');
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
    await expect(app.heading('Is any of this new in the last 2 weeks, or happening now?')).toBeFocused();
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
    await expect(page.getByRole('checkbox', { name: 'Low back', exact: true })).toBeChecked();
    await expect(page.getByRole('checkbox', { name: 'Side', exact: true })).not.toBeChecked();
    await walk(app, { ...REASSURING, place: undefined }, { reloadAt: 'age' });
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
