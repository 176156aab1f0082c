// One connection to the wallet's database. Every call settles: a value, or why not. Nothing is half written.
import type { Table } from 'dexie';
import type { Stored, StorageFailure } from '../../core/ports.ts';
import type { ChangeNotice } from './change-notice.ts';
import type { CopyPlace } from './copy-place.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import { openSchema, refuseNewer } from './open-schema.ts';
import { Schema } from './schema.ts';
import { nextSequence, SecondCopy } from './second-copy.ts';
import { storageFailure } from './storage-failure.ts';

type TableName =
  'credentials' | 'derived' | 'portfolios' | 'keys' | 'evidence' | 'trustLists' | 'pins' | 'settings' | 'meta';
type Work<T> = (database: Schema) => PromiseLike<T>;

export class Connection {
  readonly #name: string;
  readonly #notice: ChangeNotice;
  readonly #copy: SecondCopy;
  readonly #alone: OneAtATime;
  #database: Schema | null = null;
  #healed: Promise<void> | null = null;
  /** Newer code took over the database: this tab must never write again. */
  #superseded = false;

  constructor(name: string, notice: ChangeNotice, place: () => Promise<CopyPlace | null>) {
    this.#name = name;
    this.#notice = notice;
    this.#copy = new SecondCopy(name, place);
    this.#alone = oneAtATime(`${name} write`);
  }

  async read<T>(work: Work<T>): Promise<Stored<T>> {
    await this.#heal();
    return this.#run(work);
  }

  /** Runs `work` in one transaction over `tables`, here and in the copy, then tells who listens to the first of them. */
  async write<T>(tables: readonly [TableName, ...TableName[]], work: Work<T>): Promise<Stored<T>> {
    await this.#heal();
    const stored = await this.#alone(async () => {
      const written = await this.#transact(tables, async (database) => ({
        sequence: await nextSequence(database),
        value: await work(database),
      }));
      if (written.ok) await this.#copy.repeat(work, written.value.sequence);
      return written;
    });
    if (!stored.ok) return stored;
    this.#notice.tell(tables[0]);
    return { ok: true, value: stored.value.value };
  }

  /** As `write`, of what may be lost: not copied, not told. */
  async writeLightly<T>(tables: readonly TableName[], work: Work<T>): Promise<Stored<T>> {
    await this.#heal();
    return this.#alone(() => this.#transact(tables, work));
  }

  /** For what `writeLightly` changed and others wait for. */
  tell(table: TableName): void {
    this.#notice.tell(table);
  }

  watch(table: TableName | 'superseded', changed: () => void): () => void {
    return this.#notice.listen(table, changed);
  }

  /** Lets go of the database; the next call opens it again. */
  close(): void {
    this.#letGo();
    this.#copy.close();
    this.#healed = null;
  }

  #letGo(): void {
    this.#database?.close({ disableAutoOpen: true });
    this.#database = null;
  }

  /** Once per life of this connection, before anything is read or written. */
  #heal(): Promise<void> {
    this.#healed ??= this.#alone(async () => {
      await this.#run((database) => this.#copy.heal(database));
    });
    return this.#healed;
  }

  #transact<T>(tables: readonly TableName[], work: Work<T>): Promise<Stored<T>> {
    return this.#run((database) =>
      database.transaction('rw', [...tables.map((name): Table => database[name]), database.meta], async () => {
        await refuseNewer(database);
        return work(database);
      }),
    );
  }

  async #run<T>(work: Work<T>): Promise<Stored<T>> {
    const first = await this.#attempt(work);
    if (first.ok || first.failure !== 'closed' || this.#superseded) return first;
    // A lost connection (WebKit loses them while a page sleeps) never comes back by itself: take a new one, once.
    this.#letGo();
    return this.#attempt(work);
  }

  async #attempt<T>(work: Work<T>): Promise<Stored<T>> {
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
    await openSchema(database);
    this.#database = database;
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
