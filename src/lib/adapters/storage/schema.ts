// The tables of the wallet in IndexedDB. Rows are what the ports say, plus what storage itself needs.
import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import type { DerivedRow } from './derived-row.ts';
import type { CopyPlace } from './copy-place.ts';
import type { CredentialId } from '../../core/model/brand.ts';
import type { Portfolio } from '../../core/model/portfolio.ts';
import type { EvidenceDocument, Pin } from '../../core/model/trust.ts';
import type { DeviceKey, StoredCredential, StoredTrustList, WrappedKey } from '../../core/ports.ts';

/** Raised with every change that older code must not write into. */
export const SCHEMA_VERSION = 1;
export const DATABASE_NAME = 'meritfolio';

/** A credential as stored: `checksum` shows a row that storage has damaged. */
export type CredentialRow = StoredCredential & { readonly checksum: number };

export interface MetaRow {
  readonly key: 'schema' | 'generation' | 'sequence' | 'device-key' | 'probe';
  readonly value: number | string | DeviceKey;
}

export interface SettingRow {
  readonly key: string;
  readonly value: string;
}

/** The connection. Strict durability: an acknowledged write has reached the disk, not only the browser's memory. */
export class Schema extends Dexie {
  declare readonly credentials: Table<CredentialRow, CredentialId>;
  declare readonly derived: Table<DerivedRow, CredentialId>;
  declare readonly portfolios: Table<Portfolio, string>;
  declare readonly keys: Table<WrappedKey, string>;
  declare readonly evidence: Table<EvidenceDocument, string>;
  declare readonly trustLists: Table<StoredTrustList, string>;
  declare readonly pins: Table<Pin, string>;
  declare readonly settings: Table<SettingRow, string>;
  declare readonly meta: Table<MetaRow, string>;

  constructor(name: string, place: CopyPlace = {}) {
    super(name, { ...place, chromeTransactionDurability: 'strict' });
    this.version(SCHEMA_VERSION).stores({
      credentials: 'id, contentDigest, receivedAt',
      derived: 'id',
      portfolios: 'id',
      entries: 'id',
      documents: 'id',
      keys: 'id, thumbprint',
      evidence: 'url',
      history: 'id, at',
      trustLists: 'id',
      pins: 'issuerId',
      settings: 'key',
      meta: 'key',
    });
    this.on('populate', (transaction) => {
      const meta = transaction.table<MetaRow, string>('meta');
      void meta.bulkAdd([
        { key: 'schema', value: SCHEMA_VERSION },
        { key: 'generation', value: crypto.randomUUID() },
      ]);
    });
  }
}
