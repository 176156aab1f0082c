// A 1×1 PNG built chunk by chunk, so that tests can build broken ones. Independent of the code under test.
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** One chunk: length, type, data, CRC as zlib computes it. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(data.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(type), 4);
  chunk.set(data, 8);
  view.setUint32(data.length + 8, crc32(chunk.subarray(4, data.length + 8)));
  return chunk;
}

/** IHDR, `chunks`, IDAT, IEND. */
export function png(...chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return pngOfSize(1, 1, ...chunks);
}

export function pngOfSize(width: number, height: number, ...chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 0, 0, 0, 0], 8);
  const pixels = pngChunk('IDAT', deflateSync(Uint8Array.of(0, 255)));
  const parts = [SIGNATURE, pngChunk('IHDR', header), ...chunks, pixels, pngChunk('IEND', new Uint8Array())];
  return new Uint8Array(Buffer.concat(parts));
}
