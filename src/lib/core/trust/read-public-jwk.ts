// A JWK from a stranger -> its public members (RFC 7517 §4). Private members are dropped here and go nowhere.
import { isJsonObject, stringOrNull } from '../model/json.ts';
import type { JsonValue } from '../model/json.ts';
import type { PublicJwk } from '../model/jwk.ts';

const MEMBERS = ['crv', 'x', 'y', 'n', 'e', 'kid', 'alg', 'use'] as const;
const REQUIRED: ReadonlyMap<string, readonly (typeof MEMBERS)[number][]> = new Map([
  ['EC', ['crv', 'x', 'y'] as const],
  ['OKP', ['crv', 'x'] as const],
  ['RSA', ['n', 'e'] as const],
]);

/**
 * The public key in `value`; null when it is not an object, its `kty` is not asymmetric, or a member it needs is
 * missing. `key_ops` without "verify" means the key was not made for this (RFC 7517 §4.3).
 */
export function readPublicJwk(value: JsonValue | undefined): PublicJwk | null {
  if (!isJsonObject(value)) return null;
  const kty = stringOrNull(value['kty']);
  const required = kty === null ? undefined : REQUIRED.get(kty);
  if (kty === null || required === undefined) return null;
  const operations = value['key_ops'];
  if (operations !== undefined && !(Array.isArray(operations) && operations.includes('verify'))) return null;
  const members = MEMBERS.flatMap((member) => {
    const text = stringOrNull(value[member]);
    return text === null ? [] : [[member, text] as const];
  });
  const key: PublicJwk = { kty, ...Object.fromEntries(members) };
  return required.every((member) => key[member] !== undefined) ? key : null;
}
