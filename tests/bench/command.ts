// The verify command on ten thousand files, with one thread and with several.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeMixed } from './mixed.ts';
import { heading, line } from './report.ts';

const FILES = 10_000;

export async function benchCommand(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'meritfolio-bench-'));
  try {
    const { trust, texts, picture } = await makeMixed();
    const files = join(folder, 'files');
    mkdirSync(files);
    writeFileSync(join(folder, 'trust.json'), trust);
    const kinds = [...texts, picture];
    for (let at = 0; at < FILES; at += 1) writeFileSync(join(files, String(at)), kinds[at % kinds.length] ?? '');
    heading(`npm run verify on ${String(FILES)} files: JWT, SD-JWT VC, eddsa-rdfc-2022 and baked PNG in equal parts`);
    for (const jobs of [1, Math.max(2, Math.min(4, availableParallelism()))]) {
      line(`--jobs ${String(jobs)}`, run(jobs, join(folder, 'trust.json'), files));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(jobs: number, trust: string, files: string): string {
  const { stderr } = spawnSync(
    process.execPath,
    [
      'src/cli/launch.js',
      'verify',
      '--trust',
      trust,
      '--now',
      '2026-11-21T12:00:00Z',
      '--jobs',
      String(jobs),
      '--summary',
      files,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const [figures = '', verdicts = ''] = stderr.trim().split('\n');
  if (verdicts !== `genuine ${String(FILES)}`) throw new Error(`the command says ${stderr}`);
  return figures.replace(`${String(FILES)} files in `, '');
}
