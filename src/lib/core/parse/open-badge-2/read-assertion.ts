// What an assertion of Open Badges 2.0, 1.x or 0.5 says of itself: version, address, recipient, times, what is missing.
import type { HolderIdentity, OpenBadge2 } from '../../model/credential.ts';
import { isJsonObject, many, stringOrNull } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { ReasonCode } from '../../model/reason.ts';
import { readBadgeTime } from './badge-time.ts';
import { issuedOnOf } from './same-assertion.ts';

export function versionOf(assertion: JsonObject): OpenBadge2['version'] {
  const contexts = many(assertion['@context']);
  if (contexts.some((context) => stringOrNull(context)?.includes('openbadges/v2')) || 'verification' in assertion)
    return '2';
  if (contexts.length > 0 || 'verify' in assertion) return '1';
  return typeof assertion['recipient'] === 'string' || 'issued_on' in assertion ? '0.5' : '1';
}

/** Where the issuer publishes it: `id` (2.0), `verify.url` (1.x); null when it says it is signed, or says nothing. */
export function hostedAddress(assertion: JsonObject): string | null {
  const { verification, verify, id } = assertion;
  const stated = [verification, verify].filter(isJsonObject);
  if (stated.some(({ type }) => many(type).some((name) => typeof name === 'string' && /signed/i.test(name))))
    return null;
  const url = isJsonObject(verify) ? stringOrNull(verify['url']) : null;
  const address = url ?? stringOrNull(id);
  return address !== null && /^https?:\/\//i.test(address) ? address : null;
}

/** `recipient` as IdentityObject, or the plain string of 0.5 with its `salt` beside it. */
export function readIdentities(assertion: JsonObject): readonly HolderIdentity[] {
  return many(assertion['recipient']).flatMap((recipient) => {
    if (typeof recipient === 'string')
      return [identity('email', recipient, recipient.includes('$'), assertion['salt'])];
    if (!isJsonObject(recipient)) return [];
    const { identity: value, type, hashed, salt } = recipient;
    if (typeof value !== 'string' || value === '') return [];
    return [identity(stringOrNull(many(type)[0]) ?? 'email', value, hashed === true || hashed === 'true', salt)];
  });
}

const identity = (type: string, value: string, hashed: boolean, salt: JsonValue | undefined): HolderIdentity => ({
  type,
  value,
  hashed,
  salt: stringOrNull(salt),
});

export type BadgeTimes = Pick<OpenBadge2, 'issuedAt' | 'validFrom' | 'validUntil'>;

export function readTimes(assertion: JsonObject): { times: BadgeTimes; problems: readonly ReasonCode[] } {
  const issued = readBadgeTime(issuedOnOf(assertion), false);
  const expires = readBadgeTime(assertion['expires'], true);
  const problems: ReasonCode[] = [];
  if (issued === 'malformed' || expires === 'malformed') problems.push('validity-malformed');
  const issuedAt = issued === 'malformed' ? null : issued;
  const validUntil = expires === 'malformed' ? null : expires;
  if (issuedAt !== null && validUntil !== null && issuedAt > validUntil) problems.push('validity-contradicts');
  return { times: { issuedAt, validFrom: issuedAt, validUntil }, problems };
}

/** Every assertion names who got which badge; from 1.1 on it says what it is. */
export function missingParts(assertion: JsonObject): readonly ReasonCode[] {
  const problems: ReasonCode[] = [];
  const { badge } = assertion;
  const hasBadge = isJsonObject(badge) || (typeof badge === 'string' && badge !== '');
  if (!hasBadge || readIdentities(assertion).length === 0) problems.push('malformed');
  const types = many(assertion['type'] ?? assertion['@type']);
  const isAssertion = types.some((type) => type === 'Assertion' || type === 'obi:Assertion');
  if ('@context' in assertion && !isAssertion) problems.push('type-missing');
  return problems;
}
