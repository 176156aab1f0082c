// `npm run bench`: bundles the bench and runs it, first in Node, then in Chromium. Ratios of one run; look at those.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';

const started = performance.now();
const outdir = '.cache/bench';
await build({
  entryPoints: ['tests/bench/node.ts', 'tests/bench/browser-only.ts'],
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
const parts = process.argv.slice(2);
for (const part of ['node', 'browser-only']) {
  if (parts.length > 0 && !parts.includes(part)) continue;
  const { status } = spawnSync(process.execPath, ['--expose-gc', `${outdir}/${part}.mjs`], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
console.log(`\n${Math.round((performance.now() - started) / 1000)} s`);
