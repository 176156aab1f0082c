// A credential as parsed: nothing here is proven. Only verify.ts and verdict.ts say what counts.
import type { LearningAchievement } from './achievement.ts';
import type { ContentDigest, EpochSeconds } from './brand.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { PublicJwk } from './jwk.ts';
import type { LocalisedText } from './localised.ts';
import type { ReasonCode } from './reason.ts';

/** How the credential is secured. */
export const CREDENTIAL_KINDS = ['sd-jwt-vc', 'vc-jwt', 'vc-di', 'open-badge-2'] as const;
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];
/** What family the claims belong to. */
export type CredentialProfile = 'open-badge-3' | 'open-badge-2' | 'clr-2' | 'sd-jwt-vc' | 'vc';
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

/** SD-JWT VC Type Metadata (draft §6), `extends` already put together: the most specific display wins. */
export interface TypeMetadata {
  readonly vct: string;
  readonly name: LocalisedText;
  readonly description: LocalisedText;
  readonly claims: readonly TypeClaim[];
  /** Where it was read: bundled with this program, or an address in hand. */
  readonly source: 'bundled' | 'evidence';
  /** What was wrong in it and read all the same, such as a path written `"a[0]"`. */
  readonly tolerated: readonly string[];
}

export interface TypeClaim {
  /** null stands for every element of an array (draft §8). */
  readonly path: readonly (string | number | null)[];
  readonly label: LocalisedText;
  readonly description: LocalisedText;
}

export interface StatusReference {
  /** `TokenStatusList`, `BitstringStatusListEntry`, `StatusList2021Entry`, `1EdTechRevocationList`, … as written. */
  readonly type: string;
  readonly purpose: string | null;
  readonly url: string | null;
  readonly index: number | null;
  /** Bits of one entry (`statusSize`, Bitstring Status List §2.1); null when not stated. */
  readonly size: number | null;
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
  /** Hashed or plain addresses it was issued to (OB 2.0 IdentityObject, OB 3.0 IdentityObject). */
  readonly identities: readonly HolderIdentity[];
}

/** `value` is `sha256$…`, `md5$…`, a bare hash, or the address itself when not hashed. */
export interface HolderIdentity {
  readonly type: string;
  readonly value: string;
  readonly hashed: boolean;
  readonly salt: string | null;
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
  /** How the type itself says its claims are to be shown; null when no metadata of it is in hand. */
  readonly typeMetadata: TypeMetadata | null;
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
  /** A proof that lets claims be left out; absent when there is none, or none we read. */
  readonly selective?: SelectiveDisclosure;
}

/** `base`: as issued, to be derived from. `derived`: shown, with what the holder chose. */
export interface SelectiveDisclosure {
  readonly suite: 'ecdsa-sd-2023' | 'bbs-2023';
  readonly mode: 'base' | 'derived';
  /** JSON pointers (RFC 6901) to what the issuer lets nobody leave out; empty for a derived one, which does not tell. */
  readonly mandatory: readonly string[];
  /**
   * Whether the proof itself shows that nothing was left out: BBS signs all statements together, so that its base does,
   * and a derived proof over every one. ecdsa-sd-2023 signs each by itself: even a base may have lost some.
   */
  readonly whole: boolean;
}

/**
 * Where badge class or issuer profile was read. `inside`: in the assertion, whose worth it shares; `own-address`: in a
 * document that this device fetched there; `given`: in what somebody brought, which proves and refutes nothing.
 */
export type BadgePartSource = 'inside' | 'own-address' | 'given' | 'nowhere';

/** What stands at the address of a hosted assertion, beside what was received. */
export interface PublishedAssertion {
  readonly agrees: boolean;
  readonly revoked: boolean;
  /** This device fetched it, or the operator answers for it; else somebody brought it. */
  readonly vouched: boolean;
  readonly fetched: EpochSeconds;
}

/**
 * Open Badges 2.x, 1.x and 0.5. A hosted one is worth what its issuer publishes at `hostedAt`; a signed one is a JWS.
 * Badge class and issuer may stand inside it or in documents in hand: `claims` is the assertion with both put in place,
 * and the assertion itself is the published one when that says the same.
 */
export interface OpenBadge2 extends CredentialFacts {
  readonly kind: 'open-badge-2';
  readonly version: '0.5' | '1' | '2';
  readonly jws: Jws | null;
  /** As received; null when only its address was baked in. */
  readonly assertion: JsonObject | null;
  /** Address of the hosted assertion; null for a signed one. */
  readonly hostedAt: string | null;
  /** Addresses of badge class, issuer profile, key and revocation list, as far as known. */
  readonly refersTo: {
    readonly badgeClass: string | null;
    readonly issuer: string | null;
    readonly key: string | null;
    readonly revocationList: string | null;
  };
  readonly readFrom: { readonly badgeClass: BadgePartSource; readonly issuer: BadgePartSource };
  /** null when no document in hand is from `hostedAt`. */
  readonly published: PublishedAssertion | null;
}

export type ParsedCredential = SdJwtVc | VcJwt | VcDataIntegrity | OpenBadge2;
