// A credential as parsed: nothing here is proven. Only verify.ts and verdict.ts say what counts.
import type { LearningAchievement } from './achievement.ts';
import type { ContentDigest, EpochSeconds } from './brand.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { PublicJwk } from './jwk.ts';
import type { LocalisedText } from './localised.ts';
import type { ReasonCode } from './reason.ts';

/** How the credential is secured. */
export const CREDENTIAL_KINDS = ['sd-jwt-vc', 'vc-jwt', 'vc-di'] as const;
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];
/** What family the claims belong to. */
export type CredentialProfile = 'open-badge-3' | 'clr-2' | 'sd-jwt-vc' | 'vc';
/** What the bytes were wrapped in: as such, or baked in an image. */
export type Carrier = 'plain' | 'png' | 'svg';

/** A path into claims: a string is an object key, a number an array index (SD-JWT VC claim path pointer). */
export type ClaimPath = readonly (string | number)[];

/** A JWS in compact serialisation, decoded. `signingInput` is ASCII exactly as received (RFC 7515 §5.2). */
export interface Jws {
  readonly compact: string;
  readonly header: JsonObject;
  readonly payload: JsonObject;
  readonly signingInput: string;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** One Disclosure (RFC 9901 §4.2). `name` is null for an array element. */
export interface Disclosure {
  readonly encoded: string;
  readonly digest: string;
  readonly name: string | null;
  readonly value: JsonValue;
  /** Where its value stands in the processed claims; null when nothing refers to it. */
  readonly path: ClaimPath | null;
  /** Digests of the disclosures this one needs to be shown first (recursive disclosures). */
  readonly parents: readonly string[];
}

export interface StatusReference {
  /** `TokenStatusList`, `BitstringStatusListEntry`, `StatusList2021Entry`, `1EdTechRevocationList`, … as written. */
  readonly type: string;
  readonly purpose: string | null;
  readonly url: string | null;
  readonly index: number | null;
}

export interface Issuer {
  /** `iss` or `issuer.id`; null when none is named. */
  readonly id: string | null;
  readonly name: LocalisedText;
  readonly homepage: string | null;
}

export interface Holder {
  /** `cnf.jwk` (RFC 7800), the key that can prove possession. */
  readonly key: PublicJwk | null;
  /** Subject ids the credential names (did, urn, mailto …). */
  readonly ids: readonly string[];
}

interface CredentialFacts {
  readonly profile: CredentialProfile;
  readonly carrier: Carrier;
  /** Credential exactly as carried: compact JWS, SD-JWT, or JSON text. */
  readonly source: string;
  readonly contentDigest: ContentDigest;
  readonly issuer: Issuer;
  /** vct, or the VC `type` array. */
  readonly types: readonly string[];
  readonly issuedAt: EpochSeconds | null;
  readonly validFrom: EpochSeconds | null;
  readonly validUntil: EpochSeconds | null;
  readonly holder: Holder;
  readonly status: readonly StatusReference[];
  /** Claims after disclosures were put in place; for others the payload or document. */
  readonly claims: JsonObject;
  readonly achievement: LearningAchievement;
  /** What parsing already saw to be wrong; verify turns each into a finding. */
  readonly problems: readonly ReasonCode[];
}

export interface SdJwtVc extends CredentialFacts {
  readonly kind: 'sd-jwt-vc';
  readonly jws: Jws;
  readonly disclosures: readonly Disclosure[];
  /** KB-JWT compact text exactly as received; null when the SD-JWT ends with `~`. */
  readonly keyBinding: string | null;
  /** Issuer-signed JWT and Disclosures up to and including the last `~`: what `sd_hash` covers (RFC 9901 §4.3.1). */
  readonly presented: string;
}

export interface VcJwt extends CredentialFacts {
  readonly kind: 'vc-jwt';
  readonly jws: Jws;
}

export interface VcDataIntegrity extends CredentialFacts {
  readonly kind: 'vc-di';
  readonly document: JsonObject;
  readonly proofs: readonly JsonObject[];
}

export type ParsedCredential = SdJwtVc | VcJwt | VcDataIntegrity;
