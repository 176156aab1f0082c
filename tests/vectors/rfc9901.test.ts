// The nine signed examples of RFC 9901, and what becomes of the three presentations when somebody meddles.
import { describe, expect, test } from 'vitest';
import { epochSeconds } from '../../src/lib/core/model/brand.ts';
import { isJsonObject, many, stringOrNull } from '../../src/lib/core/model/json.ts';
import type { TrustMaterial } from '../../src/lib/core/model/trust.ts';
import { examined } from '../builders/examined.ts';
import { jsonOf, objectOf } from '../builders/json.ts';
import { listedIssuer, trusting } from '../builders/trust-list.ts';
import { describeVectors, hasVectors, vectorText } from './folder.ts';

const FILE = 'sdjwt/rfc9901-vectors.json';
const file = hasVectors(FILE) ? objectOf(jsonOf(vectorText(FILE))) : {};
const vectors = many(file['vectors'])
  .filter(isJsonObject)
  .map((vector, index) => ({
    name: `${String(index + 1)}: ${stringOrNull(vector['section']) ?? ''}`,
    text: stringOrNull(vector['serialized']) ?? '',
    presented: vector['kb'] !== null,
  }));

/** Ten seconds after the KB-JWTs of the RFC were made. */
const NOW = epochSeconds(1748537254);
const ISSUERS = ['https://issuer.example.com', 'https://pid-issuer.bund.de.example', 'https://example.com/issuer'];
const asked = {
  kind: 'presented',
  mode: 'answer',
  nonce: '1234567890',
  audience: 'https://verifier.example.org',
} as const;
const trust = (): Promise<TrustMaterial> =>
  trusting([listedIssuer({ ids: ISSUERS, keys: [many(file['jwks'])[1]] })], { issued: '2025-05-29T00:00:00Z' });

describeVectors(
  'RFC 9901',
  () => {
    test('there are nine, three of them presentations', () => {
      expect([vectors.length, vectors.filter(({ presented }) => presented).length]).toEqual([9, 3]);
    });

    describe('every example', () => {
      test.each(vectors)('$name is signed by the RFC’s issuer and every disclosure belongs to it', async ({ text }) => {
        const { reasons } = await examined(text, { trust: await trust(), now: NOW, context: asked });
        expect(reasons).toEqual(expect.arrayContaining(['signature-ok', 'issuer-key-ok', 'issuer-listed']));
        expect(reasons.filter((reason) => reason.startsWith('disclosure'))).toHaveLength(1);
        expect(reasons.some((reason) => reason === 'disclosures-ok' || reason === 'disclosures-none')).toBe(true);
      });
    });

    test.each(vectors.filter(({ presented }) => !presented))('$name is genuine as a document', async ({ text }) => {
      expect(await examined(text, { trust: await trust(), now: NOW })).toMatchObject({ verdict: 'genuine', wrong: [] });
    });

    describe('a presentation', () => {
      const presentations = vectors.filter(({ presented }) => presented);

      test.each(presentations)('$name answers the RFC’s question', async ({ text }) => {
        expect(await examined(text, { trust: await trust(), now: NOW, context: asked })).toMatchObject({
          verdict: 'genuine',
          because: ['issuer-listed', 'possession-proven'],
        });
      });

      test.each(presentations)('$name is refused in answer to another nonce', async ({ text }) => {
        const context = { ...asked, nonce: '1234567891' };
        expect(await examined(text, { trust: await trust(), now: NOW, context })).toMatchObject({
          verdict: 'refused',
          because: ['nonce-wrong'],
        });
      });

      test.each(presentations)('$name is refused as a credential (§7.2)', async ({ text }) => {
        expect(await examined(text, { trust: await trust(), now: NOW })).toMatchObject({
          verdict: 'refused',
          because: ['presentation-received-as-credential'],
        });
      });

      test.each(presentations)('$name without its key binding proves no holder (§9.5)', async ({ text }) => {
        const stripped = text.slice(0, text.lastIndexOf('~') + 1);
        expect(await examined(stripped, { trust: await trust(), now: NOW, context: asked })).toMatchObject({
          verdict: 'cannot-tell',
          because: ['holder-not-proven', 'replay-not-asked'],
        });
      });

      test.each(presentations)('$name with a disclosure less is refused', async ({ text }) => {
        const [jwt = '', , ...rest] = text.split('~');
        const told = await examined([jwt, ...rest].join('~'), { trust: await trust(), now: NOW, context: asked });
        expect(told.verdict).toBe('refused');
        expect(told.because).toContain('key-binding-hash-wrong');
      });
    });
  },
  [FILE],
);
