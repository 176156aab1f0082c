// A new database of its own for each test.
import { dexieStores } from '../../src/lib/adapters/storage/dexie-stores.ts';
import type { DexieStores } from '../../src/lib/adapters/storage/dexie-stores.ts';

export interface OpenedDexie {
  readonly name: string;
  readonly stores: DexieStores;
  readonly discard: () => Promise<void>;
}

export function openDexie(): Promise<OpenedDexie> {
  const name = `test-${crypto.randomUUID()}`;
  const stores = dexieStores(name);
  const discard = (): Promise<void> => {
    stores.close();
    return deleteDatabase(name);
  };
  return Promise.resolve({ name, stores, discard });
}

export function deleteDatabase(name: string, place: Pick<IDBFactory, 'deleteDatabase'> = indexedDB): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = place.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new Error('the test database stayed'));
  });
}

/** A plain connection, as other code (newer, broken, of another tab) would have it. */
export function openPlain(name: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('cannot open the test database'));
  });
}

/** Runs `change` on one table behind the back of our code. */
export async function meddle(name: string, table: string, change: (store: IDBObjectStore) => void): Promise<void> {
  const database = await openPlain(name);
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(table, 'readwrite');
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(new Error('meddling failed'));
    change(transaction.objectStore(table));
  });
  database.close();
}
