// The app as a person meets it: everything is found by its role and its words, so that how the page
// is built inside can change. What is stored is read from the browser's store itself.
import { readFile } from 'node:fs/promises';
import { appUp, expect, test as base } from './harness.js';
import { isGone, readCheckup, readEpisode } from './records.js';
import { word, wordLike } from './words.js';

export { accessible, appUp } from './harness.js';
export { expect };

export const test = base.extend({
  /** The app in the test's own tab. It is not opened yet. */
  app: async ({ page }, use) => use(new App(page)),
});

/** For an init script: a browser without a second store. */
export const noJournal = () => Object.defineProperty(window, 'indexedDB', { get: () => undefined });

/** Everything in the journal, by key. */
export const journal = (page) => page.evaluate(() => new Promise((resolve, reject) => {
  const open = indexedDB.open('unknot');
  open.onerror = reject;
  open.onsuccess = () => {
    const store = open.result.transaction('records').objectStore('records');
    const [keys, texts] = [store.getAllKeys(), store.getAll()];
    store.transaction.oncomplete = () => {
      open.result.close();
      resolve(Object.fromEntries(keys.result.map((key, n) => [key, texts.result[n]])));
    };
  };
}));

/** Puts values into the journal by key, and makes it where there is none. `isAll`: nothing else is in it then. */
export const intoJournal = (page, values, isAll = false) => page.evaluate(([all, alone]) => new Promise((resolve, reject) => {
  const open = indexedDB.open('unknot', 1);
  open.onerror = reject;
  open.onupgradeneeded = () => open.result.createObjectStore('records');
  open.onsuccess = () => {
    const store = open.result.transaction('records', 'readwrite').objectStore('records');
    if (alone) store.clear();
    for (const [key, value] of Object.entries(all)) store.put(value, key);
    store.transaction.oncomplete = () => {
      open.result.close();
      resolve();
    };
  };
}), [values, isAll]);

export class App {
  constructor(page) {
    this.page = page;
  }

  /** Goes to an address of the app, and waits until it runs. */
  async open(route = '#/') {
    await this.page.goto(`./${route}`);
    await appUp(this.page);
  }

  /** From now on as in the window of an installed app, which is where the phone's shortcut leads. */
  async install() {
    await this.page.context().addInitScript(() => {
      const { matchMedia } = window;
      window.matchMedia = (query) => (query.includes('standalone') ? { matches: true } : matchMedia.call(window, query));
    });
  }

  async reload() {
    await this.page.reload();
    await appUp(this.page);
  }

  /** The app in one more tab of the same browser. */
  async otherTab(route = '#/') {
    const other = new App(await this.page.context().newPage());
    await other.open(route);
    return other;
  }

  /**
   * Sets the clock on the wall, now and after every reload; it stands still until it is set again.
   * A plain number of minutes moves it on.
   */
  async clock(time) {
    this.time = typeof time === 'number' ? this.time + time * 60_000 : new Date(time).getTime();
    await this.page.clock.setFixedTime(this.time);
  }

  // What is stored.

  /** Puts texts into the store by key, before the app is opened: from an empty page of the same site. */
  async seed(texts) {
    const body = '<!doctype html><link rel="icon" href="data:,">'; // so that none is asked for
    await this.page.route('**/empty', (route) => route.fulfill({ contentType: 'text/html', body }));
    await this.page.goto('./empty');
    await this.page.unroute('**/empty');
    await this.page.evaluate((all) => {
      for (const [key, text] of Object.entries(all)) localStorage.setItem(key, text);
    }, texts);
  }

  /** The same texts in both stores, as a diary that was here before has them. */
  async seedBoth(texts) {
    await this.seed({ ...texts, 'unknot/epoch': '0' });
    await intoJournal(this.page, { ...texts, 'unknot/epoch': '0' }, true);
  }

  /**
   * Everything in the store, other people's keys included, as { key: text } in order of the keys; but for
   * the mark that a diary was here before and never erased.
   */
  stored() {
    return this.page.evaluate(() => Object.fromEntries(Object.entries(localStorage)
      .filter(([key, text]) => key !== 'unknot/epoch' || text !== '0')
      .sort(([a], [b]) => (a < b ? -1 : 1))));
  }

  /** The stored records of one kind ("episode", "checkup") with their ids, in order of the ids. */
  async records(kind) {
    const prefix = `unknot/${kind}/`;
    return Object.entries(await this.stored())
      .filter(([key, text]) => key.startsWith(prefix) && !(kind === 'episode' && isGone(text)))
      .map(([key, text]) => ({ id: key.slice(prefix.length), ...({ episode: readEpisode, checkup: readCheckup }[kind] ?? JSON.parse)(text) }));
  }

  /** The one stored episode. */
  async episode() {
    const episodes = await this.records('episode');
    expect(episodes).toHaveLength(1);
    return episodes[0];
  }

  // Everywhere.

  heading(name) {
    return this.page.getByRole('heading', { level: 1, name });
  }

  link(name) {
    return this.page.getByRole('main').getByRole('link', { name });
  }

  button(name) {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Goes to one of the four destinations, or to Settings. */
  async goTo(name) {
    await this.page.getByRole('link', { name, exact: true }).click();
    await expect(this.heading()).toBeVisible();
  }

  /** A disclosure, by the words that open it. */
  disclosure(words) {
    return this.page.getByRole('group').filter({ has: this.page.getByText(words, { exact: true }) }).last();
  }

  /** Presses what saves a file. Resolves to the file's name and its bytes. */
  async saved(button) {
    const download = this.page.waitForEvent('download');
    await button.click();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  }

  // Now.

  get start() {
    return this.page.getByRole('button', { name: word('now-start') });
  }

  get running() {
    return this.page.getByRole('region', { name: word('now-running') });
  }

  get timer() {
    return this.running.getByRole('timer');
  }

  /** A number of a row of keys. */
  key(row, number) {
    return this.page.getByRole('group', { name: row }).getByRole('radio', { name: String(number), exact: true });
  }

  howBad(number) {
    return this.key(word('now-how-bad'), number);
  }

  /** A place on the back map, by its words: "Lower back, right". */
  place(words) {
    return this.page.getByRole('group', { name: 'Where?' }).getByRole('checkbox', { name: words });
  }

  get eased() {
    return this.button(word('now-eased'));
  }

  /** What was tried, in the panel after it eased. */
  tried(name) {
    return this.page.getByRole('group', { name: word('now-tried') }).getByRole('checkbox', { name, exact: true });
  }

  /** How much something helped: "Worse" or 0 to 10. */
  relief(name, number) {
    return this.key(word('controls-relief', { treatment: name }), number);
  }

  /** The episode that ended last, and what stands with it. */
  get lastOne() {
    return this.link(wordLike('now-last-one'));
  }

  /** Ticks a line of the danger check, which opens, and a detail in it. */
  async tickDetail(line, detail) {
    await this.page.getByRole('checkbox', { name: line }).check();
    await this.page.getByRole('checkbox', { name: detail }).check();
  }

  /** Ticks a sign that is an emergency: trouble with pee. */
  async tickSign() {
    await this.tickDetail(/^Between the legs/, /^Pee: hard to start/);
  }

  /** Starts a spasm. */
  async begin() {
    await this.start.click();
    await expect(this.running).toBeVisible();
  }

  // The diary and the form of an episode.

  get episodes() {
    return this.page.getByRole('list', { name: 'Episodes' }).getByRole('listitem');
  }

  get startField() {
    return this.page.getByLabel('When did it start?');
  }

  get endField() {
    return this.page.getByLabel('When did it ease?');
  }

  get notes() {
    return this.page.getByLabel('Notes', { exact: true });
  }

  /** An intensity in the form, counted from 1. */
  intensity(n, number) {
    return this.key(`Intensity ${n}, 0 to 10`, number);
  }

  /** Opens a folded question of the form. */
  async unfold(question) {
    await this.page.locator('summary').filter({ hasText: question }).click();
  }

  /** Something to tick below a question of the form. */
  mark(question, words) {
    return this.page.getByRole('group', { name: question, exact: true }).getByRole('checkbox', { name: words, exact: true });
  }

  /** The field for an item of one's own below a question of the form. */
  own(question) {
    return this.page.getByRole('textbox', { name: `Something else: ${question}` });
  }

  get save() {
    return this.button('Save');
  }

  /** Saves the form, and waits until the diary is there again. */
  async saveForm() {
    await this.save.click();
    await expect(this.heading(word('routes-diary'))).toBeVisible();
  }

  /** Opens the nth episode of the diary, the newest being 0. */
  async openEpisode(n = 0) {
    await this.goTo(word('routes-diary'));
    await this.episodes.nth(n).getByRole('link').click();
    await expect(this.startField).toBeVisible();
  }

  /** Every button and field, the settings and the words of this form, as they stand. */
  form() {
    return this.page.getByRole('main').ariaSnapshot();
  }

  /** What is wrong, as it is told. */
  get alert() {
    return this.page.getByRole('main').getByRole('alert');
  }

  // Settings.

  /** Chooses a file with this content in "Restore"; one of many megabytes by its path, { path }. */
  async chooseBackup(content) {
    await this.page.getByLabel(word('restore-choose')).setInputFiles(
      content.path ?? { name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(content) },
    );
  }

  /** Chooses another app's table with this content in "Restore". */
  async chooseTable(content) {
    await this.page.getByLabel(word('restore-choose-table')).setInputFiles({ name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  }

  get region() {
    return this.page.getByRole('combobox', { name: 'Where are you?' });
  }
}
