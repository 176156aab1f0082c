// Where a credential says its status can be looked up. Reading a list is another room's work.
import type { StatusReference } from '../model/credential.ts';
import { isJsonObject, many, stringOrNull } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';

/**
 * `credentialStatus` entries (VCDM 2.0 §4.10) and members of `status` (Token Status List §6), each in the credential
 * and in the claims around it: one in the unusual place revokes as well.
 */
export function readStatus(claims: JsonObject, document: JsonObject): readonly StatusReference[] {
  return [...new Set([document, claims])].flatMap(({ credentialStatus, status }) => [
    ...many(credentialStatus).map((entry) => (isJsonObject(entry) ? readEntry(entry) : UNREADABLE)),
    ...many(status).flatMap((entry) => (isJsonObject(entry) ? readStatusClaim(entry) : [UNREADABLE])),
  ]);
}

/** An address alone, or whatever else: it may revoke, so it is not left out. */
const UNREADABLE: StatusReference = { type: '', purpose: null, url: null, index: null, size: null };

function readEntry(entry: JsonObject): StatusReference {
  return {
    type: stringOrNull(many(entry['type'])[0]) ?? '',
    purpose: stringOrNull(entry['statusPurpose']),
    url: stringOrNull(entry['statusListCredential']) ?? stringOrNull(entry['id']),
    index: readIndex(entry['statusListIndex']),
    size: readIndex(entry['statusSize']),
  };
}

function readStatusClaim(status: JsonObject): readonly StatusReference[] {
  // An EDC writes credentialStatus entries under `status`.
  if (typeof status['type'] === 'string') return [readEntry(status)];
  return Object.entries(status).map(([name, value]) => {
    const member = isJsonObject(value) ? value : {};
    return {
      type: name === 'status_list' ? 'TokenStatusList' : name,
      purpose: null,
      url: stringOrNull(member['uri']),
      index: readIndex(member['idx']),
      size: null,
    };
  });
}

/** A number, or digits in a string as VCDM writes it. */
function readIndex(value: JsonValue | undefined): number | null {
  const index = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof index === 'number' && Number.isSafeInteger(index) && index >= 0 ? index : null;
}
