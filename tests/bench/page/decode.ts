// Reading codes: our worker with zxing-wasm, against the decoder inside html5-qrcode, on the same frames.
import { Html5QrcodeSupportedFormats } from 'html5-qrcode';
import { ZXingHtml5QrcodeDecoder } from 'html5-qrcode/esm/zxing-html5-qrcode-decoder.js';
import { BaseLoggger } from 'html5-qrcode/esm/core.js';
import { openQrReader } from '../../../src/lib/adapters/camera/qr-reader.ts';
import type { QrReader } from '../../../src/lib/adapters/camera/qr-reader.ts';
import { GOOD, HEIGHT, makeFrame, POOR, seeded, WIDTH } from './frames.ts';
import type { Frame, Light } from './frames.ts';

export interface Decoded {
  readonly light: string;
  readonly version: number;
  readonly frames: number;
  readonly ours: Tally;
  readonly theirs: Tally;
}
export interface Tally {
  read: number;
  wrong: number;
  readonly milliseconds: number[];
}

const FRAMES = 6;
const PLAN: readonly (readonly [string, Light, readonly number[]])[] = [
  ['good', GOOD, [5, 10, 15, 20, 25, 30, 40]],
  ['poor', POOR, [5, 10, 15, 20, 25]],
];

const decoder = new ZXingHtml5QrcodeDecoder([Html5QrcodeSupportedFormats.QR_CODE], false, new BaseLoggger(false));

export async function decodeAll(): Promise<readonly Decoded[]> {
  const reader = openQrReader();
  const random = seeded(20_261_121);
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const results: Decoded[] = [];
  await warmUp(reader, canvas, makeFrame(10, GOOD, random));
  for (const [name, light, versions] of PLAN) {
    for (const version of versions) {
      const frames = Array.from({ length: FRAMES }, () => makeFrame(version, light, random));
      results.push({ light: name, version, frames: FRAMES, ...(await decodeEach(frames, reader)) });
    }
  }
  reader.close();
  return results;
}

async function warmUp(reader: QrReader, canvas: OffscreenCanvas, { picture }: Frame): Promise<void> {
  canvas.getContext('2d')?.putImageData(picture, 0, 0);
  await reader.readFrame(await createImageBitmap(canvas));
}

async function decodeEach(frames: readonly Frame[], reader: QrReader): Promise<Pick<Decoded, 'ours' | 'theirs'>> {
  const tallies = { ours: { read: 0, wrong: 0, milliseconds: [] }, theirs: { read: 0, wrong: 0, milliseconds: [] } };
  for (const [index, frame] of frames.entries()) {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [WIDTH, HEIGHT];
    canvas.getContext('2d', { willReadFrequently: true })?.putImageData(frame.picture, 0, 0);
    const ours = (): Promise<void> => timed(tallies.ours, frame.text, () => readByUs(reader, canvas));
    const theirs = (): Promise<void> => timed(tallies.theirs, frame.text, () => readByThem(canvas));
    for (const read of index % 2 === 0 ? [ours, theirs] : [theirs, ours]) await read();
  }
  return tallies;
}

async function timed(tally: Tally, text: string, read: () => Promise<string | null>): Promise<void> {
  const start = performance.now();
  const result = await read();
  tally.milliseconds.push(performance.now() - start);
  if (result === text) tally.read += 1;
  else if (result !== null) tally.wrong += 1;
}

/** From the frame to the worker and back: everything the camera view waits for. */
async function readByUs(reader: QrReader, canvas: HTMLCanvasElement): Promise<string | null> {
  const reading = await reader.readFrame(await createImageBitmap(canvas));
  return reading.outcome === 'code' ? reading.text : null;
}

async function readByThem(canvas: HTMLCanvasElement): Promise<string | null> {
  try {
    return (await decoder.decodeAsync(canvas)).text;
  } catch {
    return null;
  }
}
