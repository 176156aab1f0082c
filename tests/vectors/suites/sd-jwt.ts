// The nine signed examples of RFC 9901, a few seconds after its presentations were made.
import { epochSeconds } from '../../../src/lib/core/model/brand.ts';
import { isJsonObject, many, stringOrNull } from '../../../src/lib/core/model/json.ts';
import { examined } from '../../builders/examined.ts';
import { jsonOf, objectOf } from '../../builders/json.ts';
import { listedIssuer, trusting } from '../../builders/trust-list.ts';
import { hasVectors, vectorText } from '../folder.ts';
import type { Suite } from './suite.ts';

const FILE = 'sdjwt/rfc9901-vectors.json';
const NOW = epochSeconds(1748537254);
const ISSUERS = ['https://issuer.example.com', 'https://pid-issuer.bund.de.example', 'https://example.com/issuer'];
const ANSWER = {
  kind: 'presented',
  mode: 'answer',
  nonce: '1234567890',
  audience: 'https://verifier.example.org',
} as const;

export async function sdJwt(): Promise<readonly Suite[]> {
  if (!hasVectors(FILE)) return [];
  const file = objectOf(jsonOf(vectorText(FILE)));
  const listed = listedIssuer({ ids: ISSUERS, keys: [many(file['jwks'])[1]] });
  const trust = await trusting([listed], { issued: '2025-05-29T00:00:00Z' });
  const vectors = many(file['vectors']).filter(isJsonObject);
  const cases = await Promise.all(
    vectors.map(async (vector) => {
      const context = vector['kb'] === null ? ({ kind: 'document' } as const) : ANSWER;
      const { verdict } = await examined(stringOrNull(vector['serialized']) ?? '', { trust, now: NOW, context });
      return { name: stringOrNull(vector['section']) ?? '', expected: 'genuine', got: verdict };
    }),
  );
  return [{ format: 'SD-JWT', source: 'RFC 9901', asks: 'its signed examples', cases }];
}
