// KeyRecords in IndexedDB: wrapped holder keys, and the device key that wraps them.
import type { KeyRecords } from '../../core/ports.ts';
import type { Connection } from './connection.ts';

export function keyRecords(connection: Connection): KeyRecords {
  return {
    deviceKey: (candidate) =>
      connection.write(['meta'], async (database) => {
        const held = (await database.meta.get('device-key'))?.value;
        if (held !== undefined && typeof held !== 'number') return held;
        if (candidate !== null) await database.meta.put({ key: 'device-key', value: candidate });
        return candidate;
      }),
    put: (key) =>
      connection.write(['keys'], async (database) => {
        await database.keys.put(key);
        return null;
      }),
    get: (id) => connection.read(async (database) => (await database.keys.get(id)) ?? null),
    findByThumbprint: (thumbprint) =>
      connection.read(async (database) => (await database.keys.where('thumbprint').equals(thumbprint).first()) ?? null),
    remove: (ids) =>
      connection.write(['keys'], async (database) => {
        await database.keys.bulkDelete([...ids]);
        return null;
      }),
    probe: async (key) => {
      const written = await connection.write(['meta'], (database) => database.meta.put({ key: 'probe', value: key }));
      if (!written.ok) return written;
      const read = await connection.read((database) => database.meta.get('probe'));
      if (!read.ok) return read;
      await connection.write(['meta'], (database) => database.meta.delete('probe'));
      return { ok: true, value: read.value?.value instanceof CryptoKey ? read.value.value : null };
    },
  };
}
