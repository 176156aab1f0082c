import { calculateJwkThumbprint } from 'jose';
import { expect, test } from 'vitest';
import { jwkThumbprint } from '../../../src/lib/core/bytes/jwk-thumbprint.ts';

const RFC7638 = {
  kty: 'RSA',
  n: '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw',
  e: 'AQAB',
  alg: 'RS256',
  kid: '2011-04-29',
};

test('RFC 7638 §3.1: the example', async () => {
  expect(await jwkThumbprint(RFC7638)).toBe('NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs');
});

test.each([
  {
    kty: 'EC',
    crv: 'P-256',
    x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
    y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
  },
  { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
])('as another library computes it: $kty', async (jwk) => {
  expect(await jwkThumbprint({ ...jwk })).toBe(await calculateJwkThumbprint(jwk));
});

test('a symmetric key or one without a member has none', async () => {
  expect(await jwkThumbprint({ kty: 'oct' })).toBeNull();
  expect(await jwkThumbprint({ kty: 'EC', crv: 'P-256', x: 'a' })).toBeNull();
});
