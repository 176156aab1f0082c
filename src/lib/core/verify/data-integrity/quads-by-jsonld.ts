// A JSON-LD document -> RDF quads by jsonld, whatever the document uses; and why it is refused, when it is.
// Calls jsonld, and turns what it throws into reasons.
import jsonld from 'jsonld';
import { loadBundledContext } from '../../contexts/load-bundled-context.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ReasonCode } from '../../model/reason.ts';

export type Quads =
  { readonly ok: true; readonly quads: readonly unknown[] } | { readonly ok: false; readonly reason: ReasonCode };

/** Quads of `document`. Nothing is fetched; a claim that would be dropped (safe mode) is a refusal. */
export async function quadsByJsonld(document: JsonObject): Promise<Quads> {
  try {
    return {
      ok: true,
      quads: await jsonld.toRDF(document, { base: null, safe: true, documentLoader: loadBundledContext }),
    };
  } catch (failure) {
    return { ok: false, reason: reasonOf(failure) };
  }
}

/** jsonld's error codes (JSON-LD 1.1 API §9.6) and its safe mode, as reasons. */
function reasonOf(failure: unknown): ReasonCode {
  if (field(failure, 'name') === 'jsonld.ValidationError') return 'claim-not-covered-by-signature';
  const code = field(field(failure, 'details'), 'code');
  if (code === 'protected term redefinition' || code === 'invalid context nullification')
    return 'context-redefines-term';
  return code === 'loading remote context failed' ? 'context-not-in-hand' : 'malformed';
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;
}
