// Header and payload -> compact JWS by the published P-256 specimen key. ES256, since every browser can sign with it.
import { CompactSign, importJWK } from 'jose';
import { encodeUtf8 } from '../../bytes/utf8.ts';
import { SPECIMEN_P256 } from './specimen-private-key.ts';

export interface SpecimenHeader {
  readonly typ: string;
  readonly kid: string;
}

/** Compact JWS (RFC 7515 §3.1) of `payload` as JSON, members in the order given. */
export async function signJws(header: SpecimenHeader, payload: object): Promise<string> {
  const key = await importJWK(SPECIMEN_P256, 'ES256');
  return new CompactSign(encodeUtf8(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'ES256', typ: header.typ, kid: header.kid })
    .sign(key);
}
