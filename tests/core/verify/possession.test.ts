// RFC 9901 §7.3, a test a rule; the eight negatives of the OpenID4VP verifier plan by their names (THREATS section 2).
import { SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TrustMaterial } from '../../../src/lib/core/model/trust.ts';
import { SHOW_AUDIENCE } from '../../../src/lib/core/model/verdict.ts';
import type { VerificationContext } from '../../../src/lib/core/model/verdict.ts';
import { examined, NOW } from '../../builders/examined.ts';
import type { Examined } from '../../builders/examined.ts';
import { bind, disclose, issueSdJwtVc } from '../../builders/sd-jwt-vc.ts';
import { makeKey } from '../../builders/signing-key.ts';
import type { SigningKey } from '../../builders/signing-key.ts';
import { segment } from '../../builders/tokens.ts';
import { listedIssuer, trusting } from '../../builders/trust-list.ts';
import { issueVcJwt } from '../../builders/vc-jwt.ts';

const ANSWER: VerificationContext = {
  kind: 'presented',
  mode: 'answer',
  nonce: 'n-1',
  audience: 'https://door.example',
};
const SHOW: VerificationContext = { kind: 'presented', mode: 'show' };
const ANSWERED = { nonce: 'n-1', aud: 'https://door.example', iat: NOW - 5 };
const SHOWN = { nonce: 'r-1', aud: SHOW_AUDIENCE, iat: NOW - 5, exp: NOW + 115 };
const YEAR = 365 * 86_400;

let key: SigningKey;
let holder: SigningKey;
let trust: TrustMaterial;
let presented: string;

beforeAll(async () => {
  [key, holder] = await Promise.all([makeKey('ES256'), makeKey('ES256')]);
  trust = await trusting([listedIssuer({ keys: [key.publicJwk] })]);
  presented = await disclose(await issueSdJwtVc({ key, holder }), key, ['title', 'given_name']);
});

type Members = Readonly<Record<string, unknown>>;
async function answered(payload: Members = {}, header: Members = {}, by = holder): Promise<Examined> {
  const text = await bind({ presented, holder: by, header, payload: { ...ANSWERED, ...payload } });
  return examined(text, { trust, context: ANSWER });
}
async function shown(payload: Members = {}): Promise<Examined> {
  const text = await bind({ presented, holder, payload: { ...SHOWN, ...payload } });
  return examined(text, { trust, context: SHOW });
}
const refusedFor = (reason: string) => ({ verdict: 'refused', because: [reason] });

describe('an answer to our question', () => {
  test('happy-flow: proves possession', async () => {
    expect(await answered()).toMatchObject({ verdict: 'genuine', because: ['issuer-listed', 'possession-proven'] });
  });

  test.each(['ES384', 'ES512', 'EdDSA', 'Ed25519'])(
    'may be signed with %s by a holder’s key of that kind',
    async (alg) => {
      const other = await makeKey(alg);
      const text = await disclose(await issueSdJwtVc({ key, holder: other }), key, ['title']);
      const bound = await bind({ presented: text, holder: other, payload: ANSWERED });
      expect(await examined(bound, { trust, context: ANSWER })).toMatchObject({ verdict: 'genuine' });
    },
  );

  test('invalid-kb-jwt-signature: refused', async () => {
    expect(await answered({}, {}, await makeKey('ES256'))).toMatchObject(refusedFor('key-binding-signature-invalid'));
  });

  test('invalid-credential-signature: refused', async () => {
    const [jwt = '', ...disclosures] = presented.split('~');
    const [header = '', payload = '', signature = ''] = jwt.split('.');
    const bytes = Buffer.from(signature, 'base64url');
    bytes[3] = (bytes[3] ?? 0) ^ 128;
    const forged = [[header, payload, bytes.toString('base64url')].join('.'), ...disclosures].join('~');
    const bound = await bind({ presented: forged, holder, payload: ANSWERED });
    expect(await examined(bound, { trust, context: ANSWER })).toMatchObject(refusedFor('signature-invalid'));
  });

  test('invalid-sd-hash: refused', async () => {
    expect(await answered({ sd_hash: 'AAAA' })).toMatchObject(refusedFor('key-binding-hash-wrong'));
  });

  test('invalid-kb-jwt-nonce: refused', async () => {
    expect(await answered({ nonce: 'n-0' })).toMatchObject(refusedFor('nonce-wrong'));
  });

  test('invalid-kb-jwt-aud: refused', async () => {
    expect(await answered({ aud: 'https://other.example' })).toMatchObject(refusedFor('audience-wrong'));
  });

  test('kb-jwt-iat-in-past, a year: refused', async () => {
    expect(await answered({ iat: NOW - YEAR })).toMatchObject(refusedFor('presentation-too-old'));
  });

  test('kb-jwt-iat-in-future, a year: refused', async () => {
    expect(await answered({ iat: NOW + YEAR })).toMatchObject(refusedFor('presentation-from-the-future'));
  });

  test.each([
    [NOW - 359, 'genuine'],
    [NOW - 360, 'refused'],
    [NOW + 60, 'genuine'],
    [NOW + 61, 'refused'],
  ])('made at %i is %s: five minutes, and one for clocks', async (iat, verdict) => {
    expect((await answered({ iat })).verdict).toBe(verdict);
  });

  test.each([
    [NOW - 59, 'genuine'],
    [NOW - 60, 'refused'],
  ])('with an end of its own at %i is %s', async (exp, verdict) => {
    expect((await answered({ iat: NOW - 3600, exp })).verdict).toBe(verdict);
  });

  test.each(['JWT', 'KB+JWT', 'dc+sd-jwt', undefined])('with typ %s is refused', async (typ) => {
    expect(await answered({}, { typ })).toMatchObject(refusedFor('key-binding-type-wrong'));
  });

  test('with alg none is refused', async () => {
    const text = `${presented}${segment({ alg: 'none', typ: 'kb+jwt' })}.${segment(ANSWERED)}.`;
    expect(await examined(text, { trust, context: ANSWER })).toMatchObject(refusedFor('key-binding-algorithm-refused'));
  });

  test('with HMAC over the holder’s public key is refused', async () => {
    const jwt = await new SignJWT(ANSWERED)
      .setProtectedHeader({ alg: 'HS256', typ: 'kb+jwt' })
      .sign(Buffer.from(JSON.stringify(holder.publicJwk)));
    expect(await examined(presented + jwt, { trust, context: ANSWER })).toMatchObject(
      refusedFor('key-binding-algorithm-refused'),
    );
  });

  test('with an algorithm that is not the holder’s key’s is refused', async () => {
    const text = `${presented}${segment({ alg: 'ES384', typ: 'kb+jwt' })}.${segment(ANSWERED)}.AAAA`;
    expect(await examined(text, { trust, context: ANSWER })).toMatchObject(refusedFor('key-binding-algorithm-refused'));
  });

  test.each(['nonce', 'aud', 'iat', 'sd_hash'])('without %s is refused', async (claim) => {
    const told = await answered({ [claim]: undefined });
    expect(told.verdict).toBe('refused');
    expect(told.because).toContain('key-binding-malformed');
  });

  test('for several audiences at once is refused (§4.3: one single string)', async () => {
    const told = await answered({ aud: ['https://door.example'] });
    expect(told.because).toEqual(['key-binding-malformed', 'audience-wrong']);
  });

  test('with a critical header is refused', async () => {
    const header = segment({ alg: 'ES256', typ: 'kb+jwt', crit: ['x'], x: 1 });
    const told = await examined(`${presented}${header}.${segment(ANSWERED)}.AAAA`, { trust, context: ANSWER });
    expect(told).toMatchObject(refusedFor('key-binding-malformed'));
  });

  test('that is no JWT at all is refused', async () => {
    const told = await examined(`${presented}nonsense`, { trust, context: ANSWER });
    expect(told).toMatchObject(refusedFor('key-binding-malformed'));
  });

  test('with a disclosure added after signing is refused (THREATS C9)', async () => {
    const whole = await issueSdJwtVc({ key, holder });
    const few = await disclose(whole, key, ['title']);
    const bound = await bind({ presented: few, holder, payload: ANSWERED });
    const extra = whole.split('~').find((part) => part !== '' && !few.includes(part)) ?? '';
    const at = bound.indexOf('~') + 1;
    const told = await examined(`${bound.slice(0, at)}${extra}~${bound.slice(at)}`, { trust, context: ANSWER });
    expect(told).toMatchObject(refusedFor('key-binding-hash-wrong'));
  });

  test('of a credential bound to nobody is refused', async () => {
    const unbound = await disclose(await issueSdJwtVc({ key }), key, ['title']);
    const bound = await bind({ presented: unbound, holder, payload: ANSWERED });
    expect(await examined(bound, { trust, context: ANSWER })).toMatchObject(
      refusedFor('key-binding-without-holder-key'),
    );
  });

  test('whose key binding was stripped proves no holder (THREATS C8)', async () => {
    expect(await examined(presented, { trust, context: ANSWER })).toMatchObject({
      verdict: 'cannot-tell',
      because: ['holder-not-proven', 'replay-not-asked'],
    });
  });

  test('by a badge proves no holder: it has no key binding', async () => {
    expect(await examined(await issueVcJwt({ key }), { trust, context: ANSWER })).toMatchObject({
      verdict: 'cannot-tell',
      because: ['holder-not-proven', 'replay-not-asked'],
    });
  });

  test('is never satisfied by something made for showing', async () => {
    const text = await bind({ presented, holder, payload: SHOWN });
    expect(await examined(text, { trust, context: ANSWER })).toMatchObject(refusedFor('audience-wrong'));
  });
});

describe('something shown that nobody asked for', () => {
  test('proves possession within its window', async () => {
    expect(await shown()).toMatchObject({ verdict: 'genuine', because: ['issuer-listed', 'possession-shown'] });
  });

  test.each([
    ['one second inside the minute after its end', { iat: NOW - 200, exp: NOW - 59 }, 'genuine'],
    ['a minute after its end', { iat: NOW - 200, exp: NOW - 60 }, 'refused'],
    ['made a minute ahead', { iat: NOW + 60, exp: NOW + 180 }, 'genuine'],
    ['made more than a minute ahead', { iat: NOW + 61, exp: NOW + 180 }, 'refused'],
    ['without an end', { exp: undefined }, 'refused'],
    ['with an end in ten years, made sixteen minutes ago', { iat: NOW - 960, exp: NOW + 10 * YEAR }, 'refused'],
  ])('%s', async (_, payload, verdict) => {
    expect((await shown(payload)).verdict).toBe(verdict);
  });

  test('is refused when it was made for somebody in particular', async () => {
    expect(await shown({ aud: 'urn:meritfolio:send:employer' })).toMatchObject(refusedFor('audience-wrong'));
  });

  test('is cannot tell without key binding', async () => {
    expect(await examined(presented, { trust, context: SHOW })).toMatchObject({ verdict: 'cannot-tell' });
  });
});

describe('a credential received for keeping', () => {
  test('is refused with key binding: it was shown to somebody else (THREATS C10, §7.2)', async () => {
    const text = await bind({ presented, holder, payload: ANSWERED });
    expect(await examined(text, { trust })).toMatchObject(refusedFor('presentation-received-as-credential'));
  });

  test('says nothing of who holds it', async () => {
    const told = await examined(presented, { trust });
    expect(told.reasons).toEqual(expect.arrayContaining(['possession-not-asked', 'replay-not-asked']));
    expect(told.verdict).toBe('genuine');
  });
});
