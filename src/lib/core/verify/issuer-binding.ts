// Whose key is it? What the material in hand says of the key that verified, and of the issuer the credential names.
import type { PublicJwk } from '../model/jwk.ts';
import type { ReasonOf } from '../model/reason.ts';
import type { EpochSeconds } from '../model/brand.ts';
import type { EvidenceDocument, Pin, TrustMaterial } from '../model/trust.ts';
import type { CertificateChain } from '../trust/certificate-chain.ts';
import { isKeyDocumentStale } from '../trust/document-age.ts';
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
  /** The only word for the key is a document that this device fetched too long ago; null otherwise. */
  readonly stale: EvidenceDocument | null;
}

export interface SignedBy {
  readonly key: PublicJwk;
  readonly chain: CertificateChain | null;
  readonly issuerId: string | null;
  readonly now: EpochSeconds;
}

const UNBOUND = { listings: [], pin: null, specimen: false, given: false, stale: null } as const;
/** The issuer publishes the key and the list does not have it: one of them is behind. */
const NOT_IN_LIST = { ...UNBOUND, reason: 'issuer-key-not-in-list' } as const;
const NOT_THE_ISSUERS = { ...UNBOUND, reason: 'issuer-key-not-the-issuers' } as const;

/** Binds the key that verified to the issuer that is named (THREATS C2, C3). No list and no pin lifts a specimen. */
export function bindIssuer(signed: SignedBy, trust: TrustMaterial): IssuerBinding {
  const binding = bindOrdinarily(signed, trust);
  if (!isSpecimenKey(signed.key) || binding.reason === 'issuer-key-not-the-issuers') return binding;
  return { ...UNBOUND, reason: 'issuer-key-ok', specimen: true };
}

/** Strongest word first. */
function bindOrdinarily(signed: SignedBy, trust: TrustMaterial): IssuerBinding {
  const named = listingsOf(signed.issuerId, trust);
  const listed = named.filter((listing) => holdsKey(listing, signed.key));
  if (listed.length > 0) return { ...UNBOUND, reason: 'issuer-key-ok', listings: listed };
  const chain = signed.chain?.leafKey && sameKey(signed.chain.leafKey, signed.key) ? signed.chain : null;
  const certified = chain === null ? null : byCertificate(signed.issuerId, chain, trust);
  if (certified !== null) return certified;
  const pin = trust.pins.find((known) => known.issuerId === signed.issuerId && sameKey(known.key, signed.key)) ?? null;
  const stated = byStatement(signed, named, trust);
  if (stated !== null) return isWeakerThanPin(stated) ? { ...stated, pin } : stated;
  if (named.some(statesKeys)) return isPublished(signed, named, trust) ? NOT_IN_LIST : NOT_THE_ISSUERS;
  if (pin !== null) return { ...UNBOUND, reason: 'issuer-key-ok', pin };
  if (chain !== null) return { ...UNBOUND, reason: chain.fault ?? 'certificate-chain-not-anchored' };
  return { ...UNBOUND, reason: 'issuer-key-self-asserted' };
}

/** The key is the issuer's by its own word or by a document brought along, which settles nothing without a pin. */
function isWeakerThanPin({ reason, listings, given, stale }: IssuerBinding): boolean {
  return reason === 'issuer-key-ok' && (listings.length === 0 || given || stale !== null);
}

/** By a chain that ends in a listed certificate. Null: the chain leads nowhere we know. */
function byCertificate(issuerId: string | null, chain: CertificateChain, trust: TrustMaterial): IssuerBinding | null {
  const certified = allListings(trust).filter(({ issuer }) => isCertified(issuer, chain));
  if (certified.length === 0) return null;
  if (chain.fault !== null) return { ...UNBOUND, reason: chain.fault };
  const byId = certified.filter(({ issuer }) => issuerId === null || issuer.ids.includes(issuerId));
  // Where a list names the issuer, only that listing may say so; another's certificate under its host may not.
  const unlisted = listingsOf(issuerId, trust).length === 0;
  const byName = unlisted && issuerId !== null && namesIssuer(chain, issuerId) ? certified : [];
  const listings = byId.length > 0 ? byId : byName;
  return listings.length === 0 ? NOT_THE_ISSUERS : { ...UNBOUND, reason: 'issuer-key-ok', listings };
}

/** The leaf names the issuer itself: its address as URI, or its host as DNS name (SD-JWT VC §3.5). */
function namesIssuer(chain: CertificateChain, issuerId: string): boolean {
  // A DID parses as an address without a host, which an empty name would match.
  const host = URL.canParse(issuerId) ? new URL(issuerId).hostname : '';
  return chain.alternativeNames.some((name) => name === issuerId || (host !== '' && name.toLowerCase() === host));
}

/** By what the issuer's own identifier, or a document about it, states. */
function byStatement(signed: SignedBy, named: readonly Listing[], trust: TrustMaterial): IssuerBinding | null {
  const resolved = signed.issuerId?.startsWith('did:') ? resolveDid(signed.issuerId) : null;
  if (resolved?.outcome === 'key') {
    const own = sameKey(resolved.key, signed.key);
    return own ? { ...UNBOUND, reason: 'issuer-key-ok', listings: named } : NOT_THE_ISSUERS;
  }
  if (named.some(statesKeys)) return null;
  return byDocument(signed, named, trust);
}

/** Whether a document that this device fetched, not too long ago, states the key. */
function isPublished(signed: SignedBy, named: readonly Listing[], trust: TrustMaterial): boolean {
  const found = byDocument(signed, named, trust);
  return found?.reason === 'issuer-key-ok' && !found.given && found.stale === null;
}

/**
 * What we fetched ourselves outweighs what somebody brings. Fetched long ago it may name a key that was withdrawn
 * since, and miss one that is new: then it neither proves nor refutes.
 */
function byDocument(signed: SignedBy, named: readonly Listing[], trust: TrustMaterial): IssuerBinding | null {
  const documented = documentedKeys(signed.issuerId, trust);
  const vouched = documented.filter((found) => found.vouched);
  const fresh = vouched.filter(({ document }) => !isKeyDocumentStale(document, signed.now));
  const words = [fresh, vouched, documented].find((some) => some.length > 0) ?? [];
  const found = words.find(({ key }) => sameKey(key, signed.key));
  if (found === undefined) return fresh.some(({ complete }) => complete) ? NOT_THE_ISSUERS : null;
  const stale = vouched.length > 0 && fresh.length === 0 ? found.document : null;
  return { ...UNBOUND, reason: 'issuer-key-ok', listings: named, given: vouched.length === 0, stale };
}
