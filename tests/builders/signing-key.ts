// Key pairs by jose, for issuers and holders of tests.
import { exportJWK, generateKeyPair } from 'jose';
import type { PublicJwk } from '../../src/lib/core/model/jwk.ts';

export interface SigningKey {
  readonly alg: string;
  readonly publicJwk: PublicJwk;
  readonly privateKey: CryptoKey;
}

/** A new pair. `kid` is written into the public JWK when given. */
export async function makeKey(alg = 'ES256', kid?: string): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const { kty = '', crv, x, y, n, e } = await exportJWK(publicKey);
  const members = Object.entries({ crv, x, y, n, e, kid }).filter(([, value]) => value !== undefined);
  return { alg, publicJwk: { kty, ...Object.fromEntries(members) }, privateKey };
}

/** did:jwk of a public key (did:jwk §3). */
export function didJwk({ publicJwk }: SigningKey): string {
  return `did:jwk:${Buffer.from(JSON.stringify(publicJwk)).toString('base64url')}`;
}
