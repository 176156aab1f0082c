// Credentials made by @sd-jwt/core, jose and @digitalbazaar/vc are genuine; each tampered twin is refused for its reason.
import { beforeAll, describe, expect, test } from 'vitest';
import { SignJWT } from 'jose';
import type { JsonObject } from '../../../src/lib/core/model/json.ts';
import type { TrustMaterial } from '../../../src/lib/core/model/trust.ts';
import type { VerificationContext } from '../../../src/lib/core/model/verdict.ts';
import { examined, NOW } from '../../builders/examined.ts';
import { badge, issueBadge, makeIssuer } from '../../builders/issue-data-integrity.ts';
import { arrayOf, decoded, objectOf } from '../../builders/json.ts';
import { bind, disclose, issueSdJwtVc } from '../../builders/sd-jwt-vc.ts';
import { makeKey } from '../../builders/signing-key.ts';
import type { SigningKey } from '../../builders/signing-key.ts';
import { segment } from '../../builders/tokens.ts';
import { listedIssuer, trusting } from '../../builders/trust-list.ts';
import { issueVcJwt, ISSUER } from '../../builders/vc-jwt.ts';

const ANSWER: VerificationContext = {
  kind: 'presented',
  mode: 'answer',
  nonce: 'n-1',
  audience: 'https://door.example',
};
const FRESH = { nonce: 'n-1', aud: 'https://door.example', iat: NOW - 5 };

let key: SigningKey;
let other: SigningKey;
let holder: SigningKey;
let trust: TrustMaterial;
let sdJwt: string;
let presented: string;
let vcJwt: string;
let document: string;

beforeAll(async () => {
  [key, other, holder] = await Promise.all([makeKey('ES256', 'k1'), makeKey('ES256', 'k2'), makeKey('ES256')]);
  const bazaar = await makeIssuer();
  trust = await trusting([
    listedIssuer({ keys: [key.publicJwk] }),
    listedIssuer({ ids: ['https://other.example'], keys: [other.publicJwk] }),
    listedIssuer({ ids: [bazaar.did] }),
  ]);
  sdJwt = await issueSdJwtVc({ key, holder, header: { kid: 'k1' } });
  presented = await disclose(sdJwt, key, ['title', 'level', 'given_name']);
  vcJwt = await issueVcJwt({ key, header: { kid: 'k1' } });
  document = JSON.stringify(await issueBadge(bazaar));
});

const parts = (jwt: string): [string, string, string] => {
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  return [header, payload, signature];
};
const resigned = (payload: object, by = key, header: object = {}): Promise<string> =>
  new SignJWT({ ...payload })
    .setProtectedHeader({ alg: by.alg, typ: 'vc+jwt', kid: 'k1', ...header })
    .sign(by.privateKey);
const payloadOf = (jwt: string): JsonObject => objectOf(decoded(parts(jwt)[1]));

describe('what other people’s libraries issued is genuine', () => {
  test('an SD-JWT VC by @sd-jwt/core', async () => {
    expect(await examined(sdJwt, { trust })).toMatchObject({
      verdict: 'genuine',
      wrong: [],
      because: ['issuer-listed'],
    });
  });

  test('the same presented with key binding by jose, in answer to our question', async () => {
    const answer = await bind({ presented, holder, payload: FRESH });
    expect(await examined(answer, { trust, context: ANSWER })).toMatchObject({
      verdict: 'genuine',
      because: ['issuer-listed', 'possession-proven'],
    });
  });

  test('a VC-JWT by jose', async () => {
    expect(await examined(vcJwt, { trust })).toMatchObject({ verdict: 'genuine', wrong: [] });
  });

  test('an Open Badge by @digitalbazaar/vc', async () => {
    expect(await examined(document, { trust })).toMatchObject({ verdict: 'genuine', wrong: [] });
  });
});

interface Twin {
  readonly name: string;
  readonly make: () => string | Promise<string>;
  readonly reason: string;
  readonly context?: VerificationContext;
}

/** Twenty twins of the four above, with one thing changed. */
const TWINS: readonly Twin[] = [
  {
    name: 'a payload changed after signing',
    make: () => {
      const [header, , signature] = parts(vcJwt);
      return `${header}.${segment({ ...payloadOf(vcJwt), name: 'Professor' })}.${signature}`;
    },
    reason: 'signature-invalid',
  },
  {
    name: 'a signature with one bit turned',
    make: () => {
      const [header, payload, signature] = parts(vcJwt);
      const bytes = Buffer.from(signature, 'base64url');
      bytes[10] = (bytes[10] ?? 0) ^ 1;
      return `${header}.${payload}.${bytes.toString('base64url')}`;
    },
    reason: 'signature-invalid',
  },
  {
    name: 'alg none and no signature',
    make: () => `${segment({ alg: 'none', typ: 'vc+jwt', kid: 'k1' })}.${parts(vcJwt)[1]}.`,
    reason: 'algorithm-none',
  },
  {
    name: 'HS256 with the public key as the secret',
    make: () =>
      new SignJWT(payloadOf(vcJwt))
        .setProtectedHeader({ alg: 'HS256', typ: 'vc+jwt', kid: 'k1' })
        .sign(Buffer.from(JSON.stringify(key.publicJwk))),
    reason: 'algorithm-symmetric',
  },
  {
    name: 'an algorithm that is not the key’s',
    make: () => {
      const [, payload, signature] = parts(vcJwt);
      return `${segment({ alg: 'RS256', typ: 'vc+jwt', kid: 'k1' })}.${payload}.${signature}`;
    },
    reason: 'algorithm-key-mismatch',
  },
  {
    name: 'the issuer’s name on an attacker’s key in the header',
    make: () => resigned(payloadOf(vcJwt), other, { kid: undefined, jwk: other.publicJwk }),
    reason: 'issuer-key-not-the-issuers',
  },
  {
    name: 'another trusted issuer’s key under the same issuer (THREATS C3)',
    make: () => resigned(payloadOf(vcJwt), other, { kid: 'k2' }),
    reason: 'issuer-key-not-the-issuers',
  },
  {
    name: 'iss that is not the issuer inside',
    make: () =>
      resigned({ ...payloadOf(vcJwt), iss: ISSUER, issuer: { id: 'https://other.example', type: ['Profile'] } }),
    reason: 'issuer-key-not-the-issuers',
  },
  {
    name: 'a critical header nobody understands',
    make: () => {
      const header = segment({ alg: 'ES256', typ: 'vc+jwt', kid: 'k1', crit: ['shift'], shift: 1 });
      return `${header}.${parts(vcJwt)[1]}.${parts(vcJwt)[2]}`;
    },
    reason: 'critical-header-not-understood',
  },
  {
    name: 'a key binding passed off as a credential',
    make: () => resigned(payloadOf(vcJwt), key, { typ: 'kb+jwt' }),
    reason: 'token-type-unexpected',
  },
  {
    name: 'an end in the past',
    make: () => resigned({ ...payloadOf(vcJwt), exp: NOW - 61 }),
    reason: 'expired',
  },
  {
    name: 'a start in the future',
    make: () => resigned({ ...payloadOf(vcJwt), validFrom: '2026-11-22T00:00:00Z', nbf: undefined }),
    reason: 'not-yet-valid',
  },
  {
    name: 'a disclosure that belongs nowhere',
    make: () => `${sdJwt}${segment(['salt', 'title', 'Professor'])}~`,
    reason: 'disclosure-not-referenced',
  },
  {
    name: 'a disclosure with another value',
    make: () => {
      const [jwt = '', first = '', ...rest] = sdJwt.split('~');
      const [salt, name] = arrayOf(decoded(first));
      return [jwt, segment([salt, name, 'Professor']), ...rest].join('~');
    },
    reason: 'disclosure-not-referenced',
  },
  {
    name: 'a presentation handed over as the credential (THREATS C10)',
    make: () => bind({ presented, holder, payload: FRESH }),
    reason: 'presentation-received-as-credential',
  },
  {
    name: 'a key binding by somebody else',
    make: () => bind({ presented, holder: other, payload: FRESH }),
    reason: 'key-binding-signature-invalid',
    context: ANSWER,
  },
  {
    name: 'a disclosure taken away after the holder signed',
    make: async () => {
      const bound = await bind({ presented, holder, payload: FRESH });
      const all = bound.split('~');
      return [...all.slice(0, 1), ...all.slice(2)].join('~');
    },
    reason: 'key-binding-hash-wrong',
    context: ANSWER,
  },
  {
    name: 'an answer to another question',
    make: () => bind({ presented, holder, payload: { ...FRESH, nonce: 'n-2' } }),
    reason: 'nonce-wrong',
    context: ANSWER,
  },
  {
    name: 'a badge whose name was changed after signing',
    make: () => document.replace('Academic supervision', 'Academic leadership'),
    reason: 'signature-invalid',
  },
  {
    name: 'a badge with a claim that the signature does not cover',
    make: () => document.replace('"achievement":{', '"achievement":{"rank":"Professor",'),
    reason: 'claim-not-covered-by-signature',
  },
];

describe('a tampered twin is refused for the right reason', () => {
  test('there are twenty', () => {
    expect(new Set(TWINS.map(({ name }) => name)).size).toBe(20);
  });

  test.each(TWINS)('$name: $reason', async ({ make, reason, context }) => {
    const told = await examined(await make(), context === undefined ? { trust } : { trust, context });
    expect(told.verdict).toBe('refused');
    expect(told.wrong).toContain(reason);
  });
});

test('a badge by an issuer that is not listed is not refused for that', async () => {
  const stranger = await makeIssuer(2);
  const signed = JSON.stringify(await issueBadge(stranger, badge(stranger.did)));
  expect(await examined(signed, { trust })).toMatchObject({ verdict: 'cannot-tell', wrong: ['issuer-not-listed'] });
});
