// Every check, going on after a failure. The last line is their sum; before it stands how long each
// part took. The release build, which keeps one core busy for most of its time, runs beside what
// needs no build; what is measured runs alone.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { cargoTest, check, close, count, run, trouble } from './suite.mjs';

/** A Playwright project. Its counts are read from its JSON report. */
async function playwright(project) {
  const report = resolve(`test-results/${project}.json`);
  rmSync(report, { force: true });
  const { ok, why } = await run('playwright', ['test', '--config', 'tests/browser', '--project', project, '--reporter', 'list,json'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  if (!existsSync(report)) return trouble(`browser tests (${project}): no report, ${why}`);
  const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'));
  // Retries are off, and a test that is skipped checks nothing: neither may hide in the sum.
  const broken = stats.unexpected + stats.flaky + stats.skipped;
  count(stats.expected, broken, `browser tests (${project}), skipped or not run among them`);
  if (!ok && !broken) trouble(`browser tests (${project}): ${errors[0]?.message ?? why}`);
}

// They share no lock: the build has its own folders below target/.
const build = check('release build', 'make', ['build'], { beside: true });
await check('format', 'cargo', ['fmt', '--check']);
await check('clippy', 'cargo', ['clippy', '--quiet', '--all-targets', '--', '-D', 'warnings']);
await check('clippy for wasm', 'cargo', ['clippy', '--quiet', '--target', 'wasm32-unknown-unknown', '--', '-D', 'warnings']);
// With what they print: the tables of cases.
await cargoTest(['--', '--show-output']);
if (await build) {
  await playwright('walks');
  await playwright('budgets');
} else {
  trouble('browser tests (walks): not run, there is no build');
  trouble('browser tests (budgets): not run, there is no build');
}
// On a CI machine, what other people's programs say of the same data, too.
if (process.argv.includes('--interop')) await check('interop', 'node', ['.ci/interop.mjs']);

close();
