// The key of a Data Integrity verification method, from lists, pins and documents in hand. null: they are silent,
// and a method that describes itself (did:key) may speak for itself.
import type { PublicJwk } from '../model/jwk.ts';
import type { TrustMaterial } from '../model/trust.ts';
import { documentedKeys } from '../trust/find-document.ts';
import { isNamed, listingsOf } from '../trust/find-listed.ts';
import { SPECIMEN_KEYS } from '../trust/specimen-key.ts';
import type { KeyLookup } from './data-integrity/verify-proof.ts';

/** `method`: absolute address of the verification method; `issuerId`: the issuer the credential names. */
export async function lookUpMethod(
  method: string,
  issuerId: string | null,
  trust: TrustMaterial,
): ReturnType<KeyLookup> {
  const named = documentedKeys(issuerId, trust).filter(({ name }) => name === method);
  const documented = named.find(({ vouched }) => vouched);
  if (documented) return { ok: true, key: documented.key };
  const stated = [
    ...listingsOf(issuerId, trust).flatMap(({ issuer }) => issuer.keys),
    ...trust.pins.filter((pin) => pin.issuerId === issuerId).map((pin) => pin.key),
    ...SPECIMEN_KEYS,
  ];
  const fragment = method.includes('#') ? method.slice(method.indexOf('#') + 1) : null;
  for (const key of stated) if (await answersTo(key, method, fragment)) return { ok: true, key };
  // What somebody brought along comes last: it must not stand before what a list says.
  const [given] = named;
  return given === undefined ? null : { ok: true, key: given.key };
}

/** Listed under the whole address, or under its fragment (its own name for the key, or the thumbprint). */
async function answersTo(key: PublicJwk, method: string, fragment: string | null): Promise<boolean> {
  if (key.kid === method) return true;
  return fragment !== null && isNamed(key, fragment);
}
