import { afterAll, describe, expect, it } from 'vitest';
import { ZXING_WASM_SHA256 } from 'zxing-wasm/reader';
import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { openQrReader } from '../../../src/lib/adapters/camera/qr-reader.ts';
import { drawScene, grain } from './draw-code.ts';

const reader = openQrReader();
afterAll(() => reader.close());

function digits(count: number): string {
  const random = grain(count);
  return Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
}
/** Digits that fill level L of a version nearly, and not the version below. */
const FILL = { 5: 240, 10: 620, 15: 1200, 20: 2000, 22: 2350, 25: 3000 } as const;

describe('the code-reading worker', () => {
  it('has glue and WebAssembly of one version', async () => {
    const bytes = await (await fetch(wasmAddress)).arrayBuffer();
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    expect(Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')).toBe(ZXING_WASM_SHA256);
  });

  for (const [version, count] of Object.entries(FILL))
    for (const degrees of [0, 7, -12])
      it(`reads version ${version} turned by ${degrees}° in a camera frame of 1280×720`, async () => {
        const text = digits(count);
        const scene = drawScene({ width: 1280, height: 720, version: Number(version), text, degrees, noise: 12 });
        expect(await readLikeACamera(scene)).toBe(text);
      });

  it('reads a code that mixes capitals, a byte and digits to the same text', async () => {
    const text = `HTTPS://MERITFOLIO.EXAMPLE/V#${digits(900)}`;
    const scene = drawScene({ width: 1280, height: 720, version: 18, text, degrees: 3, noise: 12 });
    const reading = await reader.readImage(await scene.convertToBlob({ type: 'image/jpeg', quality: 0.8 }));
    expect(reading).toMatchObject({ outcome: 'code', text });
  });

  it('gives the bytes as they stand in the symbol', async () => {
    const text = 'Åsa';
    const scene = drawScene({ width: 640, height: 480, version: 5, text, degrees: 0, noise: 4 });
    const reading = await reader.readImage(await scene.convertToBlob());
    expect(reading).toMatchObject({ outcome: 'code', text, bytes: new TextEncoder().encode(text) });
  });

  it('says there is no code in an empty picture, and does not guess', async () => {
    const empty = new OffscreenCanvas(1280, 720);
    empty.getContext('2d')?.fillRect(0, 0, 10, 10);
    expect(await reader.readImage(await empty.convertToBlob())).toMatchObject({ outcome: 'none' });
  });

  it('says that a code stands there when it cannot be read', async () => {
    const scene = drawScene({ width: 640, height: 480, version: 15, text: digits(1200), degrees: 0, noise: 4 });
    const context = scene.getContext('2d');
    if (context !== null) {
      context.fillStyle = '#999';
      context.fillRect(240, 190, 200, 120);
    }
    expect(await reader.readImage(await scene.convertToBlob())).toMatchObject({ outcome: 'seen' });
  });

  it('says that a file is not a picture', async () => {
    const text = new Blob(['{"not":"a picture"}'], { type: 'image/png' });
    expect(await reader.readImage(text)).toMatchObject({ outcome: 'not-a-picture' });
  });

  it('answers askers that wait for a reader that was closed', async () => {
    const short = openQrReader();
    const pending = short.readImage(new Blob([]));
    short.close();
    expect(await pending).toMatchObject({ outcome: 'broken' });
  });
});

/** Fast, fast, thorough: what three frames of the same scene give. */
async function readLikeACamera(scene: OffscreenCanvas): Promise<string | null> {
  for (let frame = 0; frame < 3; frame += 1) {
    const reading = await reader.readFrame(await createImageBitmap(scene));
    if (reading.outcome === 'code') return reading.text;
  }
  return null;
}
