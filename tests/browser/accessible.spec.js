// Every screen, and every state that an address alone does not show, with every disclosure open: axe
// in both colour schemes, nothing that sticks out of a narrow phone, and nothing too small to tap.
import { readFileSync } from 'node:fs';
import { accessible, expect, noJournal, test } from './app.js';
import { GUIDE, compact, diary, episode, fullEpisode, many, triggered } from './records.js';
import { person } from './trends_records.js';
import { NOT_SAVED, word, wordLike } from './words.js';

const openAll = (page) => page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));

const backupOf = (records) => JSON.stringify({
  unknot: 'backup',
  version: 1,
  count: Object.keys(records).length,
  records: Object.fromEntries(Object.entries(records).map(([key, text]) => [key, JSON.parse(text)])),
});

/** A stored check-up with these answers; what it says of them is what the app would have stored. */
const checked = (answers, urgency, rules, fields = {}) => ({
  'unknot/checkup/c': JSON.stringify({
    v: 1, rev: 1, started: '2026-11-22T11:00:00+00:00', finished: '2026-11-22T11:02:00+00:00', answers, guide: GUIDE, urgency, rules, ...fields,
  }),
});

const NONE = ['none'];
const CALM = {
  danger: NONE, age: 34, conditions: NONE, place: ['low'], signs: NONE, nerves: ['below-knee'], onset: ['effort', 'sport'], long: ['2w'], course: ['better'], bad: ['mild'], pattern: ['moving', 'rest'], before: ['settled'], tried: ['heat'],
};

/** The ids of the guide's questions, and of those about the person, from their table. */
const QUESTIONS = readFileSync(new URL('../../src/guide/content/questions.rs', import.meta.url), 'utf8')
  .split(/^ {4}Question \{$/m)
  .slice(1)
  .map((question) => ({ id: question.match(/\bid: "(.+)"/)[1], aboutYou: question.includes('profile: true') }));

/** The pages below relief. */
const RELIEF = ['session', 'heat', 'ice', 'movements', 'programme', 'medicine', 'rest', 'therapy', 'prevention', 'reminders'].map((name) => `#/relief/${name}`);

/** Every screen. A new one is added here and nowhere else. */
const SCREENS = ['#/', '#/check', '#/diary', '#/day/2026-11-22', '#/day/2026-11-23', '#/trends', '#/report', '#/relief', ...RELIEF, '#/learn', '#/rules', '#/settings', '#/no-such-page'];

const STATES = {
  'a running spasm': async (app) => {
    await app.open();
    await app.begin();
    await app.howBad(0).check();
    await app.place('Lower back, right').check();
  },
  'a running spasm that lasts longer than usual, with the places as a list': async (app) => {
    await app.seed(many(5));
    await app.open();
    await app.begin();
    await app.place('Neck, left').check();
    await app.button('As a list').click();
    await app.clock(30);
    await expect(app.page.getByText(wordLike('now-longer'))).toBeVisible();
  },
  'a running spasm with a warning from its check': async (app) => {
    await app.seed({
      'unknot/episode/r': JSON.stringify({ v: 1, rev: 1, live: true, start: '2026-11-22T11:00:00+00:00' }),
      ...checked({ danger: ['pee'] }, 'emergency', ['cauda-equina'], { episode: 'r' }),
    });
    await app.open();
    await expect(app.button(word('alarm-say-help'))).toBeVisible();
  },
  'a second start that was prevented': async (app) => {
    await app.install();
    await app.open();
    await app.begin();
    await app.open('#/start');
    await expect(app.page.getByText(wordLike('notices-running-since'))).toBeVisible();
  },
  'what helped': async (app) => {
    await app.open();
    await app.begin();
    await app.eased.click();
    await app.tried('Heat').check();
    await app.relief('Heat', 7).check();
    await app.tried('Ice').check();
  },
  'the last one, on Now, and what is missing of it': async (app) => {
    await app.seed({ 'unknot/episode/a': episode(), 'unknot/episode/b': episode({ rev: 1 }) });
    await app.open();
    await expect(app.button(word('now-missing-add'))).toBeVisible();
  },
  'what is missing of the last one': async (app) => {
    await app.seed({ 'unknot/episode/b': episode() });
    await app.open();
    await app.button(word('now-missing-add')).click();
    await expect(app.place('Neck, left')).toBeVisible();
  },
  'a running spasm that may have been forgotten': async (app) => {
    await app.seed({ ...many(5), 'unknot/episode/r': JSON.stringify({ v: 1, rev: 1, live: true, start: '2026-11-21T08:00:00+00:00' }) });
    await app.open();
    await expect(app.button(word('now-over-not'))).toBeVisible();
  },
  'two running spasms, and a number to take back': async (app) => {
    await app.seed(Object.fromEntries(['10', '20'].map((minute) => [
      `unknot/episode/r${minute}`,
      JSON.stringify({ v: 1, rev: 1, live: true, start: `2026-11-22T11:${minute}:00+00:00` }),
    ])));
    await app.open();
    await app.howBad(4).check();
    await expect(app.button(word('now-which-join'))).toBeVisible();
    await expect(app.button(word('now-undo-number.label'))).toBeVisible();
  },
  'an episode with items of one\'s own and earlier values': async (app) => {
    await app.seed(diary());
    await app.open('#/episode/b');
    await app.unfold('What set it off?');
    await app.own('What set it off?').fill('The stairs of the old house');
    await app.own('What set it off?').press('Enter');
    await app.notes.fill('Other notes.');
    await app.saveForm();
    await app.openEpisode();
    await expect(app.page.getByText('Earlier values (1)')).toBeVisible();
  },
  'the emergency card': async (app) => {
    await app.open('#/check');
    await app.tickSign();
    await expect(app.page.getByRole('region', { name: 'Get emergency help now' })).toBeVisible();
  },
  'the emergency card of a region, with what too much medicine adds': async (app) => {
    await app.seed({ 'unknot/region': 'uk' });
    await app.open('#/check');
    await app.tickDetail(/^Medicine/, /^More painkiller than/);
    await expect(app.page.getByRole('link', { name: '116 123' })).toBeVisible();
  },
  'a question without an answer': async (app) => {
    await app.open('#/check');
    await app.button('Next').click();
    await expect(app.alert.filter({ hasText: 'Choose an answer first.' })).toBeVisible();
  },
  'a number that is none': async (app) => {
    await app.open('#/check/a/age');
    await app.page.getByRole('textbox').fill('old');
    await expect(app.page.getByText('A whole number')).toBeVisible();
  },
  'a result: emergency': async (app) => {
    await app.seed(checked({ danger: ['pee', 'both-legs'] }, 'emergency', ['cauda-equina', 'both-legs', 'both-legs-any']));
    await app.open('#/checkup/c');
    await expect(app.heading('Get emergency help now')).toBeVisible();
  },
  'a result: urgent': async (app) => {
    await app.seed(checked({ ...CALM, bad: ['severe'] }, 'urgent', ['severe']));
    await app.open('#/checkup/c');
    await expect(app.heading('Get advice today')).toBeVisible();
  },
  'a result: routine': async (app) => {
    await app.seed(checked({ ...CALM, course: ['worse'] }, 'routine', ['worsening']));
    await app.open('#/checkup/c');
    await expect(app.heading('See someone in the coming days or weeks')).toBeVisible();
  },
  'a result: self-care': async (app) => {
    await app.seed(checked(CALM, 'selfcare', []));
    await app.open('#/checkup/c');
    await expect(app.page.getByRole('heading', { name: 'What may help now' })).toBeVisible();
  },
  'a check that is not finished': async (app) => {
    await app.seed(checked({ danger: NONE }, 'selfcare', [], { finished: undefined }));
    await app.open('#/checkup/c');
    await expect(app.heading('Not finished yet')).toBeVisible();
  },
  'a diary with everything in it': async (app) => {
    await app.seed({ ...diary(), ...many(40) });
    await app.open('#/diary');
    await expect(app.page.getByText('can’t be read')).toBeVisible();
  },
  'a diary with every kind of day, filtered': async (app) => {
    await app.seed({
      ...diary(),
      'unknot/episode/f': episode({ start: '2026-11-03T22:00:00+00:00', end: '2026-11-05T02:00:00+00:00', nrs: [['2026-11-03T22:10:00+00:00', 10], ['2026-11-04T10:10:00+00:00', 0]] }),
      'unknot/day/2026-11-10': compact(1, [1, 1]),
      'unknot/day/2026-11-11': compact(1, [1, 0, 0]),
      'unknot/peg': 'on',
      'unknot/roland-morris': 'on',
    });
    await app.open('#/diary');
    await app.page.getByText('Filter', { exact: true }).click();
    await app.page.getByLabel('Words in it').fill('garden');
    await expect(app.page.getByText('Found: 1 of 3 episodes.')).toBeVisible();
  },
  'an episode that is asked about before it is deleted for good': async (app) => {
    await app.seed(diary());
    await app.open('#/diary');
    await app.page.getByText('Deleted (1)').click();
    await app.page.getByRole('button', { name: /^Delete for good/ }).click();
    await expect(app.page.getByRole('button', { name: /^Yes, delete for good/ })).toBeVisible();
  },
  'a day with everything in it, both questionnaires included': async (app) => {
    await app.seed({
      'unknot/episode/b': fullEpisode(),
      'unknot/episode/t': triggered('2026-11-22T08:00:00Z', ['rain']),
      'unknot/day/2026-11-15': compact(1, [1, 0, 3, [], [], null, null, null, null, [6, 6, 6], 255]),
      'unknot/day/2026-11-22': compact(1, [1, 1, 7, ['rain'], ['stress'], 0, 10, 5, 2, [2, 2, 2], 1, ['new chair'], [], 'Words.']),
      'unknot/peg': 'on',
      'unknot/roland-morris': 'on',
    });
    await app.open('#/day/2026-11-22');
    await expect(app.page.getByText('may be a real change.').first()).toBeVisible();
  },
  'a deletion, just now': async (app) => {
    await app.seed(diary());
    await app.open('#/episode/b');
    await app.button('Delete this episode').click();
    await expect(app.button(word('notices-undo'))).toBeVisible();
  },
  'an episode with everything in it': async (app) => {
    await app.seed(diary());
    await app.open('#/episode/b');
    await expect(app.notes).toHaveValue('After the garden.');
  },
  'a form with errors': async (app) => {
    await app.open('#/episode');
    await app.startField.fill('2027-11-21T10:00');
    await app.endField.fill('2026-11-21T09:00');
    await app.save.click();
    await expect(app.alert).toContainText('Not saved yet.');
  },
  'a form that asks which of two times': async (app) => {
    await app.open('#/episode');
    await app.startField.fill('2026-10-25T01:30');
    await app.save.click();
    await expect(app.page.getByRole('group', { name: 'Which one?' })).toBeVisible();
  },
  'a draft that was kept': async (app) => {
    await app.open('#/episode');
    await app.notes.fill('half a sen');
    await app.reload();
    await expect(app.button('Throw it away')).toBeVisible();
  },
  'the question before erasing': async (app) => {
    await app.open('#/settings');
    await app.button(word('settings-erase-all')).click();
    await expect(app.button(word('settings-erase-yes'))).toBeVisible();
  },
  'the look at a file before it is restored': async (app) => {
    await app.open('#/settings');
    await app.chooseBackup(backupOf({ 'unknot/episode/b': fullEpisode() }));
    await expect(app.button(word('restore-do'))).toBeVisible();
  },
  'the look at a file with a choice in it': async (app) => {
    await app.seed({ 'unknot/episode/b': fullEpisode({ rev: 3, deleted: '2026-11-21T13:00:00+00:00' }) });
    await app.open('#/settings');
    await app.chooseBackup(backupOf({ 'unknot/episode/a': fullEpisode(), 'unknot/episode/b': fullEpisode() }));
    await expect(app.page.getByRole('radio', { name: word('restore-keep-all') })).toBeVisible();
  },
  'the look at another app’s table': async (app) => {
    await app.open('#/settings');
    await app.chooseTable('Started,A heading that is rather long for one column of a table,Notes\n03/04/2026 10:00,,x\nsometime,,y\n');
    await app.page.getByRole('radio', { name: '3 April' }).check();
    await expect(app.button(word('restore-do'))).toBeVisible();
  },
  'what Safari deletes after seven days': async (app) => {
    await app.page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'vendor', { get: () => 'Apple Computer, Inc.' }));
    await app.open('#/settings');
    await expect(app.page.getByText(word('backup-seven-days'))).toBeVisible();
  },
  'the reminder of a backup': async (app) => {
    await app.seed({ 'unknot/episode/a': fullEpisode({ rev: 20 }) });
    await app.open();
    await expect(app.button(word('backup-save'))).toBeVisible();
  },
  'a file that was refused': async (app) => {
    await app.open('#/settings');
    await app.chooseBackup('not a backup');
    await expect(app.alert.filter({ hasText: wordLike('restore-wrong') })).toBeVisible();
  },
  'a store that is blocked': async (app) => {
    await app.page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } }));
    await app.page.addInitScript(noJournal);
    await app.open();
    await app.start.click();
    await expect(app.page.getByText(NOT_SAVED).first()).toBeVisible();
  },
  'the question about an early tap': async (app) => {
    await app.seed({
      'unknot/episode/r': JSON.stringify({ v: 1, rev: 1, live: true, start: '2026-11-22T11:00:00+00:00' }),
      'unknot/early/a-aaaa': '2026-11-22T11:30:00+00:00',
    });
    await app.open();
    await expect(app.button(word('frame-early-new'))).toBeVisible();
  },
  'trends with something to count': async (app) => {
    await app.seed(person(120));
    await app.open('#/trends');
    await app.page.getByRole('radio', { name: '90 days' }).check();
    await expect(app.page.getByRole('heading', { name: 'What sets it off' })).toBeVisible();
  },
  'trends of own days': async (app) => {
    await app.seed(many(6));
    await app.open('#/trends');
    await app.page.getByRole('radio', { name: 'Own' }).check();
    await expect(app.page.getByLabel('From', { exact: true })).toHaveValue('2026-11-16');
  },
  'the question whether this is still right': async (app) => {
    await app.seed({ 'unknot/profile/me': JSON.stringify({ v: 1, rev: 1, answers: { age: 38, conditions: ['diabetes'] } }) });
    await app.open('#/check/a/age');
    await expect(app.heading('Is this still right?')).toBeVisible();
  },
  'an emergency above another page': async (app) => {
    await app.seed(checked({ danger: ['pee'] }, 'emergency', ['cauda-equina']));
    await app.open('#/trends');
    await expect(app.button(word('alarm-say-mistake'))).toBeVisible();
  },
  'the page for a clinician': async (app) => {
    await app.seed(checked(CALM, 'selfcare', []));
    await app.open('#/checkup/c/sheet');
    await expect(app.heading('Back pain check, for a clinician')).toBeVisible();
  },
};

// Every screen, as a first visit finds it.
for (const screen of SCREENS) STATES[screen] = (app) => app.open(screen);

for (const { id, aboutYou } of QUESTIONS) {
  STATES[`the question "${id}"`] = (app) => app.open(`#/check/a/${id}`);
  if (aboutYou) STATES[`the question "${id}", from Settings`] = (app) => app.open(`#/about/${id}`);
}

/** What reaches beyond the right edge of the page. */
const sticksOut = (page) => page.evaluate(() => (document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
  .filter((one) => one.getBoundingClientRect().right > innerWidth)
  .map((one) => one.outerHTML.slice(0, 200))));

/** What can be tapped and is smaller than a finger; of a box in a label, that is the label. A link in a sentence is as high as its line. */
const tooSmall = (page) => page.evaluate(() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter((one) => one.checkVisibility())
  .filter((one) => !(one.matches('a') && getComputedStyle(one).display === 'inline' && one.parentElement.innerText !== one.innerText))
  .map((one) => [one, (one.closest('label') ?? one).getBoundingClientRect()])
  .filter(([, { width, height }]) => width < 43.9 || height < 43.9)
  .map(([one, { width, height }]) => `${width} x ${height}: ${one.outerHTML.slice(0, 200)}`));

for (const [state, reach] of Object.entries(STATES)) {
  test(`${state}: axe finds nothing, all of it fits, and every target is large enough`, async ({ app, page }) => {
    await app.clock('2026-11-22T12:00:00Z');
    await reach(app);
    await openAll(page);
    // Without motion, so that no colour is caught on its way to another.
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    expect(await accessible(page)).toBeGreaterThan(10);
    // The rest is the same in the dark.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await accessible(page, ['color-contrast'])).toBe(1);

    expect(await tooSmall(page)).toEqual([]);
    for (const [width, letters] of [[320, '100%'], [390, '200%'], [320, '200%']]) {
      await page.setViewportSize({ width, height: 844 });
      await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, letters);
      expect(await sticksOut(page), `${width} pixels, letters ${letters}`).toEqual([]);
    }
  });
}

test('every question of the guide is among them', async ({ app, page }) => {
  await app.open('#/rules');
  const section = page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: 'Questions', exact: true }) });
  await expect(section.getByRole('heading', { level: 3 })).toHaveCount(QUESTIONS.length);
});

test('axe finds nothing in the shell', async ({ page }) => {
  await page.route('**/*.wasm', () => {}); // never answered: the shell stays
  await page.goto('./', { waitUntil: 'commit' });
  await page.getByRole('button', { name: word('now-start') }).click();
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await accessible(page);
  }
});
