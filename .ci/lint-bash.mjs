// Fails on constructs in the shell scripts that the bash 3.2 or the BSD tools of a Mac do not know. Each rule stands
// with a line that it must find, so that a rule that finds nothing fails too.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SCRIPTS = ['.ci/setup', '.ci/run', 'Makefile'];

const RULES = [
  // An empty array is "unbound" to `set -u` there.
  [/"\$\{\w+\[@\]\}"/, 'cp "${files[@]}" there', 'an array that may be empty, under set -u'],
  [/\b(declare|local|typeset) -[a-zA-Z]*[An]/, 'declare -A map', 'associative arrays and name references'],
  [/\b(mapfile|readarray|coproc)\b/, 'mapfile -t lines', 'mapfile, readarray, coproc'],
  [/\$\{\w+(\^|,)/, 'echo "${name^^}"', 'upper and lower case in an expansion'],
  [/\$\{\w+@\w\}/, 'echo "${name@Q}"', 'transformations of an expansion'],
  [/\$\{\w+\[-\d/, 'echo "${list[-1]}"', 'negative subscripts'],
  [/\$\{\w+: ?-\d+\}|\$\{\w+:\d+:-/, 'echo "${name:0:-1}"', 'negative lengths'],
  [/\|&|&>>/, 'make |& tee log', '|& and &>>'],
  [/;;?&(\s|$)/, 'a) one ;;&', ';& and ;;&'],
  [/\[\[? -v /, '[[ -v name ]]', 'test -v'],
  [/\bwait -n\b/, 'wait -n', 'wait -n'],
  [/printf .*%\(/, "printf '%(%s)T'", 'dates in printf'],
  [/\b(EPOCHSECONDS|EPOCHREALTIME|BASHPID|globstar)\b/, 'echo $EPOCHSECONDS', 'variables of bash 4 and 5'],
  [/\bsed (-\w*[ir]\b|--)/, 'sed -i s/a/b/ file', 'sed -i and -r'],
  [/\b(readlink -f|realpath|stat -c|date -d|grep -\w*P|sort -V|xargs -r|head -n -|timeout \d|tac|nproc)\b/, 'readlink -f x', 'options and programs of GNU alone'],
];

/** What the scripts' lines break, in words. Comments are left out. */
const complaints = (name, text) => text.split('\n').flatMap((line, n) => {
  const code = line.replace(/^\s*#.*|\s#\s.*/, '');
  return RULES.filter(([pattern]) => pattern.test(code)).map(([, , what]) => `${name}:${n + 1}: ${what}: ${code.trim()}`);
});

const wrong = RULES.filter(([, sample, what]) => !complaints('sample', sample).some((line) => line.includes(what))).map(([, sample]) => `the rule does not find "${sample}"`);
for (const script of SCRIPTS) wrong.push(...complaints(script, readFileSync(fileURLToPath(new URL(`../${script}`, import.meta.url)), 'utf8')));
for (const line of wrong) console.error(line);
process.exitCode = wrong.length ? 1 : 0;
