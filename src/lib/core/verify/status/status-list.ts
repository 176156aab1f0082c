// A status list as read from a document: nothing of it is proven yet.
import type { CompactJws } from '../../bytes/decode-compact-jws.ts';
import type { EpochSeconds } from '../../model/brand.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ReasonOf } from '../../model/reason.ts';

/** How a list is secured: as a JWS, by proofs inside it, or not at all. */
export type Secured =
  | { readonly by: 'jws'; readonly jws: CompactJws }
  | { readonly by: 'proof'; readonly document: JsonObject }
  | { readonly by: 'nothing' };

/** Who or what is looked up: its place in a list of bits, or its own id in a list of names. */
export interface Place {
  readonly purpose: string | null;
  readonly index: number | null;
  readonly size: number | null;
  /** Ids under which a list of names may know the credential. */
  readonly ids: readonly string[];
}

export type Lookup =
  | { readonly found: 'nothing-against' | 'revoked' | 'suspended' }
  | { readonly found: 'unknown'; readonly reason: ReasonOf<'status'> };

export interface StatusList {
  /** Types of status reference (`StatusReference.type`) that this kind of list answers. */
  readonly answers: readonly string[];
  readonly secured: Secured;
  /** Null when the list names none: it is then taken for the credential's issuer, and its key decides. */
  readonly issuerId: string | null;
  /** The address the list itself says it is for; null when it does not say. */
  readonly address: string | null;
  readonly issuedAt: EpochSeconds | null;
  readonly expires: EpochSeconds | null;
  /** Seconds after which a newer one should be fetched; null when not stated. */
  readonly ttl: number | null;
  /** Cheap to ask again: what is packed is unpacked once. */
  readonly lookUp: (place: Place) => Lookup;
}

/** Why a document is no list that says anything. */
export type NoList = Extract<ReasonOf<'status'>, 'status-list-unreadable' | 'status-type-not-supported'>;

export const unknown = (reason: ReasonOf<'status'>): Lookup => ({ found: 'unknown', reason });
