// KeyRecords in IndexedDB: wrapped holder keys, and the device key that wraps them.
import type { DeviceKey, KeyRecords } from '../../core/ports.ts';
import type { Connection } from './connection.ts';
import type { Schema } from './schema.ts';

export function keyRecords(connection: Connection): KeyRecords {
  return {
    deviceKey: (candidate) => {
      if (candidate === null) return connection.read(heldKey);
      return connection.write(['meta'], async (database) => {
        const held = await heldKey(database);
        if (held === null) await database.meta.put({ key: 'device-key', value: candidate });
        return held ?? candidate;
      });
    },
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
      const written = await connection.writeLightly(['meta'], (database) =>
        database.meta.put({ key: 'probe', value: key }),
      );
      if (!written.ok) return written;
      const read = await connection.read((database) => database.meta.get('probe'));
      if (!read.ok) return read;
      await connection.writeLightly(['meta'], (database) => database.meta.delete('probe'));
      return { ok: true, value: read.value?.value instanceof CryptoKey ? read.value.value : null };
    },
  };
}

async function heldKey(database: Schema): Promise<DeviceKey | null> {
  const value = (await database.meta.get('device-key'))?.value;
  return value instanceof CryptoKey || value instanceof Uint8Array ? value : null;
}
