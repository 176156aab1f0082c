// A certificate chain carried in `x5c` (RFC 7515 §4.1.6), as read and checked against listed certificates.
import type { PublicJwk } from '../model/jwk.ts';
import type { ReasonOf } from '../model/reason.ts';

export interface CertificateChain {
  /** The key that must have signed; null when the leaf cannot be read or its key type is not one we check. */
  readonly leafKey: PublicJwk | null;
  /** Subject of the leaf as `CN=…, O=…` (RFC 4514), and its subject alternative names. */
  readonly subject: string;
  readonly alternativeNames: readonly string[];
  /** What is wrong with the chain in itself; null when nothing is. */
  readonly fault: ReasonOf<'issuer-key'> | null;
  /** Listed certificates (base64 DER as listed) that the chain ends in. */
  readonly anchors: readonly Anchor[];
}

export interface Anchor {
  readonly certificate: string;
  /** The listed certificate is the leaf itself and no CA: it needs no `subjects`. */
  readonly isLeaf: boolean;
}
