// The service worker: keeps one whole version of Unknot on the device, so that it opens without a
// network. It holds no diary (that is in localStorage and IndexedDB) and caches only the files of its own
// version.

// .ci/site/precache.mjs writes { version, files: [[url, integrity], …] } here. Without it
// (`make dev`) this worker does nothing.
const RELEASE = null;

// All pages of one account share an origin and its caches: another app, or this one at another
// path, may keep its own. A scope's path is percent-encoded, so a space ends it.
const OURS = `unknot ${new URL(registration.scope).pathname} `;
const CACHE = `${OURS}${RELEASE?.version}`;

const FILES = RELEASE?.files ?? [];
const PAGE = './';

// The path of a request → the file that answers it. Not "every navigation": a site at the root of an
// account has the account's other sites below it.
const byPath = new Map(FILES.map((file) => [new URL(file[0], location).pathname, file]));
byPath.set(new URL('./index.html', location).pathname, byPath.get(new URL(PAGE, location).pathname));

// A browser refuses a page or a script of another type, whatever its bytes are.
const TYPES = [[/(^\.\/|\.html)$/, /^text\/html\b/], [/\.js$/, /^(text|application)\/javascript\b/]];
const hasType = (url, response) => TYPES.every(([name, type]) => !name.test(url) || type.test(response.headers.get('Content-Type') ?? ''));

/**
 * Fetches a file of this version: with its status, its type and its bytes checked. If the HTTP cache has
 * another one, the second attempt goes past it. Rejects if the server has another one too: while a new
 * version is being published, a server may for some minutes answer with an old file beside a new one.
 */
async function fetchVerified([url, integrity]) {
  const attempt = async (cache) => {
    const response = await fetch(url, { integrity, cache });
    if (!response.ok || response.redirected || !hasType(url, response)) throw new TypeError(`${url}: ${response.status} ${response.headers.get('Content-Type')}`);
    return response;
  };
  return attempt('no-cache').catch(() => attempt('reload'));
}

/** The cache of this version, or undefined if Cache Storage fails: the network is left then. */
const openCache = () => caches.open(CACHE).catch(() => undefined);

/** The files of this version that the cache lacks: the browser may have emptied it for room. */
async function missing(cache) {
  const kept = new Set((await cache.keys()).map((request) => request.url));
  return FILES.filter(([url]) => !kept.has(new URL(url, location).href));
}

/** Fetches these files and puts each into the cache as soon as it is verified. */
const refill = (cache, files) => Promise.allSettled(files.map(async (file) => cache.put(file[0], await fetchVerified(file))));

addEventListener('install', (event) => {
  if (!RELEASE) return;
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    // All or nothing: a version that is not whole is not installed.
    const responses = await Promise.all(FILES.map(fetchVerified));
    await Promise.all(FILES.map(([url], n) => cache.put(url, responses[n])));
  })());
});

addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    // Older versions, and the unpacked programs that version 0.1 kept beside them.
    const old = (await caches.keys().catch(() => [])).filter((name) => name.startsWith(OURS) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    // The page that brought this worker is served by it from now on, without a reload.
    await clients.claim();
  })());
});

/**
 * The page. If files of this version are missing, they are fetched again beside it, and the page itself
 * comes from the network: it may be of a newer version, of which the server has all files.
 */
async function answerPage(event, file) {
  const cache = await openCache();
  if (!cache) return fetch(event.request);
  const [kept, lacking] = await Promise.all([cache.match(file[0]), missing(cache)]);
  if (kept && !lacking.length) return kept;
  event.waitUntil(refill(cache, lacking));
  const fetched = fetch(event.request);
  return kept ? fetched.then((response) => (response.ok ? response : kept), () => kept) : fetched;
}

async function answerFile(event, file) {
  const cache = await openCache();
  // The page asks so after it could not start: what is kept may be damaged.
  if (event.request.cache === 'reload') {
    const fresh = await fetchVerified(file).catch(() => undefined);
    if (fresh) event.waitUntil(Promise.resolve(cache?.put(file[0], fresh.clone())).catch(() => undefined));
    if (fresh) return fresh;
  }
  return (await cache?.match(file[0])) ?? fetch(event.request);
}

addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  const file = origin === location.origin && byPath.get(pathname);
  if (!RELEASE || method !== 'GET' || !file) return;
  // If Cache Storage fails in the middle, the network answers.
  const answer = mode === 'navigate' ? answerPage : answerFile;
  event.respondWith(answer(event, file).catch(() => fetch(event.request)));
});

// A notification leads back to the page that showed it.
addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil((async () => {
    const [page] = await clients.matchAll({ type: 'window' });
    await (page ? page.focus() : clients.openWindow('./'));
  })());
});

// A new version waits until every page of the old one is closed, or until the person asks for it.
addEventListener('message', (event) => {
  if (event.data?.type === 'skip-waiting') skipWaiting();
});
