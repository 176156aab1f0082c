// Document and proof configuration -> the text that is hashed (vc-di-eddsa §3.2.3, §3.3.3; vc-di-ecdsa likewise).
import { canonicaliseJson } from '../../bytes/canonicalise-json.ts';
import { isJsonArray, isJsonObject, many } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { ReasonCode } from '../../model/reason.ts';
import { canonicalise } from './canonicalise.ts';
import type { ReadProof } from './read-proof.ts';
import { SUITES } from './suites.ts';
import type { Transformation } from './suites.ts';

export type Transformed =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: ReasonCode };
export interface ToHash {
  readonly document: Promise<Transformed>;
  readonly config: Promise<Transformed>;
}

/** A secured document taken apart; whole RDF is worked out once for all proofs. */
export interface Secured {
  readonly unsecured: JsonObject;
  readonly proofs: readonly JsonValue[];
  readonly whole: () => Promise<Transformed>;
}

const MALFORMED: Transformed = { ok: false, reason: 'proof-malformed' };

export function takeApart(document: JsonObject): Secured {
  const { proof, ...unsecured } = document;
  let whole: Promise<Transformed> | null = null;
  return { unsecured, proofs: many(proof), whole: () => (whole ??= transform('rdfc', unsecured)) };
}

/** What `proof` signs of the document, and of itself. */
export function whatIsSigned(secured: Secured, proof: ReadProof): ToHash {
  const { transformation } = SUITES[proof.suite];
  if (transformation === 'jcs') return signedAsJson(secured, proof);
  const context = secured.unsecured['@context'] ?? null;
  const previous = previousProofs(secured, proof);
  return {
    document:
      previous === null
        ? Promise.resolve(MALFORMED)
        : previous.length === 0
          ? secured.whole()
          : transform('rdfc', { ...secured.unsecured, proof: previous }),
    config: transform('rdfc', { ...proof.config, '@context': context }),
  };
}

/**
 * The contexts a JCS proof was made with stand in the proof. The document may go on with others, which a later proof
 * of a set added; it must begin with these (vc-di-eddsa §3.3.2, step 3).
 */
function signedAsJson(secured: Secured, proof: ReadProof): ToHash {
  const { '@context': signed } = proof.config;
  const previous = previousProofs(secured, proof);
  const fits = signed === undefined || beginsWith(many(secured.unsecured['@context']), many(signed));
  if (previous === null || !fits) {
    return { document: Promise.resolve(fits ? MALFORMED : invalid()), config: transform('jcs', proof.config) };
  }
  const context = signed === undefined ? {} : { '@context': signed };
  const chain = previous.length === 0 ? {} : { proof: previous };
  return {
    document: transform('jcs', { ...secured.unsecured, ...context, ...chain }),
    config: transform('jcs', proof.config),
  };
}

const invalid = (): Transformed => ({ ok: false, reason: 'signature-invalid' });

function beginsWith(contexts: readonly JsonValue[], start: readonly JsonValue[]): boolean {
  return start.every((one, at) => canonicaliseJson(one) === canonicaliseJson(contexts[at] ?? null));
}

/** A proof in a chain signs the document with the proofs it names (VC Data Integrity 1.0 §4.5); null: one is gone. */
function previousProofs({ proofs }: Secured, { previous }: ReadProof): readonly JsonObject[] | null {
  const named = proofs.filter(isJsonObject).filter((proof) => previous.some((id) => id === proof['id']));
  return named.length < new Set(previous).size ? null : named;
}

async function transform(transformation: Transformation, value: JsonObject): Promise<Transformed> {
  if (transformation === 'jcs') return { ok: true, text: canonicaliseJson(value) };
  const canonical = await canonicalise(value);
  return canonical.ok ? { ok: true, text: canonical.nquads } : canonical;
}

/** Whether the document says more contexts than the proof signed; those are nobody's word. */
export function addsContexts({ unsecured }: Secured, { config }: ReadProof): boolean {
  const signed = config['@context'];
  const stated = unsecured['@context'];
  return signed !== undefined && isJsonArray(stated) && stated.length > many(signed).length;
}
