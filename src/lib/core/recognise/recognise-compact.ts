// Compact tokens: SD-JWT (RFC 9901 §4) has tildes, JWS three parts, JWE five. Line breaks that mail programs put in are dropped.
import { decodeBase64url } from '../bytes/base64url.ts';
import { decodeCompactJws } from '../bytes/decode-compact-jws.ts';
import { parseJson } from '../bytes/parse-json.ts';
import { decodeUtf8 } from '../bytes/utf8.ts';
import { isJsonObject, stringOrNull } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';
import type { Carrier } from '../model/credential.ts';
import { classifyClaims } from './classify-claims.ts';
import { broken, foreign, recognised } from './recognised.ts';
import type { Recognition } from './recognised.ts';

/** Each Disclosure costs a digest; the largest real credentials have some dozens. */
const MAX_DISCLOSURES = 2_000;
const TOKEN = /^[A-Za-z0-9_.~-]+$/;

export function recogniseCompact(text: string, carrier: Carrier): Recognition {
  const token = text.replace(/\s+/g, '');
  if (!TOKEN.test(token)) return looksCutOff(token) ? broken('malformed-jwt') : foreign('not-recognised');
  const header = readHeader(token);
  if (header === null) return foreign('not-recognised');
  return token.includes('~') ? recogniseSdJwt(token, carrier) : recogniseJws(token, header, carrier);
}

/** A token followed by something that does not belong to it, or with padding or `+` of the other base64 alphabet. */
function looksCutOff(token: string): boolean {
  return /^ey[A-Za-z0-9_-]{8,}\./.test(token) && readHeader(token) !== null;
}

/** The JOSE header of the first segment: what makes a token of a text with dots in it. */
function readHeader(token: string): JsonObject | null {
  const bytes = decodeBase64url(token.split(/[.~]/, 1)[0] ?? '');
  const text = bytes === null ? null : decodeUtf8(bytes);
  const parsed = text?.startsWith('{') === true ? parseJson(text) : null;
  if (parsed?.ok !== true || !isJsonObject(parsed.value)) return null;
  return 'alg' in parsed.value || 'typ' in parsed.value ? parsed.value : null;
}

function recogniseJws(token: string, header: JsonObject, carrier: Carrier): Recognition {
  const parts = token.split('.');
  if ('enc' in header) return foreign('encrypted-jwt');
  if (parts.length < 3) return broken('truncated-jwt');
  const decoding = decodeCompactJws(token);
  if (!decoding.ok) return broken(decoding.why);
  const typ = stringOrNull(header['typ'])?.toLowerCase() ?? '';
  const { payload } = decoding.jws;
  // The issuer-signed JWT of an SD-JWT without its last tilde, as RFC 9901 §5.1 prints it: nothing is disclosed.
  if (typ.includes('sd-jwt') || '_sd_alg' in payload || 'vct' in payload) return recogniseSdJwt(`${token}~`, carrier);
  const found = classifyClaims(payload, typ);
  if (found === 'assertion') return recognised('open-badge-2', carrier, token, null);
  return found === 'credential' ? recognised('vc-jwt', carrier, token, null) : foreign(found);
}

/** `jwt~disclosure~…~` or `jwt~disclosure~…~kb-jwt`. Disclosures are judged later, each with its own reason. */
function recogniseSdJwt(token: string, carrier: Carrier): Recognition {
  const parts = token.split('~', MAX_DISCLOSURES + 3);
  if (parts.length > MAX_DISCLOSURES + 2) return broken('bomb');
  const decoding = decodeCompactJws(parts[0] ?? '');
  if (!decoding.ok) return broken(decoding.why === 'malformed-jwt' ? 'malformed-sd-jwt' : decoding.why);
  const { header, payload } = decoding.jws;
  const found = classifyClaims(payload, stringOrNull(header['typ'])?.toLowerCase() ?? '');
  if (found === 'presentation-envelope') return foreign(found);
  return recognised('sd-jwt-vc', carrier, token, null);
}
