// JWS JSON serialisation with or without Disclosures (RFC 7515 §7.2, RFC 9901 §8) -> compact serialisation.
import { isJsonArray, isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';

export type CompactForm =
  { readonly outcome: 'compact'; readonly text: string } | { readonly outcome: 'payload-not-encoded' | 'malformed' };

const ENCODED = /^[A-Za-z0-9_-]*$/;
const MALFORMED: CompactForm = { outcome: 'malformed' };

/**
 * Flattened, or general with its first signature. Disclosures and the KB-JWT stand in the unprotected header of
 * the first signature and must not stand in another (RFC 9901 §8.1).
 */
export function compactFromJson(object: JsonObject): CompactForm {
  const { payload, signatures } = object;
  if (typeof payload !== 'string') return MALFORMED;
  if (!ENCODED.test(payload)) return { outcome: 'payload-not-encoded' };
  if (signatures === undefined) return compactFromSignature(payload, object);
  // Both forms at once: two readers could each see another signature.
  if ('signature' in object || 'protected' in object || 'header' in object) return MALFORMED;
  if (!isJsonArray(signatures)) return MALFORMED;
  const [first, ...others] = signatures;
  if (others.some(carriesDisclosures)) return MALFORMED;
  return isJsonObject(first) ? compactFromSignature(payload, first) : MALFORMED;
}

function compactFromSignature(payload: string, member: JsonObject): CompactForm {
  const { protected: header, signature, header: unprotected } = member;
  if (typeof header !== 'string' || typeof signature !== 'string') return MALFORMED;
  const jwt = `${header}.${payload}.${signature}`;
  if (unprotected === undefined) return { outcome: 'compact', text: jwt };
  if (!isJsonObject(unprotected)) return MALFORMED;
  const { disclosures, kb_jwt: keyBinding } = unprotected;
  if (disclosures === undefined && keyBinding === undefined) return { outcome: 'compact', text: jwt };
  if (!isTokenList(disclosures ?? [])) return MALFORMED;
  if (keyBinding !== undefined && !isToken(keyBinding)) return MALFORMED;
  const tail = (isTokenList(disclosures) ? disclosures : []).map((disclosure) => `${disclosure}~`).join('');
  return { outcome: 'compact', text: `${jwt}~${tail}${isToken(keyBinding) ? keyBinding : ''}` };
}

function carriesDisclosures(member: JsonValue): boolean {
  if (!isJsonObject(member) || !isJsonObject(member['header'])) return false;
  return 'disclosures' in member['header'] || 'kb_jwt' in member['header'];
}

/** No tilde inside: it would turn one Disclosure into two when written in compact form. */
function isToken(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && !value.includes('~') && value !== '';
}

function isTokenList(value: JsonValue | undefined): value is readonly string[] {
  return isJsonArray(value) && value.every((item) => isToken(item));
}
