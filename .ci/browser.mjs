// Finds the browser that the tests drive, and says how to start it.
// As a program: prints its path, or fails.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ON_A_MAC = ['Chromium', 'Google Chrome'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** A name is not enough: Ubuntu has a `chromium-browser` that only says what to install. */
const isBrowser = (path) => isProgram(path) && /^(Chromium|Google Chrome)/m.test(spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 60_000 }).stdout);

const onPath = (names) => (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));

/** `$CHROMIUM`, else an installed one, else the one that Playwright downloaded; or undefined. */
export function browser() {
  const { CHROMIUM, UNKNOT_BROWSER } = process.env;
  if (CHROMIUM) return isProgram(CHROMIUM) ? CHROMIUM : undefined;
  if (UNKNOT_BROWSER) return UNKNOT_BROWSER;
  const found = [...NAMES.flatMap((name) => onPath([name])), ...ON_A_MAC, chromium.executablePath()].find(isBrowser);
  // So that it is asked once, and not by every process that the tests start.
  if (found) process.env.UNKNOT_BROWSER = found;
  return found;
}

/**
 * The same without windows, where that is installed: a new context takes it a fifth of the time. Else the
 * browser itself, as where `$CHROMIUM` names one.
 */
export const shell = () => (process.env.CHROMIUM ? undefined : onPath(['chromium-headless-shell']).find(isProgram)) ?? browser();

/** Options for `chromium.launch`. The browser is told not to talk to anyone by itself. */
export const launchOptions = (executablePath = browser()) => ({
  executablePath,
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Chromium refuses to start its sandbox as root, which is what containers are.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
});

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const path = browser();
  if (path) console.log(path);
  else process.exitCode = 1;
}
