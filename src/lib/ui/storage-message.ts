// What to tell when storage refused something. Nothing was half written.
import type { StorageFailure } from '$lib/core/ports.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

const SENTENCES: Readonly<Record<StorageFailure, () => string>> = {
  full: m.shell_storage_full,
  closed: m.shell_storage_closed,
  'newer-schema': m.shell_storage_newer_schema,
  unavailable: m.shell_storage_unavailable,
  corrupt: m.shell_storage_corrupt,
};

/** One sentence with what to do next. */
export const storageMessage = (failure: StorageFailure): string => SENTENCES[failure]();
