// Is a badge given to one of these addresses? Open Badges 2.0 §3.2 IdentityObject and IdentityHash, the same in 3.0.
import { digestLegacy } from '../bytes/digest-legacy.ts';
import { digest } from '../bytes/digest.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import type { HolderIdentity } from '../model/credential.ts';

/**
 * mine: an identity is one of the addresses, or its hash; not-among: there are identities, and none is; none-stated:
 * there is nothing to compare with.
 */
export type RecipientMatch = 'mine' | 'not-among' | 'none-stated';

type Hash = 'sha256' | 'sha1' | 'md5';
/** `algorithm$hex`, or the hex alone: then its length tells the algorithm. */
const HASHED = /^(?:(sha256|sha1|md5)\$)?([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i;
const BY_LENGTH: ReadonlyMap<number, Hash> = new Map([
  [64, 'sha256'],
  [40, 'sha1'],
  [32, 'md5'],
]);
/** Identities are a stranger's, and each costs a hash for every address. */
const MAX_IDENTITIES = 32;

/** `addresses` as the learner wrote them: e-mail addresses, or whatever else an issuer may know them by. */
export async function matchRecipient(
  identities: readonly HolderIdentity[],
  addresses: readonly string[],
): Promise<RecipientMatch> {
  if (identities.length === 0) return 'none-stated';
  const spellings = addresses.flatMap(spellingsOf);
  for (const identity of identities.slice(0, MAX_IDENTITIES)) {
    if (await isOneOf(identity, spellings)) return 'mine';
  }
  return 'not-among';
}

/** A hash is of one spelling; issuers hash what the learner typed, or the same in small letters. */
function spellingsOf(address: string): readonly string[] {
  const text = address.trim();
  return text === '' ? [] : [...new Set([text, text.toLowerCase()])];
}

async function isOneOf(identity: HolderIdentity, spellings: readonly string[]): Promise<boolean> {
  const value = identity.value.trim();
  const [, named, hex] = HASHED.exec(value) ?? [];
  // Some issuers write a hash and forget to say so.
  if (hex === undefined || (!identity.hashed && named === undefined)) {
    const plain = value.replace(/^mailto:/i, '').toLowerCase();
    return !identity.hashed && spellings.some((spelling) => spelling.toLowerCase() === plain);
  }
  const algorithm = BY_LENGTH.get(hex.length);
  if (algorithm === undefined || (named !== undefined && named.toLowerCase() !== algorithm)) return false;
  for (const spelling of spellings) {
    const own = await hexDigest(algorithm, `${spelling}${identity.salt ?? ''}`);
    if (own === hex.toLowerCase()) return true;
  }
  return false;
}

async function hexDigest(algorithm: Hash, text: string): Promise<string> {
  const bytes = encodeUtf8(text);
  const hashed =
    algorithm === 'sha256'
      ? await digest('SHA-256', bytes)
      : digestLegacy(algorithm === 'md5' ? 'MD5' : 'SHA-1', bytes);
  return [...hashed].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
