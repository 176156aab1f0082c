// `npm run licences`: writes static/licences.json, the list that Settings shows: every package whose code is in what is
// served, with its licence and the licence's own text. Found out from a build's source maps, not from what is installed.
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCopy } from '../build-copy.mjs';

/** In what is served too, but in no source map: fonts, compiled messages, and what the service worker is made of. */
const WITHOUT_MAP = [
  '@fontsource-variable/inter',
  '@inlang/paraglide-js',
  'workbox-core',
  'workbox-precaching',
  'workbox-routing',
  'workbox-strategies',
];

/** Licences that ask for no more than their text. Anything else needs a decision first. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Zlib',
  'W3C AND BSD-3-Clause',
]);

/** Packages that name their licence in other words than SPDX's. */
const IN_SPDX = new Map([['@digitalbazaar/credentials-context', 'W3C AND BSD-3-Clause']]);

/** @typedef {{ name: string, version: string, licence: string, text: string }} Licence */

/**
 * The packages whose code is in a build made with source maps.
 * @param {string} dir
 * @returns {string[]}
 */
export function packagesIn(dir) {
  const maps = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.name.endsWith('.map'),
  );
  const found = new Set(WITHOUT_MAP);
  for (const entry of maps) {
    /** @type {{ sources: string[] }} */
    const { sources } = JSON.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    for (const source of sources) {
      const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1];
      if (name !== undefined) found.add(name);
    }
  }
  return [...found].sort();
}

/**
 * @param {string} name
 * @param {string} [root]
 * @returns {Licence}
 */
export function licenceOf(name, root = 'node_modules') {
  const folder = join(root, name);
  /** @type {{ version: string, license?: string }} */
  const { version, license = 'not stated' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder)
    .sort()
    .find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return { name, version, licence: IN_SPDX.get(name) ?? license, text };
}

/**
 * What stands in the way of serving these packages: licences that nobody decided on, and missing texts.
 * @param {readonly Licence[]} licences
 * @returns {string[]}
 */
export function licenceProblems(licences) {
  return licences.flatMap(({ name, licence, text }) => [
    ...(ALLOWED.has(licence) ? [] : [`${name}: ${licence} is not on the list of allowed licences`]),
    ...(text === '' ? [`${name}: its licence text is missing`] : []),
  ]);
}

/** The library inside zxing-wasm's compiled part has a licence of its own. */
function zxingCpp() {
  const { version } = licenceOf('zxing-wasm');
  return {
    name: 'zxing-cpp',
    version: `in zxing-wasm ${version}`,
    licence: 'Apache-2.0',
    text: readFileSync('LICENSE', 'utf8')
      .replace(/END OF TERMS[^]*/, 'END OF TERMS AND CONDITIONS')
      .trim(),
  };
}

/** Type metadata that its publisher wrote, shipped as data. */
function dc4euTypes() {
  const text = readFileSync('src/lib/core/parse/sd-jwt-vc/types/LICENSE-dc4eu.md', 'utf8').trim();
  return { name: 'dc4eu/vc', version: 'type metadata', licence: 'BSD-2-Clause', text };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = buildCopy({ sourcemaps: true });
  const licences = packagesIn(join(folder, 'build')).map((name) => licenceOf(name));
  rmSync(folder, { recursive: true, force: true });
  const all = [...licences, zxingCpp(), dc4euTypes()].sort((a, b) => (a.name < b.name ? -1 : 1));
  writeFileSync('static/licences.json', `${JSON.stringify(all, null, 2)}\n`);
  for (const problem of licenceProblems(all)) console.error(problem);
  process.exitCode = licenceProblems(all).length > 0 ? 1 : 0;
}
