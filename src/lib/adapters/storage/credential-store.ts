// CredentialStore in IndexedDB.
import type { CredentialId } from '../../core/model/brand.ts';
import type { CredentialStore, DamagedRecord, StoredCredential, StoredRows } from '../../core/ports.ts';
import type { Connection } from './connection.ts';
import type { CredentialRow, Schema } from './schema.ts';
import { fromRow, salvage, toRow } from './stored-row.ts';

export function credentialStore(connection: Connection): CredentialStore {
  const everything = (): ReturnType<CredentialStore['some']> =>
    connection.read(async (database) => sorted(await rows(database, await everyId(database))));
  return {
    add: (credentials) =>
      connection.write(['credentials'], async (database) => {
        await database.credentials.bulkPut(credentials.map(toRow));
        return null;
      }),
    all: async () => {
      const found = await everything();
      return found.ok ? { ok: true, value: found.value.credentials } : found;
    },
    damaged: async () => {
      const found = await everything();
      return found.ok ? { ok: true, value: found.value.damaged } : found;
    },
    ids: () => connection.read(everyId),
    some: (ids) => connection.read(async (database) => sorted(await rows(database, ids))),
    get: (id) => connection.read(async (database) => fromRow(await database.credentials.get(id))),
    findByDigest: (digest) =>
      connection.read(async (database) =>
        (await database.credentials.where('contentDigest').equals(digest).toArray())
          .map(fromRow)
          .filter((credential) => credential !== null),
      ),
    remove: (ids) =>
      connection.write(['credentials', 'derived'], async (database) => {
        await database.credentials.bulkDelete([...ids]);
        await database.derived.bulkDelete([...ids]);
        return null;
      }),
    watch: (changed) => connection.watch('credentials', changed),
  };
}

/** Undefined: the row was there and could not be read. */
type Row = readonly [key: string, row: CredentialRow | undefined];

/** Newest first; then those that damage has dropped from the index. */
async function everyId(database: Schema): Promise<CredentialId[]> {
  const newest = await database.credentials.orderBy('receivedAt').reverse().primaryKeys();
  const all = await database.credentials.toCollection().primaryKeys();
  if (all.length === newest.length) return newest;
  const indexed = new Set(newest);
  return [...newest, ...all.filter((id) => !indexed.has(id))];
}

/** The rows of `keys`. When one row makes the whole reading fail, each is read by itself. */
async function rows(database: Schema, keys: readonly CredentialId[]): Promise<readonly Row[]> {
  try {
    const found = await database.credentials.bulkGet([...keys]);
    return keys.flatMap((key, index): Row[] => (found[index] === undefined ? [] : [[key, found[index]]]));
  } catch {
    return Promise.all(keys.map(async (key): Promise<Row> => [key, await readAlone(database, key)]));
  }
}

async function readAlone(database: Schema, key: CredentialId): Promise<CredentialRow | undefined> {
  try {
    return await database.credentials.get(key);
  } catch {
    return undefined;
  }
}

function sorted(all: readonly Row[]): StoredRows {
  const credentials: StoredCredential[] = [];
  const damaged: DamagedRecord[] = [];
  for (const [key, row] of all) {
    const credential = fromRow(row);
    if (credential === null) damaged.push(salvage(key, row));
    else credentials.push(credential);
  }
  return { credentials, damaged };
}
