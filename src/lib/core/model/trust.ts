// Trust material in hand: lists, pins and documents. Read in core/trust; never fetched by verifying.
import type { EpochSeconds } from './brand.ts';
import type { PublicJwk } from './jwk.ts';
import type { LocalisedText } from './localised.ts';

export interface ListedIssuer {
  readonly name: LocalisedText;
  readonly country: string | null;
  readonly homepage: string | null;
  readonly ids: readonly string[];
  readonly keys: readonly PublicJwk[];
  /** base64 DER. */
  readonly certificates: readonly string[];
  readonly subjects: readonly string[];
  readonly mayIssue: readonly string[];
  readonly statusLists: readonly string[];
  readonly documents: readonly string[];
  readonly validFrom: EpochSeconds | null;
  readonly validUntil: EpochSeconds | null;
}

export interface ListedVerifier {
  readonly name: LocalisedText;
  readonly keys: readonly PublicJwk[];
}

export interface TrustList {
  readonly name: string;
  readonly issued: EpochSeconds;
  readonly validUntil: EpochSeconds | null;
  readonly issuers: readonly ListedIssuer[];
  readonly verifiers: readonly ListedVerifier[];
  /** Bundled with the app, or imported on this device. */
  readonly origin: 'bundled' | 'imported';
  /** What it was read from: our contract, a DCC issuer registry, a JWK Set, or certificates in PEM. */
  readonly format: 'meritfolio' | 'dcc-registry' | 'jwks' | 'pem';
  /** Thumbprint of the key that signed the list; null for an unsigned one. */
  readonly signedBy: string | null;
}

/** "I trust this key to be this issuer", said on this device. */
export interface Pin {
  readonly issuerId: string;
  readonly key: PublicJwk;
  readonly since: EpochSeconds;
}

/** A fetched document (DESIGN "Evidence"): raw text and when this device or somebody else got it. */
export interface EvidenceDocument {
  readonly url: string;
  readonly fetched: EpochSeconds;
  readonly mediaType: string | null;
  readonly text: string;
  /** Only what this device fetched, or an operator vouches for, counts as such; the rest is "given to you". */
  readonly source: 'this-device' | 'given' | 'operator';
}

/** What a document that could be fetched would settle. */
export type WhyWanted =
  | 'issuer-keys'
  | 'status'
  | 'hosted-assertion'
  | 'badge-class'
  | 'issuer-profile'
  | 'signing-key'
  | 'revocation-list'
  | 'type-metadata';

export interface TrustMaterial {
  readonly lists: readonly TrustList[];
  readonly pins: readonly Pin[];
  readonly documents: readonly EvidenceDocument[];
}

export const NO_TRUST: TrustMaterial = { lists: [], pins: [], documents: [] };
