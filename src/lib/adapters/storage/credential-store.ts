// CredentialStore in IndexedDB.
import type { CredentialId } from '../../core/model/brand.ts';
import type { CredentialStore, DamagedRecord, StoredCredential } from '../../core/ports.ts';
import type { Connection } from './connection.ts';
import type { CredentialRow, Schema } from './schema.ts';
import { fromRow, salvage, toRow } from './stored-row.ts';

export function credentialStore(connection: Connection): CredentialStore {
  return {
    add: (credentials) =>
      connection.write(['credentials'], async (database) => {
        await database.credentials.bulkPut(credentials.map(toRow));
        return null;
      }),
    all: () => connection.read(async (database) => readable(await rows(database, await newestFirst(database)))),
    ids: () => connection.read(newestFirst),
    damaged: () =>
      connection.read(async (database) => {
        const damaged: DamagedRecord[] = [];
        // By primary key: a damaged row may have fallen out of every index.
        const keys = await database.credentials.toCollection().primaryKeys();
        for (const [key, row] of await rows(database, keys)) if (fromRow(row) === null) damaged.push(salvage(key, row));
        return damaged;
      }),
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

type Row = readonly [key: string, row: CredentialRow | undefined];

const newestFirst = (database: Schema): PromiseLike<CredentialId[]> =>
  database.credentials.orderBy('receivedAt').reverse().primaryKeys();

/** The rows of `keys`. When one row makes the whole reading fail, each is read by itself. */
async function rows(database: Schema, keys: readonly CredentialId[]): Promise<readonly Row[]> {
  try {
    const found = await database.credentials.bulkGet([...keys]);
    return keys.map((key, index) => [key, found[index]]);
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

function readable(all: readonly Row[]): readonly StoredCredential[] {
  return all.map(([, row]) => fromRow(row)).filter((credential) => credential !== null);
}
