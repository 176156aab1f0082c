// The CryptographicKey of a signed badge, from documents in hand (Open Badges 2.0 §3.5 and "Signed badges"; 1.x `verify.url`).
import { parseJson } from '../bytes/parse-json.ts';
import type { OpenBadge2 } from '../model/credential.ts';
import { isJsonObject, many, stringOrNull } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { PublicJwk } from '../model/jwk.ts';
import type { EvidenceDocument, TrustMaterial } from '../model/trust.ts';
import { readPemKey } from './read-pem-key.ts';

export interface BadgeKey {
  readonly key: PublicJwk;
  readonly document: EvidenceDocument;
  /** This device fetched it, or the operator answers for it. */
  readonly vouched: boolean;
  /**
   * Whether it is the issuer's: the issuer's own profile names the key, and the key, where it names an owner, names the
   * issuer (2.0); or both lie in one folder (1.x, where neither names the other). null: nobody in hand says.
   */
  readonly ownedByIssuer: boolean | null;
}

/** The key at `refersTo.key`, vouched ones first; null when none can be read. */
export async function badgeKey(credential: OpenBadge2, trust: TrustMaterial): Promise<BadgeKey | null> {
  const url = credential.refersTo.key;
  const here = trust.documents.filter((document) => document.url === url);
  const vouchedFirst = [...here.filter(({ source }) => source !== 'given'), ...here];
  for (const document of vouchedFirst) {
    const stated = keyDocument(document);
    const key = await readPemKey(stated === null ? document.text : (stringOrNull(stated['publicKeyPem']) ?? ''));
    if (key === null) continue;
    const ownedByIssuer = isOwned(credential, stated, document.url);
    return { key, document, vouched: document.source !== 'given', ownedByIssuer };
  }
  return null;
}

function keyDocument({ text }: EvidenceDocument): JsonObject | null {
  const parsed = parseJson(text);
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : null;
}

function isOwned(
  { claims, issuer, readFrom, version }: OpenBadge2,
  key: JsonObject | null,
  url: string,
): boolean | null {
  if (issuer.id === null || readFrom.issuer !== 'own-address') return null;
  const badge = claims['badge'];
  const profile = isJsonObject(badge) && isJsonObject(badge['issuer']) ? badge['issuer'] : {};
  const owned = key === null || !('owner' in key) || many(key['owner']).includes(issuer.id);
  if ('publicKey' in profile) return owned && many(profile['publicKey']).some((entry) => nameOf(entry) === url);
  // Whoever may publish something on the issuer's host, a student's home page, may not sign in the issuer's name.
  const beside = version !== '2' && folderOf(issuer.id) !== null && folderOf(issuer.id) === folderOf(url);
  return owned && beside ? true : null;
}

const nameOf = (entry: JsonValue): string | null => stringOrNull(isJsonObject(entry) ? entry['id'] : entry);

/** Address without its last part; null when it is none, or names a part of something else. */
function folderOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { origin, pathname, search, hash } = new URL(address);
  return search === '' && hash === '' ? origin + pathname.slice(0, pathname.lastIndexOf('/') + 1) : null;
}
