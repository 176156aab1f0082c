// Does what the issuer publishes say the same as what was received? Members that decide who got what from whom, when.
import { canonicaliseJson } from '../../bytes/canonicalise-json.ts';
import { isJsonObject, many, stringOrNull } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { readBadgeTime } from './badge-time.ts';

/** Compared as values. The rest (pictures, extensions) is taken from what is published. */
const MEMBERS = ['id', 'uid', 'recipient', 'salt', 'narrative', 'evidence'] as const;

/**
 * A published assertion that is revoked may be nothing but its id (Open Badges 2.0 "Assertion revocation"): then only
 * what it does say is compared.
 */
export function sameAssertion(received: JsonObject, published: JsonObject): boolean {
  const stub = published['revoked'] === true;
  const compared = (member: string): boolean => !stub || member in published;
  return (
    MEMBERS.every((member) => !compared(member) || sameValue(received[member], published[member])) &&
    (!compared('type') || sameSet(received['type'], published['type'])) &&
    (!compared('badge') || sameBadge(received['badge'], published['badge'])) &&
    (stub || sameTimes(received, published))
  );
}

function sameTimes(received: JsonObject, published: JsonObject): boolean {
  return (
    readBadgeTime(issuedOnOf(received), false) === readBadgeTime(issuedOnOf(published), false) &&
    readBadgeTime(received['expires'], true) === readBadgeTime(published['expires'], true)
  );
}

/** `issued_on` in 0.5. */
export const issuedOnOf = (assertion: JsonObject): JsonValue | undefined =>
  assertion['issuedOn'] ?? assertion['issued_on'];

/** The same badge class, by address; one that stands inside must be called the same, by the same issuer. */
function sameBadge(received: JsonValue | undefined, published: JsonValue | undefined): boolean {
  const [one, other] = [addressOf(received), addressOf(published)];
  if (one !== other || (one === null && !isJsonObject(received))) return false;
  if (!isJsonObject(received) || !isJsonObject(published)) return true;
  return sayTheSame(received, published);
}

/** Name and issuer of two badge classes: a changed description is the issuer's right, another name is another badge. */
export function sayTheSame(received: JsonObject, published: JsonObject): boolean {
  const [one, other] = [received['issuer'], published['issuer']];
  const sameIssuer =
    isJsonObject(one) && isJsonObject(other)
      ? addressOf(one) === addressOf(other) && sameValue(one['name'], other['name'])
      : addressOf(one) === addressOf(other);
  return sameIssuer && sameValue(received['name'], published['name']);
}

/** Where a badge class or an issuer lives, whether it stands inside or is only named; null when it says nothing. */
export function addressOf(part: JsonValue | undefined): string | null {
  if (!isJsonObject(part)) return stringOrNull(part);
  return stringOrNull(part['id']) ?? stringOrNull(part['@id']) ?? stringOrNull(part['origin']);
}

function sameValue(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return canonicaliseJson(one) === canonicaliseJson(other);
}

function sameSet(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  return sameValue(many(one).map(canonicaliseJson).sort(), many(other).map(canonicaliseJson).sort());
}
