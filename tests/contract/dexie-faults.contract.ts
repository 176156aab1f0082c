// What goes wrong with a database in real life, and what the stores must say then. Fake and real IndexedDB alike.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MockInstance } from 'vitest';
import { dexieStores } from '../../src/lib/adapters/storage/dexie-stores.ts';
import type { DexieStores } from '../../src/lib/adapters/storage/dexie-stores.ts';
import { SCHEMA_VERSION } from '../../src/lib/adapters/storage/schema.ts';
import { credentialId, epochSeconds } from '../../src/lib/core/model/brand.ts';
import type { EvidenceDocument } from '../../src/lib/core/model/trust.ts';
import { stored } from '../builders/stored-credential.ts';
import { meddle, openDexie, openPlain } from './open-dexie.ts';
import type { OpenedDexie } from './open-dexie.ts';
import { valueOf } from './stores.contract.ts';

/** Dexie multiplies its version numbers by ten for IndexedDB. */
const NEWER_NATIVE_VERSION = (SCHEMA_VERSION + 1) * 10;

type OpenSpy = MockInstance<IDBFactory['open']>;

export function describeDexieFaults(name: string): void {
  describe(`faults of ${name}`, () => {
    let held: OpenedDexie;
    let opened: OpenSpy;
    beforeEach(async () => {
      opened = vi.spyOn(IDBFactory.prototype, 'open');
      held = await openDexie();
      valueOf(await held.stores.credentials.add([stored('a'), stored('b')]));
    });
    afterEach(async () => {
      vi.restoreAllMocks();
      await held.discard();
    });

    describeNewerSchema(() => held);
    describeDamage(() => held);
    describeLostConnection(
      () => held,
      () => opened,
    );
    describeSecondTab(() => held);
    describeEvidenceFaults(() => held);
  });
}

function describeNewerSchema(held: () => OpenedDexie): void {
  const newerRecord = (store: IDBObjectStore): void => void store.put({ key: 'schema', value: SCHEMA_VERSION + 1 });

  it('writes nothing into a database whose record names a newer schema, though it is open already', async () => {
    await meddle(held().name, 'meta', newerRecord);
    const refused = await held().stores.credentials.add([stored('late')]);
    expect(refused).toEqual({ ok: false, failure: 'newer-schema' });
    expect(await keysIn(held().name)).toEqual(['a', 'b']);
  });

  it('reads nothing from it when opened anew: old code would misread it', async () => {
    await meddle(held().name, 'meta', newerRecord);
    const stale = dexieStores(held().name);
    expect(await stale.credentials.all()).toEqual({ ok: false, failure: 'newer-schema' });
    stale.close();
  });

  it('stops for good and says so when newer code takes over in another tab', async () => {
    let told = 0;
    held().stores.whenSuperseded(() => (told += 1));
    const newer = await openPlain(held().name, NEWER_NATIVE_VERSION);
    expect(told).toBe(1);
    expect(await held().stores.credentials.add([stored('late')])).toEqual({ ok: false, failure: 'newer-schema' });
    expect(await held().stores.settings.set('late', 'x')).toEqual({ ok: false, failure: 'newer-schema' });
    expect(await held().stores.credentials.all()).toEqual({ ok: false, failure: 'newer-schema' });
    newer.close();
    expect(await keysIn(held().name)).toEqual(['a', 'b']);
  });

  it('refuses, from a stale cache, a database with a newer version number', async () => {
    (await openPlain(held().name, NEWER_NATIVE_VERSION)).close();
    const stale = dexieStores(held().name);
    expect(await stale.credentials.add([stored('late')])).toEqual({ ok: false, failure: 'newer-schema' });
    stale.close();
    expect(await keysIn(held().name)).toEqual(['a', 'b']);
  });
}

function describeDamage(held: () => OpenedDexie): void {
  const flipByte = (store: IDBObjectStore): void => {
    const request = store.get('a');
    request.onsuccess = () => {
      const row = request.result as { raw: Uint8Array };
      row.raw[0] = (row.raw[0] ?? 0) ^ 1;
      store.put(row);
    };
  };

  it('shows the others when one row is damaged, and gives the bytes of the damaged one', async () => {
    await meddle(held().name, 'credentials', flipByte);
    const { credentials } = held().stores;
    expect(valueOf(await credentials.all()).map(({ id }) => id)).toEqual(['b']);
    const damaged = valueOf(await credentials.damaged());
    expect(damaged.map(({ id, raw }) => [id, new TextDecoder().decode(raw)])).toEqual([['a', 'saw of a']]);
    expect(valueOf(await credentials.get(credentialId('a')))).toBeNull();
  });

  it('shows the others when a row has lost its fields, and can remove it', async () => {
    await meddle(held().name, 'credentials', (store) => void store.put({ id: 'a', receivedAt: 1, raw: 'text' }));
    const { credentials } = held().stores;
    expect(valueOf(await credentials.all()).map(({ id }) => id)).toEqual(['b']);
    expect(valueOf(await credentials.damaged())).toEqual([{ id: 'a', raw: new Uint8Array() }]);
    valueOf(await credentials.remove([credentialId('a')]));
    expect(valueOf(await credentials.damaged())).toEqual([]);
  });

  it('also lists a damaged row that no index reaches any more', async () => {
    await meddle(held().name, 'credentials', (store) => void store.put({ id: 'a' }));
    expect(valueOf(await held().stores.credentials.damaged()).map(({ id }) => id)).toEqual(['a']);
  });
}

function describeLostConnection(held: () => OpenedDexie, opened: () => OpenSpy): void {
  /** The browser drops the connection without a word, as WebKit does to pages that slept. */
  const loseConnection = (): void => {
    for (const { value } of opened().mock.results) (value as IDBOpenDBRequest).result.close();
  };
  it('opens again and writes when the connection was lost', async () => {
    loseConnection();
    valueOf(await held().stores.credentials.add([stored('c')]));
    loseConnection();
    expect(valueOf(await held().stores.credentials.ids())).toEqual(['c', 'b', 'a']);
  });

  it('tells when it cannot open again; nothing is said to be written that is not', async () => {
    loseConnection();
    opened().mockImplementation(() => {
      throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
    });
    expect(await held().stores.credentials.add([stored('c')])).toEqual({ ok: false, failure: 'closed' });
    vi.restoreAllMocks();
    valueOf(await held().stores.credentials.add([stored('d')]));
    expect(await keysIn(held().name)).toEqual(['a', 'b', 'd']);
  });

  it('says that storage is unavailable where the browser forbids it', async () => {
    opened().mockImplementation(() => {
      throw new DOMException('The user denied permission', 'SecurityError');
    });
    const forbidden = dexieStores('forbidden');
    expect(await forbidden.credentials.all()).toEqual({ ok: false, failure: 'unavailable' });
    expect(await forbidden.credentials.add([stored('c')])).toEqual({ ok: false, failure: 'unavailable' });
    forbidden.close();
  });
}

function describeSecondTab(held: () => OpenedDexie): void {
  it('tells the other tab of what this one added, and both see the same', async () => {
    const other = dexieStores(held().name);
    const told = new Promise<void>((resolve) => other.credentials.watch(resolve));
    valueOf(await held().stores.credentials.add([stored('c')]));
    await told;
    expect(valueOf(await other.credentials.ids()).toSorted()).toEqual(['a', 'b', 'c']);
    other.close();
  });

  it('loses nothing when two tabs write at once', async () => {
    const other = dexieStores(held().name);
    const many = Array.from({ length: 40 }, (_, index) => `x${String(index).padStart(2, '0')}`);
    const tabOf = (index: number): DexieStores => (index % 2 === 0 ? held().stores : other);
    await Promise.all(many.map((name, index) => tabOf(index).credentials.add([stored(name)])));
    expect(await keysIn(held().name)).toEqual(['a', 'b', ...many]);
    other.close();
  });
}

function describeEvidenceFaults(held: () => OpenedDexie): void {
  const document = (name: string): EvidenceDocument => ({
    url: `https://issuer.example/${name}`,
    fetched: epochSeconds(1_795_000_000),
    mediaType: null,
    text: name,
    source: 'this-device',
  });
  const namesIn = async ({ evidence }: DexieStores): Promise<string[]> =>
    valueOf(await evidence.all())
      .map(({ text }) => text)
      .toSorted();

  it('keeps none of several documents when the disk is full at the last', async () => {
    const { stores } = held();
    valueOf(await stores.evidence.put([document('a')]));
    const genuine: unknown = Reflect.get(IDBObjectStore.prototype, 'put');
    if (typeof genuine !== 'function') throw new Error('no IndexedDB');
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value: unknown) {
      if (JSON.stringify(value).includes('"c"')) throw new DOMException('no room', 'QuotaExceededError');
      return Reflect.apply(genuine, this, [value]) as IDBRequest<IDBValidKey>;
    });
    expect(await stores.evidence.put([document('b'), document('c')])).toEqual({ ok: false, failure: 'full' });
    vi.restoreAllMocks();
    expect(await namesIn(stores)).toEqual(['a']);
  });

  it('tells the other tab of a document, which both then have', async () => {
    const other = dexieStores(held().name);
    const told = new Promise<void>((resolve) => other.evidence.watch(resolve));
    valueOf(await held().stores.evidence.put([document('a')]));
    await told;
    expect(await namesIn(other)).toEqual(['a']);
    other.close();
  });

  it('leaves a damaged document out, as if it had not been fetched', async () => {
    valueOf(await held().stores.evidence.put([document('a'), document('b')]));
    const url = document('a').url;
    await meddle(held().name, 'evidence', (store) => void store.put({ url, text: 7, source: 'this-device' }));
    expect(await namesIn(held().stores)).toEqual(['b']);
  });
}

async function keysIn(name: string): Promise<IDBValidKey[]> {
  const database = await openPlain(name);
  const keys = await new Promise<IDBValidKey[]>((resolve, reject) => {
    const request = database.transaction('credentials').objectStore('credentials').getAllKeys();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('cannot read the test database'));
  });
  database.close();
  return keys;
}
