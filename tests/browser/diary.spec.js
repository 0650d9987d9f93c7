// The diary and the form of an episode: what is typed is kept, before and after it is saved.
import { expect, test } from './app.js';
import { diary, episode, fullEpisode, many, read, readEpisode } from './records.js';
import { word } from './words.js';

const NOW = '2026-11-22T12:00:00Z';
test.beforeEach(({ app }) => app.clock(NOW));

const bringBack = (app) => app.page.getByRole('button', { name: /^Bring back/ });

test('the newest comes first, by when it started, not by when it was noted', async ({ app }) => {
  await app.seed({
    'unknot/episode/z': episode({ start: '2026-11-01T08:00:00+00:00', end: '2026-11-01T09:00:00+00:00' }),
    'unknot/episode/a': episode({ start: '2026-11-21T08:00:00+00:00', end: '2026-11-21T08:20:00+00:00' }),
    // Ten minutes later than the next one, though its wall clock shows an earlier hour.
    'unknot/episode/b': episode({ start: '2026-11-20T07:10:00-05:00', end: '2026-11-20T08:10:00-05:00' }),
    'unknot/episode/c': episode({ start: '2026-11-20T12:00:00+00:00', end: '2026-11-20T12:30:00+00:00' }),
    'unknot/episode/d': episode({ start: '2025-12-24T18:00:00+00:00', end: '2025-12-24T19:00:00+00:00' }),
  });
  await app.open('#/diary');
  await expect(app.episodes).toContainText(['Sat 21 Nov, 08:00', 'Fri 20 Nov, 07:10', 'Fri 20 Nov, 12:00', 'Sun 1 Nov, 08:00', 'Wed 24 Dec 2025, 18:00']);
  await expect(app.episodes).toHaveCount(5);
});

test('a long diary shows its newest part, and the rest when asked', async ({ app }) => {
  await app.seed(many(50));
  await app.open('#/diary');
  await expect(app.episodes).toHaveCount(30);
  const more = app.page.getByRole('button', { name: /^Show more/ });
  await expect(more).toHaveText('Show more (20 older)');
  await more.click();
  await expect(app.episodes).toHaveCount(50);
  await expect(more).toBeHidden();
});

test('a diary with nothing in it says so', async ({ app }) => {
  await app.open('#/diary');
  await expect(app.page.getByText('Nothing here yet.')).toBeVisible();
  await expect(app.episodes).toHaveCount(0);
});

test('an episode shows everything that is stored, and saving it untouched changes nothing but the count', async ({ app }) => {
  await app.seed({ 'unknot/episode/b': fullEpisode() });
  await app.open();
  await app.openEpisode();
  await expect(app.startField).toHaveValue('2026-11-20T07:40');
  await expect(app.endField).toHaveValue('2026-11-20T08:32');
  await expect(app.intensity(1, 7)).toBeChecked();
  await expect(app.intensity(2, 0)).toBeChecked();
  for (const place of ['Neck, left', 'Lower back, centre', 'Lower back, right']) await expect(app.place(place)).toBeChecked();
  await expect(app.relief('Heat', 7)).toBeChecked();
  await expect(app.page.getByLabel('Heat: what exactly')).toHaveValue('Wheat bag');
  await expect(app.relief('Ice', word('controls-worse'))).toBeChecked();
  await expect(app.notes).toHaveValue('After the garden.');
  await app.saveForm();
  // Seconds and offsets are not cut to what a form's field can show.
  const { 'unknot/device': _, ...texts } = await app.stored();
  expect(read(texts)).toEqual(read({ 'unknot/episode/b': fullEpisode({ rev: 3 }) }));
});

test('every field can be changed, and stays so', async ({ app, page }) => {
  await app.seed({ 'unknot/episode/b': fullEpisode() });
  await app.open();
  await app.openEpisode();
  await app.startField.fill('2026-11-19T21:05');
  await app.endField.fill('2026-11-19T23:15');
  await app.intensity(1, 9).check();
  await page.getByLabel('Time of intensity 1').fill('2026-11-19T21:10');
  await app.button('Remove intensity 2').click();
  await app.button('Add an intensity').click();
  await app.intensity(2, 0).check();
  await page.getByLabel('Time of intensity 2').fill('2026-11-19T23:00');
  await app.place('Neck, left').uncheck();
  await app.place('Buttock, left').check();
  await app.relief('Heat', 0).check();
  await page.getByLabel('Heat: what exactly').fill('Bath');
  await page.getByLabel('Heat: when').fill('2026-11-19T21:30');
  await app.button('Remove Ice').click();
  await app.own(word('now-tried')).fill('Brace');
  await app.own(word('now-tried')).press('Enter');
  await app.relief('Brace', word('controls-worse')).check();
  await app.notes.fill('Moved house.');
  await app.saveForm();
  await expect(app.episodes).toContainText(['Thu 19 Nov, 21:05']);
  await expect(app.episodes).toContainText(['2 h 10 min']);
  await expect(app.episodes).toContainText(['9 → 0']);

  await app.reload();
  expect(readEpisode((await app.stored())['unknot/episode/b'])).toMatchObject({
    v: 4,
    rev: 3,
    live: true,
    start: '2026-11-19T21:05:00+00:00',
    end: '2026-11-19T23:15:00+00:00',
    places: ['low-centre', 'low-right', 'buttock-left'],
    nrs: [['2026-11-19T21:10:00+00:00', 9], ['2026-11-19T23:00:00+00:00', 0]],
    tried: [
      { kind: 'Brace', at: '2026-11-19T21:05:00+00:00', relief: -1 },
      { kind: 'heat', at: '2026-11-19T21:30:00+00:00', relief: 0, what: 'Bath' },
    ],
    notes: 'Moved house.',
  });
  await app.openEpisode();
  await expect(app.notes).toHaveValue('Moved house.');
  await expect(app.intensity(2, 0)).toBeChecked();
  await expect(app.relief('Brace', word('controls-worse'))).toBeChecked();
  await expect(app.place('Neck, left')).not.toBeChecked();
  await expect(page.getByLabel('Time of intensity 2')).toHaveValue('2026-11-19T23:00');
});

test('a tap in the form leaves the keyboard where it is', async ({ app, page }) => {
  await app.seed({ 'unknot/episode/b': fullEpisode() });
  await app.open('#/episode/b');
  for (const control of [app.intensity(1, 3), app.place('Buttock, left'), app.relief('Heat', 1), page.getByRole('checkbox', { name: 'It is still going on' })]) {
    await control.focus();
    await page.keyboard.press('Space');
    await expect(control).toBeChecked();
    await expect(control).toBeFocused();
  }
  await app.notes.focus();
  await page.keyboard.type(' More.');
  await expect(app.notes).toBeFocused();
  await expect(app.notes).toHaveValue(/ More\./);
});

test('what is cleared stays cleared', async ({ app }) => {
  await app.seed({ 'unknot/episode/b': fullEpisode() });
  await app.open();
  await app.openEpisode();
  await app.notes.fill('');
  await app.button('Remove intensity 2').click();
  await app.button('Remove intensity 1').click();
  await app.button('Remove Ice').click();
  await app.button('Remove Heat').click();
  for (const place of ['Neck, left', 'Lower back, centre', 'Lower back, right']) await app.place(place).uncheck();
  await app.saveForm();
  await app.reload();
  const { earlier, ...left } = await app.episode();
  expect(left).toEqual({ id: 'b', ...readEpisode(episode({ rev: 3 })), v: 4 });
  // Each value that was cleared is kept as an earlier one; items by their ids, which are random.
  const seconds = (clock) => Date.parse(`2026-11-20T${clock}Z`) / 1000;
  expect(earlier.map(([code, value]) => [code.replace(/\d{4,}$/, '#'), value]).sort()).toEqual([
    ['N', 'After the garden.'],
    ['P0', undefined], ['P10', undefined], ['P11', undefined],
    ['R#', `${seconds('07:41:10')} 0 7`], ['R#', `${seconds('08:32:00')} 0 0`],
    ['T#', `${seconds('07:50:00')} 0 heat`], ['T#', `${seconds('08:10:00')} 0 ice`],
    ['I#', 'Wheat bag'],
    ['F#', '7'], ['F#', '-1'],
  ].sort());
});

test('a running one can be ended, and an ended one made to run again, in the form', async ({ app, page }) => {
  await app.open();
  await app.begin();
  await app.clock(50);
  await app.openEpisode();
  const goesOn = page.getByRole('checkbox', { name: 'It is still going on' });
  await expect(goesOn).toBeChecked();
  await goesOn.uncheck();
  await app.button('30 min').click();
  await app.saveForm();
  await app.reload();
  await expect(app.episodes).toContainText(['30 min']);
  await app.openEpisode();
  await goesOn.check();
  await app.saveForm();
  await app.reload();
  await expect(app.episodes).toContainText(['running']);
  expect((await app.episode()).end).toBeUndefined();
  await app.goTo(word('routes-now'));
  await expect(app.timer).toHaveText('50:00');
});

test.describe('one from before', () => {
  test('is noted as such, and no timer pretends to have run', async ({ app, page }) => {
    await app.open();
    await app.link(word('now-add-earlier')).click();
    await app.startField.fill('2026-11-21T06:30');
    await app.endField.fill('2026-11-21T07:15');
    await app.intensity(1, 0).check();
    await app.saveForm();
    await expect(app.episodes).toContainText(['Sat 21 Nov, 06:30']);
    await expect(app.episodes).toContainText(['noted later']);
    await app.goTo(word('routes-now'));
    await expect(app.start).toBeVisible();
    await app.reload();
    await expect(app.start).toBeVisible();
    await app.openEpisode();
    await expect(page.getByText('Noted later', { exact: true })).toBeVisible();
    await expect(app.intensity(1, 0)).toBeChecked();
    expect(await app.episode()).toEqual({
      id: expect.any(String),
      v: 4,
      rev: 1,
      live: false,
      start: '2026-11-21T06:30:00+00:00',
      end: '2026-11-21T07:15:00+00:00',
      nrs: [['2026-11-21T06:30:00+00:00', 0]],
    });
  });

  for (const [start, length, from, to] of [
    ['An hour ago', '15 min', '2026-11-22T11:00:00+00:00', '2026-11-22T11:15:00+00:00'],
    ['3 hours ago', '30 min', '2026-11-22T09:00:00+00:00', '2026-11-22T09:30:00+00:00'],
    ['12 hours ago', '1 hour', '2026-11-22T00:00:00+00:00', '2026-11-22T01:00:00+00:00'],
    ['A day ago', '3 hours', '2026-11-21T12:00:00+00:00', '2026-11-21T15:00:00+00:00'],
  ]) {
    test(`by tapping "${start}" and "${length}"`, async ({ app }) => {
      await app.open('#/episode');
      await app.button(start).click();
      await expect(app.button(start)).toHaveAttribute('aria-pressed', 'true');
      await app.button(length).click();
      await app.intensity(1, 4).check();
      await app.saveForm();
      await app.reload();
      expect(await app.episode()).toMatchObject({ start: from, end: to });
    });
  }

  test('while one runs does not end or change that one', async ({ app }) => {
    await app.open();
    await app.begin();
    const [before] = await app.records('episode');
    await app.open('#/episode');
    await app.button('A day ago').click();
    await app.button('1 hour').click();
    await app.intensity(1, 4).check();
    await app.saveForm();
    await app.reload();
    await expect(app.episodes).toHaveCount(2);
    await app.goTo(word('routes-now'));
    await expect(app.running).toBeVisible();
    expect(await app.records('episode')).toContainEqual(before);
  });

  test('an episode can be moved to another day', async ({ app }) => {
    await app.seed({ 'unknot/episode/a': episode(), 'unknot/episode/c': episode({ start: '2026-11-19T08:00:00+00:00', end: '2026-11-19T09:00:00+00:00' }) });
    await app.open();
    await app.openEpisode();
    await app.startField.fill('2026-11-10T07:40');
    await app.endField.fill('2026-11-10T08:32');
    await app.saveForm();
    await app.reload();
    await expect(app.episodes).toContainText(['Thu 19 Nov, 08:00', 'Tue 10 Nov, 07:40']);
  });
});

test.describe('a deleted one', () => {
  /** Nothing of the episode is different; that the deletion was put right at once is kept, as no earlier value. */
  async function same(app) {
    const { earlier, ...back } = read(await app.stored())['unknot/episode/b'];
    expect(back).toEqual(read({ 'unknot/episode/b': fullEpisode({ rev: 4 }) })['unknot/episode/b']);
    expect(earlier.map(([code]) => code)).toEqual(['ZYD']);
    await app.open('#/episode/b');
    await expect(app.notes).toHaveValue('After the garden.');
    await expect(app.page.getByText(/^Earlier values/)).toBeHidden();
  }

  test('can be had back at once', async ({ app, page }) => {
    await app.seed(diary());
    await app.open();
    await app.openEpisode();
    await app.button('Delete this episode').click();
    await expect(page.getByRole('status').filter({ hasText: word('notices-deleted') })).toBeVisible();
    await expect(app.episodes).toHaveCount(1);
    await app.button(word('notices-undo')).click();
    await expect(app.episodes).toHaveCount(2);
    await app.reload();
    await expect(app.episodes).toHaveCount(2);
    await same(app);
  });

  test('stays deleted after a reload, and can be brought back then', async ({ app, page }) => {
    await app.seed({ 'unknot/episode/b': fullEpisode() });
    await app.open();
    await app.openEpisode();
    await app.button('Delete this episode').click();
    await expect(page.getByText('Nothing here yet.')).toBeVisible();
    await app.reload();
    await expect(app.episodes).toHaveCount(0);
    await page.getByText('Deleted (1)').click();
    await bringBack(app).click();
    await expect(app.episodes).toContainText(['Fri 20 Nov, 07:40']);
    await app.reload();
    await expect(app.episodes).toContainText(['Fri 20 Nov, 07:40']);
    await expect(bringBack(app)).toHaveCount(0);
    await same(app);
  });

  test('is not counted, not shown as the last one, and its own page says where to look', async ({ app, page }) => {
    await app.seed({ 'unknot/episode/b': fullEpisode() });
    await app.open('#/episode/b');
    await app.button('Delete this episode').click();
    await app.goTo(word('routes-now'));
    await expect(app.start).toBeVisible();
    await expect(app.lastOne).toBeHidden();
    await app.goTo(word('routes-trends'));
    await expect(page.getByText('Nothing is noted in these days')).toBeVisible();
    await app.open('#/episode/b');
    await expect(app.heading('This episode is not here')).toBeVisible();
  });

  test('that was running does not run on', async ({ app }) => {
    await app.open();
    await app.begin();
    await app.openEpisode();
    await app.button('Delete this episode').click();
    await expect(app.heading(word('routes-diary'))).toBeVisible();
    await app.goTo(word('routes-now'));
    await expect(app.start).toBeVisible();
    await app.begin(); // another one can begin
    await app.goTo(word('routes-diary'));
    await app.page.getByText('Deleted (1)').click();
    await expect(bringBack(app)).toBeVisible();
  });
});

test.describe('a draft', () => {
  const KEPT = 'What you typed here before was kept, and is not saved yet.';

  test('of a new episode is kept over a reload, until it is saved', async ({ app, page }) => {
    await app.open('#/episode');
    await app.startField.fill('2026-11-21T06:30');
    await app.intensity(1, 0).check();
    await app.place('Neck, right').check();
    await app.button('+ Heat').click();
    await app.relief('Heat', 0).check();
    await app.notes.fill('half a sen');
    await app.reload();
    await expect(page.getByText(KEPT)).toBeVisible();
    await expect(app.startField).toHaveValue('2026-11-21T06:30');
    await expect(app.intensity(1, 0)).toBeChecked();
    await expect(app.place('Neck, right')).toBeChecked();
    await expect(app.relief('Heat', 0)).toBeChecked();
    await expect(app.notes).toHaveValue('half a sen');
    expect(await app.records('episode')).toEqual([]);

    await app.endField.fill('2026-11-21T07:00');
    await app.saveForm();
    await app.open('#/episode');
    await app.reload();
    await expect(page.getByText(KEPT)).toBeHidden();
    await expect(app.notes).toHaveValue('');
    expect(await app.records('episode')).toHaveLength(1);
  });

  test('of an episode that is there is kept too, and can be thrown away', async ({ app, page }) => {
    await app.seed({ 'unknot/episode/b': fullEpisode() });
    await app.open('#/episode/b');
    await app.notes.fill('Something else.');
    await app.goTo(word('routes-now'));
    await app.reload();
    await app.openEpisode();
    await expect(page.getByText(KEPT)).toBeVisible();
    await expect(app.notes).toHaveValue('Something else.');
    await app.button('Throw it away').click();
    await expect(app.notes).toHaveValue('After the garden.');
    await expect(page.getByText(KEPT)).toBeHidden();
    await app.reload();
    await expect(page.getByText(KEPT)).toBeHidden();
    await expect(app.notes).toHaveValue('After the garden.');
    expect((await app.stored())['unknot/episode/b']).toBe(fullEpisode());
  });
});

test('10,000 characters of notes, in any script and with any mark, are kept as they are and only ever text', async ({ app, page }) => {
  const marks = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'&amp;\\u0041\\ \u001f\u2028\u2029';
  const words = 'Rücken 🧑‍🤝‍🧑 👨‍👩‍👧‍👦 e\u0301 שלום עולם \u202Eخلف\u202C مرحبا 腰痛 𝕏\n\tzwei  Zeilen \u200f';
  const notes = [...marks + words.repeat(300)].slice(0, 10_000).join('');
  page.on('dialog', () => { throw new Error('a script of the notes ran'); });
  await app.seed({ 'unknot/episode/b': fullEpisode() });
  await app.open();
  await app.openEpisode();
  await app.notes.fill(notes);
  await app.saveForm();
  expect(readEpisode((await app.stored())['unknot/episode/b']).notes).toBe(notes);
  await app.reload();
  await expect(app.episodes).toHaveCount(1);
  await app.openEpisode();
  await expect(app.notes).toHaveValue(notes);
  await app.saveForm();
  expect(readEpisode((await app.stored())['unknot/episode/b']).notes).toBe(notes);
});

test('what was typed survives the deletion of its episode, and its return', async ({ app, page }) => {
  await app.seed({ 'unknot/episode/a': episode() });
  await app.open();
  await app.openEpisode();
  await app.notes.fill('half a sen');
  await app.button('Delete this episode').click();
  await app.button(word('notices-undo')).click();
  await app.openEpisode();
  await expect(app.notes).toHaveValue('half a sen');
});

test('a deleted episode can be deleted for good, and then it is gone from the store', async ({ app, page }) => {
  await app.seed({ 'unknot/episode/a': episode() });
  await app.open();
  await app.openEpisode();
  await app.button('Delete this episode').click();
  await page.getByText('Deleted (1)').click();
  await page.getByRole('button', { name: /^Delete for good/ }).click();
  await page.getByRole('button', { name: word('controls-keep') }).click();
  expect(await app.records('episode')).toHaveLength(1);
  await page.getByRole('button', { name: /^Delete for good/ }).click();
  await page.getByRole('button', { name: /^Yes, delete for good/ }).click();
  await expect(page.getByText(word('notices-deleted-for-good'))).toBeVisible();
  await expect(page.getByText('Deleted (1)')).toBeHidden();
  expect(await app.records('episode')).toEqual([]);
  const left = (await app.stored())['unknot/episode/a'];
  // A checksum, how often it was stored, and stamps.
  expect(left).toMatch(/^\[5,\d+,\d+,"~\d+","",\[\],"\w+(~\d+)?@\w+"\]$/);
  expect(left.length).toBeLessThanOrEqual(48);
});

test('a row in which nothing was said does not keep an episode from being saved', async ({ app }) => {
  await app.open('#/episode');
  await app.button('3 hours ago').click();
  await app.button('30 min').click();
  await app.saveForm();
  expect(await app.episode()).not.toHaveProperty('nrs');
});

test('a draft that a closed tab left is moved, not copied', async ({ app, page }) => {
  const left = 'unknot/draft/new/closed';
  await app.open('#/episode');
  await app.notes.fill('half a sen');
  const own = Object.keys(await app.stored()).find((key) => key.startsWith('unknot/draft/new/'));
  const text = (await app.stored())[own];
  await page.evaluate(([from, to, kept]) => {
    localStorage.removeItem(from);
    localStorage.setItem(to, kept);
  }, [own, left, text]);
  await app.reload();
  await expect(app.notes).toHaveValue('half a sen');
  await app.notes.fill('half a sentence');
  expect(Object.keys(await app.stored()).filter((key) => key.startsWith('unknot/draft/'))).toEqual([own]);
});

test('what is wrong with a time is said beside it, in sight', async ({ app, page }) => {
  await app.open('#/episode');
  await app.save.click();
  await expect(app.startField).toBeFocused();
  await expect(app.startField).toHaveAccessibleDescription('When it started: choose a date and a time.');
  await expect(page.getByText('When it started: choose a date and a time.').first()).toBeInViewport();
});

const MARKS = [
  ['What set it off?', 'Lifting', 'The stairs', 'triggers', 'lifting'],
  ['What does it feel like?', 'Sharp', 'Like a knot', 'qualities', 'sharp'],
  ['What comes with it?', 'Tingling', 'Cold feet', 'symptoms', 'tingling'],
  ['What did it stop you doing?', 'Chores', 'The garden', 'limits', 'chores'],
];

test('what can be ticked is folded, kept, shown beside its question, and can be more than is offered', async ({ app, page }) => {
  await app.seed({ 'unknot/episode/a': episode() });
  await app.open('#/episode/a');
  for (const [question, offered, own] of MARKS) {
    await expect(app.mark(question, offered)).toBeHidden();
    await app.unfold(question);
    await app.mark(question, offered).check();
    await app.own(question).fill(own);
    await app.own(question).press('Enter');
    await expect(app.own(question)).toHaveValue('');
    await expect(app.own(question)).toBeFocused();
    await expect(app.mark(question, own)).toBeChecked();
  }
  await app.unfold('Where did it spread to?');
  for (const part of ['Thigh, left', 'Hand, right']) await app.mark('Where did it spread to?', part).check();
  await app.saveForm();
  await app.reload();
  expect(await app.episode()).toMatchObject({
    ...Object.fromEntries(MARKS.map(([, , own, name, id]) => [name, [id, own].sort()])),
    radiation: 4 + 8192,
  });

  await app.clock(10); // so that a change is no slip
  await app.openEpisode();
  for (const [question, offered, own] of MARKS) {
    await expect(page.getByText(`${own}, ${offered}`)).toBeVisible();
    await app.unfold(question);
    await expect(app.mark(question, own)).toBeChecked();
    // Its tick can be taken away and put back.
    await app.mark(question, own).uncheck();
    await expect(app.mark(question, own)).toBeVisible();
  }
  await expect(page.getByText('Thigh, left · Hand, right')).toBeVisible();
  await app.saveForm();
  await app.openEpisode();
  await page.getByText('Earlier values (4)').click();
  for (const [question, , own] of MARKS) await expect(page.getByRole('listitem').filter({ hasText: `${question}: ${own}` })).toBeVisible();
});

test('items of one\'s own are offered again, in the form and when it eased', async ({ app }) => {
  await app.open('#/episode');
  await app.button('3 hours ago').click();
  await app.button('30 min').click();
  await app.unfold('What set it off?');
  await app.own('What set it off?').fill('The stairs');
  await app.button('Add: What set it off?').click();
  // Half typed when it is saved: it counts too.
  await app.own(word('now-tried')).fill('Warm bath');
  await app.reload();
  await expect(app.own(word('now-tried'))).toHaveValue('Warm bath');
  await app.saveForm();
  expect(await app.episode()).toMatchObject({ triggers: ['The stairs'], tried: [{ kind: 'Warm bath' }] });

  await app.open('#/episode');
  await app.unfold('What set it off?');
  await expect(app.mark('What set it off?', 'The stairs')).not.toBeChecked();
  await app.button('+ Warm bath').click();
  await expect(app.relief('Warm bath', 3)).toBeVisible();
  await app.open();
  await app.begin();
  await app.eased.click();
  await app.tried('Warm bath').check();
  await expect(app.relief('Warm bath', 3)).toBeVisible();
});

test('saving an edit can be undone, unless it was changed again since', async ({ app, page }) => {
  await app.seed({ 'unknot/episode/b': fullEpisode() });
  await app.open('#/episode/b');
  await app.notes.fill('Something else.');
  await app.button('Remove Heat').click();
  await app.button('Remove intensity 1').click();
  await app.saveForm();
  await app.button(word('notices-undo')).click();
  await expect(page.getByText(word('notices-undone'))).toBeVisible();
  await expect(page.getByRole('banner')).toContainText(word('frame-saved'));
  await app.reload();
  const { rev, earlier, ...kept } = await app.episode();
  const { rev: before, v, ...was } = readEpisode(fullEpisode());
  expect(kept).toEqual({ id: 'b', ...was, v: 4, tried: expect.any(Array) });
  expect(kept.tried).toEqual(expect.arrayContaining(was.tried));
  expect(kept.tried).toHaveLength(was.tried.length);

  await app.openEpisode();
  // What stands again is no earlier value.
  await expect(page.getByText(/^Earlier values/)).toBeHidden();
  await app.notes.fill('Once more.');
  await app.saveForm();
  const other = await app.otherTab('#/episode/b');
  await other.notes.fill('From the other tab.');
  await other.saveForm();
  await app.button(word('notices-undo')).click();
  await expect(page.getByText(word('notices-not-undone'))).toBeVisible();
  expect((await app.episode()).notes).toBe('From the other tab.');
});

test('what is removed in the form can be put back, and what was thrown away', async ({ app, page }) => {
  await app.seed({ 'unknot/episode/b': fullEpisode() });
  await app.open('#/episode/b');
  const form = await app.form();
  await app.button('Remove Heat').click();
  await expect(app.relief('Heat', 7)).toBeHidden();
  await app.button(word('notices-undo')).click();
  await app.button('Remove intensity 1').click();
  await app.button(word('notices-undo')).click();
  await expect(app.relief('Heat', 7)).toBeChecked();
  await expect(page.getByLabel('Heat: what exactly')).toHaveValue('Wheat bag');
  expect(await app.form()).toBe(form);

  await app.notes.fill('half a sen');
  await app.reload();
  await app.button('Throw it away').click();
  await expect(app.notes).toHaveValue('After the garden.');
  await app.button(word('notices-undo')).click();
  await expect(app.notes).toHaveValue('half a sen');
  await app.reload();
  await expect(app.notes).toHaveValue('half a sen');
  // Said after the form was left, it changes nothing, and says so.
  await app.button('Remove Ice').click();
  await app.goTo(word('routes-now'));
  await app.button(word('notices-undo')).click();
  await expect(page.getByText('You left the form, so nothing was put back.')).toBeVisible();
});

test('an ended one can be let run again from its page, and that undone', async ({ app, page }) => {
  await app.seed({ 'unknot/episode/b': episode({ start: '2026-11-22T11:00:00+00:00', end: '2026-11-22T11:30:00+00:00' }) });
  await app.open('#/episode/b');
  await app.button('It is not over: let it run again').press('Enter');
  await expect(app.timer).toHaveText('1:00:00');
  await app.button(word('notices-undo')).click();
  await expect(app.lastOne).toContainText('30 min');
  await app.openEpisode();
  await app.button('It is not over: let it run again').click();
  await app.reload();
  await expect(app.timer).toHaveText('1:00:00');
  await page.getByText(word('now-more')).click();
  await app.link(word('now-notes-times-treatments')).click();
  await page.getByText('Earlier values (1)').click();
  await expect(page.getByRole('listitem').filter({ hasText: 'End: Sun 22 Nov, 11:30' })).toBeVisible();
  await expect(app.button('It is not over: let it run again')).toBeHidden();
});

test('the small picture of the list marks what was tapped: left is left', async ({ app }) => {
  const places = ['neck-left', 'low-centre', 'buttock-right'];
  await app.seed({ 'unknot/episode/b': episode({ places }), 'unknot/episode/a': episode({ start: '2026-11-19T08:00:00+00:00', end: '2026-11-19T09:00:00+00:00' }) });
  await app.open('#/diary');
  const marks = await app.episodes.first().locator('rect').evaluateAll((all) => all.map((one) => {
    const [{ left, right, top, bottom }, back] = [one.getBoundingClientRect(), one.closest('svg').getBoundingClientRect()];
    return {
      place: one.dataset.place,
      side: ['left', 'centre', 'right'][Math.floor(3 * ((left + right) / 2 - back.left) / back.width)],
      level: ['neck', 'upper', 'mid', 'low', 'buttock'][Math.floor(5 * ((top + bottom) / 2 - back.top) / back.height)],
    };
  }));
  expect(marks.map(({ place }) => place)).toEqual(places);
  expect(marks.map(({ level, side }) => `${level}-${side}`)).toEqual(places);
  await expect(app.episodes.nth(1).locator('svg')).toHaveCount(0);
});

test('the checks that were done during an episode stand on its page', async ({ app, page }) => {
  await app.seed(diary());
  await app.open('#/episode/b');
  await expect(page.getByRole('heading', { name: 'Checks during it' })).toBeVisible();
  await expect(app.link(/^Check of Fri 20 Nov, 07:45/)).toHaveAttribute('href', '#/checkup/c');
});

test('it is said when a relief was rated', async ({ app, page }) => {
  await app.open();
  await app.begin();
  await app.eased.click();
  await app.tried('Heat').check();
  await app.relief('Heat', 7).check();
  await app.openEpisode();
  await expect(page.getByText('You said that on Sun 22 Nov, 12:00.')).toBeVisible();
  await app.relief('Heat', 3).check();
  await expect(page.getByText('You said that on Sun 22 Nov, 12:00.')).toBeHidden();
});
