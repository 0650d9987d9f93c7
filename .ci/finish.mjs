// The last step of a release build, on the dist/ that Trunk wrote:
//   1. a smaller program: nothing that a static page never calls, short names, packed; minified JavaScript
//   2. one inline <style> out of several, and no comments
//   3. a strict content security policy, as the first thing the browser reads
//   4. the service worker's list of files
// Refuses a page that the policy would break, and prints what a first visit costs.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import binaryen from 'binaryen';
import { minify } from 'terser';
import { unpack } from '../src/unpack.js';
import { encoded } from './serve.mjs';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
// What fits into the first round trip of a new connection: ten packets of 1,460 bytes.
const HTML_LIMIT = 14_600;

const fail = (message) => {
  console.error(`finish: ${message}`);
  process.exit(1);
};
const sha256 = (data) => createHash('sha256').update(data).digest('base64');

// --- 1. The program --------------------------------------------------------------------------

/**
 * The program and its script, without what a static page never calls, and what they call each other by
 * made short. Leptos brings classes that stream to and from a server, and exports them, so no tool before this one
 * may drop them. There is no server here.
 *
 * Functions are sorted by their names, so that what was written together stands together and is predicted
 * better; `wasm-bindgen` sorts them by size. The data stay in one piece, zeros and all: cut at its zeros it is
 * smaller here and 2 kB larger as it is sent, for what follows is then predicted worse. Nothing lies in the lowest
 * kilobyte of memory: there the stack would end. So what is added to an address can stand in the load itself.
 */
function small(bytes, js) {
  binaryen.setDebugInfo(true);
  const program = binaryen.readBinary(bytes);
  for (let n = program.getNumExports() - 1; n >= 0; n -= 1) {
    const { name } = binaryen.getExportInfo(program.getExportByIndex(n));
    if (/^(__wbg_)?intounderlying/.test(name)) program.removeExport(name);
  }
  const file = join(DIST, 'small.wasm');
  const passes = ['--low-memory-unused', '-Oz', '-Oz', '--skip-pass=memory-packing', '--reorder-functions-by-name',
    '--minify-imports-and-exports-and-modules', '--strip-producers', '--strip-target-features'];
  const names = JSON.parse(execFileSync('wasm-opt', [...passes, '-', '-o', file], { input: program.emitBinary(), maxBuffer: 2 ** 26 }));
  const wasm = readFileSync(file);
  rmSync(file);
  return { wasm, js: renamedIn(withoutStreams(js), names) };
}

/** The script without the classes that go with the exports which `small` removes, and without its second way to start. */
const withoutStreams = (js) => js
  .replace(/^export class (\w+) \{[^]*?^\}\nif \(Symbol\.dispose\).*\n/gm, '')
  .replace(/^const IntoUnderlying\w+Finalization = [^]*?;\n/gm, '')
  .replace('export { initSync, ', 'export { ');

/** The script with the new names, and without what the program does not import. (wasm-opt calls the script itself "a".) */
function renamedIn(js, { imports, exports }) {
  const now = new Map(imports.map(([, name, short]) => [name, short]));
  const [[module]] = imports;
  const found = [];
  let script = js
    .replace(/^ {8}(__wb\w+): [^]*?^ {8}\}.*\n/gm, (entry, name) => {
      if (!now.has(name)) return '';
      found.push(name);
      return entry.replace(name, now.get(name));
    })
    .replace(`"${module}": import0`, 'a: import0');
  if (found.length !== imports.length) fail(`the program imports ${imports.length} functions, and its script has ${found.length} of them.`);
  for (const [name, short] of exports) script = script.replaceAll(new RegExp(`\\bwasm\\.${name}\\b`, 'g'), `wasm.${short}`);
  return script;
}

/** The program as it is fetched, behind what unpacks it: `unpack/src/lib.rs` says why. */
async function packed(bytes) {
  const cargo = (input, ...args) => execFileSync('cargo', [...args, '--quiet', '--release', '--package', 'unpack'], { input, maxBuffer: 2 ** 26 });
  cargo('', 'build', '--lib', '--target', 'wasm32-unknown-unknown');
  const target = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../target', import.meta.url));
  const unpacker = execFileSync('wasm-opt', ['-Oz', '--strip-producers', '--strip-target-features', join(target, 'wasm32-unknown-unknown/release/unpack.wasm'), '-o', '-']);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(unpacker.length);
  const file = Buffer.concat([length, unpacker, cargo(bytes, 'run', '--example', 'pack')]);
  if (!Buffer.from(bytes).equals(Buffer.from(await unpack(new Blob([file]).stream())))) fail('the packed program does not unpack to itself.');
  return file;
}

/** A script as small as can be. What is at the top of one that is no module keeps its name. */
const smallJs = async (js, module, compress = { passes: 2 }) => (await minify(js, { module, compress })).code;

/** Writes a file under a name that says what is in it now, and gives that name. (Trunk writes a hash without the zeros it begins with.) */
function renamed(name, content, now = name) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  const named = now.replace(/-[0-9a-f]+/, `-${hash}`);
  rmSync(join(DIST, name));
  writeFileSync(join(DIST, named), content);
  return named;
}

/** What Trunk wrote must be there, exactly once, to be replaced. */
function replaced(page, from, to) {
  if (page.split(from).length !== 2) fail(`looked once for ${from} in dist/index.html.`);
  return page.replace(from, () => to);
}

async function smallProgram(page) {
  const names = readdirSync(DIST).filter((name) => /-[0-9a-f]+(_bg\.wasm|\.js)$/.test(name));
  if (names.length !== 2) fail(`looked for one program and its script in dist/, found: ${names.join(', ') || 'none'}`);
  const [js, wasm] = names.sort((a, b) => a.endsWith('.wasm') - b.endsWith('.wasm'));
  const read = (path) => readFileSync(path, 'utf8');
  const program = small(readFileSync(join(DIST, wasm)), read(join(DIST, js)));
  const script = renamed(js, await smallJs(program.js + read(fileURLToPath(new URL('../src/unpack.js', import.meta.url))), true));
  const file = renamed(wasm, await packed(program.wasm), wasm.replace('_bg.wasm', '.packed'));
  page = replaced(page, `import init from './${js}'`, `import init, { program } from './${script}'`);
  page = replaced(page, `module_or_path: './${wasm}'`, `module_or_path: program('./${file}')`);
  page = replaced(page, `href="./${js}"`, `href="./${script}"`);
  page = replaced(page, `href="./${wasm}" crossorigin="anonymous" as="fetch" type="application/wasm"`, `href="./${file}" crossorigin="anonymous" as="fetch"`);
  return page;
}

// --- 2. The page -----------------------------------------------------------------------------

/** Takes out comments and the space that means nothing. Text in quotes is left as it is. */
const smallCss = (css) => css
  .replace(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\/\*[^]*?\*\//g, (_, text) => text ?? ' ')
  .split(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/)
  .map((part, i) => (i % 2 ? part : part.replace(/\s+/g, ' ').replace(/ ?([{};,]) ?/g, '$1').replaceAll(': ', ':').replaceAll(';}', '}')))
  .join('')
  .trim();

/**
 * For browsers that do not know light-dark(), and would have no colours at all: those of the day,
 * from the same table.
 */
function dayColours(css) {
  const colours = [...css.matchAll(/(--[\w-]+): light-dark\(([^,]+),[^)]+\);/g)].map(([, name, day]) => `${name}:${day};`);
  return colours.length ? `@supports not (color: light-dark(#000,#000)) { :root, :root[data-theme] { color-scheme: light; ${colours.join('')} } }\n` : '';
}

async function smallPage(html) {
  const css = [];
  let page = html
    .replace(/<!--[^]*?-->\s*/g, '')
    .replace(/<style>([^]*?)<\/style>\s*/g, (_, text) => {
      css.push(text + dayColours(text));
      return css.length === 1 ? '<style></style>\n' : '';
    })
    .replace(/^\s*/gm, '');
  if (css.length === 0) fail('found no inline <style> in dist/index.html. Does index.html still name the files of style/?');
  // By a function: a replacement text would give "$" a meaning.
  page = page.replace('<style></style>', () => `<style>${smallCss(css.join('\n'))}</style>`);
  for (const [script, open, js] of page.matchAll(/(<script[^>]*>)([^]*?)<\/script>/g)) {
    const small = await smallJs(js, open.includes('module'));
    page = page.replace(script, () => `${open}${small}</script>`);
  }
  return page;
}

/** What the policy would block, or what would break below a sub-path. */
function refuse(page) {
  const markup = page.replace(/(<(script|style)[^>]*>)[^]*?(<\/\2>)/g, '$1$3');
  for (const [tag, name] of markup.matchAll(/<([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^"'>])*>/gi)) {
    if (name.toLowerCase() === 'base') fail('the page has a <base>: links inside it, and in SVG, would leave the sub-path.');
    for (const [, attribute, double, single, bare] of tag.matchAll(/\s([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*))/gi)) {
      const value = double ?? single ?? bare;
      if (attribute.toLowerCase() === 'style') fail(`a style attribute, which the policy blocks: ${tag}`);
      if (/^on/i.test(attribute)) fail(`an inline event handler, which the policy blocks: ${tag}`);
      if (/^(src|href|srcset|action|poster)$/i.test(attribute) && /^\s*(\/|\\|[a-z][a-z0-9+.-]*:(?<!^tel:))/i.test(value)) {
        fail(`an address that is not relative to the page: ${tag}`);
      }
    }
  }
}

/** `default-src 'none'`, and then only what this page is seen to need. */
function policy(page) {
  const hashes = (element) => [...page.matchAll(new RegExp(`<${element}([^>]*)>([^]*?)</${element}>`, 'g'))]
    .filter(([, attributes]) => !/\ssrc=/.test(attributes))
    .map(([, , text]) => `'sha256-${sha256(text)}'`)
    .join(' ');
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${hashes('script')}`,
    `style-src ${hashes('style')}`,
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const indexPath = join(DIST, 'index.html');
if (!existsSync(indexPath)) fail('there is no dist/index.html. Build first: make build');
const built = readFileSync(indexPath, 'utf8');
if (built.includes('Content-Security-Policy')) fail('dist/ is finished already. To build it again: make build');
const page = await smallPage(await smallProgram(built));
refuse(page);
const CHARSET = '<meta charset="utf-8">';
if (!page.includes(CHARSET)) fail(`found no ${CHARSET} in dist/index.html, after which the policy goes.`);
const index = page.replace(CHARSET, () => `${CHARSET}\n  <meta http-equiv="Content-Security-Policy" content="${policy(page)}">`);
writeFileSync(indexPath, index);

// --- 3. The service worker -------------------------------------------------------------------

const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(DIST.length + 1).replaceAll(sep, '/'))
  .sort();

// Not what only a store or a home screen shows: the system fetches and keeps that by itself.
const precached = files.filter((file) => file !== 'sw.js' && !file.endsWith('.png'));
const release = precached.map((file) => [
  file === 'index.html' ? './' : file,
  `sha256-${sha256(readFileSync(join(DIST, file)))}`,
  // A name with the content's hash in it can't be stale, so what the page has just fetched will do.
  /-[0-9a-f]{16}/.test(file) ? 'default' : 'no-cache',
]);

const workerPath = join(DIST, 'sw.js');
const PLACEHOLDER = 'RELEASE=null';
// Without what works out values: the list is none yet.
const worker = existsSync(workerPath) ? await smallJs(readFileSync(workerPath, 'utf8'), false, false) : '';
if (!worker.includes(PLACEHOLDER)) fail(`found no "${PLACEHOLDER}" in dist/sw.js, where the list of files goes.`);
const version = createHash('sha256').update(worker).update(JSON.stringify(release)).digest('hex').slice(0, 12);
writeFileSync(workerPath, worker.replace(PLACEHOLDER, () => `RELEASE=${JSON.stringify({ version, files: release })}`));

// --- 4. What it costs ------------------------------------------------------------------------

const size = (file) => encoded(file, readFileSync(join(DIST, file))).length;
const line = (bytes, what) => console.log(`${bytes.toLocaleString('en').padStart(9)}  ${what}`);
console.log(`Unknot ${version}: bytes as sent (gzip)`);
for (const file of files) line(size(file), file);
line([...precached, 'sw.js'].reduce((sum, file) => sum + size(file), 0), 'a first visit: the page, and all it needs offline');
if (size('index.html') > HTML_LIMIT) fail(`index.html has ${size('index.html')} bytes; the limit is ${HTML_LIMIT}.`);
