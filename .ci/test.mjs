// Every check, one after the other, going on after a failure. The last line is their sum.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

let passed = 0;
let failed = 0;
const troubles = [];

const trouble = (what) => {
  failed += 1;
  troubles.push(what);
};

/** Runs a command. What it prints goes to the terminal, and comes back if `keep`. */
function run(command, args, { keep = false, env = {} } = {}) {
  console.log(`\n=== ${[command, ...args].join(' ')}`);
  const { status, stdout, error } = spawnSync(command, args, {
    stdio: ['ignore', keep ? 'pipe' : 'inherit', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ...env },
  });
  if (keep) process.stdout.write(stdout ?? '');
  return { ok: status === 0, stdout, why: error?.message ?? `exit code ${status}` };
}

/** A suite that is one check. */
function check(name, command, args) {
  const { ok, why } = run(command, args);
  if (ok) passed += 1;
  else trouble(`${name}: ${why}`);
  return ok;
}

/** libtest ends each test program with one line of counts. */
function cargoTest() {
  const { ok, stdout, why } = run('cargo', ['test', '--quiet'], { keep: true });
  let broken = 0;
  for (const [, good, bad] of stdout.matchAll(/^test result: .*? (\d+) passed; (\d+) failed;/gm)) {
    passed += Number(good);
    broken += Number(bad);
  }
  failed += broken;
  if (broken) troubles.push(`native tests: ${broken} failed`);
  // It did not compile, or a test program died before it could count.
  else if (!ok) trouble(`native tests: ${why}`);
}

/** A Playwright project. Its counts are read from its JSON report. */
function playwright(project) {
  const report = resolve(`test-results/${project}.json`);
  rmSync(report, { force: true });
  const { ok, why } = run('playwright', ['test', '--config', 'tests/browser', '--project', project, '--reporter', 'list,json'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  if (!existsSync(report)) return trouble(`browser tests (${project}): no report, ${why}`);
  const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'));
  passed += stats.expected;
  // Retries are off, and a test that is skipped checks nothing: neither may hide in the sum.
  const broken = stats.unexpected + stats.flaky + stats.skipped;
  failed += broken;
  if (broken) troubles.push(`browser tests (${project}): ${stats.unexpected} failed, ${stats.flaky} flaky, ${stats.skipped} skipped or not run`);
  else if (!ok) trouble(`browser tests (${project}): ${errors[0]?.message ?? why}`);
}

check('format', 'cargo', ['fmt', '--check']);
check('clippy', 'cargo', ['clippy', '--quiet', '--all-targets', '--', '-D', 'warnings']);
check('clippy for wasm', 'cargo', ['clippy', '--quiet', '--target', 'wasm32-unknown-unknown', '--', '-D', 'warnings']);
cargoTest();
if (check('release build', 'make', ['build'])) {
  playwright('walks');
  playwright('budgets');
} else {
  trouble('browser tests (walks): not run, there is no build');
  trouble('browser tests (budgets): not run, there is no build');
}

if (troubles.length) console.log(`\nWhat failed:\n${troubles.map((line) => `  ${line}`).join('\n')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
