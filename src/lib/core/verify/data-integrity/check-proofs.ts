// Proofs of one document -> which of them hold (vc-di-eddsa §3, vc-di-ecdsa §3). With the contexts and the RDF
// libraries a chunk of its own: who never meets such a credential never loads it.
import { digest } from '../../bytes/digest.ts';
import { joinBytes } from '../../bytes/join-bytes.ts';
import type { SelectiveProofValue } from '../../bytes/selective-proof-value.ts';
import { encodeUtf8 } from '../../bytes/utf8.ts';
import type { JsonObject } from '../../model/json.ts';
import type { PublicJwk } from '../../model/jwk.ts';
import type { ReasonCode, ReasonOf } from '../../model/reason.ts';
import { verifySignature } from '../../trust/verify-signature.ts';
import type { SignatureAnswer } from '../../trust/verify-signature.ts';
import type { RdfcHash } from './canonicalise.ts';
import { checkContexts } from './check-contexts.ts';
import type { ContextCheck } from './check-contexts.ts';
import type { ReadProof } from './read-proof.ts';
import { selfDescribedKey } from './self-described-key.ts';
import type { KeyResolution } from './self-described-key.ts';
import { signingOf, SUITES } from './suites.ts';
import { addsContexts, takeApart, whatIsSigned } from './transform.ts';
import type { Secured } from './transform.ts';

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
  /** The document speaks in words that no context in hand vouches for. */
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
  const secured = takeApart(document);
  const proofs = await Promise.all(
    ours.map((proof): Promise<OneProof> => {
      const against = contextFault(contexts, proof);
      return against === null ? checkProof(proof, secured, lookUp) : Promise.resolve(without(against));
    }),
  );
  const inline = contexts.ok ? contexts.inline : true;
  return { proofs, inline: inline || ours.some((proof) => addsContexts(secured, proof)) };
}

/** RDF cannot be made without the contexts; JSON can, and then only says what its names mean to nobody in particular. */
function contextFault(contexts: ContextCheck, { suite }: ReadProof): ReasonCode | null {
  if (contexts.ok) return null;
  const asJson = SUITES[suite].transformation === 'jcs' && contexts.reason === 'context-not-in-hand';
  return asJson ? null : contexts.reason;
}

const without = (reason: ReasonCode): OneProof => ({ reason, key: null, keyFrom: null });

async function checkProof(proof: ReadProof, secured: Secured, lookUp: KeyLookup): Promise<OneProof> {
  const inHand = await lookUp(proof.verificationMethod);
  const resolved = inHand ?? selfDescribedKey(proof.verificationMethod);
  const found = await checkWith('SHA-256', proof, secured, resolved);
  const keyFrom = found.key === null ? null : inHand === null ? 'self-described' : 'in-hand';
  if (found.reason !== 'signature-invalid' || !mayUseSha384(proof, found.key)) return { ...found, keyFrom };
  return { ...(await checkWith('SHA-384', proof, secured, resolved)), keyFrom };
}

/**
 * With P-384, libraries let RDFC-1.0 itself use SHA-384 too, which vc-di-ecdsa §3.2.3 leaves open. Either text has the
 * same statements, so a signature over one is as good as over the other.
 */
function mayUseSha384({ suite }: ReadProof, key: PublicJwk | null): boolean {
  return suite === 'ecdsa-rdfc-2019' && key?.crv === 'P-384';
}

async function checkWith(
  hash: RdfcHash,
  proof: ReadProof,
  secured: Secured,
  resolved: KeyResolution,
): Promise<Omit<OneProof, 'keyFrom'>> {
  const signed = whatIsSigned(secured, proof, hash);
  const [document, config] = await Promise.all([signed.document, signed.config]);
  if (!document.ok) return without(document.reason);
  if (!config.ok) return without(config.reason);
  if (!resolved.ok) return without(resolved.reason);
  const texts = { config: config.text, document: document.text };
  const reason =
    proof.selective === null
      ? await askSignature(proof, resolved.key, texts)
      : await askSelective(proof, proof.selective, resolved.key, texts, secured);
  return { reason, key: resolved.key };
}

interface Texts {
  readonly config: string;
  readonly document: string;
}

async function askSignature(proof: ReadProof, key: PublicJwk, { config, document }: Texts): Promise<ReasonCode> {
  const signing = signingOf(proof.suite, key);
  if (signing === null) return 'algorithm-key-mismatch';
  const hashes = await Promise.all([config, document].map((text) => digest(signing.hash, encodeUtf8(text))));
  return ANSWERS[await verifySignature(key, signing.algorithm, joinBytes(hashes), proof.signature)];
}

async function askSelective(
  proof: ReadProof,
  value: SelectiveProofValue,
  key: PublicJwk,
  texts: Texts,
  { unsecured }: Secured,
): Promise<ReasonCode> {
  // In a chain the earlier proofs would be statements too, which no pointer of the issuer's foresaw.
  if (proof.previous.length > 0) return 'signature-not-checked';
  const { checkSelective } = await import('./selective/check-selective.ts');
  return checkSelective({ value, document: unsecured, nquads: texts.document, config: texts.config, key });
}
