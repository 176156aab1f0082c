import { expect, test } from 'vitest';
import { decodeCompactJws } from '../../../src/lib/core/bytes/decode-compact-jws.ts';

const part = (text: string): string => Buffer.from(text).toString('base64url');
const HEADER = part('{"alg":"ES256"}');
const PAYLOAD = part('{"iss":"https://a.example"}');

test('header, payload and signature are decoded, the signing input kept as received', () => {
  const decoding = decodeCompactJws(`${HEADER}.${PAYLOAD}.AAEC`);
  expect(decoding.ok && { ...decoding.jws, header: { ...decoding.jws.header } }).toMatchObject({
    header: { alg: 'ES256' },
    signingInput: `${HEADER}.${PAYLOAD}`,
    signature: Uint8Array.of(0, 1, 2),
  });
});

test.each([
  ['two parts', `${HEADER}.${PAYLOAD}`, 'malformed-jwt'],
  ['four parts', `${HEADER}.${PAYLOAD}.AA.AA`, 'malformed-jwt'],
  ['padding', `${HEADER}.${PAYLOAD}.AA==`, 'malformed-jwt'],
  ['a header that is not JSON', `${part('alg')}.${PAYLOAD}.AA`, 'malformed-jwt'],
  ['a payload that is an array', `${HEADER}.${part('[]')}.AA`, 'malformed-jwt'],
  ['a payload that is null', `${HEADER}.${part('null')}.AA`, 'malformed-jwt'],
  ['a payload that is not UTF-8', `${HEADER}._w.AA`, 'malformed-jwt'],
  ['a byte order mark in the payload', `${HEADER}.${part('\uFEFF{}')}.AA`, 'malformed-jwt'],
  ['a claim twice', `${HEADER}.${part('{"iss":"a","iss":"b"}')}.AA`, 'json-duplicate-key'],
  ['a header member twice', `${part('{"alg":"none","alg":"ES256"}')}.${PAYLOAD}.AA`, 'json-duplicate-key'],
  ['a payload 100,000 deep', `${HEADER}.${part('{"a":'.repeat(100_000))}.AA`, 'json-too-deep'],
  ['__proto__', `${HEADER}.${part('{"__proto__":{}}')}.AA`, 'json-forbidden-key'],
])('%s is refused', (_, compact, why) => {
  expect(decodeCompactJws(compact)).toEqual({ ok: false, why });
});
