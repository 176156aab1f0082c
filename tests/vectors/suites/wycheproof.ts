// Wycheproof json_web_signature, 401 cases: every one as Wycheproof says, or in the list of exceptions with its reason.
import { decodeBase64url } from '../../../src/lib/core/bytes/base64url.ts';
import { parseJson } from '../../../src/lib/core/bytes/parse-json.ts';
import { decodeUtf8 } from '../../../src/lib/core/bytes/utf8.ts';
import { isJsonObject, many, stringOrNull } from '../../../src/lib/core/model/json.ts';
import type { JsonValue } from '../../../src/lib/core/model/json.ts';
import { readPublicJwk } from '../../../src/lib/core/trust/read-public-jwk.ts';
import { checkSignature } from '../../../src/lib/core/verify/check-signature.ts';
import { jsonOf, objectOf } from '../../builders/json.ts';
import { hasVectors, vectorText } from '../folder.ts';
import type { Case, Suite } from './suite.ts';

export interface Signed {
  readonly id: number;
  readonly name: string;
  readonly jws: string;
  readonly valid: boolean;
  readonly key: JsonValue | undefined;
  readonly group: string;
}

export const FILE = 'negative-crypto/C2SP__wycheproof/json_web_signature_test.json';
const file = hasVectors(FILE) ? objectOf(jsonOf(vectorText(FILE))) : {};
export const cases: readonly Signed[] = many(file['testGroups'])
  .filter(isJsonObject)
  .flatMap((group) =>
    many(group['tests'])
      .filter(isJsonObject)
      .map((one) => ({
        id: Number(one['tcId']),
        name: stringOrNull(one['comment']) ?? '',
        jws: stringOrNull(one['jws']) ?? '',
        valid: one['result'] === 'valid',
        key: group['public'] ?? group['private'],
        group: stringOrNull(group['comment']) ?? '',
      })),
  );

interface Exception {
  readonly why: string;
  readonly answer: string;
  readonly holds: (one: Signed) => boolean;
}

const hasForeignCharacter = ({ name }: Signed): boolean => name.startsWith('InvalidCharacterInserted');

/** Valid in Wycheproof, and not accepted here on purpose. */
export const EXCEPTIONS: readonly Exception[] = [
  {
    why: 'a character outside base64url inside a segment: one byte string, one text (RFC 7515 §2)',
    answer: 'malformed',
    holds: hasForeignCharacter,
  },
  {
    why: 'HMAC: whoever can check it can make it, so it proves nothing to a third party',
    answer: 'algorithm-symmetric',
    holds: (one) => isJsonObject(one.key) && one.key['kty'] === 'oct' && !hasForeignCharacter(one),
  },
  {
    why: 'RS384, RS512, PS384, PS512: not among the algorithms of issuers here; they cannot be told',
    answer: 'algorithm-not-supported',
    holds: ({ jws }) => /"alg":"[RP]S(?:384|512)"/.test(headerOf(jws)),
  },
  {
    why: 'a JWK with alg ES521, which is no algorithm, beside a header that says ES512: key and header disagree',
    answer: 'algorithm-key-mismatch',
    holds: ({ key }) => isJsonObject(key) && key['alg'] === 'ES521',
  },
];

const headerOf = (jws: string): string => Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString();

/** What a compact JWS with any payload is worth under `key`. */
export async function answerTo({ jws, key }: Signed): Promise<string> {
  const [headerText, payloadText, signatureText, ...more] = jws.split('.');
  const bytes = decodeBase64url(headerText ?? '');
  const signature = decodeBase64url(signatureText ?? '');
  const payload = decodeBase64url(payloadText ?? '');
  const parsed = bytes === null ? null : parseJson(decodeUtf8(bytes) ?? '');
  if (parsed?.ok !== true || !isJsonObject(parsed.value) || signature === null || payload === null || more.length > 0)
    return 'malformed';
  const publicKey = readPublicJwk(key);
  const keys = publicKey === null ? [] : [publicKey];
  const signingInput = `${headerText ?? ''}.${payloadText ?? ''}`;
  const read = { compact: jws, header: parsed.value, payload: {}, signingInput, signature };
  return (await checkSignature(read, { keys, namesakes: [], missing: 'key-not-in-hand' })).reason;
}

async function caseOf(one: Signed): Promise<Case> {
  const answer = await answerTo(one);
  const exception = EXCEPTIONS.find(({ holds, answer: ours }) => holds(one) && ours === answer);
  return {
    name: `${String(one.id)} ${one.name}`.trim(),
    expected: one.valid ? 'valid' : 'invalid',
    got: answer === 'signature-ok' ? 'valid' : 'invalid',
    why: one.valid ? exception?.why : undefined,
  };
}

export async function wycheproof(): Promise<readonly Suite[]> {
  const groups = [...new Set(cases.map(({ group }) => group))].sort();
  return Promise.all(
    groups.map(async (group) => ({
      format: 'JWS',
      source: 'C2SP/wycheproof json_web_signature',
      asks: group === '' ? 'no group' : group,
      cases: await Promise.all(cases.filter((one) => one.group === group).map(caseOf)),
    })),
  );
}
