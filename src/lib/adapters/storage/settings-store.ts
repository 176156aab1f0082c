// SettingsStore in IndexedDB.
import type { SettingsStore } from '../../core/ports.ts';
import type { Connection } from './connection.ts';

export function settingsStore(connection: Connection): SettingsStore {
  return {
    get: (key) => connection.read(async (database) => (await database.settings.get(key))?.value ?? null),
    set: (key, value) =>
      connection.write(['settings'], async (database) => {
        await database.settings.put({ key, value });
        return null;
      }),
  };
}
