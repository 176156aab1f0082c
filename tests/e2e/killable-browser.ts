// A Chromium of our own making, which can be killed like a phone that runs out of battery.
import { chromium, type BrowserContext } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { args, executablePath } from '../chromium.mjs';

export interface KillableBrowser {
  readonly context: BrowserContext;
  /** SIGKILL to every process of it at once: nothing is flushed, closed or told. */
  kill(): Promise<void>;
}

const PORT_FILE = 'DevToolsActivePort';
const PATIENCE_MILLISECONDS = 15_000;
const running = new Set<() => Promise<void>>();

/** For `afterEach`: whatever a failed test left open. */
export async function killAll(): Promise<void> {
  for (const kill of running) await kill();
}

/** Opens Chromium on `profile`, a folder that outlives the kill. */
export async function openKillable(profile: string): Promise<KillableBrowser> {
  // A killed browser leaves both behind: the port would be read, the lock would be believed.
  await rm(join(profile, PORT_FILE), { force: true });
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
  const connected = await chromium.connectOverCDP(`http://127.0.0.1:${await debuggingPort(profile)}`);
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
function debuggingPort(profile: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const folder = watch(profile, { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) }, () => void look());
    folder.on('close', () => reject(new Error('Chromium did not say where to reach it.')));
    const look = async (): Promise<void> => {
      const [port] = (await readFile(join(profile, PORT_FILE), 'utf8').catch(() => '')).split('\n');
      if (port === undefined || port === '') return;
      resolve(port);
      folder.close();
    };
    // It may have been written before anybody looked.
    void look();
  });
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
