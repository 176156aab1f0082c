// Issuer registries of the Digital Credentials Consortium: DIDs with a name, in its own JSON (`meta`, `registry`), and
// as rows of the issuers of its OpenID federation. They name issuers; the DIDs bring the keys.
import { isJsonArray, isJsonObject, many, stringOrNull } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { plainText } from '../../model/localised.ts';
import type { EpochSeconds } from '../../model/brand.ts';
import type { ListedIssuer } from '../../model/trust.ts';
import { parseUtcTime } from '../parse-time.ts';
import { plainIssuer } from './named-by-importer.ts';

const MAX_ISSUERS = 20_000;
const MAX_TEXT = 2_048;
const ROWS = /^dcc-oidf-.*issuers$/;

export interface DccRegistry {
  readonly issuers: readonly ListedIssuer[];
  /** `meta.updated`, else `meta.created`; null when it has neither. */
  readonly issued: EpochSeconds | null;
}

export function isDccRegistry(value: JsonObject): boolean {
  return isJsonObject(value['registry']) || rowsOf(value) !== null;
}

/**
 * Null when an entry is not one of an issuer, or its date is none: nothing of it is used then. A DID that stands in it
 * twice (`repeated`) names two issuers, so none.
 */
export function readDccRegistry(value: JsonObject, repeated: ReadonlySet<string>): DccRegistry | null {
  const { meta, registry } = value;
  const dates = isJsonObject(meta) ? meta : {};
  const date = dates['updated'] ?? dates['created'];
  const issued = date === undefined ? null : parseUtcTime(inUtc(date));
  const entries = isJsonObject(registry) ? Object.entries(registry).filter(([id]) => !repeated.has(id)) : null;
  const issuers = entries !== null ? entries.map(readEntry) : rowsOf(value)?.map(readRow);
  if (issuers === undefined || issuers.length > MAX_ISSUERS || (date !== undefined && issued === null)) return null;
  const read = issuers.filter((issuer) => issuer !== null);
  return read.length === issuers.length ? { issuers: read, issued } : null;
}

/** Both registries write UTC, one as `+0000` and the other as `+00:00`. */
function inUtc(date: JsonValue): string {
  return (stringOrNull(date) ?? '').replace(/\+00:?00$/, 'Z');
}

function readEntry([id, entry]: readonly [string, JsonValue]): ListedIssuer | null {
  return isJsonObject(entry) ? readIssuer(id, entry['name'], entry['url']) : null;
}

/** `{ "dcc-oidf-…-issuers": [ { "PutRequest": { "Item": { "sub_name": { "S": "did:…" } } } } ] }` */
function rowsOf(value: JsonObject): readonly JsonValue[] | null {
  const name = Object.keys(value).find((key) => ROWS.test(key));
  const rows = name === undefined ? undefined : value[name];
  return isJsonArray(rows) ? rows : null;
}

function readRow(row: JsonValue): ListedIssuer | null {
  const item = member(member(row, 'PutRequest'), 'Item');
  const text = (name: string): JsonValue | undefined => member(member(item, name), 'S');
  return readIssuer(stringOrNull(text('sub_name')), text('organization_name'), text('homepage_uri'));
}

function member(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isJsonObject(value) ? value[name] : undefined;
}

function readIssuer(
  id: string | null,
  name: JsonValue | undefined,
  homepage: JsonValue | undefined,
): ListedIssuer | null {
  const texts = [id, name, ...many(homepage)];
  if (id === null || !/^(did:|https:\/\/)/.test(id)) return null;
  if (typeof name !== 'string' || !texts.every((text) => typeof text === 'string' && text.length <= MAX_TEXT))
    return null;
  return { ...plainIssuer(plainText(name), [id]), homepage: stringOrNull(homepage) };
}
