// What a run of checks is made of: commands, their counts, how long each took, and the sum at the end.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

let passed = 0;
let failed = 0;
const troubles = [];
const times = [];

/** How long since then, in minutes and seconds. */
const since = (begun) => {
  const seconds = Math.round((performance.now() - begun) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** Something that failed, in words. */
export const trouble = (what) => {
  failed += 1;
  troubles.push(what);
};

/** More about something that was counted as failed already. */
export const detail = (line) => troubles.push(line);

/** Runs a command. What it prints goes to the terminal; kept back until its end if it runs beside others. */
export function run(command, args, { env = {}, beside = false } = {}) {
  const title = `\n=== ${[command, ...args].join(' ')}\n`;
  const show = (text) => process.stdout.write(text);
  const begun = performance.now();
  if (!beside) show(title);
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let stdout = '';
    let all = '';
    const hear = (text) => {
      all += text;
      if (!beside) show(text);
    };
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      hear(text);
    });
    child.stderr.setEncoding('utf8').on('data', hear);
    const end = (ok, why) => {
      if (beside) show(title + all);
      times.push(`${since(begun).padStart(7)}  ${command} ${args.slice(0, 5).join(' ')}${beside ? '   (beside others)' : ''}`);
      done({ ok, stdout, why });
    };
    child.on('error', (error) => end(false, error.message));
    child.on('close', (code) => end(code === 0, `exit code ${code}`));
  });
}

/** A suite that is one check. */
export async function check(name, command, args, options) {
  const { ok, why } = await run(command, args, options);
  if (ok) passed += 1;
  else trouble(`${name}: ${why}`);
  return ok;
}

/** Counts from a runner that counts by itself. */
export const count = (good, bad, what) => {
  passed += good;
  failed += bad;
  if (bad) troubles.push(`${what}: ${bad} failed`);
};

/** The native tests. libtest ends each test program with one line of counts. */
export async function cargoTest(args = [], options) {
  const { ok, stdout, why } = await run('cargo', ['test', '--quiet', ...args], options);
  let broken = 0;
  for (const [, good, bad] of stdout.matchAll(/^test result: .*? (\d+) passed; (\d+) failed;/gm)) {
    count(Number(good), Number(bad), 'native tests');
    broken += Number(bad);
  }
  // libtest ends with their names, once more, indented.
  for (const [, names] of stdout.matchAll(/^failures:\n((?: {4}\S+\n)+)/gm)) names.trimEnd().split('\n').forEach(detail);
  // It did not compile, or a test program died before it could count.
  if (!ok && !broken) trouble(`native tests: ${why}`);
}

/** A Playwright project, or a part of it. Its counts are read from its JSON report. Gives what it printed. */
export async function playwright(project, args = [], env = {}) {
  const report = resolve(`test-results/${project}.json`);
  rmSync(report, { force: true });
  const { ok, stdout, why } = await run('playwright', ['test', '--config', 'tests/browser', '--project', project, '--reporter', 'list,json', ...args], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...env },
  });
  if (!existsSync(report)) {
    trouble(`browser tests (${project}): no report, ${why}`);
    return stdout;
  }
  const { stats, errors, suites } = JSON.parse(readFileSync(report, 'utf8'));
  // Retries are off, and a test that is skipped checks nothing: neither may hide in the sum.
  const broken = stats.unexpected + stats.flaky + stats.skipped;
  count(stats.expected, broken, `browser tests (${project}), skipped or not run among them`);
  named(suites).forEach(detail);
  if (!ok && !broken) trouble(`browser tests (${project}): ${errors[0]?.message ?? why}`);
  return stdout;
}

/** Each test that did not pass, and the first lines of why. */
function named(suites = []) {
  const plain = (text = '') => text.replaceAll(/\x1b\[[\d;]*m/g, '').split('\n').filter((line) => line.trim()).slice(0, 6).join('\n      ');
  return suites.flatMap((suite) => [
    ...suite.specs
      .filter(({ tests }) => tests.some(({ status }) => status !== 'expected'))
      .map(({ file, line, title, tests }) => `  ${file}:${line} ${title}\n      ${plain(tests[0].results[0]?.error?.message ?? tests[0].status)}`),
    ...named(suite.suites),
  ]);
}

/** Prints what failed, how long it took, and as the last line the sum. */
export function close() {
  if (troubles.length) console.log(`\nWhat failed:\n${troubles.map((line) => `  ${line}`).join('\n')}`);
  console.log(`\nHow long it took:\n${times.join('\n')}\n${since(0).padStart(7)}  all of it`);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
