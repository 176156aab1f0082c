// Opens a database of ours, or says why not. Old code must not touch what newer code has shaped.
import { SCHEMA_VERSION } from './schema.ts';
import type { Schema } from './schema.ts';
import { NewerSchema } from './storage-failure.ts';

/** An open that never answers (a browser gone wrong) must not leave a spinner for ever. */
const OPEN_TIMEOUT_MS = 5000;
/** Dexie multiplies its version numbers by ten. Its own `verno` says 1 even of a newer database. */
const NATIVE_VERSION = SCHEMA_VERSION * 10;

/** `database`, open; closed again when this throws. */
export async function openSchema(database: Schema): Promise<Schema> {
  try {
    await withinTime(database.open());
    await refuseNewer(database);
    return database;
  } catch (error) {
    database.close({ disableAutoOpen: true });
    throw error;
  }
}

/** Throws NewerSchema when newer code was here. Inside a transaction this aborts it. */
export async function refuseNewer(database: Schema): Promise<void> {
  const row = await database.meta.get('schema');
  const written = typeof row?.value === 'number' ? row.value : SCHEMA_VERSION;
  if (written > SCHEMA_VERSION || database.backendDB().version > NATIVE_VERSION) throw new NewerSchema();
}

async function withinTime<T>(opening: PromiseLike<T>): Promise<T> {
  let timeout: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timeout = setTimeout(() => reject(new Error('open timed out')), OPEN_TIMEOUT_MS);
  });
  try {
    return await Promise.race([opening, late]);
  } finally {
    clearTimeout(timeout);
  }
}
