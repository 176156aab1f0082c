// Where the second copy lies: a storage bucket of its own, with files of its own (Storage Buckets API, Chromium).
import type { DexieOptions } from 'dexie';

/** What Dexie needs to work in another place; null where the browser has no such place. */
export type CopyPlace = Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>;

interface StorageBuckets {
  open(name: string, options: { readonly durability: 'strict' }): Promise<{ readonly indexedDB: IDBFactory }>;
}

/**
 * A bucket beside the origin's default one. Chromium keeps a LevelDB per bucket; killed in the middle of a write, the
 * next session appends behind the torn record, and the session after that takes the whole bucket for corrupt and
 * deletes it. Other engines keep SQLite, which does not do this, and have no buckets.
 */
export async function ownBucket(name: string): Promise<CopyPlace | null> {
  if (typeof navigator === 'undefined' || !('storageBuckets' in navigator)) return null;
  // Not in TypeScript's library yet.
  const buckets = navigator.storageBuckets as StorageBuckets;
  try {
    const { indexedDB } = await buckets.open(name, { durability: 'strict' });
    return { indexedDB, IDBKeyRange };
  } catch {
    return null;
  }
}
