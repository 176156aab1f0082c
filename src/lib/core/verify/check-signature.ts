// Is the JWS signed by one of the keys in hand (RFC 7515 §5.2)? Allow-list of algorithms; the key's type decides,
// never the header's word (RFC 8725 §3.1).
import { stringOrNull } from '../model/json.ts';
import type { Jws } from '../model/credential.ts';
import type { PublicJwk } from '../model/jwk.ts';
import type { ReasonOf } from '../model/reason.ts';
import { keyFits, signatureAlgorithm } from '../trust/signature-algorithm.ts';
import type { SignatureAlgorithm } from '../trust/signature-algorithm.ts';
import { verifySignature } from '../trust/verify-signature.ts';
import type { SignatureAnswer } from '../trust/verify-signature.ts';
import type { KeysInHand } from './find-keys.ts';

/** `key` is the one that verified; null unless `reason` is `signature-ok`. */
export interface SignatureCheck {
  readonly reason: ReasonOf<'signature'>;
  readonly key: PublicJwk | null;
}

/** RSA with SHA-1, and DSA-sized ECDSA: readable once, proof of nothing today. */
const WEAK_ALGORITHMS: ReadonlySet<string> = new Set(['RS1', 'PS1', 'ES1']);
/** Each costs a signature check. An issuer with more keys than this names the one it used. */
const MAX_TRIED_KEYS = 64;

/** What `alg` says before any key is looked at; null when it is one we check. */
export function refuseAlgorithm(alg: string | null): ReasonOf<'signature'> | null {
  if (alg === null || alg.toLowerCase() === 'none') return 'algorithm-none';
  if (/^hs\d/i.test(alg)) return 'algorithm-symmetric';
  if (WEAK_ALGORITHMS.has(alg)) return 'algorithm-weak';
  return signatureAlgorithm(alg) === null ? 'algorithm-not-supported' : null;
}

/** Tries the keys in hand in order; the first that verifies decides. */
export async function checkSignature(jws: Jws, { keys, namesakes, missing }: KeysInHand): Promise<SignatureCheck> {
  const alg = stringOrNull(jws.header['alg']);
  const refused = refuseAlgorithm(alg);
  const algorithm = alg === null ? null : signatureAlgorithm(alg);
  if (refused !== null || algorithm === null) return { reason: refused ?? 'algorithm-none', key: null };
  const own = await tryKeys(jws, algorithm, keys);
  if (own.key !== null) return { reason: 'signature-ok', key: own.key };
  const foreign = await tryKeys(jws, algorithm, namesakes);
  if (foreign.key !== null) return { reason: 'signature-ok', key: foreign.key };
  if (keys.length === 0) return { reason: missing, key: null };
  if (own.more) return { reason: 'signature-not-checked', key: null };
  if (own.answers.size === 0) return { reason: 'algorithm-key-mismatch', key: null };
  if (own.answers.has('invalid')) return { reason: 'signature-invalid', key: null };
  return { reason: own.answers.has('weak') ? 'algorithm-weak' : 'algorithm-not-supported', key: null };
}

interface Tried {
  readonly key: PublicJwk | null;
  readonly answers: ReadonlySet<SignatureAnswer>;
  /** There were more keys than were tried. */
  readonly more: boolean;
}

async function tryKeys(jws: Jws, algorithm: SignatureAlgorithm, keys: readonly PublicJwk[]): Promise<Tried> {
  const answers = new Set<SignatureAnswer>();
  const fitting = keys.filter((key) => keyFits(key, algorithm));
  const more = fitting.length > MAX_TRIED_KEYS;
  for (const key of fitting.slice(0, MAX_TRIED_KEYS)) {
    const answer = await verifySignature(key, algorithm, jws.signingInput, jws.signature);
    if (answer === 'valid') return { key, answers, more };
    answers.add(answer);
  }
  return { key: null, answers, more };
}
