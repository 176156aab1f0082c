// What a document is for, where it is, and what came of asking for it, in words.
import type { WhyWanted } from '$lib/core/model/trust.ts';
import type { FetchFailure, StorageFailure } from '$lib/core/ports.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { cleanText } from '../foreign-text.ts';
import { formatMoment } from '../format-date.ts';
import { storageMessage } from '../storage-message.ts';
import type { DocumentRow } from './prepare-props.ts';

const WHY: Readonly<Record<WhyWanted, () => string>> = {
  'issuer-keys': m.prepare_why_issuer_keys,
  status: m.prepare_why_status,
  'hosted-assertion': m.prepare_why_hosted_assertion,
  'badge-class': m.prepare_why_badge_class,
  'issuer-profile': m.prepare_why_issuer_profile,
  'signing-key': m.prepare_why_signing_key,
  'revocation-list': m.prepare_why_revocation_list,
  'type-metadata': m.prepare_why_type_metadata,
};

const RESULTS: Readonly<Record<'fetched' | FetchFailure, () => string>> = {
  fetched: m.prepare_result_fetched,
  'not-https': m.prepare_result_not_https,
  'private-address': m.prepare_result_private_address,
  'unusual-address': m.prepare_result_unusual_address,
  blocked: m.prepare_result_blocked,
  'not-found': m.prepare_result_not_found,
  'refused-by-server': m.prepare_result_refused_by_server,
  'too-large': m.prepare_result_too_large,
  'too-slow': m.prepare_result_too_slow,
  'not-text': m.prepare_result_not_text,
  stopped: m.prepare_result_stopped,
};

const PROBLEMS = {
  'evidence-unfamiliar': m.prepare_evidence_unfamiliar,
  'evidence-empty': m.prepare_evidence_empty,
  'evidence-from-the-future': m.prepare_evidence_from_the_future,
  'file-unreadable': m.prepare_file_unreadable,
} as const;
type FileProblem = keyof typeof PROBLEMS;
const isFileProblem = (why: string): why is FileProblem => Object.hasOwn(PROBLEMS, why);

/** "Status list" */
export const whyText = (why: readonly WhyWanted[]): string => why.map((one) => WHY[one]()).join(', ');

/** "one fetch for 12 merits" */
export function forWhom(credentials: number): string {
  if (credentials === 0) return m.prepare_for_list();
  return credentials === 1 ? m.prepare_for_one() : m.prepare_for_some({ count: credentials });
}

/** Where it is and how old; and why it did not come, when it was asked for in vain. */
export function stateText(document: DocumentRow): string {
  const { held, result } = document;
  const failed = result !== null && result !== 'fetched' ? [RESULTS[result]()] : [];
  return [...(held === null && failed.length > 0 ? [] : [heldText(document)]), ...failed].join(' ');
}

function heldText({ held, due }: DocumentRow): string {
  if (held === null) return m.prepare_not_in_hand();
  const moment = formatMoment(held.fetched);
  if (held.source === 'given') return m.prepare_held_given({ moment });
  return due ? m.prepare_held_old({ moment }) : m.prepare_held({ moment });
}

/** The first three, and how many more there are. */
export function hostsText(hosts: readonly string[]): string {
  const distinct = hosts.filter((host, index) => hosts.indexOf(host) === index);
  const names = distinct.slice(0, 3).map((host) => cleanText(host, 80).text);
  const more = distinct.length - names.length;
  return more > 0 ? m.prepare_more_servers({ hosts: names.join(', '), count: more }) : names.join(', ');
}

/** Why a file was not taken in. */
export const evidenceProblem = (why: FileProblem | StorageFailure): string =>
  isFileProblem(why) ? PROBLEMS[why]() : storageMessage(why);
