// `npm run conformance`: runs everything that others published and that is in hand, and writes docs/conformance.md.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';

const outfile = '.cache/conformance.mjs';
await build({
  entryPoints: ['tests/tools/write-conformance.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [outfile], { stdio: 'inherit' });
process.exitCode = status ?? 1;
