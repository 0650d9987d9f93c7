// What takes too long for every day. On the guide: a million walks through the interview, how much of it
// the tests run, and whether they notice when a piece of it is changed. On the diary: every fault of every
// call to a store, and fifty kills at each point after "saved". On the dependencies: advisories and licences.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { cargoTest, check, close, count, playwright, run, trouble } from './suite.mjs';

/** At least so much of the guide's regions is run by the native tests, in per cent. */
const COVERED = 98;
const WALKS = '1000000';
const OUT = 'target/long';
const GUIDE = /\/src\/guide\/(?!content\/)[^/]+\.rs$/;

mkdirSync(OUT, { recursive: true });

await cargoTest(['--test', 'native', 'guide::walks'], { env: { UNKNOT_WALKS: WALKS } });

async function coverage() {
  const report = `${OUT}/coverage.json`;
  rmSync(report, { force: true });
  const { ok, why } = await run('cargo', ['llvm-cov', '--test', 'native', '--json', '--output-path', report]);
  if (!ok) return trouble(`coverage: ${why}`);
  const files = JSON.parse(readFileSync(report, 'utf8')).data[0].files.filter(({ filename }) => GUIDE.test(filename));
  let [all, covered] = [0, 0];
  for (const { filename, summary: { regions } } of files) {
    all += regions.count;
    covered += regions.covered;
    console.log(`${regions.percent.toFixed(1).padStart(6)} %  ${filename.replace(/^.*\/src\//, 'src/')}`);
  }
  const percent = (100 * covered) / all;
  console.log(`${percent.toFixed(2).padStart(6)} %  of ${all} regions of the guide`);
  count(...(percent >= COVERED ? [1, 0] : [0, 1]), `coverage of the guide, ${percent.toFixed(2)} of ${COVERED} %`);
}

/** Those that may be missed stand in tests/native/mutants.toml, each with the reason. */
async function mutants() {
  const { ok } = await run('cargo', ['mutants', '--config', 'tests/native/mutants.toml', '--output', OUT, '--no-shuffle', '--colors', 'never'], {
    env: { UNKNOT_WALKS: '2000' },
  });
  const { caught = 0, missed = 0, timeout = 0, unviable = 0 } = JSON.parse(readFileSync(`${OUT}/mutants.out/outcomes.json`, 'utf8'));
  console.log(`mutants of the guide: ${caught + timeout} caught, ${missed} missed, ${unviable} do not compile`);
  count(caught + timeout, missed, 'mutants of the guide');
  if (!ok && !missed) trouble('mutants: see above');
}

/** Every case of the fault loop, and how many those were. */
async function faults() {
  const printed = await playwright('walks', ['faults'], { UNKNOT_FAULTS: 'all' });
  let cases = 0;
  for (const [, tried] of printed.matchAll(/faults: .* (\d+) of \d+ cases/g)) cases += Number(tried);
  console.log(`faults: ${cases} cases`);
  count(...(cases > 1000 ? [1, 0] : [0, 1]), `more than 1,000 cases of faults, there were ${cases}`);
}

// Ten million steps of the simulator beyond those of `make test`: about 130 a run.
await cargoTest(['--profile', 'sim', '--test', 'simulator', 'nothing_acknowledged', '--', '--show-output'], { env: { UNKNOT_FIRST_SEED: '20000', UNKNOT_SEEDS: '80000' } });
await cargoTest(['--test', 'native', 'diary::merge'], { env: { PROPTEST_CASES: '20000' } });
if (await check('release build', 'make', ['build'])) {
  await faults();
  await playwright('walks', ['kept.spec'], { UNKNOT_KILLS: '50' });
}
await check('advisories, licences, sources', 'cargo', ['deny', 'check']);
await coverage();
await mutants();
close();
