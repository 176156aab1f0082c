// What `npm test` does, in order: the core before anything that needs a browser.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildCopy, hashesOf } from '../build-copy.mjs';
import { packagesIn } from '../tools/licences.mjs';
import { asOneTest, countBrowserFiles, countPlaywright, playwright, tool, vitest } from './commands.mjs';

/** @type {readonly import('./run-stages.mjs').Stage[]} */
export const stages = [
  {
    name: 'lint',
    run: () =>
      asOneTest(
        () => tool('prettier', ['--check', '--log-level=warn', '.']),
        () => tool('eslint', ['--max-warnings=0', '.']),
      ),
  },
  {
    name: 'types',
    run: () =>
      asOneTest(
        () => tool('svelteCheck', ['--tsconfig', './tsconfig.json', '--fail-on-warnings']),
        () => tool('tsc', ['--noEmit', '-p', 'src/service-worker/tsconfig.json']),
      ),
  },
  { name: 'architecture', run: () => vitest('architecture', ['--project', 'node', 'tests/architecture.test.ts']) },
  {
    name: 'unit',
    run: () =>
      vitest('unit', ['--project', 'node', '--coverage', ...without('tests/build/**', 'tests/architecture.test.ts')]),
  },
  { name: 'coverage', after: 'unit', run: () => asOneTest(coverageFloor) },
  { name: 'build', run: () => asOneTest(() => tool('vite', ['build'])) },
  { name: 'budgets', after: 'build', run: () => vitest('budgets', ['--project', 'node', 'tests/build']) },
  { name: 'second build', after: 'build', run: () => asOneTest(sameBuildTwice) },
  { name: 'browser', browser: true, run: () => vitest('browser', ['--project', 'browser']), count: countBrowserFiles },
  { name: 'e2e', browser: true, after: 'build', run: () => playwright('e2e'), count: () => countPlaywright('e2e') },
  { name: 'axe', browser: true, after: 'build', run: () => playwright('axe'), count: () => countPlaywright('axe') },
];

/** @param {readonly string[]} patterns */
function without(...patterns) {
  return patterns.flatMap((pattern) => ['--exclude', pattern]);
}

/** The core's coverage against the floors in budgets.json. */
async function coverageFloor() {
  const floors = /** @type {{ coverage: Record<string, number> }} */ (
    JSON.parse(readFileSync('tests/budgets.json', 'utf8'))
  );
  const reached = /** @type {{ total: Record<string, { pct: number }> }} */ (
    JSON.parse(readFileSync('coverage/coverage-summary.json', 'utf8'))
  );
  const low = Object.entries(floors.coverage)
    .map(([kind, floor]) => ({ kind, floor, percent: reached.total[kind]?.pct ?? 0 }))
    .filter(({ floor, percent }) => percent < floor)
    .map(({ kind, floor, percent }) => `${kind}: ${percent} % covered, the floor is ${floor} %`);
  return Promise.resolve({ ok: low.length === 0, output: low.join('\n') });
}

/** The same sources in another folder must give the same bytes, and nobody's code that the licence list leaves out. */
async function sameBuildTwice() {
  const folder = buildCopy({ sourcemaps: true });
  const [first, second] = [hashesOf('build'), hashesOf(join(folder, 'build'))];
  const packages = packagesIn(join(folder, 'build'));
  rmSync(folder, { recursive: true, force: true });
  const names = [...new Set([...first.keys(), ...second.keys()])].filter((name) => !name.endsWith('.map'));
  const different = names.filter((name) => first.get(name) !== second.get(name));
  /** @type {{ name: string }[]} */
  const licences = JSON.parse(readFileSync('static/licences.json', 'utf8'));
  const listed = new Set(licences.map(({ name }) => name));
  const unlisted = packages.filter((name) => !listed.has(name));
  const output = [
    ...different.map((name) => `not the same in two builds: ${name}`),
    ...unlisted.map((name) => `served, but not in static/licences.json: ${name} (npm run licences)`),
  ];
  return Promise.resolve({ ok: output.length === 0, output: output.join('\n') });
}
