// One connection to the wallet's database. Every call settles: a value, or why not. Nothing is half written.
import type { Table } from 'dexie';
import type { Stored, StorageFailure } from '../../core/ports.ts';
import type { ChangeNotice } from './change-notice.ts';
import { Schema, SCHEMA_VERSION } from './schema.ts';
import { NewerSchema, storageFailure } from './storage-failure.ts';

/** An open that never answers (a browser gone wrong) must not leave a spinner for ever. */
const OPEN_TIMEOUT_MS = 5000;
/** Dexie multiplies its version numbers by ten. Its own `verno` says 1 even of a newer database. */
const NATIVE_VERSION = SCHEMA_VERSION * 10;

type TableName = 'credentials' | 'derived' | 'portfolios' | 'keys' | 'trustLists' | 'pins' | 'settings' | 'meta';

export class Connection {
  readonly #name: string;
  readonly #notice: ChangeNotice;
  #database: Schema | null = null;
  /** Newer code took over the database: this tab must never write again. */
  #superseded = false;

  constructor(name: string, notice: ChangeNotice) {
    this.#name = name;
    this.#notice = notice;
  }

  async read<T>(work: (database: Schema) => PromiseLike<T>): Promise<Stored<T>> {
    return this.#run(work);
  }

  /** Runs `work` in one transaction over `tables`, then tells who listens to the first of them. */
  async write<T>(
    tables: readonly [TableName, ...TableName[]],
    work: (database: Schema) => PromiseLike<T>,
  ): Promise<Stored<T>> {
    const stored = await this.#run((database) =>
      database.transaction('rw', [...tables.map((name): Table => database[name]), database.meta], async () => {
        await refuseNewer(database);
        return work(database);
      }),
    );
    if (stored.ok) this.#notice.tell(tables[0]);
    return stored;
  }

  watch(table: TableName | 'superseded', changed: () => void): () => void {
    return this.#notice.listen(table, changed);
  }

  /** Lets go of the database; the next call opens it again. */
  close(): void {
    this.#database?.close({ disableAutoOpen: true });
    this.#database = null;
  }

  async #run<T>(work: (database: Schema) => PromiseLike<T>): Promise<Stored<T>> {
    const first = await this.#attempt(work);
    if (first.ok || first.failure !== 'closed' || this.#superseded) return first;
    // A lost connection (WebKit loses them while a page sleeps) never comes back by itself: take a new one, once.
    this.close();
    return this.#attempt(work);
  }

  async #attempt<T>(work: (database: Schema) => PromiseLike<T>): Promise<Stored<T>> {
    if (this.#superseded) return { ok: false, failure: 'newer-schema' };
    try {
      return { ok: true, value: await work(await this.#open()) };
    } catch (error) {
      return { ok: false, failure: this.#whyNot(error) };
    }
  }

  #whyNot(error: unknown): StorageFailure {
    return this.#superseded ? 'newer-schema' : storageFailure(error);
  }

  async #open(): Promise<Schema> {
    if (this.#database?.isOpen() === true) return this.#database;
    const database = this.#database ?? this.#make();
    this.#database = database;
    await withinTime(database.open());
    await refuseNewer(database);
    return database;
  }

  #make(): Schema {
    const database = new Schema(this.#name);
    // Without this, Dexie closes, silently opens again and lets old code write into the newer database.
    database.on('versionchange', () => {
      this.#superseded = true;
      this.close();
      this.#notice.tell('superseded');
      return false;
    });
    return database;
  }
}

/** Old code from a stale cache must not write into what newer code has shaped. */
async function refuseNewer(database: Schema): Promise<void> {
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
