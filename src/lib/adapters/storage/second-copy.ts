// A second copy of everything that cannot be worked out again, in a place that does not fail together with the first.
import type { Table } from 'dexie';
import type { CopyPlace } from './copy-place.ts';
import { openSchema } from './open-schema.ts';
import { Schema } from './schema.ts';
import type { MetaRow } from './schema.ts';

/** All tables but what can be worked out or fetched again: `derived` and `evidence`. */
const COPIED = [
  'credentials',
  'portfolios',
  'entries',
  'documents',
  'keys',
  'history',
  'trustLists',
  'pins',
  'settings',
  'meta',
] as const;

interface Marks {
  /** Which life of the first database this is a copy of. */
  readonly generation: string | null;
  /** Counts the writes of that life. */
  readonly sequence: number;
}

export class SecondCopy {
  readonly #name: string;
  readonly #place: () => Promise<CopyPlace | null>;
  #copy: Promise<Schema | null> | null = null;

  constructor(name: string, place: () => Promise<CopyPlace | null>) {
    this.#name = name;
    this.#place = place;
  }

  /**
   * Makes both agree, before the first is used: what a wiped first database lacks comes back from the copy; then the
   * copy becomes what the first one is. Nothing is done when the last write reached both.
   */
  async heal(first: Schema): Promise<void> {
    await this.#with(async (copy) => {
      const [ours, theirs] = await Promise.all([marksOf(first), marksOf(copy)]);
      const sameLife = ours.generation === theirs.generation;
      if (sameLife && ours.sequence === theirs.sequence) return;
      if (!sameLife || theirs.sequence > ours.sequence) await bringBack(copy, first);
      await replace(first, copy);
    });
  }

  /** The same change once more. Fails silently: `heal` sees that a write is missing. */
  async repeat(work: (copy: Schema) => PromiseLike<unknown>, sequence: number): Promise<void> {
    await this.#with((copy) =>
      copy.transaction('rw', [...tablesOf(copy), copy.derived], async () => {
        const marks = await marksOf(copy);
        // A write in between is missing: only a healing may go on from here.
        if (marks.sequence !== sequence - 1) return;
        await work(copy);
        await markSequence(copy, sequence);
      }),
    );
  }

  close(): void {
    void this.#copy?.then((copy) => copy?.close({ disableAutoOpen: true }));
    this.#copy = null;
  }

  async #with(work: (copy: Schema) => PromiseLike<unknown>): Promise<void> {
    this.#copy ??= this.#open();
    const copy = await this.#copy;
    if (copy === null) return;
    try {
      await work(copy);
    } catch {
      this.close();
    }
  }

  async #open(): Promise<Schema | null> {
    const place = await this.#place();
    if (place === null) return null;
    const copy = new Schema(this.#name, place);
    copy.on('versionchange', () => {
      this.close();
      return false;
    });
    try {
      return await openSchema(copy);
    } catch {
      return null;
    }
  }
}

/** Counts a write of the first database, inside its transaction. */
export async function nextSequence(first: Schema): Promise<number> {
  const sequence = (await marksOf(first)).sequence + 1;
  await markSequence(first, sequence);
  return sequence;
}

const tablesOf = (database: Schema): Table[] => COPIED.map((name) => database.table(name));

async function markSequence(database: Schema, sequence: number): Promise<void> {
  await database.meta.put({ key: 'sequence', value: sequence });
}

async function marksOf(database: Schema): Promise<Marks> {
  const [generation, sequence] = await database.meta.bulkGet(['generation', 'sequence']);
  return { generation: textOf(generation), sequence: typeof sequence?.value === 'number' ? sequence.value : 0 };
}

const textOf = (row: MetaRow | undefined): string | null => (typeof row?.value === 'string' ? row.value : null);

const allRows = (database: Schema): PromiseLike<unknown[][]> =>
  database.transaction('r', tablesOf(database), () => Promise.all(tablesOf(database).map((table) => table.toArray())));

/** Rows of `from` that `to` does not have; what `to` has stays. */
async function bringBack(from: Schema, to: Schema): Promise<void> {
  const rows = await allRows(from);
  await to.transaction('rw', tablesOf(to), async () => {
    for (const [index, table] of tablesOf(to).entries()) {
      const present = new Set(await table.toCollection().primaryKeys());
      const keyOf = keyReader(table);
      await table.bulkAdd((rows[index] ?? []).filter((row) => !present.has(keyOf(row))));
    }
    await nextSequence(to);
  });
}

/** `to` becomes what `from` is. */
async function replace(from: Schema, to: Schema): Promise<void> {
  const rows = await allRows(from);
  await to.transaction('rw', tablesOf(to), async () => {
    for (const [index, table] of tablesOf(to).entries()) {
      await table.clear();
      await table.bulkAdd(rows[index] ?? []);
    }
  });
}

function keyReader(table: Table): (row: unknown) => unknown {
  const path = table.schema.primKey.keyPath;
  return (row): unknown => (typeof row === 'object' && row !== null ? Reflect.get(row, String(path)) : undefined);
}
