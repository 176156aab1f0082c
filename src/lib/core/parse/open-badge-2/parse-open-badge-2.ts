// Open Badges 2.x, 1.x and 0.5 -> the model. A hosted badge is completed by what its issuer publishes, when in hand.
import { decodeCompactJws } from '../../bytes/decode-compact-jws.ts';
import type { Holder, Issuer, Jws, OpenBadge2, PublishedAssertion, StatusReference } from '../../model/credential.ts';
import { isJsonObject, stringOrNull } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ReasonCode } from '../../model/reason.ts';
import type { EvidenceDocument } from '../../model/trust.ts';
import type { Recognised } from '../../recognise/recognised.ts';
import { digestOfDocument, digestOfJwt } from '../content-digest.ts';
import type { Parsing } from '../parsing.ts';
import { readLocalised } from '../read-localised.ts';
import { assembleBadge } from './assemble-badge.ts';
import type { Assembly, Standing } from './assemble-badge.ts';
import { badgeAchievement } from './badge-achievement.ts';
import { findJson } from './find-json.ts';
import type { FoundJson } from './find-json.ts';
import { hostedAddress, missingParts, readIdentities, readTimes, versionOf } from './read-assertion.ts';
import { addressOf, sameAssertion } from './same-assertion.ts';

/** What came: an assertion, signed or not, or only its address. */
interface Received {
  readonly jws: Jws | null;
  readonly assertion: JsonObject | null;
  readonly hostedAt: string | null;
}

/** `documents` in hand hold what the badge only names. Nothing is invented for what they do not hold. */
export async function parseOpenBadge2(
  recognised: Recognised,
  documents: readonly EvidenceDocument[],
): Promise<Parsing> {
  const { text, json, carrier } = recognised;
  const received = readReceived(recognised, documents);
  if (received === null) return { outcome: 'unreadable', why: 'malformed-jwt', mine: true };
  const { assertion, jws, hostedAt } = received;
  const found = findPublished(hostedAt, documents);
  const standing = standingOf(received, found);
  const assembly = assembleBadge(standing, documents);
  const { claims, readFrom, refersTo } = assembly;
  const known = standing.worth !== 'given';
  const { times, problems: wrongTimes } = readTimes(claims);
  const credential: OpenBadge2 = {
    kind: 'open-badge-2',
    profile: 'open-badge-2',
    carrier,
    source: text,
    contentDigest: json === null ? await digestOfJwt(text) : await digestOfDocument(json),
    issuer: readIssuer(claims),
    types: ['Assertion'],
    // An evidence file that somebody brought may not make a badge run out.
    ...(known ? times : { issuedAt: null, validFrom: null, validUntil: null }),
    holder: readHolder(claims),
    status: jws === null ? [] : revocationLists(refersTo.revocationList),
    claims,
    achievement: badgeAchievement(claims, documents),
    problems: known ? problemsOf(standing.assertion, assembly, wrongTimes) : [],
    version: versionOf(standing.assertion),
    jws,
    assertion,
    hostedAt,
    refersTo,
    readFrom,
    published: publishedOf(received, found, assembly),
  };
  return { outcome: 'parsed', credential };
}

/** null: a JWS that cannot be decoded. */
function readReceived({ text, json }: Recognised, documents: readonly EvidenceDocument[]): Received | null {
  if (json !== null) return { jws: null, assertion: json, hostedAt: hostedAddress(json) };
  if (/^https?:\/\//i.test(text)) return { jws: null, assertion: null, hostedAt: ownAddress(text, documents) };
  const decoding = decodeCompactJws(text);
  return decoding.ok ? { jws: decoding.jws, assertion: decoding.jws.payload, hostedAt: null } : null;
}

/** What stands at a baked address may say that its own is another; that one has to say it, too. */
function ownAddress(address: string, documents: readonly EvidenceDocument[]): string {
  const found = findJson(address, documents);
  return (found?.vouched === true ? hostedAddress(found.value) : null) ?? address;
}

/** Only what is an assertion, or says that one was revoked: an error message in JSON says nothing of a badge. */
function findPublished(hostedAt: string | null, documents: readonly EvidenceDocument[]): FoundJson | null {
  const found = findJson(hostedAt, documents);
  if (found === null || !('badge' in found.value || found.value['revoked'] === true)) return null;
  const own = hostedAddress(found.value);
  return own === null || own === hostedAt ? found : null;
}

function standingOf({ jws, assertion }: Received, found: FoundJson | null): Standing {
  if (jws !== null) return { assertion: jws.payload, received: null, worth: 'proven' };
  if (assertion === null) {
    return { assertion: found?.value ?? {}, received: null, worth: found?.vouched === true ? 'proven' : 'given' };
  }
  const confirmed = found?.vouched === true && 'badge' in found.value && sameAssertion(assertion, found.value);
  if (confirmed) return { assertion: found.value, received: assertion, worth: 'proven' };
  return { assertion, received: assertion, worth: 'claimed' };
}

function publishedOf(
  { assertion }: Received,
  found: FoundJson | null,
  { contradicts }: Assembly,
): PublishedAssertion | null {
  if (found === null) return null;
  return {
    agrees: (assertion === null || sameAssertion(assertion, found.value)) && !contradicts,
    revoked: found.value['revoked'] === true,
    vouched: found.vouched,
    fetched: found.document.fetched,
  };
}

function problemsOf(
  assertion: JsonObject,
  { claims, readFrom }: Assembly,
  wrongTimes: readonly ReasonCode[],
): readonly ReasonCode[] {
  // All that is left of a revoked one may be its id.
  if (assertion['revoked'] === true) return ['revoked', ...wrongTimes];
  const problems = [...missingParts(assertion), ...wrongTimes];
  const { badge } = claims;
  const told = isJsonObject(badge) && readFrom.badgeClass !== 'given';
  if (told && addressOf(badge['issuer']) === null && !isJsonObject(badge['issuer'])) problems.push('issuer-missing');
  return problems;
}

function readIssuer(claims: JsonObject): Issuer {
  const badge = isJsonObject(claims['badge']) ? claims['badge'] : {};
  const { issuer } = badge;
  const profile = isJsonObject(issuer) ? issuer : {};
  return {
    id: addressOf(issuer),
    name: readLocalised(profile['name'], stringOrNull(profile['@language'])),
    homepage: stringOrNull(profile['url']) ?? stringOrNull(profile['origin']),
  };
}

function readHolder(claims: JsonObject): Holder {
  const identities = readIdentities(claims);
  return { key: null, ids: identities.filter(({ hashed }) => !hashed).map(({ value }) => value), identities };
}

/** Looked up by `claims.id` (2.0) or `claims.uid` (1.x). */
function revocationLists(url: string | null): readonly StatusReference[] {
  return url === null ? [] : [{ type: 'OB2RevocationList', purpose: null, url, index: null, size: null }];
}
