// SD-JWT VCs issued and presented by @sd-jwt/core, and KB-JWTs signed by jose.
import { SDJwtInstance } from '@sd-jwt/core';
import { SignJWT } from 'jose';
import { createHash, randomBytes, sign as signBytes, KeyObject } from 'node:crypto';
import type { SigningKey } from './signing-key.ts';
import { ISSUED, ISSUER } from './vc-jwt.ts';

export const VCT = 'https://norrsjo.example/vct/micro-credential';

/** Ten claims, each to be shown or withheld by itself. */
export const CLAIMS = {
  given_name: 'Astrid',
  family_name: 'Lindqvist',
  birthdate: '1990-04-01',
  title: 'Academic supervision',
  awardingBody: 'Norrsjö universitet',
  issuerCountry: 'SE',
  workload: '7.5',
  level: '7',
  assessment: 'Portfolio and seminar',
  participation: 'On site',
};
export type ClaimName = keyof typeof CLAIMS;
const NAMES: readonly ClaimName[] = [
  'given_name',
  'family_name',
  'birthdate',
  'title',
  'awardingBody',
  'issuerCountry',
  'workload',
  'level',
  'assessment',
  'participation',
];

interface Wanted {
  readonly key: SigningKey;
  readonly holder?: SigningKey;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly decoys?: number;
}

/** An SD-JWT VC with every claim disclosed, `cnf.jwk` when there is a holder. */
export async function issueSdJwtVc({ key, holder, header = {}, payload = {}, decoys = 0 }: Wanted): Promise<string> {
  const claims = {
    iss: ISSUER,
    vct: VCT,
    iat: ISSUED,
    ...(holder === undefined ? {} : { cnf: { jwk: holder.publicJwk } }),
    ...payload,
    ...CLAIMS,
  };
  return instance(key).issue(
    claims,
    { _sd: [...NAMES], _sd_decoy: decoys },
    { header: { typ: 'dc+sd-jwt', ...header } },
  );
}

/** The credential with only `names` disclosed, without key binding. */
export function disclose(sdJwt: string, key: SigningKey, names: readonly ClaimName[]): Promise<string> {
  return instance(key).present(sdJwt, Object.fromEntries(names.map((name) => [name, true])));
}

interface Binding {
  readonly presented: string;
  readonly holder: SigningKey;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** `presented` with a KB-JWT behind it (RFC 9901 §4.3); `payload` may overwrite `sd_hash`. */
export async function bind({ presented, holder, header = {}, payload }: Binding): Promise<string> {
  const sdHash = createHash('sha256').update(presented, 'ascii').digest('base64url');
  const stated: Readonly<Record<string, unknown>> = { sd_hash: sdHash, ...payload };
  const claims = Object.entries(stated).filter(([, value]) => value !== undefined);
  const jwt = await new SignJWT(Object.fromEntries(claims))
    .setProtectedHeader({ alg: holder.alg, typ: 'kb+jwt', ...header })
    .sign(holder.privateKey);
  return presented + jwt;
}

function instance(key: SigningKey): SDJwtInstance<typeof CLAIMS> {
  return new SDJwtInstance<typeof CLAIMS>({
    signAlg: key.alg,
    signer: (data: string) => signText(key, data),
    hasher: (data: string | ArrayBuffer) =>
      new Uint8Array(
        createHash('sha256')
          .update(typeof data === 'string' ? data : new Uint8Array(data))
          .digest(),
      ),
    hashAlg: 'sha-256',
    saltGenerator: (length: number) => randomBytes(length).toString('base64url'),
  });
}

/** By Node's own crypto: ECDSA as r||s, EdDSA without a hash of its own. */
function signText({ alg, privateKey }: SigningKey, data: string): string {
  const hash = alg.startsWith('ES') ? `sha${alg.slice(2)}` : alg.startsWith('RS') ? 'sha256' : null;
  const key = KeyObject.from(privateKey);
  return signBytes(hash, Buffer.from(data), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
}
