// Document and proof configuration -> the text that is hashed (vc-di-eddsa §3.2.3, §3.3.3; vc-di-ecdsa likewise).
import { canonicaliseJson } from '../../bytes/canonicalise-json.ts';
import { isJsonArray, isJsonObject, many } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { ReasonCode } from '../../model/reason.ts';
import { canonicalise } from './canonicalise.ts';
import type { RdfcHash } from './canonicalise.ts';
import type { ReadProof } from './read-proof.ts';
import { SUITES } from './suites.ts';

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
  return { unsecured, proofs: many(proof), whole: () => (whole ??= toRdf(unsecured, 'SHA-256')) };
}

/** What `proof` signs of the document, and of itself. `hash` is that inside RDFC-1.0, not that of the signature. */
export function whatIsSigned(secured: Secured, proof: ReadProof, hash: RdfcHash = 'SHA-256'): ToHash {
  const { transformation } = SUITES[proof.suite];
  if (transformation === 'jcs') return signedAsJson(secured, proof);
  const context = secured.unsecured['@context'] ?? null;
  const previous = previousProofs(secured, proof);
  const config = toRdf({ ...proof.config, '@context': context }, hash);
  if (previous === null) return { document: Promise.resolve(MALFORMED), config };
  if (previous.length === 0 && hash === 'SHA-256') return { document: secured.whole(), config };
  const chain = previous.length === 0 ? {} : { proof: previous };
  return { document: toRdf({ ...secured.unsecured, ...chain }, hash), config };
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
    return { document: Promise.resolve(fits ? MALFORMED : invalid()), config: toJson(proof.config) };
  }
  const context = signed === undefined ? {} : { '@context': signed };
  const chain = previous.length === 0 ? {} : { proof: previous };
  return {
    document: toJson({ ...secured.unsecured, ...context, ...chain }),
    config: toJson(proof.config),
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

async function toRdf(value: JsonObject, hash: RdfcHash): Promise<Transformed> {
  const canonical = await canonicalise(value, hash);
  return canonical.ok ? { ok: true, text: canonical.nquads } : canonical;
}

function toJson(value: JsonObject): Promise<Transformed> {
  return Promise.resolve({ ok: true, text: canonicaliseJson(value) });
}

/** Whether the document says more contexts than the proof signed; those are nobody's word. */
export function addsContexts({ unsecured }: Secured, { config }: ReadProof): boolean {
  const signed = config['@context'];
  const stated = unsecured['@context'];
  return signed !== undefined && isJsonArray(stated) && stated.length > many(signed).length;
}
