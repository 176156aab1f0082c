// `vct` -> how the type's publisher says its claims are to be shown (SD-JWT VC "Type Metadata"), what it extends included.
import { parseJson } from '../../bytes/parse-json.ts';
import type { TypeClaim, TypeMetadata } from '../../model/credential.ts';
import { isJsonObject, stringOrNull } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { EvidenceDocument } from '../../model/trust.ts';
import { matchesIntegrity, strongestHashes } from './matches-integrity.ts';
import { readTypeDocument } from './read-type-metadata.ts';
import { BUNDLED_TYPES } from './types/bundled-types.ts';

/** Types that extend types; the standards have two or three. */
const MAX_DEPTH = 8;

interface Found {
  readonly metadata: JsonObject;
  readonly source: TypeMetadata['source'];
}

/**
 * The metadata of the type in `claims`, bundled or among `documents`; null when neither has it. A document that does
 * not match the integrity the issuer states is not used; one that somebody brought is used only when it does: labels
 * decide what a reader believes to see.
 */
export async function findTypeMetadata(
  claims: JsonObject,
  documents: readonly EvidenceDocument[],
): Promise<TypeMetadata | null> {
  const vct = stringOrNull(claims['vct']);
  const first = vct === null ? null : await find(vct, claims['vct#integrity'], documents);
  if (vct === null || first === null) return null;
  const chain = [first];
  const seen = new Set([vct]);
  for (let last = first; chain.length < MAX_DEPTH;) {
    const base = stringOrNull(last.metadata['extends']);
    if (base === null || seen.has(base)) break;
    seen.add(base);
    const next = await find(base, last.metadata['extends#integrity'], documents);
    if (next === null) break;
    chain.push(next);
    last = next;
  }
  return putTogether(vct, chain);
}

/** Most specific first: it names the type and its claims, and inherits what it does not say. */
function putTogether(vct: string, chain: readonly Found[]): TypeMetadata {
  const read = chain.map(({ metadata }) => readTypeDocument(metadata));
  const claims = new Map<string, TypeClaim>();
  for (const claim of read.flatMap((document) => document.claims)) {
    const path = JSON.stringify(claim.path);
    if (!claims.has(path)) claims.set(path, claim);
  }
  return {
    vct,
    name: read.find(({ name }) => name.length > 0)?.name ?? [],
    description: read.find(({ description }) => description.length > 0)?.description ?? [],
    claims: [...claims.values()],
    source: chain[0]?.source ?? 'bundled',
    tolerated: [...new Set(read.flatMap(({ tolerated }) => tolerated))],
  };
}

/**
 * At the type's own address, then bundled. Of a type without an address any document can say that it describes it, and a
 * stranger's labels would then stand on everybody's credentials: only the one whose hash the issuer states is used.
 */
async function find(
  vct: string,
  integrity: JsonValue | undefined,
  documents: readonly EvidenceDocument[],
): Promise<Found | null> {
  const addresses = addressesOf(vct);
  const atHome = documents.filter(({ url }) => addresses.includes(url));
  const published = await firstUsable(vct, atHome, integrity);
  if (published !== null) return published;
  const bundled = BUNDLED_TYPES.get(vct);
  if (bundled !== undefined && isAsPublished(bundled.integrity, integrity)) {
    return { metadata: bundled.metadata, source: 'bundled' };
  }
  return addresses.length > 0 || integrity === undefined ? null : firstUsable(vct, documents, integrity);
}

/** `vct` as address, and where drafts before 07 put the document. */
function addressesOf(vct: string): readonly string[] {
  if (!URL.canParse(vct) || !vct.startsWith('https://')) return [];
  const { origin, pathname } = new URL(vct);
  return [vct, `${origin}/.well-known/vct${pathname === '/' ? '' : pathname}`];
}

async function firstUsable(
  vct: string,
  documents: readonly EvidenceDocument[],
  integrity: JsonValue | undefined,
): Promise<Found | null> {
  const vouchedFirst = documents.toSorted(
    (one, other) => Number(one.source === 'given') - Number(other.source === 'given'),
  );
  for (const { text, source } of vouchedFirst) {
    if (integrity === undefined && source === 'given') continue;
    // Cheaper than parsing every document in hand.
    if (!text.includes('"vct"')) continue;
    const parsed = parseJson(text);
    if (!parsed.ok || !isJsonObject(parsed.value) || parsed.value['vct'] !== vct) continue;
    if (integrity !== undefined && !(await matchesIntegrity(text, stringOrNull(integrity) ?? ''))) continue;
    return { metadata: parsed.value, source: 'evidence' };
  }
  return null;
}

/** Whether what was bundled was taken from the very file that `integrity` names. */
function isAsPublished(published: string | null, integrity: JsonValue | undefined): boolean {
  if (integrity === undefined) return true;
  const own = strongestHashes(published ?? '');
  const stated = strongestHashes(stringOrNull(integrity) ?? '');
  return stated.some(({ hash, value }) => own.some((one) => one.hash === hash && one.value === value));
}
