// Validity period (RFC 7519 §4.1.4–4.1.6; VCDM 2.0 §4.9): the JWT's own claims and the credential's, all of them.
import type { ParsedCredential } from '../model/credential.ts';
import type { EpochSeconds } from '../model/brand.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { ReasonOf } from '../model/reason.ts';
import { CLOCK_SKEW_SECONDS } from './question.ts';

/** When two places state a time, the narrower period counts: a wrapper can shorten a credential, never prolong it. */
export function checkValidity(credential: ParsedCredential, now: EpochSeconds): ReasonOf<'validity'> {
  const payload = credential.kind === 'vc-di' ? {} : credential.jws.payload;
  const times = [numericDate(payload, 'nbf'), numericDate(payload, 'exp'), numericDate(payload, 'iat')] as const;
  const [notBefore, expires, issued] = times;
  if (notBefore === 'malformed' || expires === 'malformed' || issued === 'malformed') return 'validity-malformed';
  const starts = present([notBefore, credential.validFrom]);
  const ends = present([expires, credential.validUntil]);
  const start = Math.max(...starts);
  const end = Math.min(...ends);
  if (start > end) return 'validity-contradicts';
  if (now >= end + CLOCK_SKEW_SECONDS) return 'expired';
  const known = Math.max(start, ...present([issued, credential.issuedAt]));
  if (now < known - CLOCK_SKEW_SECONDS) return 'not-yet-valid';
  return ends.length === 0 ? 'validity-without-end' : 'validity-ok';
}

function present(times: readonly (number | null)[]): readonly number[] {
  return times.filter((time) => time !== null);
}

/** A NumericDate (RFC 7519 §2): any finite number of seconds; a text or a boolean is no time. */
function numericDate(payload: JsonObject, name: string): number | null | 'malformed' {
  const value: JsonValue | undefined = payload[name];
  if (value === undefined) return null;
  return typeof value === 'number' && Number.isFinite(value) ? value : 'malformed';
}
