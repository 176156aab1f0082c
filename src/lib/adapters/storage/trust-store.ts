// TrustStore in IndexedDB: imported lists, verbatim, and pins.
import type { TrustStore } from '../../core/ports.ts';
import type { Connection } from './connection.ts';

export function trustStore(connection: Connection): TrustStore {
  return {
    putList: (list) =>
      connection.write(['trustLists'], async (database) => {
        await database.trustLists.put(list);
        return null;
      }),
    lists: () => connection.read((database) => database.trustLists.toArray()),
    removeList: (id) =>
      connection.write(['trustLists'], async (database) => {
        await database.trustLists.delete(id);
        return null;
      }),
    putPin: (pin) =>
      connection.write(['pins'], async (database) => {
        await database.pins.put(pin);
        return null;
      }),
    pins: () => connection.read((database) => database.pins.toArray()),
    removePin: (issuerId) =>
      connection.write(['pins'], async (database) => {
        await database.pins.delete(issuerId);
        return null;
      }),
    watch: (changed) => {
      const stops = [connection.watch('trustLists', changed), connection.watch('pins', changed)];
      return () => stops.forEach((stop) => stop());
    },
  };
}
