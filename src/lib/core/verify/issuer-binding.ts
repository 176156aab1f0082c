// Whose key is it? What the material in hand says of the key that verified, and of the issuer the credential names.
import type { EpochSeconds } from '../model/brand.ts';
import type { PublicJwk } from '../model/jwk.ts';
import type { ReasonOf } from '../model/reason.ts';
import type { Pin, TrustMaterial } from '../model/trust.ts';
import type { CertificateChain } from '../trust/certificate-chain.ts';
import { documentedKeys } from '../trust/find-document.ts';
import { allListings, holdsKey, listingsOf, statesKeys } from '../trust/find-listed.ts';
import type { Listing } from '../trust/find-listed.ts';
import { resolveDid } from '../trust/resolve-did.ts';
import { sameKey } from '../trust/same-key.ts';
import { isSpecimenKey } from '../trust/specimen-key.ts';
import { isCertified } from '../trust/is-certified.ts';

export interface IssuerBinding {
  readonly reason: ReasonOf<'issuer-key'>;
  /** Listings under which the key is the issuer's. */
  readonly listings: readonly Listing[];
  readonly pin: Pin | null;
  readonly specimen: boolean;
  /** The only word for the key is a document that somebody brought along. */
  readonly given: boolean;
  /** When the document that binds the key was fetched. */
  readonly asOf: EpochSeconds | null;
}

export interface SignedBy {
  readonly key: PublicJwk;
  readonly chain: CertificateChain | null;
  readonly issuerId: string | null;
}

const UNBOUND = { listings: [], pin: null, specimen: false, given: false, asOf: null } as const;

/** Binds the key that verified to the issuer that is named, strongest word first (THREATS C2, C3). */
export function bindIssuer(signed: SignedBy, trust: TrustMaterial): IssuerBinding {
  const named = listingsOf(signed.issuerId, trust);
  const chain = signed.chain?.leafKey && sameKey(signed.chain.leafKey, signed.key) ? signed.chain : null;
  const specimen = isSpecimenKey(signed.key);
  if (specimen && !contradicted(named, signed.key)) return { ...UNBOUND, reason: 'issuer-key-ok', specimen };
  const listed = named.filter((listing) => holdsKey(listing, signed.key));
  if (listed.length > 0) return { ...UNBOUND, reason: 'issuer-key-ok', listings: listed };
  const certified = chain === null ? null : byCertificate(signed.issuerId, chain, trust);
  if (certified !== null) return certified;
  const stated = byStatement(signed, named, trust);
  if (stated !== null) return stated;
  if (contradicted(named, signed.key)) return { ...UNBOUND, reason: 'issuer-key-not-the-issuers' };
  const pin = trust.pins.find((known) => known.issuerId === signed.issuerId && sameKey(known.key, signed.key));
  if (pin) return { ...UNBOUND, reason: 'issuer-key-ok', pin };
  if (chain !== null) return { ...UNBOUND, reason: chain.fault ?? 'certificate-chain-not-anchored' };
  return { ...UNBOUND, reason: 'issuer-key-self-asserted' };
}

/** Some list says which keys are this issuer's, and none of them is this one. */
function contradicted(named: readonly Listing[], key: PublicJwk): boolean {
  return named.some(statesKeys) && !named.some((listing) => holdsKey(listing, key));
}

/** By a chain that ends in a listed certificate. Null: the chain leads nowhere we know. */
function byCertificate(issuerId: string | null, chain: CertificateChain, trust: TrustMaterial): IssuerBinding | null {
  const certified = allListings(trust).filter(({ issuer }) => isCertified(issuer, chain));
  if (certified.length === 0) return null;
  if (chain.fault !== null) return { ...UNBOUND, reason: chain.fault };
  const agreeing = certified.filter(
    ({ issuer }) => issuerId === null || issuer.ids.includes(issuerId) || namesIssuer(chain, issuerId),
  );
  if (agreeing.length === 0) return { ...UNBOUND, reason: 'issuer-key-not-the-issuers' };
  return { ...UNBOUND, reason: 'issuer-key-ok', listings: agreeing };
}

/** The leaf names the issuer itself: its address as URI, or its host as DNS name (SD-JWT VC §3.5). */
function namesIssuer(chain: CertificateChain, issuerId: string): boolean {
  const host = URL.canParse(issuerId) ? new URL(issuerId).hostname : null;
  return chain.alternativeNames.some((name) => name === issuerId || (host !== null && name.toLowerCase() === host));
}

/** By what the issuer's own identifier, or a document about it, states. */
function byStatement(signed: SignedBy, named: readonly Listing[], trust: TrustMaterial): IssuerBinding | null {
  const resolved = signed.issuerId?.startsWith('did:') ? resolveDid(signed.issuerId) : null;
  if (resolved?.outcome === 'key') {
    const own = sameKey(resolved.key, signed.key);
    return { ...UNBOUND, reason: own ? 'issuer-key-ok' : 'issuer-key-not-the-issuers', listings: own ? named : [] };
  }
  if (named.some(statesKeys)) return null;
  const documented = documentedKeys(signed.issuerId, trust);
  const saying = documented.filter(({ key }) => sameKey(key, signed.key));
  const vouched = saying.find((found) => found.vouched);
  const word = vouched ?? saying[0];
  if (word) {
    const given = vouched === undefined;
    return { ...UNBOUND, reason: 'issuer-key-ok', listings: named, given, asOf: word.document.fetched };
  }
  return documented.some((found) => found.vouched) ? { ...UNBOUND, reason: 'issuer-key-not-the-issuers' } : null;
}
