// Every check that no machine's speed changes, going on after a failure. The last line is their sum; before it
// stands how long each part took. The release build, which keeps one core busy for most of its time, runs beside
// what needs no build.
import { cargoTest, check, close, playwright, trouble } from './suite.mjs';

// They share no lock: the build has its own folders below target/.
const build = check('release build', 'make', ['build'], { beside: true });
await check('scripts run with bash 3.2', 'node', ['.ci/lint-bash.mjs']);
await check('format', 'cargo', ['fmt', '--all', '--check']);
await check('clippy', 'cargo', ['clippy', '--quiet', '--all-targets', '--', '-D', 'warnings']);
await check('clippy for wasm', 'cargo', ['clippy', '--quiet', '--target', 'wasm32-unknown-unknown', '--', '-D', 'warnings']);
await check('documentation', 'cargo', ['doc', '--quiet', '--no-deps', '--document-private-items', '--target', 'wasm32-unknown-unknown'], { env: { RUSTDOCFLAGS: '-D warnings' } });
// With what they print: the tables of cases.
await cargoTest(['--lib', '--bins', '--examples', '--test', 'native', '--', '--show-output']);
// The storage layer: 20,000 runs of the simulator, and the faults planted in it.
await cargoTest(['--profile', 'sim', '--test', 'simulator', '--', '--show-output']);
if (await build) await playwright('walks');
else trouble('browser tests (walks): not run, there is no build');

close();
