// The built site as the steps after Trunk read and write it.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Ends the build. */
export const fail = (message) => {
  console.error(`build: ${message}`);
  process.exit(1);
};

export const bytesOf = (file) => readFileSync(join(DIST, file));
export const write = (file, text) => writeFileSync(join(DIST, file), text);

/** The text of a file that the build must have made. */
export function read(file) {
  if (!existsSync(join(DIST, file))) fail(`there is no dist/${file}. Build first: make build`);
  return bytesOf(file).toString('utf8');
}

/** A hash as policies and integrity attributes spell it. */
export const sri = (data) => `sha256-${createHash('sha256').update(data).digest('base64')}`;

/** Every file below dist/, sorted, with "/" between folders. */
export const files = () => readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(DIST.length).replaceAll(sep, '/'))
  .sort();
