// DerivedStore in IndexedDB: everything here can be worked out again from the credentials.
import type { DerivedStore } from '../../core/ports.ts';
import type { Connection } from './connection.ts';

export function derivedStore(connection: Connection): DerivedStore {
  return {
    all: () => connection.read((database) => database.derived.toArray()),
    put: (records) =>
      connection.writeLightly(['derived', 'credentials'], async (database) => {
        const ids = records.map(({ id }) => id);
        const present = new Set(await database.credentials.where('id').anyOf(ids).primaryKeys());
        await database.derived.bulkPut(records.filter(({ id }) => present.has(id)));
        return null;
      }),
    clear: () =>
      connection.writeLightly(['derived'], async (database) => {
        await database.derived.clear();
        return null;
      }),
  };
}
