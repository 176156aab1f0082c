// Property tests use one known seed, so that a run can be repeated; `npm run fuzz` chooses and prints another.
import { expect } from 'vitest';

if (expect.getState().testPath?.includes('/tests/properties/') === true) {
  const { configureGlobal } = await import('fast-check');
  configureGlobal({
    seed: Number(process.env['FUZZ_SEED'] ?? 20_261_121),
    numRuns: Number(process.env['FUZZ_RUNS'] ?? 200),
  });
}
