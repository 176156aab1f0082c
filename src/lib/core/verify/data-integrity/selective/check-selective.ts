// ecdsa-sd-2023 and bbs-2023: whole as issued, or with claims left out (vc-di-ecdsa §3.5.8, vc-di-bbs §3.3.8).
import { digest } from '../../../bytes/digest.ts';
import { joinBytes } from '../../../bytes/join-bytes.ts';
import type { EcdsaSdBase, EcdsaSdDerived, SelectiveProofValue } from '../../../bytes/selective-proof-value.ts';
import { encodeUtf8 } from '../../../bytes/utf8.ts';
import type { JsonObject } from '../../../model/json.ts';
import type { PublicJwk } from '../../../model/jwk.ts';
import type { ReasonOf } from '../../../model/reason.ts';
import { encodeBase58btc } from '../../../trust/base58btc.ts';
import { keyFits } from '../../../trust/signature-algorithm.ts';
import { readMultikey } from '../../../trust/read-multikey.ts';
import { verifySignature } from '../../../trust/verify-signature.ts';
import { MAX_STATEMENTS, sortStatements } from './statements.ts';
import type { Statements } from './statements.ts';

export interface SelectiveQuestion {
  readonly value: SelectiveProofValue;
  /** The document without its proof, and its canonical form. */
  readonly document: JsonObject;
  readonly nquads: string;
  /** Canonical form of the proof configuration. */
  readonly config: string;
  readonly key: PublicJwk;
}

/** Whether the proof holds for every statement of the document. */
export async function checkSelective(question: SelectiveQuestion): Promise<ReasonOf<'signature'>> {
  const { value, document, nquads, config, key } = question;
  if (nquads.split('\n').length - 1 > MAX_STATEMENTS) return 'signature-not-checked';
  const isBbs = value.kind === 'bbs-base' || value.kind === 'bbs-derived';
  if (isBbs ? key.crv !== 'Bls12381G2' : !keyFits(key, 'ES256')) return 'algorithm-key-mismatch';
  const sorted = await sortStatements(value, document, nquads);
  if (!sorted.ok) return sorted.reason;
  const { statements } = sorted;
  const [proofHash, mandatoryHash] = await Promise.all([hash(config), hash(statements.mandatory.join(''))]);
  if (!isBbs) return checkEcdsaSd(value, statements, key, joinBytes([proofHash, value.publicKey, mandatoryHash]));
  const { checkBbs } = await import('./check-bbs.ts');
  return checkBbs(value, statements.others, key, joinBytes([proofHash, mandatoryHash]));
}

const hash = (text: string): Promise<Uint8Array<ArrayBuffer>> => digest('SHA-256', encodeUtf8(text));

/** Each statement by the key made for this credential alone, and that key by the issuer's. */
async function checkEcdsaSd(
  value: EcdsaSdBase | EcdsaSdDerived,
  { others }: Statements,
  key: PublicJwk,
  signed: Uint8Array<ArrayBuffer>,
): Promise<ReasonOf<'signature'>> {
  if (value.signatures.length !== others.length) return 'signature-invalid';
  const base = await verifySignature(key, 'ES256', signed, value.baseSignature);
  if (base !== 'valid') return base === 'invalid' ? 'signature-invalid' : 'algorithm-not-supported';
  const own = readMultikey(`z${encodeBase58btc(value.publicKey)}`);
  if (typeof own === 'string') return 'proof-malformed';
  const answers = await Promise.all(
    others.map((statement, at) =>
      verifySignature(own.key, 'ES256', encodeUtf8(statement), value.signatures[at] ?? new Uint8Array()),
    ),
  );
  return answers.every((answer) => answer === 'valid') ? 'signature-ok' : 'signature-invalid';
}
