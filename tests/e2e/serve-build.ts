// Serves a copy of the build on a free port for the whole run, so that a build made meanwhile disturbs no test.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../server.mjs';

export default async function serveBuild(): Promise<() => Promise<void>> {
  const build = process.env['MERITFOLIO_BUILD'] ?? 'build';
  if (!existsSync(join(build, '404.html'))) throw new Error(`There is no build in ${build}: run npm run build first.`);
  const copy = mkdtempSync(join(tmpdir(), 'meritfolio-e2e-'));
  cpSync(build, copy, { recursive: true });
  const server = await serve({ dir: copy });
  process.env['E2E_ORIGIN'] = server.origin;
  process.env['E2E_BUILD'] = copy;
  return async () => {
    await server.stop();
    rmSync(copy, { recursive: true, force: true });
  };
}
