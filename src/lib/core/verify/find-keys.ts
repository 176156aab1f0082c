// Every key that may have signed a JWS, from material in hand (DESIGN "Key and issuer"). Which of them is the issuer's
// is decided afterwards, by check-issuer-key: the header proposes a key, it never says what the key is worth.
import { stringOrNull } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';
import type { PublicJwk } from '../model/jwk.ts';
import type { ReasonOf } from '../model/reason.ts';
import type { TrustList, TrustMaterial } from '../model/trust.ts';
import { documentedKeys } from '../trust/find-document.ts';
import { isNamed, listingsOf } from '../trust/find-listed.ts';
import { readPublicJwk } from '../trust/read-public-jwk.ts';
import { resolveDid } from '../trust/resolve-did.ts';
import { keyFits, signatureAlgorithm } from '../trust/signature-algorithm.ts';
import { SPECIMEN_KEYS } from '../trust/specimen-key.ts';
import type { CertificateChain } from '../trust/certificate-chain.ts';

export interface KeysInHand {
  /** Most trusted first, without doubles. */
  readonly keys: readonly PublicJwk[];
  /**
   * Listed keys of anybody under the same `kid`. One that verifies shows who did sign (THREATS C3); one that does not
   * shows nothing, since many call their key `1`.
   */
  readonly namesakes: readonly PublicJwk[];
  /** Why there may be none. */
  readonly missing: ReasonOf<'signature'>;
}

/** Keys for a JWS with `header` that names `issuerId`. `x5u` and `jku` are never followed (THREATS C2). */
export async function findKeys(
  header: JsonObject,
  issuerId: string | null,
  trust: TrustMaterial,
  chain: CertificateChain | null,
): Promise<KeysInHand> {
  const kid = stringOrNull(header['kid']);
  const stated = [
    ...listingsOf(issuerId, trust).flatMap(({ issuer }) => issuer.keys),
    ...trust.pins.filter((pin) => pin.issuerId === issuerId).map((pin) => pin.key),
    ...documentedKeys(issuerId, trust).map(({ key, name }) => (name === null ? key : { ...key, kid: name })),
    ...SPECIMEN_KEYS.filter((key) => key.kid === kid),
  ];
  const did = didOf(kid, issuerId);
  const resolved = did === null ? null : resolveDid(did);
  const carried = [
    ...(chain?.leafKey ? [chain.leafKey] : []),
    ...(resolved?.outcome === 'key' ? [resolved.key] : []),
    ...inHeader(header),
  ];
  const named = await namedFirst(stated, header, carried.length > 0);
  const namesakes = kid === null ? [] : trust.lists.flatMap((list) => keysNamed(list, kid));
  return { keys: [...named, ...carried], namesakes, missing: whyMissing(resolved?.outcome ?? null, did) };
}

/** A `kid` that is a DID URL, or a fragment of the issuer's DID; else the issuer's DID itself. */
function didOf(kid: string | null, issuerId: string | null): string | null {
  if (kid?.startsWith('did:')) return kid;
  if (!issuerId?.startsWith('did:')) return null;
  return kid?.startsWith('#') ? issuerId + kid : issuerId;
}

function keysNamed(list: TrustList, kid: string): readonly PublicJwk[] {
  return list.issuers.flatMap((issuer) => issuer.keys.filter((key) => key.kid === kid));
}

function inHeader(header: JsonObject): readonly PublicJwk[] {
  const key = readPublicJwk(header['jwk']);
  return key === null ? [] : [key];
}

/**
 * With a `kid`, keys of that name, since another key of the issuer's would make a withdrawn one look forged; and keys
 * listed without a name that could be meant. Without a `kid`, or when the credential brings a key of its own to
 * compare with, all of them.
 */
async function namedFirst(
  keys: readonly PublicJwk[],
  header: JsonObject,
  hasOther: boolean,
): Promise<readonly PublicJwk[]> {
  const kid = stringOrNull(header['kid']);
  if (kid === null) return keys;
  const algorithm = signatureAlgorithm(stringOrNull(header['alg']) ?? '');
  const named: PublicJwk[] = [];
  const unnamed: PublicJwk[] = [];
  for (const key of keys) ((await isNamed(key, kid)) ? named : unnamed).push(key);
  const meant = unnamed.filter((key) => key.kid === undefined && algorithm !== null && keyFits(key, algorithm));
  return [...named, ...(hasOther ? unnamed : meant)];
}

function whyMissing(outcome: string | null, did: string | null): ReasonOf<'signature'> {
  if (outcome === 'method-not-supported' && !did?.startsWith('did:web:')) return 'did-method-not-supported';
  return outcome === 'key-type-not-supported' ? 'algorithm-not-supported' : 'key-not-in-hand';
}
