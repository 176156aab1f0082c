// Wycheproof json_web_signature, 401 cases: every one as Wycheproof says, or in the list of exceptions with its reason.
import { expect, test } from 'vitest';
import { decodeBase64url } from '../../src/lib/core/bytes/base64url.ts';
import { parseJson } from '../../src/lib/core/bytes/parse-json.ts';
import { decodeUtf8 } from '../../src/lib/core/bytes/utf8.ts';
import { isJsonObject, many, stringOrNull } from '../../src/lib/core/model/json.ts';
import type { JsonValue } from '../../src/lib/core/model/json.ts';
import { readPublicJwk } from '../../src/lib/core/trust/read-public-jwk.ts';
import { checkSignature } from '../../src/lib/core/verify/check-signature.ts';
import { jsonOf, objectOf } from '../builders/json.ts';
import { describeVectors, hasVectors, vectorText } from './folder.ts';

interface Case {
  readonly id: number;
  readonly name: string;
  readonly jws: string;
  readonly valid: boolean;
  readonly key: JsonValue | undefined;
  readonly group: string;
}

const FILE = 'negative-crypto/C2SP__wycheproof/json_web_signature_test.json';
const file = hasVectors(FILE) ? objectOf(jsonOf(vectorText(FILE))) : {};
const cases: readonly Case[] = many(file['testGroups'])
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
  readonly holds: (one: Case) => boolean;
}

const hasForeignCharacter = ({ name }: Case): boolean => name.startsWith('InvalidCharacterInserted');

/** Valid in Wycheproof, and not accepted here on purpose. */
const EXCEPTIONS: readonly Exception[] = [
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
async function answerTo({ jws, key }: Case): Promise<string> {
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

describeVectors(
  'Wycheproof json_web_signature',
  () => {
    test('has 401 cases', () => {
      expect(cases).toHaveLength(401);
    });

    test.each(cases)('$id $group $name', async (one) => {
      const answer = await answerTo(one);
      const exception = EXCEPTIONS.find(({ holds }) => holds(one));
      if (!one.valid) expect(answer).not.toBe('signature-ok');
      else expect(answer).toBe(exception?.answer ?? 'signature-ok');
    });

    test('the exceptions are 2 foreign characters, 8 HMACs, 18 longer hashes and 2 misnamed keys', () => {
      const counts = EXCEPTIONS.map(({ holds }) => cases.filter((one) => one.valid && holds(one)).length);
      expect(counts).toEqual([2, 8, 18, 2]);
    });
  },
  [FILE],
);
