// Badge class and issuer profile put in their places in an assertion that only names them (Open Badges 2.0 §3.1).
import { newJsonObject } from '../../bytes/new-json-object.ts';
import type { BadgePartSource, OpenBadge2 } from '../../model/credential.ts';
import { isJsonObject, many, stringOrNull } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { EvidenceDocument } from '../../model/trust.ts';
import { findJson } from './find-json.ts';
import { addressOf, sayTheSame } from './same-assertion.ts';

/** The assertion that counts, and what it is. */
export interface Standing {
  readonly assertion: JsonObject;
  /** As received; may hold a badge class that the published one only names. */
  readonly received: JsonObject | null;
  /** `proven`: signed, or as the issuer publishes it; `claimed`: whoever made the file; `given`: an evidence file. */
  readonly worth: 'proven' | 'claimed' | 'given';
}

export type Assembly = Pick<OpenBadge2, 'claims' | 'readFrom' | 'refersTo'> & {
  /** The badge class inside what was received is called something else than the one its issuer publishes. */
  readonly contradicts: boolean;
};

interface Part {
  readonly value: JsonObject | null;
  readonly from: BadgePartSource;
}
const NOWHERE: Part = { value: null, from: 'nowhere' };

export function assembleBadge(standing: Standing, documents: readonly EvidenceDocument[]): Assembly {
  const { assertion, received } = standing;
  const badgeClass = findClass(standing, documents);
  const issuerId = addressOf(badgeClass.value?.['issuer']);
  const issuer = findIssuer(badgeClass, issuerId, documents);
  const profile = issuer.value === null ? null : withMember(issuer.value, 'id', issuerId);
  const whole = badgeClass.value === null || profile === null ? null : withMember(badgeClass.value, 'issuer', profile);
  const inside = received?.['badge'];
  return {
    claims: withMember(assertion, 'badge', whole ?? badgeClass.value ?? assertion['badge'] ?? null),
    readFrom: { badgeClass: badgeClass.from, issuer: issuer.from },
    refersTo: {
      badgeClass: webAddress(addressOf(assertion['badge'])),
      issuer: webAddress(issuerId),
      key: webAddress(keyAddress(assertion, issuer)),
      revocationList: issuer.from === 'given' ? null : webAddress(stringOrNull(issuer.value?.['revocationList'])),
    },
    contradicts:
      badgeClass.from === 'own-address' && isJsonObject(inside) && !sayTheSame(inside, badgeClass.value ?? {}),
  };
}

/** In a proven assertion the class inside is the issuer's word; in another, what its address holds outweighs it. */
function findClass({ assertion, received, worth }: Standing, documents: readonly EvidenceDocument[]): Part {
  const { badge } = assertion;
  const own: BadgePartSource = worth === 'given' ? 'given' : 'inside';
  if (isJsonObject(badge) && worth === 'proven') return { value: badge, from: own };
  const found = findJson(addressOf(badge), documents);
  if (found?.vouched === true) return { value: found.value, from: 'own-address' };
  if (isJsonObject(badge)) return { value: badge, from: own };
  const carried = received?.['badge'];
  // Nobody but whoever made the file says what the badge is: shown, and worth no more than an evidence file.
  if (isJsonObject(carried)) return { value: carried, from: 'given' };
  return found === null ? NOWHERE : { value: found.value, from: 'given' };
}

/** A profile speaks for the issuer only from the issuer's own address: anybody may write one into a badge class. */
function findIssuer(badgeClass: Part, issuerId: string | null, documents: readonly EvidenceDocument[]): Part {
  const stated = badgeClass.value?.['issuer'];
  const found = findJson(issuerId, documents);
  if (found?.vouched === true) {
    return { value: found.value, from: badgeClass.from === 'given' ? 'given' : 'own-address' };
  }
  if (isJsonObject(stated)) return { value: stated, from: badgeClass.from === 'given' ? 'given' : 'inside' };
  return found === null ? NOWHERE : { value: found.value, from: 'given' };
}

/** `verification.creator` (2.0), `verify.url` of a signed one (1.x), or the issuer's only key. */
function keyAddress(assertion: JsonObject, issuer: Part): string | null {
  const { verification, verify } = assertion;
  if (isJsonObject(verification)) {
    const creator = addressOf(verification['creator']);
    if (creator !== null) return creator;
  }
  if (isJsonObject(verify) && /^signed$/i.test(stringOrNull(verify['type']) ?? '')) return stringOrNull(verify['url']);
  const keys = many(issuer.value?.['publicKey']);
  return keys.length === 1 && issuer.from !== 'given' ? addressOf(keys[0]) : null;
}

function webAddress(text: string | null): string | null {
  return text !== null && /^https?:\/\//i.test(text) ? text : null;
}

function withMember(object: JsonObject, member: string, value: JsonValue): JsonObject {
  return Object.assign(newJsonObject(), object, { [member]: value });
}
