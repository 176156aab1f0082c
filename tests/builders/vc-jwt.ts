// VC-JWTs signed by jose: an Open Badge 3.0 at the top level of the payload.
import { SignJWT } from 'jose';
import type { JWTHeaderParameters, JWTPayload } from 'jose';
import { badge } from './issue-data-integrity.ts';
import type { SigningKey } from './signing-key.ts';

export const ISSUER = 'https://norrsjo.example';
/** 15 January 2026, when badge() starts to be valid. */
export const ISSUED = Date.UTC(2026, 0, 15, 8) / 1000;

interface Wanted {
  readonly key: SigningKey;
  readonly issuer?: string;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** A badge as a compact JWS; members of `payload` and `header` given as undefined are left out. */
export function issueVcJwt({ key, issuer = ISSUER, header = {}, payload = {} }: Wanted): Promise<string> {
  const claims: JWTPayload = { ...badge(issuer), iss: issuer, nbf: ISSUED, ...payload };
  const protectedHeader: JWTHeaderParameters = { alg: key.alg, typ: 'vc+jwt', ...header };
  return new SignJWT(without(claims)).setProtectedHeader(withoutHeader(protectedHeader)).sign(key.privateKey);
}

const without = (claims: JWTPayload): JWTPayload =>
  Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));

const withoutHeader = (header: JWTHeaderParameters): JWTHeaderParameters => ({ ...without(header), alg: header.alg });
