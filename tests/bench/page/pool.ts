// A thousand credentials through the corridor's workers, and how long the page could not answer meanwhile.
import { CorridorClient, corridorWorker } from '../../../src/lib/adapters/corridor/corridor-client.ts';
import { encodeUtf8 } from '../../../src/lib/core/bytes/utf8.ts';
import { epochSeconds } from '../../../src/lib/core/model/brand.ts';
import { NO_TRUST } from '../../../src/lib/core/model/trust.ts';

export interface PoolTimes {
  readonly workers: number;
  readonly count: number;
  readonly milliseconds: number;
  /** The longest task that the browser reports: 50 ms or more, or 0. */
  readonly longestTask: number;
  /** The longest time in which the page did not come to a timer of its own. */
  readonly longestWait: number;
}

const NOW = epochSeconds(Date.UTC(2026, 10, 21, 12) / 1000);
const QUESTION = {
  trust: NO_TRUST,
  now: NOW,
  context: { kind: 'document' },
  clockFloor: epochSeconds(0),
} as const;
const TICK = 4;

export async function verifyMany(texts: readonly string[], count: number, workers: number): Promise<PoolTimes> {
  const files = texts.map(encodeUtf8);
  const client = new CorridorClient(corridorWorker, () => undefined, { workers });
  const ask = async (at: number): Promise<void> => {
    const examination = await client.examine(files[at % files.length] ?? new Uint8Array(), QUESTION);
    if (examination.outcome !== 'credential') throw new Error(examination.why);
  };
  // The workers start and warm up.
  await Promise.all(Array.from({ length: 100 }, (_, at) => ask(at)));
  const watch = watchPage();
  const started = performance.now();
  await Promise.all(Array.from({ length: count }, (_, at) => ask(at)));
  const milliseconds = performance.now() - started;
  return { workers, count, milliseconds, ...watch() };
}

/** Starts watching; what is returned ends it and tells. */
function watchPage(): () => Pick<PoolTimes, 'longestTask' | 'longestWait'> {
  let longestTask = 0;
  let longestWait = 0;
  const note = (entries: PerformanceEntryList): void => {
    for (const { duration } of entries) longestTask = Math.max(longestTask, duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask' });
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longestWait = Math.max(longestWait, now - last - TICK);
    last = now;
  }, TICK);
  return () => {
    clearInterval(timer);
    note(observer.takeRecords());
    observer.disconnect();
    return { longestTask, longestWait };
  };
}
