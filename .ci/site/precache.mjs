// Build step: the list of files that the service worker keeps, written into dist/sw.js.
import { createHash } from 'node:crypto';
import { bytesOf, fail, files, read, sri, write } from './files.mjs';

const PLACEHOLDER = 'const RELEASE = null;';

// Without pictures: only a store or a home screen shows them, and the system keeps them by itself.
const release = files()
  .filter((file) => file !== 'sw.js' && !file.endsWith('.png'))
  .map((file) => [file === 'index.html' ? './' : file, sri(bytesOf(file))]);

const worker = read('sw.js');
if (worker.split(PLACEHOLDER).length !== 2) fail(`looked once for "${PLACEHOLDER}" in dist/sw.js, where the list of files goes.`);
const version = createHash('sha256').update(worker).update(JSON.stringify(release)).digest('hex').slice(0, 12);
write('sw.js', worker.replace(PLACEHOLDER, () => `const RELEASE = ${JSON.stringify({ version, files: release })};`));
