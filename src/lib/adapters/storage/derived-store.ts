// DerivedStore in IndexedDB: everything here can be worked out again from the credentials.
import type { DerivedStore } from '../../core/ports.ts';
import type { Connection } from './connection.ts';
import { fromDerivedRow, toDerivedRow } from './derived-row.ts';

export function derivedStore(connection: Connection): DerivedStore {
  return {
    all: () => connection.read(async (database) => (await database.derived.toArray()).flatMap(fromDerivedRow)),
    some: (ids) =>
      connection.read(async (database) =>
        (await database.derived.bulkGet([...ids])).flatMap((row) => (row === undefined ? [] : fromDerivedRow(row))),
      ),
    put: (records) =>
      connection.writeLightly(['derived', 'credentials'], async (database) => {
        const ids = records.map(({ id }) => id);
        const present = new Set(await database.credentials.where('id').anyOf(ids).primaryKeys());
        await database.derived.bulkPut(records.filter(({ id }) => present.has(id)).map(toDerivedRow));
        return null;
      }),
    clear: () =>
      connection.writeLightly(['derived'], async (database) => {
        await database.derived.clear();
        return null;
      }),
  };
}
