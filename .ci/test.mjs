// Every check, going on after a failure. The last line is their sum; before it stands how long each
// part took. The release build, which keeps one core busy for most of its time, runs beside what
// needs no build; what is measured runs alone.
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

const trouble = (what) => {
  failed += 1;
  troubles.push(what);
};

/** Runs a command. What it prints goes to the terminal; kept back until its end if it runs beside others. */
function run(command, args, { env = {}, beside = false } = {}) {
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
async function check(name, command, args, options) {
  const { ok, why } = await run(command, args, options);
  if (ok) passed += 1;
  else trouble(`${name}: ${why}`);
  return ok;
}

/** libtest ends each test program with one line of counts. */
async function cargoTest() {
  const { ok, stdout, why } = await run('cargo', ['test', '--quiet']);
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
async function playwright(project) {
  const report = resolve(`test-results/${project}.json`);
  rmSync(report, { force: true });
  const { ok, why } = await run('playwright', ['test', '--config', 'tests/browser', '--project', project, '--reporter', 'list,json'], {
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

// They share no lock: the build has its own folders below target/.
const build = check('release build', 'make', ['build'], { beside: true });
await check('format', 'cargo', ['fmt', '--check']);
await check('clippy', 'cargo', ['clippy', '--quiet', '--all-targets', '--', '-D', 'warnings']);
await check('clippy for wasm', 'cargo', ['clippy', '--quiet', '--target', 'wasm32-unknown-unknown', '--', '-D', 'warnings']);
await cargoTest();
if (await build) {
  await playwright('walks');
  await playwright('budgets');
} else {
  trouble('browser tests (walks): not run, there is no build');
  trouble('browser tests (budgets): not run, there is no build');
}

if (troubles.length) console.log(`\nWhat failed:\n${troubles.map((line) => `  ${line}`).join('\n')}`);
console.log(`\nHow long it took:\n${times.join('\n')}\n${since(0).padStart(7)}  all of it`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
