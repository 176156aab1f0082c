// Wires the ports to the adapters, once and only when first asked: importing this does nothing.
import { version } from '$app/environment';
import { CorridorClient, corridorWorker, workersHere } from '../adapters/corridor/corridor-client.ts';
import { holderKeys } from '../adapters/keys/holder-keys.ts';
import { NetworkFetcher, networkWorker } from '../adapters/network/network-fetcher.ts';
import { systemClock } from '../adapters/platform/clock.ts';
import { systemRandom } from '../adapters/platform/random.ts';
import { dexieStores } from '../adapters/storage/dexie-stores.ts';
import type {
  Clock,
  Corridor,
  CredentialStore,
  DerivedStore,
  EvidenceStore,
  Fetcher,
  KeyStore,
  PortfolioStore,
  Random,
  SettingsStore,
  TrustStore,
} from '../core/ports.ts';
import { busy } from './busy.svelte.ts';

/** The world as this program knows it. */
export interface World {
  readonly credentials: CredentialStore;
  readonly derived: DerivedStore;
  readonly portfolios: PortfolioStore;
  readonly trust: TrustStore;
  readonly evidence: EvidenceStore;
  readonly settings: SettingsStore;
  readonly keys: KeyStore;
  readonly corridor: Corridor;
  /** Asks other hosts. Only ever used when somebody pressed for it. */
  readonly fetcher: Fetcher;
  readonly clock: Clock;
  readonly random: Random;
  /** Which build this is: what another build worked out is worked out anew. */
  readonly version: string;
  /** Newer code took over the storage: this tab writes no more and must say "reload". */
  readonly whenSuperseded: (told: () => void) => () => void;
}

let inUse: World | null = null;

/** The world in use. */
export function world(): World {
  inUse ??= browserWorld();
  return inUse;
}

/** For tests: another world, or null to begin anew. */
export function useWorld(replacement: World | null): void {
  inUse = replacement;
}

function browserWorld(): World {
  const stores = dexieStores();
  return {
    credentials: stores.credentials,
    derived: stores.derived,
    portfolios: stores.portfolios,
    trust: stores.trust,
    evidence: stores.evidence,
    settings: stores.settings,
    keys: holderKeys(stores.keys, systemRandom),
    corridor: new CorridorClient(corridorWorker, (long) => busy.takingLong(long), { workers: workersHere() }),
    fetcher: new NetworkFetcher(networkWorker),
    clock: systemClock,
    random: systemRandom,
    version,
    whenSuperseded: stores.whenSuperseded,
  };
}
