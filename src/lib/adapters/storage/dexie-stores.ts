// Every storage port over one connection to IndexedDB.
import { sharedNotice } from './change-notice.ts';
import { ownBucket } from './copy-place.ts';
import type { CopyPlace } from './copy-place.ts';
import { Connection } from './connection.ts';
import { credentialStore } from './credential-store.ts';
import { derivedStore } from './derived-store.ts';
import { evidenceStore } from './evidence-store.ts';
import { keyRecords } from './key-records.ts';
import type { Stores } from './memory-stores.ts';
import { portfolioStore } from './portfolio-store.ts';
import { DATABASE_NAME } from './schema.ts';
import { settingsStore } from './settings-store.ts';
import { trustStore } from './trust-store.ts';

export interface DexieStores extends Stores {
  /** Newer code took over: this tab writes no more and must say "reload". Returns how to stop listening. */
  readonly whenSuperseded: (told: () => void) => () => void;
  readonly close: () => void;
}

/** `place` says where the second copy of the database lies, if anywhere. */
export function dexieStores(
  name: string = DATABASE_NAME,
  place: () => Promise<CopyPlace | null> = () => ownBucket(`${name}-copy`),
): DexieStores {
  const notice = sharedNotice(name);
  const connection = new Connection(name, notice, place);
  return {
    credentials: credentialStore(connection),
    derived: derivedStore(connection),
    portfolios: portfolioStore(connection),
    trust: trustStore(connection),
    evidence: evidenceStore(connection),
    settings: settingsStore(connection),
    keys: keyRecords(connection),
    whenSuperseded: (told) => connection.watch('superseded', told),
    close: () => {
      connection.close();
      notice.close();
    },
  };
}
