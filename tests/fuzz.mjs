// `npm run fuzz`: the property tests with a seed of their own and more runs. FUZZ_SEED repeats an earlier one.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';

const seed = process.env['FUZZ_SEED'] ?? String(randomInt(2 ** 31));
const runs = process.env['FUZZ_RUNS'] ?? '5000';
console.log(`seed ${seed}, ${runs} runs each (again: FUZZ_SEED=${seed} npm run fuzz)`);
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'node', 'tests/properties'],
  { stdio: 'inherit', env: { ...process.env, FUZZ_SEED: seed, FUZZ_RUNS: runs } },
);
console.log(`seed ${seed}`);
process.exitCode = status ?? 1;
