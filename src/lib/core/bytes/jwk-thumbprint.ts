// JWK SHA-256 thumbprint (RFC 7638): one name for one public key, whatever else its JWK says.
import { encodeBase64url } from './base64url.ts';
import { digest } from './digest.ts';
import { encodeUtf8 } from './utf8.ts';

/** Required members per key type, in the lexicographic order of RFC 7638 §3.2 and RFC 8037 §2. */
const MEMBERS: ReadonlyMap<string, readonly ('crv' | 'e' | 'kty' | 'n' | 'x' | 'y')[]> = new Map([
  ['EC', ['crv', 'kty', 'x', 'y'] as const],
  ['OKP', ['crv', 'kty', 'x'] as const],
  ['RSA', ['e', 'kty', 'n'] as const],
]);

interface PublicKeyMembers {
  readonly kty: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
  readonly n?: string;
  readonly e?: string;
}

/** base64url SHA-256 thumbprint; null when the key type is unknown or a required member is missing. */
export async function jwkThumbprint(jwk: PublicKeyMembers): Promise<string | null> {
  const members = MEMBERS.get(jwk.kty);
  if (members === undefined) return null;
  const pairs: string[] = [];
  for (const member of members) {
    const value = jwk[member];
    if (value === undefined) return null;
    pairs.push(`${JSON.stringify(member)}:${JSON.stringify(value)}`);
  }
  return encodeBase64url(await digest('SHA-256', encodeUtf8(`{${pairs.join(',')}}`)));
}
