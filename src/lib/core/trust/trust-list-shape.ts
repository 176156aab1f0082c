// The trust list contract (DESIGN section 5, docs/trust-list.md) as validators; the wire type follows from them.
// Members not named here are ignored, so that a later version can add some.
import * as v from 'valibot';
import type { JsonValue } from '../model/json.ts';
import { parseUtcTime } from './parse-time.ts';
import { readPublicJwk } from './read-public-jwk.ts';

const MAX_ISSUERS = 20_000;
const MAX_EACH = 1_000;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(2_048));
const texts = v.optional(v.pipe(v.array(text), v.maxLength(MAX_EACH)), []);
const nullableText = v.nullish(text, null);
/** Language tags to text, or one text in no stated language. */
const localised = v.union([text, v.pipe(v.record(v.pipe(v.string(), v.maxLength(35)), text), v.minEntries(1))]);
const time = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const seconds = parseUtcTime(dataset.value);
    if (seconds !== null) return seconds;
    addIssue({ message: 'time' });
    return NEVER;
  }),
);
/** A private or a symmetric key in a list is a mistake that must not be made use of: the whole list is refused. */
const key = v.pipe(
  v.custom<JsonValue>((value) => isKeyForAll(value)),
  v.transform((jwk) => readPublicJwk(jwk)),
);
const keys = v.pipe(
  v.optional(v.pipe(v.array(key), v.maxLength(MAX_EACH)), []),
  v.transform((read) => read.filter((one) => one !== null)),
);
const certificate = v.pipe(v.string(), v.maxLength(16_384), v.base64());

const issuer = v.object({
  name: localised,
  country: nullableText,
  homepage: nullableText,
  ids: texts,
  keys,
  certificates: v.optional(v.pipe(v.array(certificate), v.maxLength(MAX_EACH)), []),
  subjects: texts,
  mayIssue: texts,
  statusLists: texts,
  documents: texts,
  validFrom: v.nullish(time, null),
  validUntil: v.nullish(time, null),
});

export const trustListShape = v.object({
  name: text,
  version: v.literal(1),
  issued: time,
  validUntil: v.nullish(time, null),
  issuers: v.optional(v.pipe(v.array(issuer), v.maxLength(MAX_ISSUERS)), []),
  verifiers: v.optional(v.pipe(v.array(v.object({ name: localised, keys })), v.maxLength(MAX_ISSUERS)), []),
});
export type TrustListOnWire = v.InferOutput<typeof trustListShape>;
export type LocalisedOnWire = v.InferOutput<typeof localised>;

function isKeyForAll(value: unknown): boolean {
  // What parseJson made is JSON; anything else is no key either.
  const jwk = typeof value === 'object' && value !== null && 'kty' in value ? value : null;
  return jwk !== null && jwk.kty !== 'oct' && !['d', 'p', 'q', 'k'].some((member) => member in jwk);
}
