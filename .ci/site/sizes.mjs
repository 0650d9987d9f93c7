// Prints the bytes of the built site, and compares them with docs/size.md.
//   node .ci/site/sizes.mjs                   print
//   node .ci/site/sizes.mjs --check           fail if it grew by more than 1 %, or over a limit
//   node .ci/site/sizes.mjs --renew "reason"  write today's numbers, with the reason, into docs/size.md
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { bytesOf, fail, files } from './files.mjs';

const RECORD = fileURLToPath(new URL('../../docs/size.md', import.meta.url));
/** Growth that needs no new line: a change of a dependency's patch version, another zlib. */
const TOLERANCE = 1.01;
const COLUMNS = ['gzip', 'brotli', 'page'];

/** Everything that is fetched before the app runs: the page, its script, its program. */
export const isFirstVisit = (file) => file === 'index.html' || (/^unknot-.*\.(js|wasm)$/.test(file));

const encoded = (file, encode) => (file.endsWith('.png') ? bytesOf(file) : encode(bytesOf(file))).length;

/** The bytes of the first visit by each encoding, and of the page alone by gzip. */
export function measure() {
  const first = files().filter(isFirstVisit);
  if (first.length !== 3) fail(`a first visit is a page, a script and a program; found ${first.join(', ')}`);
  const sum = (encode) => first.reduce((all, file) => all + encoded(file, encode), 0);
  return { gzip: sum(gzipSync), brotli: sum(brotliCompressSync), page: encoded('index.html', gzipSync) };
}

const numbers = (line) => Object.fromEntries(line.split('|').slice(2, 5).map((cell, n) => [COLUMNS[n], Number(cell.replaceAll(',', ''))]));

/** The limits and the last recorded numbers of docs/size.md. */
export function recorded() {
  const rows = readFileSync(RECORD, 'utf8').split('\n').filter((line) => /^\| .*\d,\d/.test(line));
  return { limits: numbers(rows[0]), last: numbers(rows.at(-1)) };
}

/** Each number that is over its limit, or over the recorded one by more than the tolerance, in words. */
export function complaints(now = measure(), { limits, last } = recorded()) {
  return COLUMNS.flatMap((name) => [
    ...(now[name] > limits[name] ? [`${name}: ${now[name]} bytes, the limit is ${limits[name]}`] : []),
    ...(now[name] > last[name] * TOLERANCE ? [`${name}: ${now[name]} bytes, docs/size.md says ${last[name]}: node .ci/site/sizes.mjs --renew "reason"`] : []),
  ]);
}

const format = (number) => number.toLocaleString('en');

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [option, reason] = process.argv.slice(2);
  const now = measure();
  if (option === '--renew') {
    if (!reason) fail('say why the size changed: node .ci/site/sizes.mjs --renew "reason"');
    const row = [new Date().toISOString().slice(0, 10), ...COLUMNS.map((name) => format(now[name])), reason.replaceAll('|', '/')];
    writeFileSync(RECORD, `${readFileSync(RECORD, 'utf8').trimEnd()}\n| ${row.join(' | ')} |\n`);
  }
  console.log('Bytes as sent:     gzip    brotli');
  for (const file of files()) console.log(`${format(encoded(file, gzipSync)).padStart(23)} ${format(encoded(file, brotliCompressSync)).padStart(9)}  ${file}`);
  console.log(`${format(now.gzip).padStart(23)} ${format(now.brotli).padStart(9)}  a first visit, until the app runs`);
  const wrong = option === '--check' ? complaints(now) : [];
  if (wrong.length) fail(wrong.join('\n'));
}
