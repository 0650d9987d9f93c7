// What other people's programs say of the same data: every script of tests/interop. Each ends with a
// line "N passed, N failed".
import { readdirSync } from 'node:fs';
import { count, close, run, trouble } from './suite.mjs';

const PROGRAMS = { py: 'target/interop/bin/python', mjs: 'node' };

for (const file of readdirSync('tests/interop').sort()) {
  const program = PROGRAMS[file.split('.').pop()];
  if (!program) continue;
  const { ok, stdout, why } = await run(program, [`tests/interop/${file}`]);
  const said = stdout.trim().match(/^(\d+) passed, (\d+) failed$/m);
  if (said) count(Number(said[1]), Number(said[2]), file);
  // It did not come to its end, or says less than its exit code.
  if (!said || (!ok && said[2] === '0')) trouble(`${file}: ${why}`);
}

close();
