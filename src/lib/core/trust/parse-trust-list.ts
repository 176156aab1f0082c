// Bytes of a trust list -> TrustList (docs/trust-list.md): our JSON, plain or as a JWS with `typ: trust-list+jwt`; an
// issuer registry of the DCC; a JWK Set; certificates in PEM.
import * as v from 'valibot';
import { decodeCompactJws } from '../bytes/decode-compact-jws.ts';
import type { CompactJws } from '../bytes/decode-compact-jws.ts';
import { jwkThumbprint } from '../bytes/jwk-thumbprint.ts';
import { parseJson } from '../bytes/parse-json.ts';
import { decodeUtf8 } from '../bytes/utf8.ts';
import { isJsonObject, stringOrNull } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { plainText } from '../model/localised.ts';
import type { LocalisedText } from '../model/localised.ts';
import type { ListedIssuer, TrustList } from '../model/trust.ts';
import type { ImportedAs } from './formats/named-by-importer.ts';
import { isDccRegistry, readDccRegistry } from './formats/read-dcc-registry.ts';
import { isKeySet, isPem, readKeySet, readPem } from './formats/read-key-set.ts';
import { readPublicJwk } from './read-public-jwk.ts';
import { signatureAlgorithm } from './signature-algorithm.ts';
import { trustListShape } from './trust-list-shape.ts';
import type { LocalisedOnWire, TrustListOnWire } from './trust-list-shape.ts';
import { verifySignature } from './verify-signature.ts';

/** Each has its own sentence. Nothing of a list with a problem is used. */
export const TRUST_LIST_PROBLEMS = [
  'trust-list-too-large',
  'trust-list-not-json',
  'trust-list-unfamiliar',
  'trust-list-version',
  'trust-list-signature-invalid',
] as const;
export type TrustListProblem = (typeof TRUST_LIST_PROBLEMS)[number];

export type { ImportedAs } from './formats/named-by-importer.ts';

export type TrustListParsing =
  | { readonly ok: true; readonly list: TrustList }
  | { readonly ok: false; readonly why: TrustListProblem }
  /** Readable as `format`, which does not say what it is called; nor, when `issuer`, whose keys they are. */
  | { readonly ok: false; readonly why: 'needs-name'; readonly format: ForeignFormat; readonly issuer: boolean };
type ForeignFormat = Exclude<TrustList['format'], 'meritfolio'>;

const MAX_BYTES = 8 * 1024 * 1024;
const JWS_TYPE = 'trust-list+jwt';

/**
 * The list in `bytes`. `signedBy` is the thumbprint of the key in the JWS header when that key did sign: it says the
 * list is whole, and counts for more only where that key is pinned. A signature that does not hold refuses the list.
 * `about` is what the importer says of a list in another format than ours; without it the answer is `needs-name`.
 */
export async function parseTrustList(
  bytes: Uint8Array,
  origin: TrustList['origin'],
  about: ImportedAs | null = null,
): Promise<TrustListParsing> {
  if (bytes.length > MAX_BYTES) return refused('trust-list-too-large');
  const text = decodeUtf8(bytes)
    ?.replace(/^\uFEFF/, '')
    .trim();
  if (text === undefined) return refused('trust-list-not-json');
  if (isPem(text) && !text.startsWith('{'))
    return readForeign('pem', { text, value: {}, repeated: new Set() }, origin, about);
  if (!text.startsWith('{')) return parseSigned(text, origin);
  const repeated = new Set<string>();
  const parsed = parseJson(text, { repeated });
  if (!parsed.ok) return refused('trust-list-not-json');
  const format = isJsonObject(parsed.value) ? formatOf(parsed.value) : 'meritfolio';
  // The DCC's own registry gives one DID to two issuers; whoever it is, that is not said.
  if (repeated.size > 0 && format !== 'dcc-registry') return refused('trust-list-not-json');
  if (!isJsonObject(parsed.value) || format === 'meritfolio') return readList(parsed.value, origin, null);
  return readForeign(format, { text, value: parsed.value, repeated }, origin, about);
}

function formatOf(value: JsonObject): Exclude<TrustList['format'], 'pem'> {
  if ('version' in value) return 'meritfolio';
  if (isDccRegistry(value)) return 'dcc-registry';
  return isKeySet(value) ? 'jwks' : 'meritfolio';
}

interface Foreign {
  readonly text: string;
  readonly value: JsonObject;
  /** Keys that stand in it twice. */
  readonly repeated: ReadonlySet<string>;
}

/** A list of another format, as old as it says itself, or else as its import. */
function readForeign(
  format: ForeignFormat,
  { text, value, repeated }: Foreign,
  origin: TrustList['origin'],
  about: ImportedAs | null,
): TrustListParsing {
  const name = about?.name.trim() ?? '';
  const issuerId = about?.issuerId?.trim() ?? '';
  const issuer = format !== 'dcc-registry';
  if (about === null || name === '' || (issuer && issuerId === '')) {
    return { ok: false, why: 'needs-name', format, issuer };
  }
  const registry = issuer ? null : readDccRegistry(value, repeated);
  const one = !issuer ? null : format === 'pem' ? readPem(text, name, issuerId) : readKeySet(value, name, issuerId);
  const issuers = registry?.issuers ?? (one === null ? null : [one]);
  if (issuers === null) return refused('trust-list-unfamiliar');
  const issued = registry?.issued ?? about.importedAt;
  return { ok: true, list: { name, issued, validUntil: null, issuers, verifiers: [], origin, format, signedBy: null } };
}

async function parseSigned(text: string, origin: TrustList['origin']): Promise<TrustListParsing> {
  const decoding = decodeCompactJws(text);
  if (!decoding.ok) return refused('trust-list-not-json');
  const { header, payload } = decoding.jws;
  // Another type of token, signed by the same key for another purpose, must not pass as a list (RFC 8725 §3.11).
  if (header['typ'] !== JWS_TYPE || header['crit'] !== undefined) return refused('trust-list-unfamiliar');
  const signedBy = await signer(decoding.jws);
  return signedBy === 'invalid' ? refused('trust-list-signature-invalid') : readList(payload, origin, signedBy);
}

/** Thumbprint of the key that signed; null when the header does not carry it. */
async function signer({ header, signingInput, signature }: CompactJws): Promise<string | null> {
  const algorithm = signatureAlgorithm(stringOrNull(header['alg']) ?? '');
  if (algorithm === null) return 'invalid';
  if (header['jwk'] === undefined) return null;
  const key = readPublicJwk(header['jwk']);
  const answer = key === null ? 'invalid' : await verifySignature(key, algorithm, signingInput, signature);
  return key === null || answer !== 'valid' ? 'invalid' : jwkThumbprint(key);
}

function readList(value: JsonValue, origin: TrustList['origin'], signedBy: string | null): TrustListParsing {
  const result = v.safeParse(trustListShape, value, { abortEarly: true });
  if (!result.success) {
    // Without a version it is no list of ours, for instance a credential chosen by mistake.
    const wrongVersion = result.issues.some(
      ({ path }) => path?.length === 1 && path[0].key === 'version' && path[0].value !== undefined,
    );
    return refused(wrongVersion ? 'trust-list-version' : 'trust-list-unfamiliar');
  }
  const { name, issued, validUntil, issuers, verifiers } = result.output;
  const list: TrustList = {
    name,
    issued,
    validUntil,
    issuers: issuers.map(readIssuer),
    verifiers: verifiers.map((verifier) => ({ name: readName(verifier.name), keys: verifier.keys })),
    origin,
    format: 'meritfolio',
    signedBy,
  };
  return { ok: true, list };
}

function readIssuer(issuer: TrustListOnWire['issuers'][number]): ListedIssuer {
  return { ...issuer, name: readName(issuer.name) };
}

function readName(name: LocalisedOnWire): LocalisedText {
  if (typeof name === 'string') return plainText(name);
  return Object.entries(name).map(([language, text]) => ({ language, text }));
}

function refused(why: TrustListProblem): TrustListParsing {
  return { ok: false, why };
}
