// What a document of the Verifiable Credentials Data Model 2.0 must be to be one (§4), as far as its own text shows.
// Documents of other versions are left alone: 1.1 allowed much of this.
import { isJsonObject, many, stringOrNull } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { ReasonOf } from '../../model/reason.ts';

const CONTEXT_V1 = 'https://www.w3.org/2018/credentials/v1';
const CONTEXT_V2 = 'https://www.w3.org/ns/credentials/v2';
/** An absolute address with a scheme; what is behind it is not looked at. */
const URL_SHAPE = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;
/** Each entry must say what it is (§4.6–4.13); these also need an id. */
const TYPED = ['evidence', 'proof', 'refreshService', 'termsOfUse', 'credentialStatus', 'credentialSchema'] as const;
/** What is no object here has a finding of its own. */
const JUDGED_ELSEWHERE: ReadonlySet<string> = new Set(['proof', 'credentialStatus']);
const IDENTIFIED: ReadonlySet<string> = new Set(['credentialSchema']);
const TEXT_MEMBERS: ReadonlySet<string> = new Set(['@value', '@language', '@direction']);

export function vcdm2Problems(document: JsonObject): readonly ReasonOf<'structure'>[] {
  const contexts = many(document['@context']);
  if (contexts.length === 0) return [];
  // §4.3: the first is the base context, which says what everything else means.
  if (contexts[0] !== CONTEXT_V2) return contexts[0] === CONTEXT_V1 ? [] : WRONG_BASE;
  const sound =
    contexts.every(isContext) &&
    isOneUrl(document['id']) &&
    isIssuer(document['issuer']) &&
    areSubjects(document['credentialSubject']) &&
    TYPED.every((member) => many(document[member]).every((entry) => isEntry(entry, member))) &&
    [document, issuerProfile(document)].every(hasReadableTexts);
  return sound ? [] : ['malformed'];
}

const WRONG_BASE = ['context-missing'] as const;

const isUrl = (value: JsonValue | undefined): boolean => typeof value === 'string' && URL_SHAPE.test(value);

/** §4.4: `id` may be left out; when it is there it is one URL. */
const isOneUrl = (value: JsonValue | undefined): boolean => value === undefined || isUrl(value);

const isContext = (context: JsonValue): boolean => isJsonObject(context) || isUrl(context);

/** §4.7. That there is one at all is checked for every version. */
function isIssuer(issuer: JsonValue | undefined): boolean {
  const id = isJsonObject(issuer) ? issuer['id'] : issuer;
  return stringOrNull(id) === null || isUrl(id);
}

function issuerProfile(document: JsonObject): JsonObject {
  return isJsonObject(document['issuer']) ? document['issuer'] : {};
}

/** §4.8: one or more, each of them saying something. */
function areSubjects(value: JsonValue | undefined): boolean {
  const subjects = many(value);
  if (subjects.length === 0) return false;
  return subjects.every(
    (subject) => isJsonObject(subject) && Object.keys(subject).length > 0 && isOneUrl(subject['id']),
  );
}

function isEntry(entry: JsonValue, member: string): boolean {
  if (!isJsonObject(entry)) return JUDGED_ELSEWHERE.has(member);
  const types = many(entry['type']);
  const typed = types.length > 0 && types.every((type) => typeof type === 'string' && type !== '');
  return typed && isOneUrl(entry['id']) && (!IDENTIFIED.has(member) || isUrl(entry['id']));
}

/** §11.1: a name or description as a value object holds nothing else. */
function hasReadableTexts(owner: JsonObject): boolean {
  return [owner['name'], owner['description']].flatMap(many).every((text) => {
    if (!isJsonObject(text) || !('@value' in text)) return true;
    return Object.keys(text).every((member) => TEXT_MEMBERS.has(member));
  });
}
