// The `test` of every end-to-end spec. Whatever it does, a console error, a page error, a policy violation or a
// request to another origin fails it, in every page, worker and browser process it uses.
import { test as base, chromium, type BrowserContext } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { args, executablePath } from '../chromium.mjs';
import { serve, type StaticServer } from '../server.mjs';
import { createGuard, type Guard } from './guard.ts';

export { expect } from '@playwright/test';

export interface PersonOptions {
  /** More switches for Chromium, as for a fake camera. */
  readonly args?: readonly string[];
  readonly locale?: string;
  readonly permissions?: string[];
  readonly viewport?: { readonly width: number; readonly height: number };
  /** An own server's origin; else that of the whole run. */
  readonly baseURL?: string;
  /** A profile folder to open again; else a new, empty one. */
  readonly profile?: string;
}

interface Fixtures {
  readonly guard: Guard;
  /** Starts a browser process with a profile of its own. It and its profile are gone after the test. */
  readonly person: (options?: PersonOptions) => Promise<BrowserContext>;
  /** A new, empty folder, for a browser profile or anything else; gone after the test. */
  readonly newFolder: () => string;
  /** Serves a build (else the run's) on a free port for this test alone: stop it to be without a server. */
  readonly server: (options?: { dir?: string; port?: number; headers?: boolean }) => Promise<StaticServer>;
}

function ofRun(name: 'E2E_ORIGIN' | 'E2E_BUILD'): string {
  const value = process.env[name];
  if (value === undefined) throw new Error('The global setup did not run.');
  return value;
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => {
    await use(ofRun('E2E_ORIGIN'));
  },

  guard: [
    async ({ baseURL }, use) => {
      const guard = createGuard();
      guard.own(baseURL ?? '');
      await use(guard);
      base.expect(guard.problems(), 'no console error, page error, policy violation or foreign request').toEqual([]);
    },
    { auto: true },
  ],

  context: async ({ context, guard }, use) => {
    await guard.watch(context);
    await use(context);
  },

  newFolder: async ({}, use) => {
    const made: string[] = [];
    await use(() => {
      const folder = mkdtempSync(join(tmpdir(), 'meritfolio-e2e-'));
      made.push(folder);
      return folder;
    });
    for (const folder of made) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  person: async ({ baseURL, guard, newFolder }, use) => {
    const open: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await chromium.launchPersistentContext(options.profile ?? newFolder(), {
        executablePath,
        args: [...args, ...(options.args ?? [])],
        headless: true,
        baseURL: options.baseURL ?? baseURL ?? '',
        locale: options.locale ?? 'en-GB',
        timezoneId: 'Europe/Stockholm',
        viewport: options.viewport ?? { width: 390, height: 844 },
        permissions: options.permissions ?? [],
      });
      open.push(context);
      if (options.baseURL !== undefined) guard.own(options.baseURL);
      await guard.watch(context);
      return context;
    });
    for (const context of open) await context.close();
  },

  server: async ({ guard }, use) => {
    const running: StaticServer[] = [];
    await use(async (options = {}) => {
      const server = await serve({ dir: ofRun('E2E_BUILD'), ...options });
      running.push(server);
      guard.own(server.origin);
      return server;
    });
    for (const server of running) await server.stop();
  },
});
