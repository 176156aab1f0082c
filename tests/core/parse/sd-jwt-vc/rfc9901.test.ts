// RFC 9901's signed examples: processed claims as another library makes them (@sd-jwt/core).
import { createHash } from 'node:crypto';
import { SDJwtInstance } from '@sd-jwt/core';
import { expect, test } from 'vitest';
import { describeVectors, hasVectors, vectorText } from '../../../vectors/folder.ts';
import { parsedSdJwt, plain } from '../../../builders/parsed.ts';

interface Vector {
  readonly section: string;
  readonly serialized: string;
  readonly disclosures: number;
  readonly kb: { readonly payload: object } | null;
}

const FILE = 'sdjwt/rfc9901-vectors.json';
const { vectors } = (hasVectors(FILE) ? JSON.parse(vectorText(FILE)) : { vectors: [] }) as {
  vectors: readonly Vector[];
};
const other = new SDJwtInstance({
  hasher: (data, algorithm) =>
    createHash(algorithm.replace('-', ''))
      .update(typeof data === 'string' ? data : new Uint8Array(data))
      .digest(),
  hashAlg: 'sha-256',
});

describeVectors(
  'RFC 9901 examples',
  () => {
    test('all nine are there', () => {
      expect(vectors).toHaveLength(9);
    });

    test.each(vectors.map((vector, index) => ({ ...vector, index })))('$index $section', async (vector) => {
      const credential = await parsedSdJwt(vector.serialized);
      // The first is printed without its last tilde: the issuer-signed JWT alone.
      const whole = vector.serialized.includes('~') ? vector.serialized : `${vector.serialized}~`;
      expect(plain(credential.claims)).toEqual(plain(await other.getClaims(whole)));
      expect(credential.problems).toEqual([]);
      expect(credential.disclosures).toHaveLength(vector.disclosures);
      expect(credential.disclosures.every(({ path }) => path !== null)).toBe(true);
      expect(credential.keyBinding !== null).toBe(vector.kb !== null);
      expect(credential.presented + (credential.keyBinding ?? '')).toBe(whole);
    });

    test('every disclosure dropped leaves the other claims as they were', async () => {
      for (const { serialized } of vectors) {
        const { presented, jws } = await parsedSdJwt(serialized);
        const without = await parsedSdJwt(`${jws.compact}~`);
        expect(plain(without.claims)).toEqual(plain(await other.getClaims(`${jws.compact}~`)));
        expect(presented.startsWith(jws.compact)).toBe(true);
      }
    });
  },
  [FILE],
);
