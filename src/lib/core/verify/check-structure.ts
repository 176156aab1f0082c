// Header and shape: what must be there before a signature means anything (RFC 7515 §4.1.11, SD-JWT VC §3.2).
import { isJsonArray } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';
import type { ParsedCredential } from '../model/credential.ts';
import { REASONS } from '../model/reason.ts';
import type { ReasonCode, ReasonOf } from '../model/reason.ts';

const TOKEN_TYPES: Readonly<Record<'sd-jwt-vc' | 'vc-jwt', ReadonlySet<string>>> = {
  'sd-jwt-vc': new Set(['dc+sd-jwt', 'vc+sd-jwt']),
  // Absent is common: VC-JWT 1.1 asks for none. A key binding, a status list or a trust list is never a credential.
  'vc-jwt': new Set(['jwt', 'vc+jwt', 'vc+ld+jwt', 'vc-ld+jwt', 'vc']),
};

/** Every structural fault, parsing's own included; `structure-ok` alone when there is none. */
export function checkStructure(credential: ParsedCredential): readonly ReasonOf<'structure'>[] {
  const faults = new Set<ReasonOf<'structure'>>(credential.problems.filter(isStructural));
  if (credential.kind !== 'vc-di') {
    const { header } = credential.jws;
    if (!isExpectedType(credential.kind, header)) faults.add('token-type-unexpected');
    if (hasCriticalHeader(header)) faults.add('critical-header-not-understood');
  }
  if (credential.issuer.id === null && !mayLackIssuer(credential)) faults.add('issuer-missing');
  if (credential.types.length === 0) faults.add('type-missing');
  return faults.size === 0 ? ['structure-ok'] : [...faults];
}

function isStructural(reason: ReasonCode): reason is ReasonOf<'structure'> {
  return REASONS[reason].check === 'structure';
}

/** `typ` is a media type, its `application/` left out or not, case-insensitive (RFC 7515 §4.1.9). */
function isExpectedType(kind: 'sd-jwt-vc' | 'vc-jwt', header: JsonObject): boolean {
  const typ = header['typ'];
  if (typ === undefined) return kind === 'vc-jwt';
  return typeof typ === 'string' && TOKEN_TYPES[kind].has(typ.toLowerCase().replace(/^application\//, ''));
}

/** No critical extension is understood here; unencoded payloads (`b64: false`, RFC 7797) least of all. */
function hasCriticalHeader(header: JsonObject): boolean {
  const critical = header['crit'];
  if (critical === undefined) return header['b64'] === false;
  return !isJsonArray(critical) || critical.length !== 1 || critical[0] !== 'b64' || header['b64'] !== true;
}

/** An SD-JWT VC without `iss` is issued by the subject of its certificate (SD-JWT VC §3.2.2.2). */
function mayLackIssuer(credential: ParsedCredential): boolean {
  return credential.kind === 'sd-jwt-vc' && credential.jws.header['x5c'] !== undefined;
}
