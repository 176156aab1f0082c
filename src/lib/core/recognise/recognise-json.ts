// JSON text: a Data Integrity (or unsigned) credential, a JWS in JSON serialisation, or something else.
import { parseJson } from '../bytes/parse-json.ts';
import type { Carrier } from '../model/credential.ts';
import { isJsonArray, isJsonObject, many, stringOrNull } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';
import { classifyDocument } from './classify-claims.ts';
import { compactFromJson } from './compact-from-json.ts';
import { recogniseCompact } from './recognise-compact.ts';
import { broken, foreign, recognised } from './recognised.ts';
import type { Recognition } from './recognised.ts';

/** Words that a broken text must hold to be called a broken credential. */
const MARKS = /"(?:credentialSubject|VerifiableCredential|disclosures|signatures|protected|badge)"|openbadges\/v[12]/;
const ENVELOPED =
  /^data:application\/(?:vc\+jwt|vc\+sd-jwt|dc\+sd-jwt|vc\+ld\+json\+jwt|vc\+ld\+json\+sd-jwt|jwt)[;,](?:charset=[^,]*,)?/;

export function recogniseJson(text: string, carrier: Carrier): Recognition {
  const parsed = parseJson(text);
  if (!parsed.ok) return MARKS.test(text) ? broken(parsed.why) : foreign(parsed.why);
  if (!isJsonObject(parsed.value)) return foreign('json-not-a-credential');
  const object = parsed.value;
  if (isJws(object)) return recogniseJwsJson(object, carrier);
  if (many(object['type']).includes('EnvelopedVerifiableCredential')) return recogniseEnveloped(object, carrier);
  const kind = classifyDocument(object);
  if (kind === 'credential') return recognised('vc-di', carrier, text, object);
  if (kind === 'assertion') return recognised('open-badge-2', carrier, text, object);
  if (kind !== null) return foreign(kind);
  return foreign(isTrustList(object) ? 'trust-list' : 'json-not-a-credential');
}

function isJws(object: JsonObject): boolean {
  return 'payload' in object && ('signatures' in object || 'signature' in object);
}

/** RFC 9901 §8 and RFC 7515 §7.2, rewritten to the compact form that everything after this reads. */
function recogniseJwsJson(object: JsonObject, carrier: Carrier): Recognition {
  const compact = compactFromJson(object);
  switch (compact.outcome) {
    case 'compact':
      return recogniseCompact(compact.text, carrier);
    case 'payload-not-encoded':
      // JAdES seals of European Digital Credentials carry the payload as it is (RFC 7797).
      return foreign('europass-credential');
    case 'malformed':
      return broken('malformed-sd-jwt');
  }
}

/** VC-JOSE-COSE: a credential in a data URL inside JSON. */
function recogniseEnveloped(object: JsonObject, carrier: Carrier): Recognition {
  const url = stringOrNull(object['id']) ?? '';
  const token = url.replace(ENVELOPED, '');
  return token === url ? broken('malformed-jwt') : recogniseCompact(token, carrier);
}

function isTrustList(object: JsonObject): boolean {
  return isJsonArray(object['issuers']) && 'issued' in object;
}
