// Every address of the app, for tests that look at all pages. That none is missing is held against route.rs.
import { readFileSync } from 'node:fs';
import { GUIDE, diary, episode } from './records.js';

const ROUTE = readFileSync(new URL('../../src/ui/route.rs', import.meta.url), 'utf8');
const QUESTIONS = readFileSync(new URL('../../src/guide/content/questions.rs', import.meta.url), 'utf8')
  .split(/^ {4}Question \{$/m)
  .slice(1)
  .map((question) => ({ id: question.match(/\bid: "(.+)"/)[1], kind: question.match(/\bkind: Kind::(\w+)/)[1], aboutYou: question.includes('profile: true') }))
  // All of one kind are one page: each that has a field, and of the others the first.
  .filter(({ kind }, n, all) => kind === 'Number' || all.findIndex((one) => one.kind === kind) === n);
const EASE = [...ROUTE.matchAll(/\(Ease::\w+, "(\w+)",/g)].map(([, name]) => `relief/${name}`);
const CARDS = readFileSync(new URL('../../src/guide/content/cards.rs', import.meta.url), 'utf8');
const CARD = [...CARDS.matchAll(/^ {8}id: "([\w-]+)",/gm)].map(([, id]) => `cards/${id}`);

/** A diary in which each of these addresses has something to show. */
export const everything = () => ({
  ...diary(),
  'unknot/checkup/k': JSON.stringify({ v: 1, rev: 1, started: '2026-11-22T11:40:00+00:00', answers: { danger: ['none'] }, guide: GUIDE, urgency: 'self-care', rules: [] }),
  'unknot/episode/n': episode({ start: '2026-11-22T08:00:00+00:00', end: '2026-11-22T09:00:00+00:00' }),
});

/** The addresses, `start` apart: it goes on to Now at once. */
export const ROUTES = [
  '', 'check', 'diary', 'episode', 'episode/b', 'day/2026-11-22', 'day/2026-11-20', 'trends', 'report', 'relief',
  ...EASE, 'cards', ...CARD, 'learn', 'rules', 'settings', 'checkup/c', 'checkup/c/sheet', 'no-such-page',
  ...QUESTIONS.map(({ id }) => `check/k/${id}`),
  ...QUESTIONS.filter(({ aboutYou }) => aboutYou).map(({ id }) => `about/${id}`),
].map((path) => `#/${path}`);

/** The first parts of the addresses that the app knows. */
export const KNOWN = [...new Set([...ROUTE.matchAll(/^ {12}\["(\w+)"/gm)].map(([, name]) => name))].filter((name) => name !== 'start');

/** Opens every disclosure of the page. */
export const openAll = (page) => page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));

/** Goes there inside the app: without loading the page, and without a tap that takes the focus first. */
export async function goInside(page, route) {
  await page.evaluate((to) => new Promise((resolve) => {
    if (location.hash === to) return resolve();
    addEventListener('hashchange', () => requestAnimationFrame(() => requestAnimationFrame(resolve)), { once: true });
    location.hash = to;
    return undefined;
  }), route);
}
