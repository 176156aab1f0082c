// Lists of revoked credentials by their ids: 1EdTech Revocation List Status Method 1.0, Open Badges 2.0 RevocationList
// and the Open Badges 1.x object of reasons by uid. Published as plain JSON; now and then signed.
import { isJsonArray, isJsonObject, many, stringOrNull } from '../../model/json.ts';
import type { JsonArray, JsonObject, JsonValue } from '../../model/json.ts';
import { readMoment } from './read-moment.ts';
import { unknown } from './status-list.ts';
import type { NoList, Secured, StatusList } from './status-list.ts';

/** Types of status reference that such a list answers: it says the same whichever name led to it. */
const ANSWERS = ['1EdTechRevocationList', 'OB2RevocationList'];
/** Types that a signed one must say: any other credential of the issuer's might carry such a member. */
const TYPES: readonly JsonValue[] = ['RevocationList', '1EdTechRevocationList', 'RevocationListCredential'];

/** The list of names in `document`, or why it is none. */
export function readNameList(document: JsonObject, secured: Secured): StatusList | NoList {
  const subject = many(document['credentialSubject']).find(isJsonObject) ?? {};
  const list = membersOf(document) === null && membersOf(subject) !== null ? subject : document;
  const types = [...many(document['type']), ...many(subject['type'])];
  if (secured.by !== 'nothing' && !types.some((type) => TYPES.includes(type))) return 'status-list-unreadable';
  const members = membersOf(list);
  const ids = (members ?? reasonsByUid(document, secured) ?? [null]).map(idOf);
  const issuedAt = readMoment(document['validFrom'] ?? document['issuanceDate']);
  const expires = readMoment(document['validUntil'] ?? document['expirationDate']);
  if (ids.includes(null) || issuedAt === undefined || expires === undefined) return 'status-list-unreadable';
  const names = new Set(ids);
  const { issuer = list['issuer'] } = document;
  return {
    answers: ANSWERS,
    secured,
    issuerId: isJsonObject(issuer) ? stringOrNull(issuer['id']) : stringOrNull(issuer),
    address: stringOrNull(document['id']),
    issuedAt,
    expires,
    ttl: null,
    lookUp: (place) => {
      if (place.ids.some((id) => names.has(id))) return { found: 'revoked' };
      if (place.ids.length === 0) return unknown('status-index-outside');
      // An object of texts may as well be a server's excuse: it can revoke, it cannot clear.
      return members === null ? unknown('status-list-unreadable') : { found: 'nothing-against' };
    },
  };
}

const MEMBERS = ['revokedCredentials', 'revokedCredential', 'revokedAssertions'] as const;

/** Null when there is no such member; one that is no array is unreadable, not empty. */
function membersOf(list: JsonObject): JsonArray | null {
  const name = MEMBERS.find((member) => member in list);
  if (name === undefined) return null;
  const members = list[name];
  return isJsonArray(members) ? members : [null];
}

/** Open Badges 1.x §RevocationList: `{ "uid": "reason" }`, and nothing else in it. */
function reasonsByUid(document: JsonObject, secured: Secured): JsonArray | null {
  const reasons = Object.values(document).every((reason) => typeof reason === 'string');
  if (secured.by !== 'nothing' || 'type' in document || '@context' in document || !reasons) return null;
  return Object.keys(document);
}

/** The id of an entry; '' for one that says it is not revoked; null when it names nothing. */
function idOf(entry: JsonValue): string | null {
  if (!isJsonObject(entry)) return stringOrNull(entry);
  if (entry['revoked'] === false) return '';
  return stringOrNull(entry['id']) ?? stringOrNull(entry['uid']);
}
