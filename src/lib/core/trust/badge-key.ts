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
   * Whether it is the issuer's: the key names the issuer as owner and the issuer's own profile names the key (2.0), or
   * both live at one origin (1.x, where keys name nobody). null: the profile is not in hand.
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

function isOwned({ claims, issuer, readFrom }: OpenBadge2, key: JsonObject | null, url: string): boolean | null {
  if (issuer.id === null || readFrom.issuer !== 'own-address') return null;
  const badge = claims['badge'];
  const profile = isJsonObject(badge) && isJsonObject(badge['issuer']) ? badge['issuer'] : {};
  if (key === null || !('owner' in key)) return originOf(issuer.id) === originOf(url) && originOf(url) !== null;
  const named = many(profile['publicKey']).some((entry) => nameOf(entry) === url);
  return named && many(key['owner']).includes(issuer.id);
}

const nameOf = (entry: JsonValue): string | null => stringOrNull(isJsonObject(entry) ? entry['id'] : entry);

function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null;
}
