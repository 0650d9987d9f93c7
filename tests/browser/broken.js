// A browser whose stores fail at one call, in one way.

/** What can go wrong with a call. "idb" calls are those of the journal. */
export const FAULTS = {
  quota: (call) => /setItem|put/.test(call),
  security: (call) => /setItem|getItem|removeItem|keys|open|transaction/.test(call),
  'silent no-op': (call) => /setItem|removeItem/.test(call),
  'torn write': (call) => /setItem/.test(call),
  'stale read': (call) => /getItem/.test(call),
  abort: (call) => /idb (get|put|delete|clear)/.test(call),
  'closed for good': (call) => /idb transaction/.test(call),
  'never answers': (call) => /idb/.test(call),
};

/**
 * In the page, before the app: counts the calls, and lets one of them fail when it is armed; from the very
 * start when the tab has been told so.
 */
export function breakOne() {
  const state = { armed: false, k: -1, fault: '', calls: [], open: 0, dead: false, closed: false, before: {} };
  const early = sessionStorage.getItem('faults');
  if (early) {
    const [k, fault] = JSON.parse(early);
    Object.assign(state, { armed: true, k, fault });
  }
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
  wrap(Storage.prototype, ['setItem', 'getItem', 'removeItem'], function stored(name, go, [key, text]) {
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
  wrap(Reflect, ['ownKeys'], (name, go, [object]) => {
    if (object === localStorage && turn('keys') === 'security') throw new DOMException('', 'SecurityError');
    return go();
  });
  const dead = () => new EventTarget();
  wrap(IDBFactory.prototype, ['open'], function opened(name, go, [database]) {
    if (database !== 'unknot') return go();
    if (state.closed) throw new DOMException('', 'UnknownError');
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
    if (fault === 'closed for good') state.closed = true;
    if (state.closed) throw new DOMException('', 'InvalidStateError');
    const transaction = go();
    if (!state.dead) {
      state.open += 1;
      for (const end of ['complete', 'abort', 'error']) {
        transaction.addEventListener(end, (event) => {
          if (end !== 'error') state.open -= 1;
          // What never answers is not done, and does not say so.
          if (state.dead) event.stopImmediatePropagation();
        });
      }
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
      this.transaction.abort();
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
