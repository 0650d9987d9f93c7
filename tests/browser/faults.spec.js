// Whatever call to a store goes wrong, in whatever way, while something is done: after a reload every record
// that was acknowledged is there, once and the same in both stores; nothing that was deleted is back; and what
// was refused was said. `UNKNOT_FAULTS=all` tries every case, else it is a tenth of them, always the same.
import { appUp, expect, journal, test } from './app.js';
import { episode, fullEpisode, isGone, readEpisode } from './records.js';

const ALL = process.env.UNKNOT_FAULTS === 'all';

/** What can go wrong with a call. "idb" calls are those of the journal. */
const FAULTS = {
  quota: (call) => /setItem|put/.test(call),
  security: (call) => /setItem|getItem|removeItem|key|open|transaction/.test(call),
  'silent no-op': (call) => /setItem|removeItem/.test(call),
  'torn write': (call) => /setItem/.test(call),
  'stale read': (call) => /getItem/.test(call),
  abort: (call) => /idb (get|put|delete|clear)/.test(call),
  'never answers': (call) => /idb/.test(call),
};

/** In the page, before the app: counts the calls, and lets one of them fail when it is armed. */
function breakOne() {
  const state = { armed: false, k: -1, fault: '', calls: [], open: 0, dead: false, before: {} };
  const wrap = (object, names, act) => {
    for (const name of names) {
      const original = object[name];
      object[name] = function wrapped(...all) { return act.call(this, name, () => original.apply(this, all), all, original); };
    }
  };
  const turn = (call) => {
    if (!state.armed) return '';
    state.calls.push(call);
    return state.calls.length - 1 === state.k ? state.fault : '';
  };
  const { setItem, getItem } = Storage.prototype;
  wrap(Storage.prototype, ['setItem', 'getItem', 'removeItem', 'key'], function stored(name, go, [key, text]) {
    if (this !== localStorage) return go();
    const fault = turn(name);
    if (fault === 'quota') throw new DOMException('', 'QuotaExceededError');
    if (fault === 'security') throw new DOMException('', 'SecurityError');
    if (fault === 'silent no-op') return undefined;
    if (fault === 'torn write') return setItem.call(this, key, text.slice(0, text.length / 2));
    if (fault === 'stale read') return state.before[key] ?? null;
    if (name === 'setItem' && state.armed) state.before[key] = getItem.call(this, key);
    return go();
  });
  const dead = () => new EventTarget();
  wrap(IDBFactory.prototype, ['open'], function opened(name, go, [database]) {
    if (database !== 'unknot') return go();
    const fault = turn('idb open');
    if (fault === 'security') throw new DOMException('', 'SecurityError');
    if (fault === 'never answers') state.dead = true;
    if (state.dead) return dead();
    const request = go();
    state.open += 1;
    for (const end of ['success', 'error']) request.addEventListener(end, () => { state.open -= 1; });
    return request;
  });
  wrap(IDBDatabase.prototype, ['transaction'], function begun(name, go) {
    if (this.name !== 'unknot') return go();
    const fault = turn('idb transaction');
    if (fault === 'security') throw new DOMException('', 'SecurityError');
    if (fault === 'never answers') state.dead = true;
    const transaction = go();
    if (!state.dead) {
      state.open += 1;
      for (const end of ['complete', 'abort']) transaction.addEventListener(end, () => { state.open -= 1; });
    }
    return transaction;
  });
  wrap(IDBObjectStore.prototype, ['get', 'put', 'delete', 'clear', 'getAll', 'getAllKeys'], function asked(name, go) {
    if (this.transaction.db.name !== 'unknot') return go();
    const fault = turn(`idb ${name}`);
    if (fault === 'quota') throw new DOMException('', 'QuotaExceededError');
    if (fault === 'abort') {
      const request = go();
      this.transaction.abort();
      return request;
    }
    if (fault === 'never answers') {
      state.dead = true;
      state.open = 0;
    }
    return state.dead ? dead() : go();
  });
  window.faults = {
    arm: (k, fault) => Object.assign(state, { armed: true, k, fault, calls: [] }),
    calls: () => state.calls,
    isDead: () => state.dead,
    /** Resolves when nothing is on its way any more, or never will come. */
    quiet: async () => {
      for (let turns = 0; turns < 5; turns += 1) {
        await new Promise((resolve) => { setTimeout(resolve); });
        if (state.open > 0 && !state.dead) turns = -1;
      }
    },
  };
}

const running = { v: 1, rev: 1, live: true, start: '2026-11-22T11:00:00+00:00', end: undefined };
const STAYS = { 'unknot/episode/s': episode({ notes: 'stays' }) };
const FILE = JSON.stringify({
  unknot: 'backup',
  version: 1,
  count: 3,
  records: Object.fromEntries(['x', 'y', 'z'].map((id) => [`unknot/episode/${id}`, JSON.parse(episode({ notes: id }))])),
});

/** Each: what is there before, where it begins, what is done, how it shows that it is done, what is stored then. */
const SCENARIOS = {
  log: {
    act: (app) => app.start.click(),
    shown: (app) => app.running,
    holds: (episodes) => Object.values(episodes).filter((one) => !one.end).length === 1,
  },
  edit: {
    seed: { 'unknot/episode/b': episode(running) },
    act: (app) => app.howBad(7).check({ force: true }),
    shown: (app) => app.page.getByText('7 at 12:00'),
    holds: ({ b }) => b?.nrs?.length === 1 && b.nrs[0][1] === 7,
  },
  end: {
    seed: { 'unknot/episode/b': episode(running) },
    act: (app) => app.eased.click(),
    shown: (app) => app.heading(/^It eased after/).or(app.page.getByText(/^It eased on/)),
    holds: ({ b }) => b?.end === '2026-11-22T12:00:00+00:00',
  },
  delete: {
    seed: { 'unknot/episode/b': fullEpisode() },
    at: '#/episode/b',
    act: (app) => app.button('Delete this episode').click(),
    shown: (app) => app.page.getByText('Episode deleted.'),
    holds: ({ b }) => Boolean(b?.deleted),
  },
  'delete for good': {
    seed: { 'unknot/episode/b': fullEpisode({ deleted: '2026-11-22T10:00:00+00:00' }) },
    at: '#/diary',
    act: async (app) => {
      await app.page.getByText('Deleted (1)').click();
      await app.page.getByRole('button', { name: /^Delete for good/ }).click();
      await app.page.getByRole('button', { name: /^Yes, delete for good/ }).click();
    },
    shown: (app) => app.page.getByText('Deleted for good.'),
    holds: ({ b }, gone) => b === undefined && gone.includes('b'),
  },
  undo: {
    seed: { 'unknot/episode/b': fullEpisode() },
    at: '#/episode/b',
    before: (app) => app.button('Delete this episode').click(),
    act: (app) => app.button('Undo').click(),
    shown: (app) => app.page.getByText('The episode is back.'),
    holds: ({ b }) => b !== undefined && !b.deleted,
  },
  'check-up': {
    at: '#/check',
    act: (app) => app.button('None of these').click(),
    shown: (app) => app.heading('How old are you?'),
    holds: (episodes, gone, checkups) => checkups.length === 1 && checkups[0].answers.danger?.[0] === 'none',
  },
  restore: {
    at: '#/settings',
    before: async (app) => {
      await app.chooseBackup(FILE);
      await expect(app.button('Restore')).toBeVisible();
    },
    act: (app) => app.button('Restore').click(),
    shown: (app) => app.page.getByText('Restored. Records written: 3.'),
    holds: ({ x, y, z }) => x?.notes === 'x' && y?.notes === 'y' && z?.notes === 'z',
    waits: true,
    // All of it or nothing.
    or: ({ x, y, z }) => !x && !y && !z,
  },
  erase: {
    at: '#/settings',
    before: (app) => app.button('Erase everything').click(),
    act: (app) => app.button('Yes, erase everything').click(),
    shown: (app) => app.page.getByText('Everything is erased.'),
    holds: (episodes) => Object.keys(episodes).length === 0,
    erases: true,
  },
};

const SEEDER = '<!doctype html><link rel="icon" href="data:,">';

/** Both stores as they are to begin with. */
async function begin(app, { seed = {}, at = '#/', before }) {
  const { page } = app;
  await page.goto('./empty');
  await page.evaluate((texts) => new Promise((resolve, reject) => {
    localStorage.clear();
    for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
    const open = indexedDB.open('unknot', 1);
    open.onerror = reject;
    open.onupgradeneeded = () => open.result.createObjectStore('records');
    open.onsuccess = () => {
      const store = open.result.transaction('records', 'readwrite').objectStore('records');
      store.clear();
      for (const [key, text] of Object.entries(texts)) store.put(text, key);
      store.transaction.oncomplete = () => {
        open.result.close();
        resolve();
      };
    };
  }), { ...STAYS, ...seed, 'unknot/epoch': '0' });
  await app.open(at);
  await page.evaluate(() => window.faults.quiet());
  if (before) await before(app);
  await page.evaluate(() => window.faults.quiet());
}

/** Does what is to be done, with this fault. Gives whether it was shown, and whether it was refused. */
async function tried(app, { act, shown, waits = false }, k, fault) {
  const { page } = app;
  await page.evaluate((armed) => window.faults.arm(...armed), [k, fault]);
  await act(app);
  const refused = page.getByText('Not saved').first();
  const isDead = () => page.evaluate(() => window.faults.isDead());
  // A journal that never answers keeps nobody waiting but for what it alone can do.
  await expect.poll(async () => await shown(app).first().isVisible() || await refused.isVisible() || (waits && isDead())).toBe(true);
  await page.evaluate(() => window.faults.quiet());
  return { dead: await isDead(), shown: await shown(app).first().isVisible(), refused: await refused.isVisible(), calls: await page.evaluate(() => window.faults.calls()) };
}

/** What is there after a reload, in both stores. */
async function after(app) {
  const { page } = app;
  await page.goto('./#/');
  await page.reload();
  await appUp(page);
  await page.evaluate(() => window.faults.quiet());
  const records = (texts) => Object.fromEntries(Object.entries(texts).filter(([key]) => /^unknot\/(episode|checkup)\//.test(key)));
  const [first, second] = [records(await app.stored()), records(await journal(page))];
  const of = (kind) => Object.entries(first).filter(([key]) => key.startsWith(`unknot/${kind}/`)).map(([key, text]) => [key.slice(`unknot/${kind}/`.length), text]);
  return {
    same: JSON.stringify(first) === JSON.stringify(second),
    both: [first, second],
    episodes: Object.fromEntries(of('episode').filter(([, text]) => !isGone(text)).map(([id, text]) => [id, readEpisode(text)])),
    gone: of('episode').filter(([, text]) => isGone(text)).map(([id]) => id),
    checkups: of('checkup').map(([, text]) => JSON.parse(text)),
  };
}

const isChosen = (n) => ALL || n % 10 === 3;

test.use({ expectedTrouble: [/Error|error/] });

for (const [name, scenario] of Object.entries(SCENARIOS)) {
  test(`${name}: each call to a store fails in each way`, async ({ app, page }) => {
    test.setTimeout(1_800_000);
    await page.addInitScript(breakOne);
    await page.route('**/empty', (route) => route.fulfill({ contentType: 'text/html', body: SEEDER }));
    await app.clock('2026-11-22T12:00:00Z');

    await begin(app, scenario);
    const { calls } = await tried(app, scenario, -1, '');
    const cases = [];
    for (const [k, call] of calls.entries()) {
      for (const [fault, applies] of Object.entries(FAULTS)) if (applies(call)) cases.push({ k, call, fault });
    }
    const chosen = cases.filter((_, n) => isChosen(n));
    const wrong = [];
    for (const { k, call, fault } of chosen) {
      await begin(app, scenario);
      const { shown, refused, dead } = await tried(app, scenario, k, fault);
      const there = await after(app);
      const holds = scenario.holds(there.episodes, there.gone, there.checkups);
      const say = (what) => wrong.push(`${k} (${call}), ${fault}: ${what}; shown ${shown}, refused ${refused}, ${JSON.stringify(there.both)}`);
      if (!shown && !refused && !dead) say('neither done nor refused');
      if (shown && !refused && !holds) say('acknowledged, and not there');
      if (!holds && scenario.or && !scenario.or(there.episodes)) say('half of it is there');
      if (!there.same) say('the stores differ');
      const stays = there.episodes.s?.notes === 'stays';
      if (!stays && !(scenario.erases && holds)) say('what was there is lost');
    }
    console.log(`faults: ${name}: K = ${calls.length}, ${chosen.length} of ${cases.length} cases, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  });
}
