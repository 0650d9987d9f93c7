// Two tabs on one diary. How soon one shows what the other does is measured in bench/app.bench.js.
import { expect, intoJournal, test } from './app.js';
import { diary, fullEpisode, readEpisode } from './records.js';
import { FOUND_AGAIN, word, wordLike } from './words.js';

test.beforeEach(({ app }) => app.clock('2026-11-22T12:00:00Z'));

/** What both tabs see in the store; a write of one needs a moment to reach the other. */
const kept = (app) => expect.poll(async () => readEpisode((await app.stored())['unknot/episode/b'] ?? 'null'));

test('what one does, the other shows', async ({ app }) => {
  await app.open();
  const other = await app.otherTab();
  await app.begin();
  await expect(other.running).toBeVisible();
  await other.howBad(6).check();
  await expect(app.howBad(6)).toBeChecked();
  await app.place('Neck, left').check();
  await expect(other.place('Neck, left')).toBeChecked();
  await other.goTo(word('routes-diary'));
  await app.eased.click();
  await expect(other.episodes).toContainText(['under a minute']);
  await app.tried('Heat').check();
  await expect(other.episodes).toContainText(['heat']);
  await app.reload();
  await other.reload();
  expect(await app.episode()).toMatchObject({ places: ['neck-left'], tried: [{ kind: 'heat' }] });
});

test('a start in both makes one', async ({ app, page }) => {
  await app.install();
  await app.open();
  const other = await app.otherTab();
  await app.start.click();
  await expect(other.running).toBeVisible();
  await other.open('#/start'); // the phone's shortcut, in the other
  await expect(other.page.getByText(wordLike('notices-running-since'))).toBeVisible();
  await app.reload();
  await expect(page.getByRole('heading', { name: wordLike('now-since') })).toHaveCount(1);
  expect(await app.records('episode')).toHaveLength(1);
});

test('taps of both on the running one are all kept', async ({ app }) => {
  await app.open();
  const other = await app.otherTab();
  await app.begin();
  await expect(other.running).toBeVisible();
  const places = ['Neck, left', 'Neck, right', 'Upper back, left', 'Upper back, right', 'Lower back, left', 'Lower back, right'];
  for (const [n, place] of places.entries()) {
    const [here, there] = n % 2 ? [app, other] : [other, app];
    await here.place(place).check();
    await expect(there.place(place)).toBeChecked();
  }
  await app.reload();
  for (const place of places) await expect(app.place(place)).toBeChecked();
});

test.describe('both edit one episode', () => {
  test('different fields: both are kept', async ({ app }) => {
    await app.seed({ 'unknot/episode/b': fullEpisode() });
    await app.open('#/episode/b');
    const other = await app.otherTab('#/episode/b');
    await app.notes.fill('From the one.');
    await app.saveForm();
    await kept(other).toMatchObject({ notes: 'From the one.' });
    await other.place('Buttock, left').check();
    await other.endField.fill('2026-11-20T09:00');
    await other.saveForm();
    await other.reload();
    await kept(other).toMatchObject({
      notes: 'From the one.',
      places: ['neck-left', 'low-centre', 'low-right', 'buttock-left'],
      end: '2026-11-20T09:00:00+00:00',
    });
    await app.openEpisode();
    await expect(app.notes).toHaveValue('From the one.');
    await expect(app.place('Buttock, left')).toBeChecked();
  });

  /** Both tabs type other notes; the one saves first. */
  async function clash(app) {
    await app.seed({ 'unknot/episode/b': fullEpisode() });
    await app.open('#/episode/b');
    const other = await app.otherTab('#/episode/b');
    await app.notes.fill('From the one.');
    await other.notes.fill('From the other.');
    await app.saveForm();
    await kept(other).toMatchObject({ notes: 'From the one.' });
    await other.save.click();
    await expect(other.alert).toContainText('Notes: this was also changed in another tab or window.');
    await kept(app).toMatchObject({ rev: 3, notes: 'From the one.' });
    await expect(other.notes).toHaveValue('From the other.');
    return other;
  }

  test('the same field: asked, and mine can win', async ({ app }) => {
    const other = await clash(app);
    await other.button('Save mine over it').click();
    await expect(other.heading(word('routes-diary'))).toBeVisible();
    await other.reload();
    await kept(other).toMatchObject({ notes: 'From the other.' });
  });

  test('the same field: asked, and the other can win', async ({ app }) => {
    const other = await clash(app);
    await other.button('Throw it away').click();
    await expect(other.notes).toHaveValue('From the one.');
    await other.reload();
    await expect(other.notes).toHaveValue('From the one.');
    await kept(other).toMatchObject({ rev: 3, notes: 'From the one.' });
  });

  test('the same field: asked, and nothing is lost by a reload in between', async ({ app }) => {
    const other = await clash(app);
    await other.reload();
    await expect(other.notes).toHaveValue('From the other.');
    await other.save.click();
    await expect(other.alert).toContainText('Notes: this was also changed in another tab or window.');
    await other.button('Save mine over it').click();
    await expect(other.heading(word('routes-diary'))).toBeVisible();
    await kept(other).toMatchObject({ notes: 'From the other.' });
  });

  test('what the other has typed is still there when it reloads after the one has saved', async ({ app }) => {
    await app.seed({ 'unknot/episode/b': fullEpisode() });
    await app.open('#/episode/b');
    const other = await app.otherTab('#/episode/b');
    await other.notes.fill('A long story, not saved yet.');
    await app.place('Buttock, left').check();
    await app.saveForm();
    await kept(other).toMatchObject({ rev: 3 });
    await other.reload();
    await expect(other.notes).toHaveValue('A long story, not saved yet.');
    await other.saveForm();
    await kept(other).toMatchObject({ notes: 'A long story, not saved yet.', places: expect.arrayContaining(['buttock-left']) });
  });

  test('the same change in both is no clash', async ({ app }) => {
    await app.seed({ 'unknot/episode/b': fullEpisode() });
    await app.open('#/episode/b');
    const other = await app.otherTab('#/episode/b');
    for (const tab of [app, other]) {
      await tab.notes.fill('The same.');
      await tab.saveForm();
      await kept(other).toMatchObject({ notes: 'The same.' });
    }
  });
});

test('what one deletes, the other no longer shows, and can bring back', async ({ app }) => {
  await app.seed({ 'unknot/episode/b': fullEpisode() });
  await app.open('#/episode/b');
  const other = await app.otherTab('#/diary');
  await expect(other.episodes).toHaveCount(1);
  await app.button('Delete this episode').click();
  await expect(other.episodes).toHaveCount(0);
  await other.page.getByText('Deleted (1)').click();
  await other.page.getByRole('button', { name: /^Bring back/ }).click();
  await expect(app.episodes).toHaveCount(1);
});

test('what one erases is gone in the other, and does not come back from there', async ({ app, page }) => {
  await app.seed(diary());
  await app.open();
  await app.begin();
  const diaryTab = await app.otherTab('#/diary');
  const formTab = await app.otherTab('#/episode/b');
  const nowTab = await app.otherTab();
  await expect(nowTab.running).toBeVisible();
  await app.goTo(word('routes-settings'));
  await app.button(word('settings-erase-all')).click();
  await app.button(word('settings-erase-yes')).click();
  await expect(page.getByText(word('notices-erased'))).toBeVisible();

  await expect(diaryTab.page.getByText('Nothing here yet.')).toBeVisible();
  await expect(diaryTab.episodes).toHaveCount(0);
  await expect(nowTab.start).toBeVisible();
  await formTab.notes.fill('Too late.');
  await formTab.save.click();
  await expect(formTab.page.getByText(word('notices-gone'))).toBeVisible();
  await expect(formTab.notes).toHaveValue('Too late.');
  await app.reload();
  expect(await app.records('episode')).toEqual([]);
  expect(await app.records('checkup')).toEqual([]);
});

test('a check-up answered in two tabs keeps the answers of both', async ({ app, page }) => {
  await app.open('#/check');
  await app.button('None of these').click();
  await expect(app.heading('How old are you?')).toBeFocused();
  const [{ id }] = await app.records('checkup');
  const other = await app.otherTab(`#/check/${id}/signs`);
  await other.page.getByRole('checkbox', { name: 'Blood in pee' }).check();
  await expect.poll(async () => (await app.records('checkup'))[0].answers).toEqual({ danger: ['none'], signs: ['blood'] });
  await page.getByRole('textbox').fill('40');
  await other.page.getByRole('checkbox', { name: 'Vomiting' }).check();
  await app.reload();
  await expect.poll(async () => (await app.records('checkup'))[0].answers).toEqual({ danger: ['none'], signs: ['blood', 'vomiting'], age: 40 });
});

test.describe('while one starts', () => {
  const first = 'unknot/episode/a';
  const last = 'unknot/episode/b';
  const changed = fullEpisode({ rev: 3, end: '2026-11-20T09:40:00+00:00' });

  test('what the other alters of the part that was read already is shown', async ({ app, page }) => {
    await app.seedBoth({ [first]: fullEpisode(), [last]: fullEpisode() });
    await intoJournal(page, { [first]: changed });
    await page.addInitScript(([read, key, text]) => {
      const { getItem } = Storage.prototype;
      let times = 0;
      Storage.prototype.getItem = function watched(asked) {
        const there = getItem.call(this, asked);
        // The first time is what the start needs at once, the second the whole diary.
        if (asked === read && ++times === 2) {
          localStorage.setItem(key, text);
          dispatchEvent(new StorageEvent('storage', { key, newValue: text, storageArea: localStorage }));
        }
        return there;
      };
    }, [last, first, changed]);
    await app.open('#/diary');
    await expect(app.episodes.filter({ hasText: '2 h' })).toHaveCount(1);
  });

  test('what the other notes is not said to have been found again', async ({ app, page }) => {
    await app.seedBoth({ [first]: fullEpisode() });
    await page.addInitScript(([key, text]) => {
      const { getAll } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.getAll = function watched(...all) {
        // It came after the diary was read here, and before the stores are compared.
        if (localStorage.getItem(key)) return getAll.apply(this, all);
        localStorage.setItem(key, text);
        return getAll.apply(this, all);
      };
    }, [last, changed]);
    await intoJournal(page, { [last]: changed });
    await app.open('#/diary');
    await expect(app.episodes).toHaveCount(2);
    await expect(page.getByText(FOUND_AGAIN)).toBeHidden();
  });
});
