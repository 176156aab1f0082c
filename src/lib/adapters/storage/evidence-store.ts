// EvidenceStore in IndexedDB.
import type { EvidenceDocument } from '../../core/model/trust.ts';
import type { EvidenceStore, StorageFailure, Stored } from '../../core/ports.ts';
import { isEvidence, oneForEachAddress, replaces, tooMany } from './choose-evidence.ts';
import type { Connection } from './connection.ts';
import type { Schema } from './schema.ts';

export function evidenceStore(connection: Connection): EvidenceStore {
  async function change(work: (database: Schema) => Promise<StorageFailure | null>): Promise<Stored<null>> {
    const changed = await connection.writeLightly(['evidence'], work);
    if (!changed.ok) return changed;
    if (changed.value !== null) return { ok: false, failure: changed.value };
    connection.tell('evidence');
    return { ok: true, value: null };
  }
  return {
    put: (documents) => change((database) => put(database, oneForEachAddress(documents))),
    all: () => connection.read(wholeRows),
    remove: (urls) =>
      change(async (database) => {
        await database.evidence.bulkDelete([...urls]);
        return null;
      }),
    watch: (changed) => connection.watch('evidence', changed),
  };
}

async function put(database: Schema, documents: readonly EvidenceDocument[]): Promise<StorageFailure | null> {
  const held = new Map((await wholeRows(database)).map((document) => [document.url, document]));
  const coming = documents.filter((document) => {
    const one = held.get(document.url);
    return one === undefined || replaces(document, one);
  });
  for (const { url } of coming) held.delete(url);
  const gone = tooMany(coming, [...held.values()]);
  if (gone === null) return 'full';
  await database.evidence.bulkDelete([...gone]);
  await database.evidence.bulkPut([...coming]);
  return null;
}

async function wholeRows(database: Schema): Promise<EvidenceDocument[]> {
  const rows: readonly unknown[] = await database.evidence.toArray();
  return rows.filter(isEvidence);
}
