// What a payload or document is about, told from its claims.
import type { Unreadable } from '../model/examination.ts';
import { isJsonObject, many } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';

type Foreign = Extract<
  Unreadable,
  | 'presentation-envelope'
  | 'status-list'
  | 'trust-list'
  | 'open-badge-2'
  | 'europass-credential'
  | 'jwt-not-a-credential'
>;

/** `credential`, or what the payload of a JWT is instead. `typ` is in lower case. */
export function classifyClaims(payload: JsonObject, typ: string): 'credential' | Foreign {
  if (typ.startsWith('trust-list')) return 'trust-list';
  if (typ.startsWith('statuslist') || 'status_list' in payload) return 'status-list';
  const inner = payload['vc'];
  const document = !isVcDocument(payload) && isJsonObject(inner) ? inner : payload;
  const kind = classifyDocument(document);
  if (kind !== null) return kind;
  if (typ.startsWith('vp+') || isJsonObject(payload['vp'])) return 'presentation-envelope';
  return document === inner ? 'credential' : 'jwt-not-a-credential';
}

/** What a JSON-LD document is; null when it is none of these. */
export function classifyDocument(document: JsonObject): 'credential' | Exclude<Foreign, 'jwt-not-a-credential'> | null {
  const types = typesOf(document);
  if (types.includes('VerifiablePresentation') || types.includes('EnvelopedVerifiablePresentation'))
    return 'presentation-envelope';
  if (types.some((type) => type === 'BitstringStatusListCredential' || type === 'StatusList2021Credential'))
    return 'status-list';
  if (types.includes('EuropeanDigitalCredential') || hasContext(document, /europa\.eu\/(?:snb|europass)/))
    return 'europass-credential';
  if (isVcDocument(document)) return 'credential';
  // An SD-JWT may withhold the type of a presentation, but not what it presents.
  if ('verifiableCredential' in document) return 'presentation-envelope';
  return isOpenBadge2(document) ? 'open-badge-2' : null;
}

function isVcDocument(document: JsonObject): boolean {
  return typesOf(document).includes('VerifiableCredential') || 'credentialSubject' in document;
}

/** An assertion, badge class or issuer of Open Badges 1 or 2. */
function isOpenBadge2(document: JsonObject): boolean {
  if (hasContext(document, /openbadges\/v[12]/)) return true;
  return 'badge' in document && ('recipient' in document || 'verify' in document || 'verification' in document);
}

function hasContext(document: JsonObject, pattern: RegExp): boolean {
  return many(document['@context']).some((context) => typeof context === 'string' && pattern.test(context));
}

function typesOf(document: JsonObject): readonly JsonValue[] {
  return [...many(document['type']), ...many(document['@type'])];
}
