// The ids under which a list of names may know a credential.
import type { ParsedCredential } from '../../model/credential.ts';
import type { JsonObject } from '../../model/json.ts';

/** Its `id` and `jti`; the `uid` of an Open Badge 1.x. All of them signed or published by the issuer. */
export function credentialIds(credential: ParsedCredential): readonly string[] {
  const payload: JsonObject = 'jws' in credential && credential.jws !== null ? credential.jws.payload : {};
  const { claims } = credential;
  const ids = [claims['id'], payload['id'], payload['jti'], ...(isOld(credential) ? [claims['uid']] : [])];
  return [...new Set(ids.filter((id) => typeof id === 'string' && id !== ''))].map(String);
}

function isOld(credential: ParsedCredential): boolean {
  return credential.kind === 'open-badge-2';
}
