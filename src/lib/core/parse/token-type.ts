// The `typ` header (RFC 7515 §4.1.9): a token made for another purpose must not pass as a credential (RFC 8725 §3.11).
import { stringOrNull } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';

const VC_JWT_TYPES: ReadonlySet<string> = new Set([
  '',
  'jwt',
  'jws',
  'jose',
  'vc+jwt',
  'vc-jwt',
  'vc+ld+jwt',
  'vc+ld+json',
  'vc+ld+json+jwt',
]);

export function isVcJwtType(header: JsonObject): boolean {
  return VC_JWT_TYPES.has(typeOf(header));
}

/** `dc+sd-jwt`, the older `vc+sd-jwt`, any application's `…+sd-jwt` (RFC 9901 §9.11), or nothing said. */
export function isSdJwtType(header: JsonObject): boolean {
  const type = typeOf(header);
  return type === '' || type === 'jwt' || type === 'sd-jwt' || type.endsWith('+sd-jwt');
}

/** The types that promise a `vct`: SD-JWT VC, not any SD-JWT. */
export function promisesVct(header: JsonObject): boolean {
  return typeOf(header) === 'dc+sd-jwt' || typeOf(header) === 'vc+sd-jwt';
}

/** In lower case, without `application/`; empty when absent. A `typ` that is not a string is no known type. */
function typeOf(header: JsonObject): string {
  const { typ } = header;
  if (typ === undefined) return '';
  return (
    stringOrNull(typ)
      ?.toLowerCase()
      .replace(/^application\//, '') ?? 'not a string'
  );
}
