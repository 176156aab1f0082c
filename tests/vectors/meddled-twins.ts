// Bad twins of a credential with one proof: each changes one thing, and the suite must notice.
import type { JsonObject } from '../../src/lib/core/model/json.ts';
import { withProof } from './data-integrity-vector.ts';

export interface Meddling {
  /** A well-formed signature that somebody made over something else. */
  readonly foreignSignature: string;
  /** A cryptosuite of the same keys that makes the document into other bytes. */
  readonly otherTransformation: string;
  readonly foreignKey: string;
  /** A key of a curve that the suite does not use, or not with this signature. */
  readonly otherCurve: string;
  /** What a key of that curve gives. */
  readonly otherCurveReason?: string;
}

type Twin = readonly [what: string, make: (signed: JsonObject) => JsonObject, reason: string];

export function meddledTwins(meddling: Meddling): readonly Twin[] {
  const { foreignSignature, foreignKey, otherCurve, otherCurveReason = 'algorithm-key-mismatch' } = meddling;
  return [
    ['a changed claim', (signed) => ({ ...signed, name: 'Doctor of everything' }), 'signature-invalid'],
    ['an added claim', (signed) => ({ ...signed, validUntil: '2036-01-01T00:00:00Z' }), 'signature-invalid'],
    ['a removed claim', without('description'), 'signature-invalid'],
    ['another proof value', (signed) => withProof(signed, { proofValue: foreignSignature }), 'signature-invalid'],
    [
      'another time of signing',
      (signed) => withProof(signed, { created: '2023-02-25T00:00:00Z' }),
      'signature-invalid',
    ],
    ['a foreign key', (signed) => withProof(signed, { verificationMethod: foreignKey }), 'signature-invalid'],
    ['a key of another curve', (signed) => withProof(signed, { verificationMethod: otherCurve }), otherCurveReason],
    ['another purpose', (signed) => withProof(signed, { proofPurpose: 'authentication' }), 'proof-purpose-wrong'],
    [
      'the other transformation',
      (signed) => withProof(signed, { type: 'DataIntegrityProof', cryptosuite: meddling.otherTransformation }),
      'signature-invalid',
    ],
    ['no proof value', (signed) => withProof(signed, { proofValue: null }), 'proof-malformed'],
  ];
}

const without =
  (gone: string) =>
  (signed: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(signed).filter(([name]) => name !== gone));
