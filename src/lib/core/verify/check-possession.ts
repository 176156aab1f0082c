// Does the presenter hold the key the credential is bound to (RFC 9901 §7.3)? What is asked for is decided by the
// context before anything is looked at: a presenter who strips the proof must not thereby escape it (§9.5).
import { decodeCompactJws } from '../bytes/decode-compact-jws.ts';
import type { CompactJws } from '../bytes/decode-compact-jws.ts';
import { encodeBase64url } from '../bytes/base64url.ts';
import { digest } from '../bytes/digest.ts';
import type { HashName } from '../bytes/digest.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { stringOrNull } from '../model/json.ts';
import type { ParsedCredential, SdJwtVc } from '../model/credential.ts';
import type { PublicJwk } from '../model/jwk.ts';
import type { ReasonOf } from '../model/reason.ts';
import type { VerificationContext } from '../model/verdict.ts';
import { keyFits, signatureAlgorithm } from '../trust/signature-algorithm.ts';
import type { SignatureAlgorithm } from '../trust/signature-algorithm.ts';
import { verifySignature } from '../trust/verify-signature.ts';

/** `binding` is the KB-JWT whose claims the replay check reads; null when there is none to read. */
export interface PossessionCheck {
  readonly reason: ReasonOf<'possession'>;
  readonly binding: CompactJws | null;
}

/** Small signatures a phone can make (HAIP §7 names ES256). RSA and everything unnamed are refused. */
const HOLDER_ALGORITHMS: ReadonlySet<SignatureAlgorithm> = new Set(['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']);
const HASHES: ReadonlyMap<string, HashName> = new Map([
  ['sha-256', 'SHA-256'],
  ['sha-384', 'SHA-384'],
  ['sha-512', 'SHA-512'],
]);

export async function checkPossession(
  credential: ParsedCredential,
  context: VerificationContext,
): Promise<PossessionCheck> {
  const keyBinding = credential.kind === 'sd-jwt-vc' ? credential.keyBinding : null;
  if (context.kind === 'document') {
    // RFC 9901 §7.2: somebody handed over a presentation made for somebody else as if it were the credential.
    return {
      reason: keyBinding === null ? 'possession-not-asked' : 'presentation-received-as-credential',
      binding: null,
    };
  }
  if (credential.kind !== 'sd-jwt-vc' || keyBinding === null) return { reason: 'holder-not-proven', binding: null };
  const decoding = decodeCompactJws(keyBinding);
  if (!decoding.ok) return { reason: 'key-binding-malformed', binding: null };
  const proven = context.mode === 'show' ? 'possession-shown' : 'possession-proven';
  return { reason: (await keyBindingFault(credential, decoding.jws)) ?? proven, binding: decoding.jws };
}

/** RFC 9901 §7.3 step 5, in its order; null when nothing is wrong. */
async function keyBindingFault(credential: SdJwtVc, binding: CompactJws): Promise<ReasonOf<'possession'> | null> {
  const { header, payload } = binding;
  if (header['typ'] !== 'kb+jwt') return 'key-binding-type-wrong';
  const algorithm = signatureAlgorithm(stringOrNull(header['alg']) ?? '');
  if (algorithm === null || !HOLDER_ALGORITHMS.has(algorithm)) return 'key-binding-algorithm-refused';
  if (header['crit'] !== undefined || header['b64'] === false) return 'key-binding-malformed';
  const key = credential.holder.key;
  if (key === null) return 'key-binding-without-holder-key';
  if (!keyFits(key, algorithm)) return 'key-binding-algorithm-refused';
  if (!hasRequiredClaims(payload)) return 'key-binding-malformed';
  const [signed, expected] = await Promise.all([isSigned(key, algorithm, binding), presentedHash(credential)]);
  if (!signed) return 'key-binding-signature-invalid';
  return expected !== null && payload['sd_hash'] === expected ? null : 'key-binding-hash-wrong';
}

/** All of them required, `aud` one single string (RFC 9901 §4.3). */
function hasRequiredClaims(payload: CompactJws['payload']): boolean {
  return (
    typeof payload['iat'] === 'number' &&
    typeof payload['aud'] === 'string' &&
    typeof payload['nonce'] === 'string' &&
    typeof payload['sd_hash'] === 'string' &&
    (payload['exp'] === undefined || typeof payload['exp'] === 'number')
  );
}

async function isSigned(key: PublicJwk, algorithm: SignatureAlgorithm, binding: CompactJws): Promise<boolean> {
  return (await verifySignature(key, algorithm, binding.signingInput, binding.signature)) === 'valid';
}

/** Hash over exactly what was presented, with the hash the issuer chose (RFC 9901 §4.3.1): nothing added or removed. */
async function presentedHash({ jws, presented }: SdJwtVc): Promise<string | null> {
  const hash = HASHES.get(stringOrNull(jws.payload['_sd_alg']) ?? 'sha-256');
  return hash === undefined ? null : encodeBase64url(await digest(hash, encodeUtf8(presented)));
}
