// Keys of an issuer read from documents in hand: did:web documents (did:web §3.2), controlled identifier documents,
// JWT VC issuer metadata (SD-JWT VC §5) and keys that a `kid` address names (Open Badges 3.0 §8.2.3.1). Nothing is
// fetched.
import { parseJson } from '../bytes/parse-json.ts';
import { isJsonObject, many, stringOrNull } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';
import type { PublicJwk } from '../model/jwk.ts';
import type { EvidenceDocument, TrustMaterial } from '../model/trust.ts';
import { readControllerDocument } from './read-controller-document.ts';
import type { NamedKey } from './read-controller-document.ts';
import { readPublicJwk } from './read-public-jwk.ts';

/** `vouched`: this device fetched it, or the operator of the command answers for it. */
export interface DocumentedKey {
  readonly key: PublicJwk;
  /** DID URL or `kid` under which the document names it. */
  readonly name: string | null;
  readonly document: EvidenceDocument;
  readonly vouched: boolean;
  /** The document is about the issuer and states its keys; a key by itself says nothing of other keys. */
  readonly complete: boolean;
}

/** A document of keys is small; a status list at an issuer's address is not read for one. */
const MAX_CHARACTERS = 1_000_000;

/** Address of a did:web document; null when `did` is not a well-formed did:web. */
export function didWebAddress(did: string): string | null {
  const [host, ...path] = did.slice('did:web:'.length).split(':');
  if (!did.startsWith('did:web:') || host === undefined || host === '' || /[/?#\s]/.test(did)) return null;
  const authority = host.replace(/%3A/i, ':');
  return path.length === 0
    ? `https://${authority}/.well-known/did.json`
    : `https://${authority}/${path.join('/')}/did.json`;
}

/** Address of an issuer's JWT VC metadata: well-known, put in before its path (SD-JWT VC §5.1); null when not https. */
export function metadataAddress(issuerId: string): string | null {
  if (!URL.canParse(issuerId)) return null;
  const { protocol, origin, pathname } = new URL(issuerId);
  if (protocol !== 'https:') return null;
  return `${origin}/.well-known/jwt-vc-issuer${pathname === '/' ? '' : pathname}`;
}

/**
 * Whether a key published at `address` can be the issuer's: it lies under the issuer's own address. The same host is
 * not enough, since many publish on one; an issuer that is a whole host owns all of it.
 */
export function isUnderIssuer(address: string, issuerId: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(issuerId)) return false;
  const [key, issuer] = [new URL(address), new URL(issuerId)];
  if (issuer.protocol !== 'https:' || key.origin !== issuer.origin) return false;
  const path = issuer.pathname.replace(/\/$/, '');
  return key.pathname === issuer.pathname || key.pathname.startsWith(`${path}/`);
}

/** Keys that documents in hand state for `issuerId`, each with the document it was read from. */
export function documentedKeys(issuerId: string | null, trust: TrustMaterial): readonly DocumentedKey[] {
  if (issuerId === null) return [];
  const didDocument = didWebAddress(issuerId);
  const metadata = metadataAddress(issuerId);
  const sets = metadata === null ? [] : keySetAddresses(issuerId, trust);
  // Most documents in hand are about others: comparing texts spares reading each address.
  const origin = metadata === null ? null : new URL(issuerId).origin;
  return trust.documents.flatMap((document) => {
    const { url } = document;
    const keys =
      url === didDocument || url === issuerId
        ? keysIn(document, (value) => readControllerDocument(issuerId, value))
        : url === metadata
          ? keysIn(document, (value) => metadataKeys(issuerId, value))
          : sets.includes(url)
            ? keysIn(document, keysOfSet)
            : origin !== null && url.startsWith(origin) && isUnderIssuer(url, issuerId)
              ? keysIn(document, (value) => loneKey(url, value))
              : [];
    return keys.map(({ key, name }) => ({
      key,
      name,
      document,
      vouched: document.source !== 'given',
      complete: name !== url,
    }));
  });
}

const parsed = new WeakMap<EvidenceDocument, JsonObject | null>();

/** The JSON object in `document`, parsed once however many credentials ask; null when there is none. */
function jsonIn(document: EvidenceDocument): JsonObject | null {
  const known = parsed.get(document);
  if (known !== undefined) return known;
  const parsing = document.text.length > MAX_CHARACTERS ? null : parseJson(document.text);
  const value = parsing?.ok === true && isJsonObject(parsing.value) ? parsing.value : null;
  parsed.set(document, value);
  return value;
}

function keysIn(document: EvidenceDocument, read: (value: JsonObject) => readonly NamedKey[]): readonly NamedKey[] {
  const value = jsonIn(document);
  return value === null ? [] : read(value);
}

/** Metadata counts only when it says it is about this very issuer (SD-JWT VC §5.3). */
function metadataKeys(issuerId: string, metadata: JsonObject): readonly NamedKey[] {
  const set = metadata['jwks'];
  return metadata['issuer'] === issuerId && isJsonObject(set) ? keysOfSet(set) : [];
}

function keysOfSet({ keys }: JsonObject): readonly NamedKey[] {
  return many(keys).flatMap((value) => {
    const key = readPublicJwk(value);
    return key === null ? [] : [{ key, name: key.kid ?? null }];
  });
}

/**
 * Where the issuer's metadata in hand puts its keys instead of stating them (`jwks_uri`, SD-JWT VC §5.2). Metadata
 * that somebody brought along may point anywhere, so it points nowhere.
 */
export function keySetAddresses(issuerId: string, trust: TrustMaterial): readonly string[] {
  const address = metadataAddress(issuerId);
  const vouched = trust.documents.filter(({ url, source }) => url === address && source !== 'given');
  return vouched.flatMap((document) => {
    const value = jsonIn(document);
    const uri = value?.['issuer'] === issuerId ? stringOrNull(value['jwks_uri']) : null;
    return uri?.startsWith('https://') === true ? [uri] : [];
  });
}

/** A key by itself, named by the address it was fetched from. */
function loneKey(url: string, value: JsonObject): readonly NamedKey[] {
  const key = readPublicJwk(value);
  return key === null ? [] : [{ key, name: url }];
}
