// Every storage port in memory: for tests, and for a browser that offers no storage at all.
import type {
  CredentialStore,
  DerivedRecord,
  DerivedStore,
  DeviceKey,
  EvidenceStore,
  KeyRecords,
  PortfolioStore,
  SettingsStore,
  Stored,
  StoredCredential,
  StoredTrustList,
  TrustStore,
  WrappedKey,
} from '../../core/ports.ts';
import type { Portfolio } from '../../core/model/portfolio.ts';
import type { Pin } from '../../core/model/trust.ts';
import { localNotice } from './change-notice.ts';
import { memoryEvidence } from './memory-evidence.ts';

export interface Stores {
  readonly credentials: CredentialStore;
  readonly derived: DerivedStore;
  readonly portfolios: PortfolioStore;
  readonly trust: TrustStore;
  readonly evidence: EvidenceStore;
  readonly settings: SettingsStore;
  readonly keys: KeyRecords;
}

const done = <T>(value: T): Promise<Stored<T>> => Promise.resolve({ ok: true, value: structuredClone(value) });

export function memoryStores(): Stores {
  const credentials = new Map<string, StoredCredential>();
  const derived = new Map<string, DerivedRecord>();
  return {
    credentials: memoryCredentials(credentials, derived),
    derived: memoryDerived(credentials, derived),
    portfolios: memoryPortfolios(),
    trust: memoryTrust(),
    evidence: memoryEvidence(),
    settings: memorySettings(),
    keys: memoryKeys(),
  };
}

function memoryCredentials(rows: Map<string, StoredCredential>, derived: Map<string, DerivedRecord>): CredentialStore {
  const notice = localNotice();
  return {
    add: (credentials) => {
      for (const credential of structuredClone(credentials)) rows.set(credential.id, credential);
      notice.tell('credentials');
      return done(null);
    },
    all: () => done([...rows.values()].sort(newestFirst)),
    ids: () => done([...rows.values()].sort(newestFirst).map(({ id }) => id)),
    some: (ids) => {
      const credentials = ids.flatMap((id) => rows.get(id) ?? []);
      return done({ credentials, damaged: [] });
    },
    damaged: () => done([]),
    get: (id) => done(rows.get(id) ?? null),
    findByDigest: (digest) => done([...rows.values()].filter((row) => row.contentDigest === digest)),
    remove: (ids) => {
      for (const id of ids) {
        rows.delete(id);
        derived.delete(id);
      }
      notice.tell('credentials');
      return done(null);
    },
    watch: (changed) => notice.listen('credentials', changed),
  };
}

/** The order an index on `receivedAt` gives when read backwards. */
function newestFirst(a: StoredCredential, b: StoredCredential): number {
  return b.receivedAt - a.receivedAt || (a.id < b.id ? 1 : -1);
}

function memoryDerived(credentials: ReadonlyMap<string, unknown>, rows: Map<string, DerivedRecord>): DerivedStore {
  return {
    all: () => done([...rows.values()]),
    some: (ids) => done(ids.flatMap((id) => rows.get(id) ?? [])),
    put: (records) => {
      for (const record of structuredClone(records)) if (credentials.has(record.id)) rows.set(record.id, record);
      return done(null);
    },
    clear: () => {
      rows.clear();
      return done(null);
    },
  };
}

function memoryPortfolios(): PortfolioStore {
  const rows = new Map<string, Portfolio>();
  const notice = localNotice();
  return {
    put: (portfolio) => {
      rows.set(portfolio.id, structuredClone(portfolio));
      notice.tell('portfolios');
      return done(null);
    },
    all: () => done([...rows.values()]),
    remove: (id) => {
      rows.delete(id);
      notice.tell('portfolios');
      return done(null);
    },
    watch: (changed) => notice.listen('portfolios', changed),
  };
}

function memoryTrust(): TrustStore {
  const lists = new Map<string, StoredTrustList>();
  const pins = new Map<string, Pin>();
  const notice = localNotice();
  const changed = (): Promise<Stored<null>> => {
    notice.tell('trust');
    return done(null);
  };
  return {
    putList: (list) => {
      lists.set(list.id, structuredClone(list));
      return changed();
    },
    lists: () => done([...lists.values()]),
    removeList: (id) => {
      lists.delete(id);
      return changed();
    },
    putPin: (pin) => {
      pins.set(pin.issuerId, structuredClone(pin));
      return changed();
    },
    pins: () => done([...pins.values()]),
    removePin: (issuerId) => {
      pins.delete(issuerId);
      return changed();
    },
    watch: (listener) => notice.listen('trust', listener),
  };
}

function memorySettings(): SettingsStore {
  const rows = new Map<string, string>();
  return {
    get: (key) => done(rows.get(key) ?? null),
    set: (key, value) => {
      rows.set(key, value);
      return done(null);
    },
  };
}

function memoryKeys(): KeyRecords {
  const rows = new Map<string, WrappedKey>();
  let device: DeviceKey | null = null;
  return {
    deviceKey: (candidate) => {
      device ??= candidate;
      return Promise.resolve({ ok: true, value: device });
    },
    put: (key) => {
      rows.set(key.id, structuredClone(key));
      return done(null);
    },
    get: (id) => done(rows.get(id) ?? null),
    findByThumbprint: (thumbprint) => done([...rows.values()].find((row) => row.thumbprint === thumbprint) ?? null),
    remove: (ids) => {
      for (const id of ids) rows.delete(id);
      return done(null);
    },
    probe: (key) => Promise.resolve({ ok: true, value: key }),
  };
}
