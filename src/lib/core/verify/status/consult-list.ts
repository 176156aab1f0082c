// One status reference + the documents in hand -> what they say of the credential, and as of when.
import type { EpochSeconds } from '../../model/brand.ts';
import type { StatusReference } from '../../model/credential.ts';
import type { ReasonOf } from '../../model/reason.ts';
import type { EvidenceDocument } from '../../model/trust.ts';
import { CLOCK_SKEW_SECONDS } from '../question.ts';
import type { Question } from '../question.ts';
import type { ProofTimes } from '../check-validity.ts';
import { isTooOld } from './list-freshness.ts';
import { readStatusList } from './read-status-list.ts';
import type { Lookup, StatusList } from './status-list.ts';
import { whoSignedList } from './who-signed-list.ts';

/** What a list says: `asOf` is null where nothing was said. */
export interface Statement {
  readonly reason: ReasonOf<'status'>;
  readonly asOf: EpochSeconds | null;
}

export interface Consulted {
  readonly reference: StatusReference;
  readonly issuerId: string | null;
  readonly ids: readonly string[];
}

/** Copies of one list that are looked at: of those this device fetched, and of those somebody brought. */
const MAX_COPIES = 4;

/**
 * What the lists in hand at the address of `reference` say. Revocation is not undone: of several copies one that
 * revokes decides; otherwise the newest that says something.
 */
export async function consultList(consulted: Consulted, question: Question): Promise<Statement> {
  const copies = copiesAt(consulted.reference.url, question.trust.documents);
  const statements = await Promise.all(copies.map((copy) => consultCopy(copy, consulted, question)));
  const said = statements.filter(({ asOf }) => asOf !== null);
  const newest = said.reduce<Statement | null>((a, b) => (a === null || (b.asOf ?? 0) > (a.asOf ?? 0) ? b : a), null);
  const revoked = said.find(({ reason }) => reason === 'revoked');
  return revoked ?? newest ?? statements[0] ?? { reason: 'status-not-in-hand', asOf: null };
}

/**
 * What is brought never takes the place of what was fetched: its number is the bringer's own choice, and so is the time
 * it claims to have been fetched at. Old copies could otherwise crowd out the one that revokes.
 */
function copiesAt(url: string | null, documents: readonly EvidenceDocument[]): readonly EvidenceDocument[] {
  const here = documents.filter((document) => document.url === url).sort((a, b) => b.fetched - a.fetched);
  const brought = new Map(here.filter(({ source }) => source === 'given').map((document) => [document.text, document]));
  const fetched = here.filter(({ source }) => source !== 'given');
  return [...fetched.slice(0, MAX_COPIES), ...[...brought.values()].slice(0, MAX_COPIES)];
}

async function consultCopy(
  document: EvidenceDocument,
  { reference, issuerId, ids }: Consulted,
  question: Question,
): Promise<Statement> {
  const list = readStatusList(document);
  if (typeof list === 'string') return silent(list);
  const misplaced = placeProblem(list, document, reference);
  if (misplaced !== null) return silent(misplaced);
  const { against, times } = await whoSignedList({ list, document, issuerId }, question.trust, question.now);
  if (against !== null) return silent(against);
  const dated = datesOf(list, times, document);
  const ended = timeProblem(dated, question.now);
  if (ended !== null) return silent(ended);
  const { purpose, index, size } = reference;
  const tooOld = dated.unsure || isTooOld(list, dated.asOf, question);
  return { reason: told(list.lookUp({ purpose, index, size, ids }), tooOld), asOf: dated.asOf };
}

interface Dated {
  readonly asOf: EpochSeconds;
  readonly ends: readonly EpochSeconds[];
  /** Nothing signed says how old it is, and whoever brought it may say anything. */
  readonly unsure: boolean;
}

/** As old as the list or its proof says; else, when this device fetched it, as its fetching. */
function datesOf({ issuedAt, expires }: StatusList, times: ProofTimes, document: EvidenceDocument): Dated {
  const stated = [issuedAt, times.created].filter((time) => time !== null);
  const asOf = stated.reduce<EpochSeconds | null>((a, b) => (a === null || b > a ? b : a), null);
  return {
    asOf: asOf ?? document.fetched,
    ends: [expires, times.expires].filter((time) => time !== null),
    unsure: asOf === null && document.source === 'given',
  };
}

/** From the future, or past its end, a list makes no statement at all (Token Status List §8.3, VCDM 2.0 §4.9). */
function timeProblem({ asOf, ends }: Dated, now: EpochSeconds): ReasonOf<'status'> | null {
  if (asOf > now + CLOCK_SKEW_SECONDS) return 'status-list-unreadable';
  return ends.some((end) => now >= end + CLOCK_SKEW_SECONDS) ? 'status-stale' : null;
}

/**
 * The list must be of the kind that is asked for. One brought along must say itself which address it is for: another list of the same issuer's, in which the
 * same index is somebody else's, would lift a revocation.
 */
function placeProblem(
  { address, answers, secured }: StatusList,
  document: EvidenceDocument,
  { type }: StatusReference,
): ReasonOf<'status'> | null {
  if (!answers.includes(type)) return 'status-list-unreadable';
  if (address === document.url || secured.by === 'nothing') return null;
  if (answers.includes('TokenStatusList')) return 'status-list-unreadable';
  return document.source === 'given' ? 'status-list-given' : null;
}

/** Of a list too old only its revocations count: a suspension may be over, and a silence has an end. */
function told(lookup: Lookup, tooOld: boolean): ReasonOf<'status'> {
  if (lookup.found === 'unknown') return lookup.reason;
  if (lookup.found === 'revoked') return 'revoked';
  if (tooOld) return 'status-stale';
  return lookup.found === 'suspended' ? 'suspended' : 'status-ok';
}

const silent = (reason: ReasonOf<'status'>): Statement => ({ reason, asOf: null });
