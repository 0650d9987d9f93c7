// Every check, going on after a failure. The last line is their sum; before it stands how long each
// part took. The release build, which keeps one core busy for most of its time, runs beside what
// needs no build; what is measured runs alone.
import { cargoTest, check, close, playwright, run, trouble } from './suite.mjs';

// On a CI machine, what other people's programs say of the same data, too. Where those programs are not there yet
// they are mostly waited for, so that is done meanwhile; and over before anything is measured.
const isWhole = process.argv.includes('--interop');
const others = isWhole ? run('.ci/setup', ['interop'], { beside: true }) : undefined;
// They share no lock: the build has its own folders below target/.
const build = check('release build', 'make', ['build'], { beside: true });
await check('format', 'cargo', ['fmt', '--all', '--check']);
await check('clippy', 'cargo', ['clippy', '--quiet', '--all-targets', '--', '-D', 'warnings']);
await check('clippy for wasm', 'cargo', ['clippy', '--quiet', '--workspace', '--target', 'wasm32-unknown-unknown', '--', '-D', 'warnings']);
// With what they print: the tables of cases.
await cargoTest(['--', '--show-output']);
if (await build) {
  await playwright('walks');
  await others;
  await playwright('budgets');
} else {
  trouble('browser tests (walks): not run, there is no build');
  trouble('browser tests (budgets): not run, there is no build');
}
if (isWhole) {
  const { ok, why } = await others;
  if (ok) await check('interop', 'node', ['.ci/interop.mjs']);
  else trouble(`interop: not run, its set-up: ${why}`);
}

close();
