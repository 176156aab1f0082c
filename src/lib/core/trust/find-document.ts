// Keys of an issuer read from documents in hand: did:web documents (did:web §3.2), JWT VC issuer metadata
// (SD-JWT VC §5) and keys that a `kid` address names (Open Badges 3.0 §8.2.3.1). Nothing is fetched.
import { parseJson } from '../bytes/parse-json.ts';
import { isJsonArray, isJsonObject, many } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { PublicJwk } from '../model/jwk.ts';
import type { EvidenceDocument, TrustMaterial } from '../model/trust.ts';
import { readMultikey } from './read-multikey.ts';
import { readPublicJwk } from './read-public-jwk.ts';

/** `vouched`: this device fetched it, or the operator of the command answers for it. */
export interface DocumentedKey {
  readonly key: PublicJwk;
  /** DID URL or `kid` under which the document names it. */
  readonly name: string | null;
  readonly document: EvidenceDocument;
  readonly vouched: boolean;
}

/** Address of a did:web document; null when `did` is not a well-formed did:web. */
export function didWebAddress(did: string): string | null {
  const [host, ...path] = did.slice('did:web:'.length).split(':');
  if (!did.startsWith('did:web:') || host === undefined || host === '' || /[/?#\s]/.test(did)) return null;
  const authority = host.replace(/%3A/i, ':');
  return path.length === 0
    ? `https://${authority}/.well-known/did.json`
    : `https://${authority}/${path.join('/')}/did.json`;
}

/** Keys that documents in hand state for `issuerId`: assertion methods of a did:web, or issuer metadata of an address. */
export function documentedKeys(issuerId: string | null, trust: TrustMaterial): readonly DocumentedKey[] {
  if (issuerId === null) return [];
  const address = issuerId.startsWith('did:web:') ? didWebAddress(issuerId) : metadataAddress(issuerId);
  return trust.documents
    .filter((document) => document.url === address)
    .flatMap((document) => {
      const parsed = parseJson(document.text);
      if (!parsed.ok || !isJsonObject(parsed.value)) return [];
      const keys = issuerId.startsWith('did:') ? didKeys(issuerId, parsed.value) : metadataKeys(issuerId, parsed.value);
      return keys.map(({ key, name }) => ({ key, name, document, vouched: document.source !== 'given' }));
    });
}

function metadataAddress(issuerId: string): string | null {
  if (!URL.canParse(issuerId)) return null;
  const { protocol, origin, pathname } = new URL(issuerId);
  if (protocol !== 'https:') return null;
  return `${origin}/.well-known/jwt-vc-issuer${pathname === '/' ? '' : pathname}`;
}

type NamedKey = Pick<DocumentedKey, 'key' | 'name'>;

/** Metadata counts only when it says it is about this very issuer (SD-JWT VC §5.3). */
function metadataKeys(issuerId: string, metadata: JsonObject): readonly NamedKey[] {
  const set = metadata['jwks'];
  if (metadata['issuer'] !== issuerId || !isJsonObject(set) || !isJsonArray(set['keys'])) return [];
  return set['keys'].flatMap((value) => {
    const key = readPublicJwk(value);
    return key === null ? [] : [{ key, name: key.kid ?? null }];
  });
}

/** Only assertion methods: a key for logging in is not one for issuing (Controlled Identifiers §2.3.2). */
function didKeys(did: string, document: JsonObject): readonly NamedKey[] {
  if (document['id'] !== did) return [];
  const methods = many(document['verificationMethod']).filter(isJsonObject);
  return many(document['assertionMethod']).flatMap((entry) => {
    const name = absolute(did, entry);
    const method = isJsonObject(entry) ? entry : methods.find(({ id }) => name !== null && absolute(did, id) === name);
    const key = method === undefined ? null : methodKey(did, method);
    return key === null || method === undefined ? [] : [{ key, name: absolute(did, method['id']) }];
  });
}

function methodKey(did: string, method: JsonObject): PublicJwk | null {
  if (method['controller'] !== did) return null;
  const multibase = method['publicKeyMultibase'];
  if (typeof multibase !== 'string') return readPublicJwk(method['publicKeyJwk']);
  const reading = readMultikey(multibase);
  return typeof reading === 'string' ? null : reading.key;
}

function absolute(did: string, id: JsonValue | undefined): string | null {
  if (typeof id !== 'string') return null;
  return id.startsWith('#') ? `${did}${id}` : id;
}
