// The part of the bench that needs Chromium: codes and storage, in a page built from the app's own sources.
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import sirv from 'sirv';
import { build } from 'vite';
import { args, executablePath } from '../chromium.mjs';
import type { Decoded, Tally } from './page/decode.ts';
import type { WalletTimes } from './page/wallet.ts';
import type { PoolTimes } from './page/pool.ts';
import { makeMixed } from './mixed.ts';
import { spread } from './race.ts';
import { atMost, digits, heading, line, milliseconds, times } from './report.ts';

const OUT = '.cache/bench/page';

export async function benchBrowser(): Promise<void> {
  await build({
    configFile: false,
    root: 'tests/bench/page',
    logLevel: 'warn',
    worker: { format: 'es' },
    build: { outDir: `${process.cwd()}/${OUT}`, emptyOutDir: true, chunkSizeWarningLimit: 5_000 },
  });
  const server = createServer(sirv(OUT));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath, args: [...args], headless: true });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.goto(`http://127.0.0.1:${String(portOf(server))}/`);
    await benchPool(page);
    tellDecoding(await ask<readonly Decoded[]>(page, 'bench.decodeAll()'));
    heading('A wallet of specimens in IndexedDB');
    for (const count of [1_000, 10_000]) tellWallet(await ask<WalletTimes>(page, `bench.openWallet(${String(count)})`));
  } finally {
    await browser.close();
    server.close();
  }
}

/** Before anything else has filled the page's memory. */
async function benchPool(page: Page): Promise<void> {
  const { texts } = await makeMixed();
  heading('1,000 credentials in the corridor’s workers: JWT, SD-JWT VC and eddsa-rdfc-2022 in equal parts');
  for (const workers of [1, 2]) {
    const times = await ask<PoolTimes>(page, `bench.verifyMany(${JSON.stringify(texts)}, 1000, ${String(workers)})`);
    const { milliseconds: all, longestTask, longestWait } = times;
    line(`${String(workers)} of them: all answered`, `${milliseconds(all)}, ${digits((1000 * times.count) / all)} /s`);
    line('longest task of the page (0: none of 50 ms or more)', milliseconds(longestTask), atMost(50, longestTask));
    line('longest wait of a timer on the page', milliseconds(longestWait));
  }
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function ask<T>(page: Page, expression: string): Promise<T> {
  return page.evaluate<T>(expression);
}

function tellDecoding(results: readonly Decoded[]): void {
  heading('Codes in 1280×720 frames, full at level L: our worker (frame to text) against html5-qrcode’s own decoder');
  for (const { light, version, frames, ours, theirs } of results) {
    line(
      `${light} light, version ${String(version)}`,
      `ours ${tally(ours, frames)}   html5-qrcode ${tally(theirs, frames)}`,
    );
  }
  const sum = (of: readonly Decoded[], who: 'ours' | 'theirs', what: 'read' | 'wrong'): number =>
    of.reduce((total, result) => total + result[who][what], 0);
  const good = results.filter(({ light }) => light === 'good');
  const poor = results.filter(({ light }) => light === 'poor');
  share('good light, versions 5–40, read by us', good, sum(good, 'ours', 'read'), 0.99);
  share('poor light, versions 5–25, read by us', poor, sum(poor, 'ours', 'read'), 0.95);
  line(
    'wrong readings, ours and theirs',
    `${String(sum(results, 'ours', 'wrong'))} and ${String(sum(results, 'theirs', 'wrong'))}`,
  );
  const all = (who: 'ours' | 'theirs'): readonly number[] => results.flatMap((result) => result[who].milliseconds);
  const perCode = (who: 'ours' | 'theirs'): number => total(all(who)) / sum(results, who, 'read');
  const frames = spread(all('theirs').map((theirs, index) => (all('ours')[index] ?? Number.NaN) / theirs));
  line('time per frame, ours / html5-qrcode', times(frames), atMost(0.6, frames.median));
  const codes = perCode('ours') / perCode('theirs');
  line('time per code read, ours / html5-qrcode', digits(codes), atMost(0.6, codes));
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function share(name: string, of: readonly Decoded[], read: number, least: number): void {
  const frames = of.reduce((total, result) => total + result.frames, 0);
  const part = read / frames;
  line(name, `${String(read)}/${String(frames)}`, { text: `at least ${String(least)}`, reached: part >= least });
}

function tally({ read, milliseconds: all }: Tally, frames: number): string {
  return `${String(read)}/${String(frames)} ${milliseconds(spread(all).median)}`;
}

function tellWallet({ count, add, readAll, firstCards, open, filter, found }: WalletTimes): void {
  line(`${String(count)}: store, strictly durable`, milliseconds(add));
  line(`${String(count)}: read what was received`, milliseconds(readAll));
  line(`${String(count)}: the first hundred cards`, milliseconds(firstCards));
  line(`${String(count)}: open the list (received, findings, order)`, milliseconds(open));
  line(`${String(count)}: filter by a word, ${String(found)} found`, milliseconds(filter));
}
