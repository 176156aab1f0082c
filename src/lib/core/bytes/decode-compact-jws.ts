// JWS compact serialisation (RFC 7515 §7.1) -> its decoded parts. Nothing is verified here.
import { decodeBase64url } from './base64url.ts';
import type { JsonObject } from './json-value.ts';
import { parseJson } from './parse-json.ts';
import type { JsonProblem } from './parse-json.ts';
import { decodeUtf8 } from './utf8.ts';

/** A compact JWS whose payload is a JSON object. `signingInput` is exactly as received (RFC 7515 §5.2). */
export interface CompactJws {
  readonly compact: string;
  readonly header: JsonObject;
  readonly payload: JsonObject;
  readonly signingInput: string;
  readonly signature: Uint8Array<ArrayBuffer>;
}

export type JwsDecoding =
  { readonly ok: true; readonly jws: CompactJws } | { readonly ok: false; readonly why: 'malformed-jwt' | JsonProblem };

/** Decodes `header.payload.signature`. An empty signature is allowed here: verify refuses `alg: none` itself. */
export function decodeCompactJws(compact: string): JwsDecoding {
  const [headerText, payloadText, signatureText, ...more] = compact.split('.');
  if (headerText === undefined || payloadText === undefined || signatureText === undefined || more.length > 0)
    return { ok: false, why: 'malformed-jwt' };
  const header = decodeObject(headerText);
  if (!header.ok) return header;
  const payload = decodeObject(payloadText);
  if (!payload.ok) return payload;
  const signature = decodeBase64url(signatureText);
  if (signature === null) return { ok: false, why: 'malformed-jwt' };
  const signingInput = `${headerText}.${payloadText}`;
  return { ok: true, jws: { compact, header: header.object, payload: payload.object, signingInput, signature } };
}

type ObjectDecoding =
  | { readonly ok: true; readonly object: JsonObject }
  | { readonly ok: false; readonly why: 'malformed-jwt' | JsonProblem };

/** The JSON object in a base64url segment. */
function decodeObject(segment: string): ObjectDecoding {
  const bytes = decodeBase64url(segment);
  const text = bytes === null ? null : decodeUtf8(bytes);
  if (text === null) return { ok: false, why: 'malformed-jwt' };
  const parsed = parseJson(text);
  if (!parsed.ok) return { ok: false, why: parsed.why === 'malformed-json' ? 'malformed-jwt' : parsed.why };
  const value = parsed.value;
  if (typeof value !== 'object' || value === null || isArray(value)) return { ok: false, why: 'malformed-jwt' };
  return { ok: true, object: value };
}

function isArray(value: object): value is readonly unknown[] {
  return Array.isArray(value);
}
