// Revocation and suspension, from status lists in hand. Of several references the worst wins; what cannot be looked
// up is unknown, never a pass.
import type { ParsedCredential, StatusReference } from '../model/credential.ts';
import { finding } from '../model/finding.ts';
import type { Finding } from '../model/finding.ts';
import type { Outcome, ReasonOf } from '../model/reason.ts';
import { credentialIds } from './status/credential-ids.ts';
import { consultList } from './status/consult-list.ts';
import { mayWithhold } from './may-withhold.ts';
import type { Question } from './question.ts';

const READ_TYPES: ReadonlySet<string> = new Set([
  'TokenStatusList',
  'BitstringStatusListEntry',
  'StatusList2021Entry',
  '1EdTechRevocationList',
  'OB2RevocationList',
]);
/** Purposes that inform and change nothing (Bitstring Status List §2.1). */
const INFORMING: ReadonlySet<string> = new Set(['message', 'refresh']);
/** Each may cost a signature check of its own list; nobody needs more than a revocation and a suspension. */
const MAX_REFERENCES = 8;
const WORST_FIRST: readonly Outcome[] = ['fail', 'unknown', 'pass'];

/** Findings of the worst outcome that any reference leads to, the oldest evidence first. */
export async function checkStatus(credential: ParsedCredential, question: Question): Promise<readonly Finding[]> {
  const references = credential.status;
  if (references.length === 0) return [finding(withoutReference(credential))];
  const deciding = references.filter(({ purpose }) => purpose === null || !INFORMING.has(purpose));
  // Entries are left out one by one: one that only informs may stand for another that revokes.
  const isHidden =
    mayWithhold(credential) && !deciding.some(({ purpose }) => purpose === null || purpose === 'revocation');
  if (deciding.length === 0) return [finding(isHidden ? 'status-may-be-withheld' : 'status-informs-only')];
  const findings = await Promise.all(
    deciding.slice(0, MAX_REFERENCES).map((reference) => checkReference(credential, reference, question)),
  );
  if (deciding.length > MAX_REFERENCES) findings.push(finding('status-type-not-supported'));
  if (isHidden) findings.push(finding('status-may-be-withheld'));
  const worst = WORST_FIRST.find((outcome) => findings.some((one) => one.outcome === outcome));
  return findings.filter(({ outcome }) => outcome === worst).sort((a, b) => age(a) - age(b));
}

function withoutReference(credential: ParsedCredential): ReasonOf<'status'> {
  if (mayWithhold(credential)) return 'status-may-be-withheld';
  return isSaidElsewhere(credential) ? 'status-not-in-hand' : 'status-not-used';
}

/**
 * A signed Open Badge 2.0 does not say itself that it can be revoked, its issuer's profile does (§RevocationList). Not
 * to have that profile from the issuer is not to know.
 */
function isSaidElsewhere(credential: ParsedCredential): boolean {
  if (credential.kind !== 'open-badge-2' || credential.jws === null) return false;
  return credential.readFrom.issuer === 'nowhere' || credential.readFrom.issuer === 'given';
}

async function checkReference(
  credential: ParsedCredential,
  reference: StatusReference,
  question: Question,
): Promise<Finding> {
  if (!READ_TYPES.has(reference.type)) return finding('status-type-not-supported');
  const issuerId = credential.issuer.id;
  const { reason, asOf } = await consultList({ reference, issuerId, ids: credentialIds(credential) }, question);
  if (asOf === null || reference.url === null) return finding(reason);
  return finding(reason, { source: reference.url, asOf });
}

const age = ({ evidence }: Finding): number => evidence?.asOf ?? 0;
