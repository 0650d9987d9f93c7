// The start: one tap begins an episode, a few more tell of it, and none of it is lost.
import { expect, test } from './app.js';
import { episode, many } from './records.js';
import { word, wordLike } from './words.js';

const LEVELS = ['Neck', 'Upper back', 'Middle back', 'Lower back', 'Buttock'];
const SIDES = ['left', 'centre', 'right'];
const PLACES = LEVELS.flatMap((level) => SIDES.map((side) => `${level}, ${side}`));
const IDS = ['neck', 'upper', 'mid', 'low', 'buttock'].flatMap((level) => SIDES.map((side) => `${level}-${side}`));

/** Treatments in the order of their names. */
const byName = (tried) => tried.toSorted((a, b) => (`${a.kind} ${a.what}` < `${b.kind} ${b.what}` ? -1 : 1));

test.beforeEach(({ app }) => app.clock('2026-11-22T01:31:07Z'));

test('one tap starts it: stored, then shown, and still there after a reload', async ({ app, page }) => {
  // At each write: whether the page showed the running spasm already.
  await page.addInitScript((words) => {
    window.shownWhenStored = [];
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function watched(key, text) {
      if (key.startsWith('unknot/episode/')) window.shownWhenStored.push(document.body.innerText.includes(words));
      setItem.call(this, key, text);
    };
  }, word('now-eased'));
  await app.open();
  await app.start.click();
  await expect(app.heading(word('now-since', { when: 'Sun 22 Nov, 01:31' }))).toBeVisible();
  await expect(app.start).toBeHidden();
  expect(await page.evaluate(() => window.shownWhenStored)).toEqual([false]);
  expect(await app.episode()).toEqual({
    id: expect.stringMatching(/^[0-9a-z]+-[0-9a-z]{4}$/),
    v: 4,
    rev: 1,
    live: true,
    start: '2026-11-22T01:31:07+00:00',
  });

  await app.reload();
  await expect(app.heading(word('now-since', { when: 'Sun 22 Nov, 01:31' }))).toBeVisible();
  expect(await app.records('episode')).toHaveLength(1);
});

test('no pain at all is a value: 0 is shown and kept', async ({ app, page }) => {
  await app.open();
  await app.begin();
  await app.howBad(0).check();
  await expect(page.getByRole('status').filter({ hasText: '0 at 01:31' })).toBeVisible();
  await app.reload();
  await expect(app.howBad(0)).toBeChecked();
  await expect(page.getByRole('status').filter({ hasText: '0 at 01:31' })).toBeVisible();
  expect((await app.episode()).nrs).toEqual([['2026-11-22T01:31:07+00:00', 0]]);

  await app.eased.click();
  await app.button(word('controls-done')).click();
  await expect(app.lastOne).toContainText('under a minute · 0');
  await app.goTo(word('routes-diary'));
  await expect(app.episodes).toContainText(/under a minute\W*0$/);
  await app.openEpisode();
  await expect(app.intensity(1, 0)).toBeChecked();
});

test('several numbers over time are all kept; one within two minutes corrects the last', async ({ app, page }) => {
  await app.open();
  await app.begin();
  await app.howBad(7).check();
  await app.clock(10);
  await app.howBad(4).check();
  await app.clock(1);
  await app.howBad(3).check();
  await app.clock(5);
  await app.howBad(0).check();
  await app.reload();
  const said = [[7, '01:31'], [3, '01:41'], [0, '01:47']].map(([severity, time]) => word('now-reading', { severity, time }));
  await expect(page.getByText(word('now-readings', { readings: said.join(', ') }))).toBeVisible();
  await expect(app.howBad(0)).toBeChecked();
  expect((await app.episode()).nrs).toEqual([
    ['2026-11-22T01:31:07+00:00', 7],
    ['2026-11-22T01:41:07+00:00', 3],
    ['2026-11-22T01:47:07+00:00', 0],
  ]);
});

test('the picture and the list of places mark the same, each of the fifteen', async ({ app }) => {
  await app.open();
  await app.begin();
  for (const [n, words] of PLACES.entries()) {
    await app.place(words).check();
    expect((await app.episode()).places).toEqual(IDS.slice(0, n + 1));
  }
  await app.button('As a list').click();
  for (const words of PLACES) await expect(app.place(words)).toBeChecked();
  for (const words of PLACES.filter((place) => place !== 'Neck, left' && place !== 'Lower back, right')) await app.place(words).uncheck();
  await app.button('As a picture').click();

  await app.reload();
  for (const words of PLACES) {
    await expect(app.place(words)).toBeChecked({ checked: words === 'Neck, left' || words === 'Lower back, right' });
  }
  await expect(app.page.getByRole('group', { name: 'Where?' }).getByRole('status')).toHaveText('Neck, left · Lower back, right');
  expect((await app.episode()).places).toEqual(['neck-left', 'low-right']);
});

test('on the picture left is left, and the neck is at the top', async ({ app }) => {
  await app.open();
  await app.begin();
  let above = -1;
  for (const level of LEVELS) {
    const [left, centre, right] = await Promise.all(SIDES.map((side) => app.place(`${level}, ${side}`).boundingBox()));
    expect(left.x + left.width).toBeLessThanOrEqual(centre.x);
    expect(centre.x + centre.width).toBeLessThanOrEqual(right.x);
    expect(left.y).toBeGreaterThan(above);
    expect(centre.y).toBe(left.y);
    above = left.y + left.height;
  }
});

test('it eased: what was tried, how much it helped, and how bad it is now', async ({ app }) => {
  await app.open();
  await app.begin();
  await app.clock(52);
  await app.eased.click();
  await expect(app.heading(word('now-eased-after', { length: '52 min' }))).toBeVisible();
  await app.tried('Heat').check();
  await app.relief('Heat', 7).check();
  await app.tried('Ice').check();
  await app.relief('Ice', word('controls-worse')).check();
  await app.tried('Rest').check();
  await app.relief('Rest', 0).check();
  await app.tried('Massage').check();
  await app.tried('Massage').uncheck(); // tapped by mistake
  await app.key(word('now-how-bad-after'), 2).check();
  await app.button(word('controls-done')).click();
  await expect(app.lastOne).toContainText('52 min');

  await app.reload();
  const at = '2026-11-22T02:23:07+00:00';
  const stored = await app.episode();
  expect(stored).toMatchObject({ end: at, nrs: [[at, 2]] });
  // Nobody said when: at the start, so that what came of it can be told. Those of one moment stand in no order.
  const begun = '2026-11-22T01:31:07+00:00';
  expect(byName(stored.tried)).toEqual([['heat', 7], ['ice', -1], ['rest', 0]].map(([kind, relief]) => ({ kind, at: begun, relief })));
  await app.openEpisode();
  await expect(app.relief('Heat', 7)).toBeChecked();
  await expect(app.relief('Ice', word('controls-worse'))).toBeChecked();
  await expect(app.relief('Rest', 0)).toBeChecked();
});

test('a spasm of a minute keeps its first number beside the one at its end', async ({ app, page }) => {
  await app.open();
  await app.begin();
  await app.howBad(9).check();
  await app.clock(1);
  await app.eased.click();
  const atTheEnd = (number) => app.key(word('now-how-bad-after'), number);
  await atTheEnd(1).check();
  await expect(atTheEnd(1)).toBeChecked();
  // Said later, it is still that of the end; another number corrects it.
  await app.clock(1);
  await atTheEnd(2).check();
  await expect(atTheEnd(2)).toBeChecked();
  expect((await app.episode()).nrs).toEqual([['2026-11-22T01:31:07+00:00', 9], ['2026-11-22T01:32:07+00:00', 2]]);
  await app.button(word('controls-done')).click();
  await expect(app.lastOne).toContainText('1 min · 9 → 2');
});

test('what was typed of a medicine stays, and each of two is rated by itself', async ({ app, page }) => {
  const at = '2026-11-22T01:10:00+00:00';
  const tried = [{ kind: 'medicine', at, what: 'Ibuprofen 400 mg' }, { kind: 'medicine', at, what: 'Paracetamol' }, { kind: 'heat', at }];
  await app.seed({ 'unknot/episode/a': JSON.stringify({ v: 1, rev: 2, live: true, start: '2026-11-22T01:00:00+00:00', tried }) });
  await app.open();
  await app.eased.click();
  await app.tried('Medicine').click();
  await expect(page.getByText(word('now-tried-stays', { treatment: 'Medicine' }))).toBeVisible();
  await expect(app.tried('Medicine')).toBeChecked();
  await app.relief('Medicine, Ibuprofen 400 mg', 7).check();
  await app.relief('Medicine, Paracetamol', 0).check();
  await expect(app.relief('Medicine, Ibuprofen 400 mg', 7)).toBeChecked();
  // What was only ticked is taken back by a tap.
  await app.tried('Heat').uncheck();
  await app.reload();
  const [ibuprofen, paracetamol] = tried;
  expect(byName((await app.episode()).tried)).toEqual([{ ...ibuprofen, relief: 7 }, { ...paracetamol, relief: 0 }]);
});

test('a tap changes what it should, and leaves the keyboard where it is', async ({ app, page }) => {
  const press = async (control) => {
    await control.focus();
    await page.keyboard.press('Space');
    await expect(control).toBeChecked();
    await expect(control).toBeFocused();
  };
  await app.open();
  await app.begin();
  await app.button('As a list').click();
  await press(app.howBad(4));
  await press(app.place('Neck, left'));
  await press(app.place('Lower back, right'));
  await expect(app.button('As a picture')).toBeVisible();
  await app.eased.click();
  await press(app.tried('Heat'));
  await press(app.relief('Heat', 7));
  await press(app.tried('Ice'));
  await press(app.key(word('now-how-bad-after'), 1));
  await expect(app.relief('Heat', 7)).toBeChecked();
});

test.describe('what is missing of the last one', () => {
  const card = (app) => app.page.getByRole('region', { name: wordLike('now-missing') });

  test('is asked for at the next opening, and no more once it is said', async ({ app }) => {
    await app.open();
    await app.begin();
    await app.clock(20);
    await app.eased.click();
    await app.button(word('controls-done')).click();
    // Not in the same visit.
    await expect(app.lastOne).toBeVisible();
    await expect(card(app)).toBeHidden();
    await app.clock(5);
    await app.reload();
    await expect(card(app)).toContainText(word('now-missing-what', { missing: 'how bad it was, where it was, what helped' }));
    await app.button(word('now-missing-add')).click();
    await app.key(word('now-how-bad-then'), 6).check();
    await app.place('Lower back, left').check();
    await app.tried('Heat').check();
    await app.relief('Heat', 5).check();
    await app.button(word('controls-done')).click();
    await expect(card(app)).toBeHidden();
    await app.reload();
    await expect(app.lastOne).toContainText('20 min · Lower back, left · 6 · heat');
    await expect(card(app)).toBeHidden();
    expect(await app.episode()).toMatchObject({
      nrs: [['2026-11-22T01:31:07+00:00', 6]], places: ['low-left'], tried: [{ kind: 'heat', relief: 5 }],
    });
  });

  test('is asked for in one visit, answered or not', async ({ app }) => {
    await app.seed({ 'unknot/episode/a': episode({ start: '2026-11-21T10:00:00+00:00', end: '2026-11-21T11:00:00+00:00', places: ['low-left'] }) });
    await app.open();
    await expect(card(app)).toBeVisible();
    await app.goTo(word('routes-diary'));
    await app.goTo(word('routes-now'));
    await expect(card(app)).toBeVisible();
    await app.reload();
    await expect(app.lastOne).toBeVisible();
    await expect(card(app)).toBeHidden();
  });

  test('is never asked for again once that was declined, only of another one', async ({ app }) => {
    await app.seed({ 'unknot/episode/a': episode({ start: '2026-11-21T10:00:00+00:00', end: '2026-11-21T11:00:00+00:00', places: ['low-left'] }) });
    await app.open();
    await expect(card(app)).toContainText(word('now-missing-what', { missing: 'how bad it was, what helped' }));
    await app.button(word('now-missing-never')).press('Enter');
    await expect(card(app)).toBeHidden();
    await app.reload();
    await expect(app.lastOne).toBeVisible();
    await expect(card(app)).toBeHidden();
    expect((await app.stored())['unknot/asked']).toBe('a');
    await app.begin();
    await app.eased.click();
    await app.button(word('controls-done')).click();
    await app.clock(1);
    await app.reload();
    await expect(card(app)).toBeVisible();
  });
});

test.describe('one that may have been forgotten', () => {
  const card = (app) => app.page.getByRole('region', { name: word('now-over') });

  test('is asked about after a day; "still going" is believed for another', async ({ app }) => {
    await app.open();
    await app.begin();
    await app.clock(24 * 60);
    await expect(app.timer).toHaveText('1 day 0:00:00');
    await expect(card(app)).toBeHidden();
    await app.clock(1);
    await expect(card(app)).toBeVisible();
    await app.button(word('now-over-not')).press('Enter');
    await expect(card(app)).toBeHidden();
    await app.clock(24 * 60);
    await app.reload();
    await expect(app.running).toBeVisible();
    await expect(card(app)).toBeHidden();
    await app.clock(1);
    await expect(card(app)).toBeVisible();
    await expect(card(app).getByRole('link', { name: word('now-over-choose') })).toHaveAttribute('href', /#\/episode\//);
  });

  test('can be ended an hour after its start, or after the usual length, and run again', async ({ app, page }) => {
    await app.seed(many(5)); // 20 minutes each
    await app.open();
    await app.begin();
    await app.clock(3 * 60);
    await expect(app.button(word('now-over-after', { length: '20 min', when: 'Sun 22 Nov, 01:51' }))).toBeVisible();
    await app.button(word('now-over-after', { length: '1 h', when: 'Sun 22 Nov, 02:31' })).click();
    await expect(app.heading(word('now-lasted', { when: 'Sun 22 Nov, 01:31', length: '1 h' }))).toBeVisible();
    await app.button(word('notices-undo')).click();
    await expect(app.timer).toHaveText('3:00:00');
    await app.button(word('now-over-after', { length: '20 min', when: 'Sun 22 Nov, 01:51' })).click();
    await app.key(word('now-how-bad-then'), 4).check();
    await app.button(word('controls-done')).click();
    await app.reload();
    await expect(app.lastOne).toContainText('20 min · 4');
    await expect(page.getByText(wordLike('now-missing'))).toBeHidden();
  });

  test('is not one of which something was noted lately', async ({ app }) => {
    await app.open();
    await app.begin();
    await app.clock(23 * 60);
    await app.howBad(3).check();
    await app.clock(120);
    await expect(app.timer).toHaveText('1 day 1:00:00');
    await expect(card(app)).toBeHidden();
  });
});

test.describe('two that run', () => {
  const card = (app) => app.page.getByRole('region', { name: word('now-which') });
  const running = (fields) => JSON.stringify({ v: 1, rev: 1, live: true, ...fields });
  const two = {
    'unknot/checkup/c': JSON.stringify({
      v: 1, rev: 1, started: '2026-11-22T01:25:00+00:00', finished: '2026-11-22T01:26:00+00:00', episode: 'b', answers: { danger: ['none'] }, guide: 1, urgency: 'routine', rules: ['lasting'],
    }),
    'unknot/episode/a': running({ start: '2026-11-22T01:00:00+00:00', places: ['low-left'], nrs: [['2026-11-22T01:05:00+00:00', 6]], notes: 'One.' }),
    'unknot/episode/b': running({ start: '2026-11-22T01:20:00+00:00', places: ['neck-right'], nrs: [['2026-11-22T01:21:00+00:00', 3]] }),
  };

  test.beforeEach(async ({ app }) => {
    await app.seed(two);
    await app.open();
    await expect(card(app)).toContainText(word('now-which-began', { times: word('now-and', { first: 'Sun 22 Nov, 01:00', next: 'Sun 22 Nov, 01:20' }) }));
  });

  test('can be joined, with all of both and the checks, and be two again', async ({ app }) => {
    await app.button(word('now-which-join')).press('Enter');
    await expect(card(app)).toBeHidden();
    await app.reload();
    await expect(app.timer).toHaveText('31:07');
    const [joined, gone] = await app.records('episode');
    expect(joined).toMatchObject({
      id: 'a', start: '2026-11-22T01:00:00+00:00', places: ['neck-right', 'low-left'], notes: 'One.', nrs: [['2026-11-22T01:05:00+00:00', 6], ['2026-11-22T01:21:00+00:00', 3]],
    });
    expect(gone.deleted).toBeTruthy();
    expect((await app.records('checkup'))[0].episode).toBe('a');
  });

  test('are two again by "Undo"', async ({ app, page }) => {
    await app.button(word('now-which-join')).click();
    await app.button(word('notices-undo')).click();
    await expect(page.getByText(word('now-two-again'))).toBeVisible();
    await expect(card(app)).toBeVisible();
    const [a, b] = await app.records('episode');
    expect(a).toMatchObject({ places: ['low-left'], nrs: [['2026-11-22T01:05:00+00:00', 6]] });
    expect(b.deleted).toBeUndefined();
    expect((await app.records('checkup'))[0].episode).toBe('b');
  });

  test('or the older one is ended where the newer one began', async ({ app }) => {
    await app.button(word('now-which-older')).click();
    await expect(card(app)).toBeHidden();
    await expect(app.timer).toHaveText('11:07');
    expect((await app.records('episode'))[0].end).toBe('2026-11-22T01:20:00+00:00');
    await app.button(word('notices-undo')).click();
    await expect(card(app)).toBeVisible();
    await app.reload();
    await expect(card(app)).toBeVisible();
    expect((await app.records('episode'))[0].end).toBeUndefined();
  });
});

test('a number that was tapped by mistake is taken back, not what was noted since', async ({ app, page }) => {
  await app.open();
  await app.begin();
  await app.howBad(4).check();
  await app.clock(1);
  await app.howBad(7).check(); // in place of the first
  await app.button(word('now-undo-number.label')).press('Enter');
  await expect(app.howBad(4)).toBeChecked();
  await expect(app.button(word('now-undo-number.label'))).toBeHidden();
  await app.clock(5);
  await app.howBad(9).check(); // one more
  await app.button(word('now-undo-number.label')).click();
  await app.reload();
  await expect(app.howBad(4)).toBeChecked();
  expect((await app.episode()).nrs).toEqual([['2026-11-22T01:31:07+00:00', 4]]);

  await app.clock(5);
  await app.howBad(8).check();
  await app.place('Neck, left').check();
  await app.button(word('now-undo-number.label')).click();
  await expect(page.getByText(word('notices-not-undone'))).toBeVisible();
  expect(await app.episode()).toMatchObject({ places: ['neck-left'], nrs: [expect.anything(), [expect.anything(), 8]] });
});

test('what was noted while it ran comes first when it eased', async ({ app, page }) => {
  await app.open();
  await app.begin();
  await expect(app.tried('Massage')).toBeHidden(); // folded
  await page.getByText(word('now-more')).click();
  await app.tried('Massage').check();
  await app.eased.click();
  await expect(page.getByRole('group', { name: word('now-tried') }).getByRole('checkbox').first()).toHaveAccessibleName('Massage');
  await app.relief('Massage', 3).check();
  await app.button(word('controls-done')).click();
  await app.reload();
  expect((await app.episode()).tried).toMatchObject([{ kind: 'massage', relief: 3 }]);
});

test('"Not over yet" goes on with the same one, and keeps what was said', async ({ app }) => {
  await app.open();
  await app.begin();
  await app.howBad(6).check();
  await app.clock(10);
  await app.eased.click();
  await app.tried('Heat').check();
  await app.clock(5);
  await app.button(word('now-not-over')).click();
  await expect(app.timer).toHaveText('15:00');
  await app.reload();
  await expect(app.timer).toHaveText('15:00');
  const kept = await app.episode();
  expect(kept.end).toBeUndefined();
  expect(kept).toMatchObject({ start: '2026-11-22T01:31:07+00:00', nrs: [['2026-11-22T01:31:07+00:00', 6]], tried: [{ kind: 'heat' }] });
});

test.describe('a second start while one runs is prevented, and says so', () => {
  const SAID = word('notices-running-since', { when: 'Sun 22 Nov, 01:31' });

  test('from the shortcut', async ({ app, page }) => {
    await app.install();
    await app.open();
    await app.begin();
    await app.clock(3);
    await page.goto('about:blank');
    await app.open('#/start');
    await expect(page.getByRole('status').filter({ hasText: SAID })).toBeVisible();
    await expect(app.timer).toHaveText('3:00');
    expect(await app.episode()).toMatchObject({ rev: 1, start: '2026-11-22T01:31:07+00:00' });
  });

  test('from a second tab that has not heard of the first', async ({ app, page }) => {
    await app.open();
    // Tabs hear of each other a moment late; here the second one never does.
    await page.context().addInitScript(() => {
      addEventListener('storage', (event) => event.stopImmediatePropagation(), true);
      window.BroadcastChannel = class extends EventTarget { postMessage() {} };
    });
    const other = await app.otherTab();
    await app.begin();
    await other.start.click();
    await expect(other.page.getByRole('status').filter({ hasText: SAID })).toBeVisible();
    await expect(other.running).toBeVisible();
    await expect(other.start).toBeHidden();
    expect(await app.episode()).toMatchObject({ rev: 1, start: '2026-11-22T01:31:07+00:00' });
  });
});

for (const [when, before] of [
  ['opened by it', () => {}],
  ['open already', (app) => app.open('#/diary')],
]) {
  test(`the shortcut records once, then gives way to the plain address (${when})`, async ({ app, page }) => {
    await app.install();
    await before(app);
    await app.open('#/start');
    await expect(app.running).toBeVisible();
    await expect(page).toHaveURL(/#\/$/);
    const first = await app.episode();
    await app.reload();
    await app.eased.click();
    await app.button(word('controls-done')).click();
    // Not even when nothing runs any more, and not by going back.
    await app.reload();
    await expect(app.start).toBeVisible();
    await page.goBack();
    await page.goForward();
    await expect(app.start).toBeVisible();
    expect((await app.episode()).id).toBe(first.id);
  });
}

for (const [what, since, until, elapsed] of [
  ['seconds', '2026-11-22T01:31:07Z', '2026-11-22T01:31:50Z', '0:43'],
  ['minutes', '2026-11-22T01:31:07Z', '2026-11-22T02:14:14Z', '43:07'],
  ['a day', '2026-11-22T01:31:07Z', '2026-11-23T03:35:12Z', '1 day 2:04:05'],
  // 25 hours, though the clock on the wall shows the same time: it went back in between.
  ['the night when the clocks go back', '2026-10-24T22:30:00Z', '2026-10-25T23:30:00Z', '1 day 1:00:00'],
]) {
  test(`a running one is found again after ${what}`, async ({ app, page }) => {
    await app.clock(since);
    await app.open();
    await app.begin();
    await app.clock(until);
    await expect(app.timer).toHaveText(elapsed); // by itself
    await page.goto('about:blank');
    await app.open();
    await expect(app.timer).toHaveText(elapsed);
    expect((await app.episode()).end).toBeUndefined();
  });
}

test('a clock that was set back never makes an end before the start, and no length is made up', async ({ app, page }) => {
  await app.open();
  await app.begin();
  await app.clock(-60);
  await expect(app.timer).toHaveText('0:00');
  await expect(page.getByText(word('now-clock-changed'))).toBeVisible();
  await app.eased.click();
  await expect(app.heading(word('now-eased'))).toBeVisible();
  await expect(page.getByText(word('now-length-unknown'))).toBeVisible();
  await app.reload();
  await app.goTo(word('routes-diary'));
  await expect(app.episodes).toHaveCount(1);
  await expect(app.episodes).toContainText('length not known');
  const { start, end } = await app.episode();
  expect(new Date(end).getTime()).toBeGreaterThanOrEqual(new Date(start).getTime());
  expect(new Date(end).getTime()).toBeLessThan(new Date(start).getTime() + 60_000);
});

for (const [ended, said] of [[5, true], [4, false]]) {
  test(`with ${ended} that ended, "longer than yours usually last" is ${said ? 'said' : 'not said'}`, async ({ app, page }) => {
    await app.seed(many(ended)); // 20 minutes each
    await app.open();
    await app.begin();
    const longer = page.getByText(word('now-longer', { middle: '20 min' }));
    await app.clock(19);
    await expect(app.timer).toHaveText('19:00');
    await expect(longer).toBeHidden();
    await app.clock(2);
    await expect(app.timer).toHaveText('21:00');
    await expect(longer).toBeVisible({ visible: said });
    await expect(app.link(word('now-check'))).toBeVisible({ visible: said });
  });
}

test('what is usual is taken from the whole diary, and the running one is there at once, however many were noted since', async ({ app, page }) => {
  const hour = (n) => new Date(Date.UTC(2026, 0, 1, n)).toISOString().replace('.000Z', '+00:00');
  const id = (name, n) => `unknot/episode/${name}${String(n).padStart(4, '0')}`;
  // The newest sixty are read first, and were short.
  const diary = Object.fromEntries([
    ...Array.from({ length: 1_300 }, (_, n) => [id('a', n), episode({ start: hour(n * 5), end: hour(n * 5 + 4) })]),
    ...Array.from({ length: 65 }, (_, n) => [id('c', n), episode({ start: hour(7_000 + n), end: hour(7_000 + n).replace(':00:00', ':20:00') })]),
  ]);
  await app.seed({ ...diary, [id('b', 0)]: episode({ start: '2026-11-21T22:31:07+00:00', end: undefined }), 'unknot/running': 'b0000' });
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector('[role=timer]') && document.documentElement.dataset.diary !== 'whole') window.isEarly = true;
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  await app.open();
  await expect(app.timer).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-diary', 'whole');
  expect(await page.evaluate(() => window.isEarly)).toBe(true);
  // Three hours: longer than the newest sixty, not than most.
  await expect(page.getByText(wordLike('now-longer'))).toBeHidden();
});

test('"longer than yours usually last" says how far yours spread', async ({ app, page }) => {
  await app.seed(Object.fromEntries([10, 20, 30, 40, 50].map((minutes) => [
    `unknot/episode/m${minutes}`,
    episode({ start: '2026-11-20T08:00:00+00:00', end: `2026-11-20T08:${minutes}:00+00:00` }),
  ])));
  await app.open();
  await app.begin();
  await app.clock(40);
  await expect(app.timer).toHaveText('40:00');
  await expect(page.getByText(wordLike('now-longer'))).toBeHidden();
  await app.clock(1);
  await expect(page.getByText(word('now-longer-half', { middle: '30 min', count: 5, low: '20 min', high: '40 min' }))).toBeVisible();
  await app.link(word('now-check')).click();
  await expect(page).toHaveURL(/#\/check/);
});

test('both ways to help are there before and during a spasm', async ({ app }) => {
  await app.open();
  for (const state of ['before', 'during']) {
    await expect(app.link(word('now-is-it-dangerous')), state).toHaveAttribute('href', '#/check');
    await expect(app.link(word('now-help-me')), state).toHaveAttribute('href', '#/relief');
    if (state === 'before') await app.begin();
  }
});

test('a clock set back during a spasm: readings stay in order, and no length is made up', async ({ app, page }) => {
  await app.clock('2026-11-22T12:00:00Z');
  await app.open();
  await app.begin();
  await app.clock(5);
  await app.howBad(7).check();
  await app.clock(10 - 24 * 60);
  await expect(app.running.getByText(word('now-clock-changed'))).toBeVisible();
  await app.howBad(3).check();
  await app.eased.click();
  await expect(app.heading(word('now-eased'))).toBeVisible();
  await expect(page.getByText(word('now-length-unknown'))).toBeVisible();
  await app.button(word('controls-done')).click();
  await app.reload();
  const { nrs } = await app.episode();
  expect(nrs.map(([, severity]) => severity)).toEqual([7, 3]);
  await app.goTo(word('routes-diary'));
  await expect(app.episodes.first()).toContainText('length not known');
});
