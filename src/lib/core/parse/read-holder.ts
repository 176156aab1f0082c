// Whom a credential is about, and the key that can prove it.
import type { Holder, HolderIdentity } from '../model/credential.ts';
import { isJsonObject, many, stringOrNull } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { PublicJwk } from '../model/jwk.ts';

const MEMBERS = ['crv', 'x', 'y', 'n', 'e', 'kid', 'alg', 'use'] as const;

/** `cnf.jwk` (RFC 7800 §3.2), `sub`, and the ids and unhashed identifiers of the subjects. */
export function readHolder(claims: JsonObject, document: JsonObject): Holder {
  const ids = new Set<string>();
  const add = (value: JsonValue | undefined): void => {
    if (typeof value === 'string' && value !== '') ids.add(value);
  };
  add(claims['sub']);
  for (const subject of many(document['credentialSubject'])) {
    if (!isJsonObject(subject)) continue;
    add(subject['id']);
    for (const identifier of many(subject['identifier']))
      if (isJsonObject(identifier) && identifier['hashed'] === false) add(identifier['identityHash']);
  }
  const { cnf } = claims;
  return {
    key: isJsonObject(cnf) ? readPublicMembers(cnf['jwk']) : null,
    ids: [...ids],
    identities: readIdentities(document),
  };
}

/** `credentialSubject.identifier[]` (OB 3.0 IdentityObject). */
function readIdentities(document: JsonObject): readonly HolderIdentity[] {
  const subjects = many(document['credentialSubject']).filter(isJsonObject);
  return subjects
    .flatMap((subject) => many(subject['identifier']).filter(isJsonObject))
    .flatMap(({ identityHash, identityType, hashed, salt }) =>
      typeof identityHash === 'string'
        ? [
            {
              type: stringOrNull(identityType) ?? '',
              value: identityHash,
              hashed: hashed === true,
              salt: stringOrNull(salt),
            },
          ]
        : [],
    );
}

/** Only public members are copied: a private one written by mistake goes no further. */
function readPublicMembers(jwk: JsonValue | undefined): PublicJwk | null {
  if (!isJsonObject(jwk)) return null;
  const kty = stringOrNull(jwk['kty']);
  if (kty === null) return null;
  const members: Partial<Record<(typeof MEMBERS)[number], string>> = {};
  for (const member of MEMBERS) {
    const value = jwk[member];
    if (typeof value === 'string') members[member] = value;
  }
  return { kty, ...members };
}
