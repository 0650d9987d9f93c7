// What other people's programs say of the same data: every script of tests/interop. Each ends with a
// line "N passed, N failed". None measures how long anything takes and each keeps one core busy, so two go on
// beside each other.
import { readdirSync } from 'node:fs';
import { count, close, run, trouble } from './suite.mjs';

const PROGRAMS = { py: 'target/interop/bin/python', mjs: 'node' };
/** The first makes the files that the others read. */
const IN_TURN = ['exports.py', 'fhir.mjs', 'lforms.mjs'];

const programOf = (file) => PROGRAMS[file.split('.').pop()];

async function each(files) {
  for (const file of files) {
    const { ok, stdout, why } = await run(programOf(file), [`tests/interop/${file}`], { beside: true });
    const said = stdout.trim().match(/^(\d+) passed, (\d+) failed$/m);
    if (said) count(Number(said[1]), Number(said[2]), file);
    // It did not come to its end, or says less than its exit code.
    if (!said || (!ok && said[2] === '0')) trouble(`${file}: ${why}`);
  }
}

const others = readdirSync('tests/interop').filter((file) => programOf(file) && !IN_TURN.includes(file)).sort();
await Promise.all([each(IN_TURN), each(others)]);

close();
