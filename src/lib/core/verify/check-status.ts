// Revocation and suspension. Reading status lists comes later; until then a reference that could revoke is unknown.
import type { ParsedCredential, StatusReference } from '../model/credential.ts';
import { finding } from '../model/finding.ts';
import type { Finding } from '../model/finding.ts';
import type { ReasonOf } from '../model/reason.ts';
import type { Question } from './question.ts';

const KNOWN_TYPES: ReadonlySet<string> = new Set([
  'TokenStatusList',
  'BitstringStatusListEntry',
  'StatusList2021Entry',
  'RevocationList2020Status',
  '1EdTechRevocationList',
]);
/** Purposes that inform and change nothing (Bitstring Status List §2.1). */
const INFORMING: ReadonlySet<string> = new Set(['message', 'refresh']);

export function checkStatus(credential: ParsedCredential, _question: Question): Promise<readonly Finding[]> {
  return Promise.resolve([finding(statusOf(credential.status))]);
}

function statusOf(references: readonly StatusReference[]): ReasonOf<'status'> {
  if (references.length === 0) return 'status-not-used';
  const deciding = references.filter(({ purpose }) => purpose === null || !INFORMING.has(purpose));
  if (deciding.length === 0) return 'status-informs-only';
  return deciding.every(({ type }) => KNOWN_TYPES.has(type)) ? 'status-not-in-hand' : 'status-type-not-supported';
}
