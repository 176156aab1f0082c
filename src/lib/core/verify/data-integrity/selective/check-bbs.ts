// BBS signatures and proofs over statements (draft-irtf-cfrg-bbs-signatures §3.5). Calls @digitalbazaar/bbs-signatures;
// what it throws is a signature that does not hold. A chunk of its own: pairings are large.
import { CIPHERSUITES, verifyProof, verifySignature } from '@digitalbazaar/bbs-signatures';
import { decodeBase64url } from '../../../bytes/base64url.ts';
import type { BbsBase, BbsDerived } from '../../../bytes/selective-proof-value.ts';
import { encodeUtf8 } from '../../../bytes/utf8.ts';
import type { PublicJwk } from '../../../model/jwk.ts';
import type { ReasonOf } from '../../../model/reason.ts';

/** Each message costs a point on the curve, some milliseconds; hidden ones too, of which the proof tells the number. */
const MAX_MESSAGES = 200;
const SCALAR_BYTES = 32;
const MAX_PROOF_BYTES = 272 + SCALAR_BYTES * MAX_MESSAGES;

/** `statements`: those that could have been left out, in the issuer's order; `header` binds all else. */
export async function checkBbs(
  value: BbsBase | BbsDerived,
  statements: readonly string[],
  key: PublicJwk,
  header: Uint8Array<ArrayBuffer>,
): Promise<ReasonOf<'signature'>> {
  const publicKey = decodeBase64url(key.x ?? '');
  const messages = statements.map(encodeUtf8);
  if (publicKey === null) return 'key-not-in-hand';
  if (messages.length > MAX_MESSAGES) return 'signature-not-checked';
  const ciphersuite = CIPHERSUITES.BLS12381_SHA256;
  if (value.kind === 'bbs-base') {
    return answer(() => verifySignature({ publicKey, signature: value.signature, header, messages, ciphersuite }));
  }
  const { proof, presentationHeader, selectiveIndexes } = value;
  if (proof.length > MAX_PROOF_BYTES) return 'signature-not-checked';
  // One index for two statements, or a jump back, would leave one of them unproven.
  const rising = selectiveIndexes.every((index, at) => at === 0 || index > (selectiveIndexes[at - 1] ?? 0));
  if (!rising || selectiveIndexes.length !== messages.length) return 'signature-invalid';
  return answer(() =>
    verifyProof({
      publicKey,
      proof,
      header,
      presentationHeader,
      disclosedMessages: messages,
      disclosedMessageIndexes: [...selectiveIndexes],
      ciphersuite,
    }),
  );
}

async function answer(ask: () => Promise<unknown>): Promise<ReasonOf<'signature'>> {
  try {
    return (await ask()) === true ? 'signature-ok' : 'signature-invalid';
  } catch {
    return 'signature-invalid';
  }
}
