// Prints the bill of materials of the program as CycloneDX: every crate that is compiled into it, with version,
// licence and checksum. The tools from npm build and test the page and are no part of it (`npm sbom` lists them).
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const TARGET = 'wasm32-unknown-unknown';
const root = fileURLToPath(new URL('..', import.meta.url));
const metadata = JSON.parse(execFileSync('cargo', ['metadata', '--locked', '--format-version', '1', '--filter-platform', TARGET], { cwd: root, maxBuffer: 2 ** 28, encoding: 'utf8' }));
const packages = new Map(metadata.packages.map((one) => [one.id, one]));
const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));

// Neither tests nor build scripts are in the program.
const inProgram = new Set();
const visit = (id) => {
  if (inProgram.has(id)) return;
  inProgram.add(id);
  for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) if (kinds.some(({ kind }) => kind === null)) visit(pkg);
};
visit(metadata.resolve.root);

const checksums = new Map([...readFileSync(`${root}Cargo.lock`, 'utf8').matchAll(/name = "(.+)"\nversion = "(.+)"\nsource = .+\nchecksum = "(.+)"/g)]
  .map(([, name, version, checksum]) => [`${name}@${version}`, checksum]));
const purl = ({ name, version }) => `pkg:cargo/${name}@${version}`;
const component = (one, type) => {
  const checksum = checksums.get(`${one.name}@${one.version}`);
  return {
    type,
    'bom-ref': purl(one),
    name: one.name,
    version: one.version,
    purl: purl(one),
    ...(one.license && { licenses: [{ expression: one.license.replaceAll('/', ' OR ') }] }),
    ...(checksum && { hashes: [{ alg: 'SHA-256', content: checksum }] }),
  };
};

const app = packages.get(metadata.resolve.root);
const crates = [...inProgram].map((id) => packages.get(id)).filter((one) => one !== app).sort((a, b) => (purl(a) < purl(b) ? -1 : 1));
console.log(JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  metadata: { component: component(app, 'application') },
  components: crates.map((one) => component(one, 'library')),
  dependencies: [app, ...crates].map((one) => ({
    ref: purl(one),
    dependsOn: nodes.get(one.id).deps.map(({ pkg }) => pkg).filter((id) => inProgram.has(id)).map((id) => purl(packages.get(id))).sort(),
  })),
}, null, 2));
