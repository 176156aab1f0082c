// The published specimen keys, public part. Their private parts stand in this project's source for anybody to
// use, so a signature by them proves nothing about who signed: the verdict is `specimen` on every device.
import type { PublicJwk } from '../model/jwk.ts';

/** Both keys; a JWS names one by its header `kid` (RFC 7515 §4.1.4). */
export const SPECIMEN_KEYS: readonly PublicJwk[] = [
  {
    kty: 'EC',
    crv: 'P-256',
    kid: 'specimen-p256',
    alg: 'ES256',
    x: 'ANVlEoHzIozvuSkZQoqsNipKVpb9bOScRPr2GlvwAUw',
    y: 'agOWpFb7KAC2Ow8-M2P-r8jwlgcpj2Aza_5jUp0ifWs',
  },
  {
    kty: 'OKP',
    crv: 'Ed25519',
    kid: 'specimen-ed25519',
    alg: 'EdDSA',
    x: 'GsCjguvv3Yxq3PIC5t7lhCCajTa9vWfpaGntMMwL-q0',
  },
];

/** Whether `key` is one of ours, whatever `kid` or list it came with. Both coordinates count: -y is another key. */
export function isSpecimenKey(key: PublicJwk): boolean {
  return SPECIMEN_KEYS.some(
    (specimen) => specimen.kty === key.kty && specimen.crv === key.crv && specimen.x === key.x && specimen.y === key.y,
  );
}
