import { describe, expect, test } from 'vitest';
import { isOnP256, p256Y } from '../../../src/lib/core/present/envelope/p256-point.ts';
import { makeHolder } from '../../builders/show-specimen.ts';

const bytes = (text: string | undefined): Uint8Array => new Uint8Array(Buffer.from(text ?? '', 'base64url'));

describe('points of P-256', () => {
  test("y of WebCrypto's keys is worked out from x and parity", async () => {
    for (let round = 0; round < 20; round += 1) {
      const { publicKey } = await makeHolder();
      const [x, y] = [bytes(publicKey.x), bytes(publicKey.y)];
      const odd = ((y.at(-1) ?? 0) & 1) === 1;
      expect(isOnP256(x, y)).toBe(true);
      expect(p256Y(x, odd)).toEqual(y);
      expect(p256Y(x, !odd)).not.toEqual(y);
      expect(isOnP256(x, y.with(0, (y[0] ?? 0) ^ 1))).toBe(false);
    }
  });
  test('an x beyond the field, or on no point, has none', () => {
    const none = [
      Uint8Array.from({ length: 32 }, () => 255),
      ...[1, 2, 3, 4, 6, 7, 8].map((fill) => new Uint8Array(32).fill(fill)),
    ];
    expect(p256Y(none[0] ?? new Uint8Array(32), false)).toBeNull();
    const off = none.filter((x) => p256Y(x, true) === null);
    expect(off.length).toBeGreaterThan(1);
  });
});
