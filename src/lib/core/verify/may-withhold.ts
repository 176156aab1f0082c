// May something that limits a credential have been left out of it by whoever shows it (THREATS C7)?
import type { ParsedCredential } from '../model/credential.ts';

/**
 * Issuers need not make the end of validity or the status something that is always shown (vc-di-ecdsa §3.4,
 * vc-di-bbs §3.3), and neither a derived proof nor, in ecdsa-sd-2023, the base tells whether they did. In an SD-JWT VC
 * neither may be withheld, and a Disclosure of one is refused where it is read.
 */
export function mayWithhold(credential: ParsedCredential): boolean {
  return credential.kind === 'vc-di' && credential.selective !== undefined && !credential.selective.whole;
}
