// Reads QR codes off the page's thread. zxing-cpp as WebAssembly, from our own origin (its default address is a CDN).
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { ReadResult, ReaderOptions } from 'zxing-wasm/reader';
import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { QrAnswer, QrReading, QrRequest } from '../adapters/camera/qr-message.ts';

/** Enough for a phone held to a phone; half the work of the thorough pass. */
const FAST: ReaderOptions = {
  formats: ['QRCode'],
  textMode: 'Plain',
  maxNumberOfSymbols: 1,
  tryHarder: false,
  tryRotate: false,
  tryInvert: false,
  tryDownscale: false,
};
/** Finds very large modules under noise, which the fast pass misses; and tells a code it saw but could not read. */
const THOROUGH: ReaderOptions = { formats: ['QRCode'], textMode: 'Plain', maxNumberOfSymbols: 4, returnErrors: true };
const THOROUGH_EVERY = 3;
/** A hostile image file may claim any size: its pixels are never worked on above this. */
const MAX_PIXELS = 16_000_000;

prepareZXingModule({ overrides: { locateFile: () => wasmAddress } });

let canvas: OffscreenCanvas | null = null;
let misses = 0;

function pixels(picture: ImageBitmap): ImageData | null {
  const shrink = Math.min(1, Math.sqrt(MAX_PIXELS / (picture.width * picture.height)));
  const width = Math.max(1, Math.floor(picture.width * shrink));
  const height = Math.max(1, Math.floor(picture.height * shrink));
  canvas ??= new OffscreenCanvas(width, height);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  // A picture with holes in it is read as if it lay on white paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

function reading(results: readonly ReadResult[]): QrReading {
  const good = results.find((result) => result.isValid);
  if (good !== undefined) return { outcome: 'code', text: good.text, bytes: new Uint8Array(good.bytes) };
  return { outcome: results.length > 0 ? 'seen' : 'none' };
}

async function read(picture: ImageBitmap, effort: QrRequest['effort']): Promise<QrReading> {
  const image = pixels(picture);
  picture.close();
  if (image === null) return { outcome: 'broken' };
  const thorough = effort === 'still' || misses % THOROUGH_EVERY === THOROUGH_EVERY - 1;
  const found = reading(await readBarcodes(image, thorough ? THOROUGH : FAST));
  if (effort === 'frame') misses = found.outcome === 'code' ? 0 : misses + 1;
  return found;
}

async function opened(picture: ImageBitmap | Blob): Promise<ImageBitmap | null> {
  if (picture instanceof ImageBitmap) return picture;
  try {
    return await createImageBitmap(picture);
  } catch {
    return null;
  }
}

async function answer({ id, picture, effort }: QrRequest): Promise<QrAnswer> {
  const bitmap = await opened(picture);
  if (bitmap === null) return { id, outcome: 'not-a-picture' };
  try {
    return { id, ...(await read(bitmap, effort)) };
  } catch {
    return { id, outcome: 'broken' };
  }
}

addEventListener('message', ({ data }: MessageEvent<QrRequest>) => {
  void answer(data).then((reply) => postMessage(reply));
});
