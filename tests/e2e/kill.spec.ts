// The browser is killed in the middle of an import: nothing torn, nothing acknowledged lost.
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures.ts';
import { killAll, openKillable, randomFrom } from './killable-browser.ts';
import { strangersBadges } from './strangers-badges.ts';

const SEED = Number(process.env['SEED'] ?? 20261121);
const FILES = 200;
const ROUNDS = 4;
const GROUP = 5;
const STORE_KILLS = 6;

test.describe.configure({ timeout: 300_000 });
test.afterEach(killAll);

test('killed while 200 files are being kept: all of them or none', async ({ guard, newFolder, baseURL }) => {
  const origin = baseURL ?? '';
  const profile = newFolder();
  const random = randomFrom(SEED);
  console.log(`seed ${SEED}`);
  let acknowledged = 0;
  let longest = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const browser = await openKillable(profile);
    await guard.watch(browser.context);
    const page = await browser.context.newPage();
    await page.goto(`${origin}/add`);
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await strangersBadges(FILES, `round ${round}`));
    const keep = page.getByRole('button', { name: `Keep all ${FILES}` });
    await keep.waitFor();
    const started = performance.now();
    const told = page.getByText(`${FILES} merits kept in the wallet.`).waitFor({ timeout: 60_000 });
    await keep.click();
    // The first is left to its end: how long it takes says when to pull the plug on the others.
    const pull = round === 0 ? told.then(() => true) : Promise.race([settled(told), delay(random() * longest)]);
    if (await pull) acknowledged += FILES;
    if (round === 0) longest = performance.now() - started;
    await browser.kill();

    const after = await countAfterKill(profile, origin);
    console.log(`round ${round}: ${acknowledged} acknowledged, ${after} there`);
    expect(after % FILES, 'no import is torn').toBe(0);
    expect(after, 'nothing acknowledged is lost').toBeGreaterThanOrEqual(acknowledged);
    acknowledged = after;
  }
});

test('killed at random instants while groups are being stored: whole groups, and every acknowledged one', async ({
  guard,
  newFolder,
}) => {
  const server = await serveStorage();
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  guard.own(origin);
  const profile = newFolder();
  const random = randomFrom(SEED);
  console.log(`seed ${SEED}`);
  const acknowledged = new Set<string>();
  for (let kill = 0; kill < STORE_KILLS; kill += 1) {
    const browser = await openKillable(profile);
    const page = await browser.context.newPage();
    await page.exposeFunction('acknowledge', (group: string) => void acknowledged.add(group));
    await page.goto(origin);
    await page.waitForFunction('typeof storeGroups === "function"');
    void page.evaluate(`storeGroups(${kill}, ${FILES / GROUP}, ${GROUP})`).catch(() => undefined);
    await delay(random() * 400);
    await browser.kill();

    const again = await openKillable(profile);
    const fresh = await again.context.newPage();
    await fresh.goto(origin);
    await fresh.waitForFunction('typeof storedGroups === "function"');
    const groups = new Map(Object.entries(await fresh.evaluate<Record<string, number>>('storedGroups()')));
    await again.kill();
    console.log(`kill ${kill}: ${acknowledged.size} acknowledged, ${groups.size} there`);
    expect(
      [...groups.values()].filter((size) => size !== GROUP),
      'no group is torn',
    ).toEqual([]);
    expect(
      [...acknowledged].filter((group) => !groups.has(group)),
      'nothing acknowledged is lost',
    ).toEqual([]);
  }
  expect(acknowledged.size).toBeGreaterThan(0);
  server.close();
});

async function countAfterKill(profile: string, origin: string): Promise<number> {
  const browser = await openKillable(profile);
  const page = await browser.context.newPage();
  await page.goto(origin);
  await expect(page.getByText('A stranger').first()).toBeVisible();
  const count = await wholeRows(page);
  await browser.kill();
  return count;
}

/** Rows with all their bytes, read behind the app's back. */
function wholeRows(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const open = indexedDB.open('meritfolio');
    await new Promise((resolve) => (open.onsuccess = resolve));
    const all = open.result.transaction('credentials').objectStore('credentials').getAll();
    await new Promise((resolve) => (all.onsuccess = resolve));
    open.result.close();
    const rows = all.result as { readonly raw: Uint8Array }[];
    return rows.filter(({ raw }) => new TextDecoder().decode(raw).split('.').length === 3).length;
  });
}

/** The storage adapter alone on a page of its own, so that many kills cost little. */
async function serveStorage(): Promise<Server> {
  const bundled = await build({
    entryPoints: [fileURLToPath(new URL('./store-groups.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'silent',
  });
  const script = bundled.outputFiles[0]?.text ?? '';
  const server = createServer((request, response) => {
    const isPage = request.url === '/';
    response.setHeader('content-type', isPage ? 'text/html' : 'text/javascript');
    response.end(isPage ? '<!doctype html><link rel="icon" href="data:,"><script src="/script.js"></script>' : script);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  return server;
}

const settled = (work: Promise<void>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

const delay = (ms: number): Promise<boolean> => new Promise((resolve) => setTimeout(() => resolve(false), ms));
