// The service worker: keeps one whole version of Unknot on the device, so that it opens without a
// network. It holds no diary (that is in localStorage and IndexedDB) and caches nothing but the files of its own
// version.

// .ci/finish.mjs writes { version, files: [[url, integrity, cache], …] } here. Without it
// (`make dev`) this worker does nothing.
const RELEASE = null;

// All pages of one account share an origin and its caches: another app, or this one at another
// path, may keep its own. A scope's path is percent-encoded, so a space ends it.
const OURS = `unknot ${new URL(registration.scope).pathname} `;
const CACHE = `${OURS}${RELEASE?.version}`;
// The program as src/unpack.js keeps it.
const PROGRAM = `${OURS}program`;

// What a request's path is kept as. Not "every navigation": a site at the root of an account has
// the account's other sites below it.
const kept = new Map((RELEASE?.files ?? []).map(([url]) => [new URL(url, location).pathname, url]));
kept.set(new URL('./index.html', location).pathname, './');

addEventListener('install', (event) => {
  if (!RELEASE) return;
  // All or nothing. The integrity makes it *this* version: while a new one is being published, a
  // server may for some minutes answer with an old file beside a new one.
  const requests = RELEASE.files.map(([url, integrity, cache]) => new Request(url, { integrity, cache }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)));
});

addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE && name !== PROGRAM);
    // What the page keeps unpacked goes with the version that it is of. On a first visit it is this one's.
    if (old.length) old.push(PROGRAM);
    await Promise.all(old.map((name) => caches.delete(name)));
    // The page that brought this worker is served by it from now on, without a reload.
    await clients.claim();
  })());
});

addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (!RELEASE || method !== 'GET' || origin !== location.origin || !kept.has(pathname)) return;
  event.respondWith((async () => {
    const cache = await caches.open(CACHE);
    // The browser may have emptied the cache for room: then the network.
    return (await cache.match(kept.get(pathname))) ?? fetch(event.request);
  })());
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
