// Is the JWS signed by one of the keys in hand (RFC 7515 §5.2)? Allow-list of algorithms; the key's type decides,
// never the header's word (RFC 8725 §3.1).
import { stringOrNull } from '../model/json.ts';
import type { Jws } from '../model/credential.ts';
import type { PublicJwk } from '../model/jwk.ts';
import type { ReasonOf } from '../model/reason.ts';
import { keyFits, signatureAlgorithm } from '../trust/signature-algorithm.ts';
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
const MAX_TRIED_KEYS = 16;

/** What `alg` says before any key is looked at; null when it is one we check. */
export function refuseAlgorithm(alg: string | null): ReasonOf<'signature'> | null {
  if (alg === null || alg.toLowerCase() === 'none') return 'algorithm-none';
  if (/^hs\d/i.test(alg)) return 'algorithm-symmetric';
  if (WEAK_ALGORITHMS.has(alg)) return 'algorithm-weak';
  return signatureAlgorithm(alg) === null ? 'algorithm-not-supported' : null;
}

/** Tries the keys in hand in order; the first that verifies decides. */
export async function checkSignature(jws: Jws, { keys, missing }: KeysInHand): Promise<SignatureCheck> {
  const alg = stringOrNull(jws.header['alg']);
  const refused = refuseAlgorithm(alg);
  const algorithm = alg === null ? null : signatureAlgorithm(alg);
  if (refused !== null || algorithm === null) return { reason: refused ?? 'algorithm-none', key: null };
  if (keys.length === 0) return { reason: missing, key: null };
  const fitting = keys.filter((key) => keyFits(key, algorithm)).slice(0, MAX_TRIED_KEYS);
  if (fitting.length === 0) return { reason: 'algorithm-key-mismatch', key: null };
  const answers = new Set<SignatureAnswer>();
  for (const key of fitting) {
    const answer = await verifySignature(key, algorithm, jws.signingInput, jws.signature);
    if (answer === 'valid') return { reason: 'signature-ok', key };
    answers.add(answer);
  }
  if (answers.has('invalid')) return { reason: 'signature-invalid', key: null };
  return { reason: answers.has('weak') ? 'algorithm-weak' : 'algorithm-not-supported', key: null };
}
