// Every check, going on after a failure. The last line is their sum; before it stands how long each
// part took. The release build, which keeps one core busy for most of its time, runs beside what
// needs no build; what is measured runs alone.
import { cargoTest, check, close, playwright, trouble } from './suite.mjs';

// They share no lock: the build has its own folders below target/.
const build = check('release build', 'make', ['build'], { beside: true });
await check('format', 'cargo', ['fmt', '--all', '--check']);
await check('clippy', 'cargo', ['clippy', '--quiet', '--all-targets', '--', '-D', 'warnings']);
await check('clippy for wasm', 'cargo', ['clippy', '--quiet', '--workspace', '--target', 'wasm32-unknown-unknown', '--', '-D', 'warnings']);
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
