// Which documents would settle what cannot be told of a credential, or keep an imported list fresh. Nothing is fetched here.
import type { ParsedCredential } from '../model/credential.ts';
import type { TrustMaterial } from '../model/trust.ts';

export type WhyWanted =
  | 'issuer-keys'
  | 'status'
  | 'hosted-assertion'
  | 'badge-class'
  | 'issuer-profile'
  | 'signing-key'
  | 'revocation-list'
  | 'type-metadata';

export interface WantedDocument {
  /** Absolute address; whether it may be asked is for the Fetcher to say. */
  readonly url: string;
  readonly why: WhyWanted;
}

/** What verifying `credential` would look up, in hand or not: one entry for each address. */
export function wantedEvidence(_credential: ParsedCredential, _trust: TrustMaterial): readonly WantedDocument[] {
  return [];
}

/** What the issuers named in the lists in hand publish: documents and status lists. */
export function wantedByLists(_trust: TrustMaterial): readonly WantedDocument[] {
  return [];
}
