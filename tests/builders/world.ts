// A whole world in memory: memory stores, the real corridor in the same thread, a clock that tests move.
import { holderKeys } from '../../src/lib/adapters/keys/holder-keys.ts';
import { memoryStores } from '../../src/lib/adapters/storage/memory-stores.ts';
import type { Stores } from '../../src/lib/adapters/storage/memory-stores.ts';
import { examine } from '../../src/lib/core/examine.ts';
import { epochSeconds } from '../../src/lib/core/model/brand.ts';
import type { Fetched, Random } from '../../src/lib/core/ports.ts';
import type { World } from '../../src/lib/state/compose.ts';

const random: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

const BLOCKED: Fetched = { ok: false, failure: 'blocked' };

export interface TestWorld extends World {
  readonly stores: Stores;
  /** Seconds since 1970. */
  time: number;
  /** What the network would answer, by address; every other address is blocked. */
  network: Readonly<Record<string, string>>;
  /** Addresses asked of the network so far. */
  readonly asked: string[];
  /** Examinations asked of the corridor so far. */
  examined: number;
  /** As if newer code had taken the storage over. */
  supersede(): void;
}

export function testWorld(stores: Stores = memoryStores(), version = 'test'): TestWorld {
  const told = new Set<() => void>();
  const world: TestWorld = {
    ...stores,
    stores,
    keys: holderKeys(stores.keys, random),
    corridor: {
      examine: (bytes, question) => {
        world.examined += 1;
        return examine(bytes, question);
      },
    },
    fetcher: {
      ask: (url) => {
        world.asked.push(url);
        const text = world.network[url];
        return Promise.resolve(text === undefined ? BLOCKED : { ok: true, mediaType: 'application/json', text });
      },
    },
    network: {},
    asked: [],
    clock: () => epochSeconds(world.time),
    random,
    version,
    time: Date.UTC(2026, 10, 21, 12) / 1000,
    examined: 0,
    whenSuperseded: (listener) => {
      told.add(listener);
      return () => told.delete(listener);
    },
    supersede: () => told.forEach((tell) => tell()),
  };
  return world;
}
