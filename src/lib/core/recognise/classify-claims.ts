// What a payload or document is about, told from its claims.
import type { Unreadable } from '../model/examination.ts';
import { isJsonObject, many, stringOrNull } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';

type BadgePart = Extract<Unreadable, 'badge-class' | 'badge-issuer' | 'badge-endorsement' | 'badge-revocation-list'>;
type Foreign = Extract<
  Unreadable,
  'presentation-envelope' | 'status-list' | 'trust-list' | BadgePart | 'europass-credential' | 'jwt-not-a-credential'
>;

/** What Open Badges 1 and 2 have beside the badge that is given to somebody. */
const BADGE_PARTS: ReadonlyMap<JsonValue, BadgePart> = new Map([
  ['BadgeClass', 'badge-class'],
  ['CryptographicKey', 'badge-issuer'],
  ['RevocationList', 'badge-revocation-list'],
]);
/** Words that others use as well: they count in the context of Open Badges. */
const BADGE_PARTS_IN_CONTEXT: ReadonlyMap<JsonValue, BadgePart> = new Map([
  ['Issuer', 'badge-issuer'],
  ['Profile', 'badge-issuer'],
  ['Endorsement', 'badge-endorsement'],
]);

/** `credential`, `assertion` (Open Badges 1 and 2), or what the payload of a JWT is instead. `typ` is in lower case. */
export function classifyClaims(payload: JsonObject, typ: string): 'credential' | 'assertion' | Foreign {
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
export function classifyDocument(
  document: JsonObject,
): 'credential' | 'assertion' | Exclude<Foreign, 'jwt-not-a-credential'> | null {
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
  return classifyOpenBadge(document);
}

function isVcDocument(document: JsonObject): boolean {
  return typesOf(document).includes('VerifiableCredential') || 'credentialSubject' in document;
}

/** An assertion, or another thing of Open Badges 0.5, 1 and 2. */
function classifyOpenBadge(document: JsonObject): 'assertion' | BadgePart | null {
  const { badge } = document;
  const names = 'recipient' in document || 'verify' in document || 'verification' in document;
  if (badge !== undefined && names) return 'assertion';
  const types = typesOf(document);
  const inContext = hasContext(document, /openbadges\/v[12]/) || hasOwnContext(document);
  if (inContext && types.includes('Assertion')) return 'assertion';
  const part = types.map((type) => BADGE_PARTS.get(type)).find((known) => known !== undefined);
  const other = types.map((type) => BADGE_PARTS_IN_CONTEXT.get(type)).find((known) => known !== undefined);
  return part ?? (inContext ? (other ?? null) : null);
}

/** The terms of Open Badges written out in the document itself. */
function hasOwnContext(document: JsonObject): boolean {
  return many(document['@context']).some(
    (context) => isJsonObject(context) && stringOrNull(context['obi'])?.endsWith('openbadges#') === true,
  );
}

function hasContext(document: JsonObject, pattern: RegExp): boolean {
  return many(document['@context']).some((context) => typeof context === 'string' && pattern.test(context));
}

function typesOf(document: JsonObject): readonly JsonValue[] {
  return [...many(document['type']), ...many(document['@type'])];
}
