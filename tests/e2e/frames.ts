// A screenshot -> what a camera would see: decoded, brought closer, as a picture or as a y4m film for Chromium's fake
// camera (uncompressed YUV4MPEG2, so nothing outside is needed to make it).
import { inflateSync } from 'node:zlib';

export interface Gray {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 6: 4 };

/** Luma of an 8-bit PNG without interlacing, which is what screenshots are (ISO/IEC 15948 §9, filters). */
export function grayOf(png: Buffer): Gray {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = CHANNELS[png[25] ?? -1];
  if (channels === undefined || png[24] !== 8 || png[28] !== 0) throw new Error('not a PNG this test reads');
  const rows = unfiltered(inflateSync(imageData(png)), width * channels, height, channels);
  const data = new Uint8Array(width * height);
  for (let pixel = 0; pixel < data.length; pixel += 1) {
    const at = pixel * channels;
    const [red = 0, green = red, blue = red] = channels === 1 ? [rows[at]] : [rows[at], rows[at + 1], rows[at + 2]];
    data[pixel] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  }
  return { width, height, data };
}

function imageData(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return Buffer.concat(parts);
}

function unfiltered(raw: Buffer, stride: number, height: number, channels: number): Uint8Array {
  const rows = new Uint8Array(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = raw[row * (stride + 1)] ?? 0;
    for (let column = 0; column < stride; column += 1) {
      const here = row * stride + column;
      const left = column < channels ? 0 : (rows[here - channels] ?? 0);
      const up = row === 0 ? 0 : (rows[here - stride] ?? 0);
      const corner = row === 0 || column < channels ? 0 : (rows[here - stride - channels] ?? 0);
      rows[here] = (raw[row * (stride + 1) + 1 + column] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return rows;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** `picture` in the middle of a camera frame of 1280×720, bilinear, with dim light around and a little grain. */
export function cameraFrame(picture: Gray, fill = 0.92): Gray {
  const [width, height] = [1280, 720];
  const scale = Math.min((width * fill) / picture.width, (height * fill) / picture.height);
  const [left, top] = [(width - picture.width * scale) / 2, (height - picture.height * scale) / 2];
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const light = bilinear(picture, (x - left) / scale - 0.5, (y - top) / scale - 0.5);
      const grain = ((x * 7919 + y * 104_729) % 13) - 6;
      data[y * width + x] = light === null ? 60 : Math.min(255, Math.max(0, 35 + light * 0.75 + grain));
    }
  return { width, height, data };
}

function bilinear({ width, height, data }: Gray, x: number, y: number): number | null {
  if (x < 0 || y < 0 || x > width - 1 || y > height - 1) return null;
  const [column, row] = [Math.min(Math.floor(x), width - 2), Math.min(Math.floor(y), height - 2)];
  const [right, down] = [x - column, y - row];
  const at = (dx: number, dy: number): number => data[(row + dy) * width + column + dx] ?? 0;
  const upper = at(0, 0) * (1 - right) + at(1, 0) * right;
  const lower = at(0, 1) * (1 - right) + at(1, 1) * right;
  return upper * (1 - down) + lower * down;
}

/** A film of `frames` equal frames at 10 a second; Chromium plays it for ever. */
export function y4m({ width, height, data }: Gray, frames = 4): Buffer {
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), data, Buffer.alloc((width * height) / 2, 128)]);
  return Buffer.concat([header, ...Array.from({ length: frames }, () => frame)]);
}
