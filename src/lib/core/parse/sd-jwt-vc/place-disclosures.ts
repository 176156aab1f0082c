// Puts disclosed claims in their places: RFC 9901 §7.1 step 3 to 5. Every "MUST be rejected" there is a problem here.
import { FORBIDDEN_KEYS, newJsonObject } from '../../bytes/new-json-object.ts';
import type { ClaimPath } from '../../model/credential.ts';
import { isJsonArray, isJsonObject } from '../../model/json.ts';
import type { JsonArray, JsonObject, JsonValue } from '../../model/json.ts';
import type { ReasonOf } from '../../model/reason.ts';
import type { DisclosureContent } from './parse-disclosure.ts';

export type DisclosureProblem = ReasonOf<'disclosures'>;

export interface DigestedDisclosure {
  readonly digest: string;
  /** Null when it could not be read. */
  readonly content: DisclosureContent | null;
}

export interface Placed {
  readonly path: ClaimPath;
  readonly parents: readonly string[];
}

export interface Placement {
  /** Payload with disclosed claims in place, `_sd`, `_sd_alg` and undisclosed elements removed. */
  readonly claims: JsonObject;
  /** Where each digest's value stands. */
  readonly placed: ReadonlyMap<string, Placed>;
  readonly problems: readonly DisclosureProblem[];
}

/**
 * Claims that the issuer must show to everybody: hidden ones could be shown to one verifier and kept from another.
 * Also by the names that W3C credentials give them: who may hide where it was revoked, or when it ends, will.
 */
const PROTECTED: ReadonlySet<string> = new Set([
  'iss',
  'nbf',
  'exp',
  'cnf',
  'vct',
  'vct#integrity',
  'status',
  'credentialStatus',
  'validUntil',
  'expirationDate',
]);
/** Disclosures inside Disclosures could otherwise nest as deep as there are Disclosures. */
const MAX_DEPTH = 64;

interface Work {
  readonly byDigest: ReadonlyMap<string, DisclosureContent | null>;
  readonly seen: Set<string>;
  readonly placed: Map<string, Placed>;
  readonly problems: Set<DisclosureProblem>;
}

interface Place {
  readonly path: ClaimPath;
  readonly parents: readonly string[];
}

export function placeDisclosures(payload: JsonObject, disclosures: readonly DigestedDisclosure[]): Placement {
  const byDigest = new Map(disclosures.map(({ digest, content }) => [digest, content]));
  const work: Work = { byDigest, seen: new Set(), placed: new Map(), problems: new Set() };
  // The same Disclosure twice.
  if (byDigest.size < disclosures.length) work.problems.add('disclosure-digest-repeated');
  const claims = newJsonObject();
  for (const [key, value] of Object.entries(placeInObject(payload, { path: [], parents: [] }, work)))
    if (key !== '_sd_alg') claims[key] = value;
  for (const digest of byDigest.keys()) if (!work.seen.has(digest)) work.problems.add('disclosure-not-referenced');
  return { claims, placed: work.placed, problems: [...work.problems] };
}

function placeInValue(value: JsonValue, place: Place, work: Work): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (place.path.length > MAX_DEPTH) {
    work.problems.add('disclosure-malformed');
    return null;
  }
  return isJsonObject(value) ? placeInObject(value, place, work) : placeInArray(value, place, work);
}

function placeInObject(object: JsonObject, place: Place, work: Work): JsonObject {
  const result = newJsonObject();
  // `...` stands for an element of an array and nowhere else (RFC 9901 §4.1).
  if ('...' in object) work.problems.add('disclosure-name-reserved');
  for (const [key, value] of Object.entries(object))
    if (key !== '_sd') result[key] = placeInValue(value, { ...place, path: [...place.path, key] }, work);
  const digests = object['_sd'];
  if (digests === undefined) return result;
  if (!isJsonArray(digests)) {
    work.problems.add('disclosure-malformed');
    return result;
  }
  for (const digest of digests) placeProperty(result, object, digest, place, work);
  return result;
}

/** RFC 9901 §7.1 step 3.c.ii. */
function placeProperty(
  result: Record<string, JsonValue>,
  original: JsonObject,
  digest: JsonValue,
  place: Place,
  work: Work,
): void {
  const content = takeDisclosure(digest, work);
  if (content === null || typeof digest !== 'string') return;
  const { name, value } = content;
  if (name === null) {
    // Two elements where three are due.
    work.problems.add('disclosure-malformed');
  } else if (name === '_sd' || name === '...' || FORBIDDEN_KEYS.has(name)) {
    work.problems.add('disclosure-name-reserved');
  } else if (name in original || name in result) {
    work.problems.add('disclosure-claim-exists');
  } else {
    // Also a part of one, such as `cnf.jwk`.
    if (PROTECTED.has(String(place.path[0] ?? name))) work.problems.add('disclosure-of-protected-claim');
    const path = [...place.path, name];
    work.placed.set(digest, { path, parents: place.parents });
    result[name] = placeInValue(value, { path, parents: [...place.parents, digest] }, work);
  }
}

/** RFC 9901 §7.1 step 3.c.iii and 3.d: elements whose Disclosure is not there disappear. */
function placeInArray(array: JsonArray, place: Place, work: Work): JsonArray {
  const result: JsonValue[] = [];
  for (const element of array) {
    const path = [...place.path, result.length];
    if (!isJsonObject(element) || !('...' in element)) {
      result.push(placeInValue(element, { ...place, path }, work));
      continue;
    }
    const digest = element['...'];
    if (Object.keys(element).length !== 1) work.problems.add('disclosure-malformed');
    const content = takeDisclosure(digest, work);
    if (content === null || typeof digest !== 'string') continue;
    if (content.name !== null) {
      work.problems.add('disclosure-malformed');
      continue;
    }
    if (PROTECTED.has(String(place.path[0]))) work.problems.add('disclosure-of-protected-claim');
    work.placed.set(digest, { path, parents: place.parents });
    result.push(placeInValue(content.value, { path, parents: [...place.parents, digest] }, work));
  }
  return result;
}

/** The Disclosure an embedded digest refers to; null for a decoy, or when the digest stands there a second time. */
function takeDisclosure(digest: JsonValue | undefined, work: Work): DisclosureContent | null {
  if (typeof digest !== 'string') {
    work.problems.add('disclosure-malformed');
    return null;
  }
  if (work.seen.has(digest)) {
    work.problems.add('disclosure-digest-repeated');
    return null;
  }
  work.seen.add(digest);
  return work.byDigest.get(digest) ?? null;
}
