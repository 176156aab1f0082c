// A Chromium of our own making, which can be killed like a phone that runs out of battery.
import { chromium, type BrowserContext } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { args, executablePath } from '../chromium.mjs';

export interface KillableBrowser {
  readonly context: BrowserContext;
  /** SIGKILL to every process of it at once: nothing is flushed, closed or told. */
  kill(): Promise<void>;
}

const running = new Set<() => Promise<void>>();

/** For `afterEach`: whatever a failed test left open. */
export async function killAll(): Promise<void> {
  for (const kill of running) await kill();
}

/** Opens Chromium on `profile`, a folder that outlives the kill. */
export async function openKillable(profile: string): Promise<KillableBrowser> {
  const portFile = join(profile, 'DevToolsActivePort');
  // A killed browser leaves both behind: the port would be read, the lock would be believed.
  await rm(portFile, { force: true });
  await rm(join(profile, 'SingletonLock'), { force: true });
  const browser = spawn(
    executablePath,
    [
      ...args,
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--lang=en-GB',
      'about:blank',
    ],
    { detached: true, stdio: 'ignore' },
  );
  const gone = once(browser, 'exit');
  const { pid } = browser;
  if (pid === undefined) throw new Error('Chromium did not start.');
  const connected = await chromium.connectOverCDP(`http://127.0.0.1:${await debuggingPort(portFile)}`);
  const [context] = connected.contexts();
  if (context === undefined) throw new Error('Chromium has no window.');
  const kill = async (): Promise<void> => {
    running.delete(kill);
    // Its own process group: zygote, renderers and all.
    process.kill(-pid, 'SIGKILL');
    await gone;
    await connected.close().catch(() => undefined);
  };
  running.add(kill);
  return { context, kill };
}

/** Chromium writes the port it took into its profile. */
async function debuggingPort(file: string): Promise<string> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const [port] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
    if (port !== undefined && port !== '') return port;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Chromium did not say where to reach it.');
}

/** Numbers in [0, 1) that a seed repeats (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
