// BitstringStatusListCredential (VCDM 2.0) and StatusList2021Credential (VCDM 1.1): credentials about credentials.
import { isJsonObject, many, stringOrNull } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';
import { valueFromHighest } from './packed-values.ts';
import { readMoment } from './read-moment.ts';
import { unknown } from './status-list.ts';
import type { Lookup, NoList, Place, Secured, StatusList } from './status-list.ts';
import { unpackBitstring, unpackStatusList2021 } from './unpack-list.ts';

interface Format {
  readonly credential: string;
  readonly subject: string;
  readonly entry: string;
  readonly unpack: (encoded: string) => Uint8Array<ArrayBuffer> | null;
}

const FORMATS: readonly Format[] = [
  {
    credential: 'BitstringStatusListCredential',
    subject: 'BitstringStatusList',
    entry: 'BitstringStatusListEntry',
    unpack: unpackBitstring,
  },
  {
    credential: 'StatusList2021Credential',
    subject: 'StatusList2021',
    entry: 'StatusList2021Entry',
    unpack: unpackStatusList2021,
  },
];
/** More bits than this to one entry are nobody's (§2.1 names one to eight in its examples). */
const MAX_SIZE = 16;

/** One list is enough for a credential about them; more than these are not looked through. */
const MAX_SUBJECTS = 8;

/**
 * The list in `document`. Both the credential and its subject must be of the right type: any other credential of the
 * issuer's might carry an `encodedList` that a learner put there. `claims` are those of the JWT around it, if any.
 */
export function readBitList(document: JsonObject, claims: JsonObject | null, secured: Secured): StatusList | NoList {
  const types = many(document['type']);
  const format = FORMATS.find(({ credential }) => types.includes(credential));
  if (format === undefined || !types.includes('VerifiableCredential')) return 'status-list-unreadable';
  const subjects = many(document['credentialSubject']).filter(isJsonObject);
  const lists = subjects.filter((subject) => many(subject['type']).includes(format.subject));
  const froms = ['validFrom', 'issuanceDate'].map((name) => readMoment(document[name]));
  const untils = ['validUntil', 'expirationDate'].map((name) => readMoment(document[name]));
  const times = [...froms, ...untils, ...['iat', 'nbf', 'exp'].map((name) => readMoment(claims?.[name]))];
  if (times.includes(undefined) || lists.length === 0 || lists.length > MAX_SUBJECTS) return 'status-list-unreadable';
  const known = (moments: readonly ReturnType<typeof readMoment>[]) => moments.filter((one) => typeof one === 'number');
  const issued = known([...froms, readMoment(claims?.['nbf']), readMoment(claims?.['iat'])]);
  const ends = known([...untils, readMoment(claims?.['exp'])]);
  return {
    answers: [format.entry],
    secured,
    issuerId: issuerOf(document),
    address: stringOrNull(document['id']),
    issuedAt: issued.reduce<(typeof issued)[number] | null>((a, b) => (a === null || b > a ? b : a), null),
    expires: ends.reduce<(typeof ends)[number] | null>((a, b) => (a === null || b < a ? b : a), null),
    ttl: shortest(lists),
    lookUp: lookUpIn(lists, format),
  };
}

function issuerOf({ issuer }: JsonObject): string | null {
  return isJsonObject(issuer) ? stringOrNull(issuer['id']) : stringOrNull(issuer);
}

/** `ttl` is in milliseconds here (Bitstring Status List §2.2). */
function shortest(lists: readonly JsonObject[]): number | null {
  const stated = lists.map(({ ttl }) => ttl).filter((ttl) => typeof ttl === 'number' && ttl > 0);
  return stated.length === 0 ? null : Math.min(...stated.map(Number)) / 1000;
}

function lookUpIn(lists: readonly JsonObject[], format: Format): StatusList['lookUp'] {
  const unpacked = new Map<JsonObject, Uint8Array | null>();
  return (place) => {
    const list = lists.find((one) => many(one['statusPurpose']).some((purpose) => purpose === place.purpose));
    // A list of suspensions says nothing of revocation, whatever its bit.
    if (list === undefined || place.purpose === null) return unknown('status-list-unreadable');
    const { encodedList } = list;
    if (!unpacked.has(list)) unpacked.set(list, typeof encodedList === 'string' ? format.unpack(encodedList) : null);
    const bytes = unpacked.get(list) ?? null;
    return bytes === null ? unknown('status-list-unreadable') : told(bytes, place);
  };
}

function told(bytes: Uint8Array, { purpose, index, size }: Place): Lookup {
  const bits = size ?? 1;
  if (index === null || bits < 1 || bits > MAX_SIZE) return unknown('status-index-outside');
  const value = valueFromHighest(bytes, bits, index);
  if (value === null) return unknown('status-index-outside');
  if (value === 0) return { found: 'nothing-against' };
  if (value > 1) return unknown('status-value-unknown');
  if (purpose === 'revocation') return { found: 'revoked' };
  return purpose === 'suspension' ? { found: 'suspended' } : unknown('status-value-unknown');
}
