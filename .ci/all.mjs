// `make test`, then `make test-interop`, with the time of each and the sum of both as the last line.
import { count, close, detail, run, trouble } from './suite.mjs';

/** A part, which ends with a line "N passed, N failed". */
async function part(name, ...commands) {
  for (const [command, ...args] of commands) {
    const { ok, stdout, why } = await run(command, args);
    const [, passed, failed] = stdout.match(/^(\d+) passed, (\d+) failed$/m) ?? [];
    if (passed) count(Number(passed), Number(failed), name);
    // What it said of its own failures: all that a log with its middle left out still tells.
    for (const [, line] of (stdout.match(/^What failed:\n((?: .*\n)+)/m)?.[1] ?? '').matchAll(/^(.+)$/gm)) detail(line);
    // It did not come to its end, or says less than its exit code.
    if (!ok && !Number(failed ?? 0)) return trouble(`${name}: ${command}: ${why}`);
  }
}

await part('make test', ['node', '.ci/test.mjs']);
await part('make test-interop', ['.ci/setup', 'interop'], ['node', '.ci/interop.mjs']);
close();
