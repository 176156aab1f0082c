// An exception of Dexie or IndexedDB -> the failure the app speaks of. Told by name, never by message.
import type { StorageFailure } from '../../core/ports.ts';

/** Thrown inside a transaction so that it aborts: the database was written by newer code. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema';
}

const FAILURES: ReadonlyMap<string, StorageFailure> = new Map([
  ['QuotaExceededError', 'full'],
  ['NewerSchema', 'newer-schema'],
  ['VersionError', 'newer-schema'],
  ['DatabaseClosedError', 'closed'],
  ['InvalidStateError', 'closed'],
  ['UnknownError', 'closed'],
  ['TransactionInactiveError', 'closed'],
  ['PrematureCommitError', 'closed'],
  ['AbortError', 'closed'],
  ['DataError', 'corrupt'],
  ['NotReadableError', 'corrupt'],
]);

/** `error` and what it wraps, outermost first: Dexie hides a full disk in the `inner` of an AbortError. */
function namesOf(error: unknown): string[] {
  const names: string[] = [];
  let current = error;
  while (typeof current === 'object' && current !== null && names.length < 8) {
    names.push('name' in current && typeof current.name === 'string' ? current.name : '');
    if ('failures' in current && Array.isArray(current.failures)) names.push(...current.failures.flatMap(namesOf));
    current = 'inner' in current ? current.inner : null;
  }
  return names;
}

/** What went wrong; the innermost cause we know counts, since the outer ones only say that something aborted. */
export function storageFailure(error: unknown): StorageFailure {
  for (const name of namesOf(error).reverse()) {
    const failure = FAILURES.get(name);
    if (failure !== undefined) return failure;
  }
  return 'unavailable';
}
