// The frozen vectors of docs/presentation-by-qr.md: whoever implements the format can run against the same file.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '../../src/lib/core/bytes/utf8.ts';
import { examine } from '../../src/lib/core/examine.ts';
import { epochSeconds } from '../../src/lib/core/model/brand.ts';
import { NO_TRUST } from '../../src/lib/core/model/trust.ts';
import { decodeDigits, encodeDigits } from '../../src/lib/core/present/digits.ts';
import { DICTIONARY_1 } from '../../src/lib/core/present/envelope/dictionary-1.ts';
import { packEnvelope } from '../../src/lib/core/present/envelope/pack-envelope.ts';
import { unpackEnvelope } from '../../src/lib/core/present/envelope/unpack-envelope.ts';

interface Vectors {
  readonly now: number;
  readonly dictionary: { readonly bytes: number; readonly sha256: string };
  readonly valid: readonly { name: string; text: string; envelope: string; digits: string }[];
  readonly invalid: readonly { name: string; envelope: string; why: string }[];
}
const vectors = JSON.parse(readFileSync(new URL('envelope.json', import.meta.url), 'utf8')) as Vectors;
const bytes = (hex: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(hex, 'hex'));

test('the dictionary of format 1 is frozen', () => {
  expect(DICTIONARY_1).toHaveLength(vectors.dictionary.bytes);
  expect(createHash('sha256').update(DICTIONARY_1).digest('hex')).toBe(vectors.dictionary.sha256);
});

describe('valid envelopes', () => {
  test.each(vectors.valid)('$name', async ({ text, envelope, digits }) => {
    expect(await unpackEnvelope(bytes(envelope))).toEqual({ ok: true, text });
    expect(decodeDigits(digits)).toEqual(bytes(envelope));
    expect(encodeDigits(bytes(envelope))).toBe(digits);
  });
  test.each(vectors.valid)('our own are no larger: $name', async ({ text, envelope }) => {
    const packed = await packEnvelope(text);
    expect(packed?.length).toBeLessThanOrEqual(envelope.length / 2);
  });
});

test('the first one verifies as shown, two minutes long', async () => {
  const text = encodeUtf8(vectors.valid[0]?.text ?? '');
  const shownAt = async (seconds: number): Promise<unknown> => {
    const now = epochSeconds(vectors.now + seconds);
    const context = { kind: 'presented', mode: 'show' } as const;
    const examination = await examine(text, { trust: NO_TRUST, now, context, clockFloor: epochSeconds(0) });
    return examination.outcome === 'credential' ? examination.judgement.because : examination.why;
  };
  expect(await shownAt(0)).toEqual(['issuer-specimen']);
  expect(await shownAt(120)).toEqual(['issuer-specimen']);
  expect(await shownAt(3600)).toEqual(['presentation-too-old']);
});

describe('envelopes to refuse', () => {
  test.each(vectors.invalid)('$name', async ({ envelope, why }) => {
    expect(await unpackEnvelope(bytes(envelope))).toEqual({ ok: false, why });
  });
});
