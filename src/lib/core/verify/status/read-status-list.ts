// A document in hand -> the status list in it. Read once for each document, however many credentials ask.
import { decodeCompactJws } from '../../bytes/decode-compact-jws.ts';
import type { CompactJws } from '../../bytes/decode-compact-jws.ts';
import { parseJson } from '../../bytes/parse-json.ts';
import { isJsonObject, many, stringOrNull } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';
import type { EvidenceDocument } from '../../model/trust.ts';
import { readBitList } from './read-bit-list.ts';
import { readNameList } from './read-name-list.ts';
import { readTokenList, TOKEN_LIST_TYPE } from './read-token-list.ts';
import type { NoList, StatusList } from './status-list.ts';

/** `typ` of a credential as a JWT: a token made for another purpose is no list (RFC 8725 §3.11). */
const CREDENTIAL_TYPES: readonly (string | undefined)[] = [
  undefined,
  'jwt',
  'vc+jwt',
  'vc-jwt',
  'vc+ld+jwt',
  'vc+ld+json+jwt',
];
/** Each revoked name is three values: room for as many as fit into a document that may be fetched. */
const MAX_VALUES = 1_000_000;
const BIT_LISTS: readonly unknown[] = ['BitstringStatusListCredential', 'StatusList2021Credential'];

const read = new WeakMap<EvidenceDocument, StatusList | NoList>();

/** The list in `document`, or why there is none. */
export function readStatusList(document: EvidenceDocument): StatusList | NoList {
  const known = read.get(document);
  if (known !== undefined) return known;
  const list = readNow(document);
  read.set(document, list);
  return list;
}

function readNow({ text, mediaType }: EvidenceDocument): StatusList | NoList {
  if (mediaType?.includes('statuslist+cwt') === true) return 'status-type-not-supported';
  const content = text.trim().replace(/^"(.*)"$/, '$1');
  if (content.startsWith('{')) return readJson(content);
  const decoding = decodeCompactJws(content);
  return decoding.ok ? readJws(decoding.jws) : 'status-list-unreadable';
}

function readJson(text: string): StatusList | NoList {
  const parsed = parseJson(text, { maxValues: MAX_VALUES });
  if (!parsed.ok || !isJsonObject(parsed.value)) return 'status-list-unreadable';
  const document = parsed.value;
  const secured = document['proof'] === undefined ? ({ by: 'nothing' } as const) : { by: 'proof' as const, document };
  if (!isBitList(document)) return readNameList(document, secured);
  return secured.by === 'nothing' ? 'status-list-unreadable' : readBitList(document, null, secured);
}

function readJws(jws: CompactJws): StatusList | NoList {
  const { header, payload } = jws;
  // What must be understood is not: the token says of itself that it may mean something else (RFC 7515 §4.1.11).
  if (header['crit'] !== undefined) return 'status-list-unreadable';
  if (header['typ'] === TOKEN_LIST_TYPE) return readTokenList(jws);
  const typ = header['typ'] === undefined ? undefined : (stringOrNull(header['typ'])?.toLowerCase() ?? '');
  if (!CREDENTIAL_TYPES.includes(typ)) return 'status-list-unreadable';
  const { vc } = payload;
  const inner = 'credentialSubject' in payload || '@context' in payload ? payload : vc;
  const document = isJsonObject(inner) ? withClaims(inner, payload) : null;
  if (document === null) return 'status-list-unreadable';
  const secured = { by: 'jws', jws } as const;
  return isBitList(document) ? readBitList(document, payload, secured) : readNameList(document, secured);
}

/** `iss` and `jti` stand for issuer and id where those are left out (VCDM 1.1 §6.3.1); null when they contradict. */
function withClaims(document: JsonObject, { iss, jti }: JsonObject): JsonObject | null {
  const { issuer = iss, id = jti } = document;
  const named = isJsonObject(issuer) ? issuer['id'] : issuer;
  if (iss !== undefined && iss !== named) return null;
  return { ...document, ...(issuer === undefined ? {} : { issuer }), ...(id === undefined ? {} : { id }) };
}

function isBitList(document: JsonObject): boolean {
  return many(document['type']).some((type) => BIT_LISTS.includes(type));
}
