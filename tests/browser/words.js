// The words of the site by their ids in words/en/*.ftl, read by Fluent's own library. A walk finds things by role and
// word id, so that a new sentence breaks no walk.
import { readdirSync, readFileSync } from 'node:fs';
import { FluentBundle, FluentNumber, FluentResource } from '@fluent/bundle';

const folder = new URL('../../words/en/', import.meta.url);
const bundle = new FluentBundle('en', { useIsolating: false });
for (const file of readdirSync(folder)) {
  const faults = bundle.addResource(new FluentResource(readFileSync(new URL(file, folder), 'utf8')));
  if (faults.length > 0) throw new Error(`${file}: ${faults}`);
}

const patternOf = (id) => {
  const [name, attribute] = id.split('.');
  const message = bundle.getMessage(name);
  const pattern = attribute ? message?.attributes[attribute] : message?.value;
  if (!pattern) throw new Error(`no word ${id}`);
  return pattern;
};

// The program writes numbers in plain digits.
const plain = (value) => (typeof value === 'number' ? new FluentNumber(value, { useGrouping: false }) : value);

/** The text of a word: word('now-start'), word('now-start.help'), word('frame-filling', { percent: 91 }). */
export const word = (id, values = {}) => {
  const faults = [];
  const given = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plain(value)]));
  const text = bundle.formatPattern(patternOf(id), given, faults);
  if (faults.length > 0) throw new Error(`${id}: ${faults}`);
  return text;
};

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A pattern of a word wherever it stands, for arguments that a walk does not know: one that is not given is anything. */
export const wordLike = (id, values = {}) => {
  // Stands in no word.
  const ANYTHING = '\u{E000}';
  const given = new Proxy(values, {
    get: (known, key) => (key in known ? plain(known[key]) : ANYTHING),
    getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
  });
  const text = bundle.formatPattern(patternOf(id), given, []);
  return new RegExp(escaped(text).replaceAll(ANYTHING, '.+'));
};

/** A pattern of any of these words. */
export const anyWord = (...ids) => new RegExp(ids.map((id) => wordLike(id).source).join('|'));

/** What is told of records that were found again, however many. */
export const FOUND_AGAIN = new RegExp(`${escaped(word('notices-found-again', { records: 1 }))}|${wordLike('notices-found-again').source}`);

/** What is told where a change was not saved. */
export const NOT_SAVED = anyWord('notices-blocked', 'notices-full', 'notices-lost', 'notices-failed', 'notices-unreadable', 'notices-gone', 'notices-dropped');

/** What stands on Now and in Settings while the durable store does not follow. */
export const AT_RISK = anyWord('frame-connection-lost', 'frame-durable-full', 'frame-no-durable');
