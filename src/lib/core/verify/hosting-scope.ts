// Where an issuer's hosted assertions live (Open Badges 2.0 §3.4 "VerificationObject", used in an issuer profile).
import { isJsonObject, many, stringOrNull } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';

/**
 * Whether `address` is in the scope that `profile` of `issuerId` states: on one of `allowedOrigins` (the issuer's own
 * host when it names none) and beginning with one of `startsWith` when it names any. Compared as parsed addresses:
 * `https://a.example.evil` begins with `https://a.example` as text, and user names look like hosts.
 */
export function isInScope(address: string, issuerId: string, profile: JsonObject): boolean {
  if (!URL.canParse(address) || !URL.canParse(issuerId)) return false;
  const hosted = new URL(address);
  if (hosted.username !== '' || hosted.password !== '') return false;
  const stated = many(profile['verification']).find(isJsonObject) ?? {};
  const origins = many(stated['allowedOrigins']).filter((origin) => typeof origin === 'string');
  const allowed = stated['allowedOrigins'] === undefined ? [new URL(issuerId).host] : origins;
  if (!allowed.some((origin) => hostOf(origin) === hosted.host)) return false;
  const starts = stated['startsWith'];
  return starts === undefined || many(starts).some((start) => beginsWith(hosted, start));
}

/** `example.org`, or written as an address. */
function hostOf(origin: string): string | null {
  const address = /^https?:\/\//i.test(origin) ? origin : `https://${origin}`;
  return URL.canParse(address) ? new URL(address).host : null;
}

function beginsWith(hosted: URL, start: JsonValue): boolean {
  const text = stringOrNull(start);
  if (text === null || !URL.canParse(text)) return false;
  const stated = new URL(text);
  return hosted.origin === stated.origin && hosted.href.startsWith(stated.href);
}
