// `x5c` in a JWS header (RFC 7515 §4.1.6). The X.509 reader is loaded only when a credential brings a certificate.
import type { EpochSeconds } from '../model/brand.ts';
import { isJsonArray } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';
import type { TrustMaterial } from '../model/trust.ts';
import type { CertificateChain } from '../trust/certificate-chain.ts';

/** The chain checked at `moment` against every listed certificate; null when the header carries none. */
export async function readCarriedChain(
  header: JsonObject,
  trust: TrustMaterial,
  moment: EpochSeconds,
): Promise<CertificateChain | null> {
  const carried = header['x5c'];
  if (carried === undefined) return null;
  const listed = trust.lists.flatMap((list) => list.issuers.flatMap((issuer) => issuer.certificates));
  const { readCertificates } = await import('../trust/read-certificates.ts');
  return readCertificates(isJsonArray(carried) ? carried : [], listed, moment);
}
