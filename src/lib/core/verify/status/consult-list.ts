// One status reference + the documents in hand -> what they say of the credential, and as of when.
import type { EpochSeconds } from '../../model/brand.ts';
import type { StatusReference } from '../../model/credential.ts';
import type { ReasonOf } from '../../model/reason.ts';
import type { EvidenceDocument } from '../../model/trust.ts';
import { CLOCK_SKEW_SECONDS } from '../question.ts';
import type { Question } from '../question.ts';
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

/** Copies of one list that are looked at, the newest fetched first. */
const MAX_COPIES = 4;

/**
 * What the lists in hand at the address of `reference` say. Revocation is not undone: of several copies one that
 * revokes decides; otherwise the newest that says something.
 */
export async function consultList(consulted: Consulted, question: Question): Promise<Statement> {
  const { url } = consulted.reference;
  const copies = question.trust.documents
    .filter((document) => document.url === url)
    .sort((a, b) => b.fetched - a.fetched)
    .slice(0, MAX_COPIES);
  const statements = await Promise.all(copies.map((copy) => consultCopy(copy, consulted, question)));
  const said = statements.filter(({ asOf }) => asOf !== null);
  const newest = said.reduce<Statement | null>((a, b) => (a === null || (b.asOf ?? 0) > (a.asOf ?? 0) ? b : a), null);
  const revoked = said.find(({ reason }) => reason === 'revoked');
  return revoked ?? newest ?? statements[0] ?? { reason: 'status-not-in-hand', asOf: null };
}

async function consultCopy(
  document: EvidenceDocument,
  { reference, issuerId, ids }: Consulted,
  question: Question,
): Promise<Statement> {
  const list = readStatusList(document);
  if (typeof list === 'string') return silent(list);
  const against = await whatIsAgainst(list, document, reference, issuerId, question);
  if (against !== null) return silent(against);
  const asOf = list.issuedAt ?? document.fetched;
  const { purpose, index, size } = reference;
  return { reason: told(list.lookUp({ purpose, index, size, ids }), isTooOld(list, asOf, question)), asOf };
}

/** Why `list` makes no statement at all (Token Status List §8.3, Bitstring Status List §3.2); null when it does. */
async function whatIsAgainst(
  list: StatusList,
  document: EvidenceDocument,
  { type }: StatusReference,
  issuerId: string | null,
  { trust, now }: Question,
): Promise<ReasonOf<'status'> | null> {
  if (!list.answers.includes(type)) return 'status-list-unreadable';
  const made = list.issuedAt ?? document.fetched;
  if (made > now + CLOCK_SKEW_SECONDS) return 'status-list-unreadable';
  const misplaced = addressProblem(list, document);
  if (misplaced !== null) return misplaced;
  const standing = await whoSignedList({ list, document, issuerId }, trust, now);
  if (standing !== 'the-issuers') return standing;
  return list.expires !== null && now >= list.expires + CLOCK_SKEW_SECONDS ? 'status-stale' : null;
}

/**
 * A list brought along must say itself which address it is for: another list of the same issuer's, in which the
 * same index is somebody else's, would lift a revocation.
 */
function addressProblem(
  { address, answers, secured }: StatusList,
  document: EvidenceDocument,
): ReasonOf<'status'> | null {
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
