// eddsa-rdfc-2022 proofs of one document -> which of them hold (vc-di-eddsa §3.2). With the contexts and the RDF
// libraries a chunk of its own: who never meets such a credential never loads it.
import { digest } from '../../bytes/digest.ts';
import { joinBytes } from '../../bytes/join-bytes.ts';
import { encodeUtf8 } from '../../bytes/utf8.ts';
import { isJsonObject, many } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { PublicJwk } from '../../model/jwk.ts';
import type { ReasonCode, ReasonOf } from '../../model/reason.ts';
import { verifySignature } from '../../trust/verify-signature.ts';
import type { SignatureAnswer } from '../../trust/verify-signature.ts';
import { canonicalise } from './canonicalise.ts';
import type { Canonical } from './canonicalise.ts';
import { checkContexts } from './check-contexts.ts';
import type { ReadProof } from './read-proof.ts';
import { selfDescribedKey } from './self-described-key.ts';
import type { KeyResolution } from './self-described-key.ts';

/** Looks for a key in lists and documents in hand; null when they say nothing of this method. */
export type KeyLookup = (verificationMethod: string) => Promise<KeyResolution | null>;

export interface OneProof {
  /** `signature-ok`, or what is wrong with the signature or with the document's structure. */
  readonly reason: ReasonCode;
  readonly key: PublicJwk | null;
  readonly keyFrom: 'in-hand' | 'self-described' | null;
}

export interface ProofsCheck {
  /** One for each of the proofs asked about, in their order. */
  readonly proofs: readonly OneProof[];
  /** The document defines words of its own, which no pinned context vouches for. */
  readonly inline: boolean;
}

const ANSWERS: Readonly<Record<SignatureAnswer, ReasonOf<'signature'>>> = {
  valid: 'signature-ok',
  invalid: 'signature-invalid',
  unfit: 'algorithm-key-mismatch',
  weak: 'algorithm-weak',
  unsupported: 'algorithm-not-supported',
};

/** Checks each of `ours`, proofs of `document`. The document is canonicalised once for all of them. */
export async function checkProofs(
  document: JsonObject,
  ours: readonly ReadProof[],
  lookUp: KeyLookup,
): Promise<ProofsCheck> {
  const contexts = checkContexts(document);
  if (!contexts.ok) {
    return { proofs: ours.map(() => ({ reason: contexts.reason, key: null, keyFrom: null })), inline: false };
  }
  const { proof: secured, ...unsecured } = document;
  const whole = canonicalise(unsecured);
  const proofs = await Promise.all(
    ours.map(async (proof) => {
      const signed = proof.previous.length === 0 ? whole : withPrevious(unsecured, many(secured), proof.previous);
      return checkProof(proof, signed, unsecured['@context'] ?? null, lookUp);
    }),
  );
  return { proofs, inline: contexts.inline };
}

/** A proof in a chain signs the document together with the proofs it names (VC Data Integrity 1.0 §4.6). */
async function withPrevious(
  unsecured: JsonObject,
  proofs: readonly JsonValue[],
  ids: readonly string[],
): Promise<Canonical> {
  const previous = proofs.filter((proof) => isJsonObject(proof) && ids.some((id) => id === proof['id']));
  if (previous.length < new Set(ids).size) return { ok: false, reason: 'proof-malformed' };
  return canonicalise({ ...unsecured, proof: previous });
}

async function checkProof(
  proof: ReadProof,
  signed: Promise<Canonical>,
  context: JsonValue,
  lookUp: KeyLookup,
): Promise<OneProof> {
  const inHand = await lookUp(proof.verificationMethod);
  const resolved = inHand ?? selfDescribedKey(proof.verificationMethod);
  const [document, config] = await Promise.all([signed, canonicalise({ ...proof.config, '@context': context })]);
  if (!document.ok) return { reason: document.reason, key: null, keyFrom: null };
  if (!config.ok) return { reason: config.reason, key: null, keyFrom: null };
  if (!resolved.ok) return { reason: resolved.reason, key: null, keyFrom: null };
  const hashes = await Promise.all([config, document].map(({ nquads }) => digest('SHA-256', encodeUtf8(nquads))));
  const answer = await verifySignature(resolved.key, 'Ed25519', joinBytes(hashes), proof.signature);
  return { reason: ANSWERS[answer], key: resolved.key, keyFrom: inHand === null ? 'self-described' : 'in-hand' };
}
