// Why a trust list was not imported -> a sentence with what to do next.
import type { StorageFailure } from '$lib/core/ports.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { storageMessage } from '../storage-message.ts';

export type ListProblem =
  | 'trust-list-too-large'
  | 'trust-list-not-json'
  | 'trust-list-unfamiliar'
  | 'trust-list-version'
  | 'trust-list-signature-invalid'
  | 'older'
  | 'from-the-future'
  | 'already-here'
  | 'file-unreadable';

const SENTENCES: Readonly<Record<ListProblem, () => string>> = {
  'trust-list-too-large': m.trust_problem_too_large,
  'trust-list-not-json': m.trust_problem_not_json,
  'trust-list-unfamiliar': m.trust_problem_unfamiliar,
  'trust-list-version': m.trust_problem_version,
  'trust-list-signature-invalid': m.trust_problem_signature,
  older: m.trust_problem_older,
  'from-the-future': m.trust_problem_from_the_future,
  'already-here': m.trust_problem_already_here,
  'file-unreadable': m.trust_problem_file,
};

const isListProblem = (why: string): why is ListProblem => Object.hasOwn(SENTENCES, why);

export function trustProblemMessage(why: ListProblem | StorageFailure): string {
  return isListProblem(why) ? SENTENCES[why]() : storageMessage(why);
}
