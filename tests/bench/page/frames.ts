// Synthetic camera frames with a QR code, as FIGURES section 2 describes them: turned, tilted, unevenly lit, noisy,
// not quite sharp. The same seed gives the same frames.
import { create } from 'qrcode';

export interface Light {
  /** How much nearer one side is than the other. */
  readonly perspective: number;
  readonly noise: readonly [number, number];
  readonly blur: readonly [number, number];
}
export const GOOD: Light = { perspective: 0.02, noise: [1, 3], blur: [0.4, 0.8] };
export const POOR: Light = { perspective: 0.04, noise: [4, 8], blur: [0.4, 1.1] };

export interface Frame {
  readonly text: string;
  readonly picture: ImageData;
}

export const WIDTH = 1280;
export const HEIGHT = 720;
const QUIET = 4;
/** Bytes at level L (ISO/IEC 18004 table 7). */
export const CAPACITY: Readonly<Record<number, number>> = {
  5: 106,
  10: 271,
  15: 520,
  20: 858,
  25: 1273,
  30: 1732,
  40: 2953,
};

export type Random = () => number;

/** mulberry32. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const between = (random: Random, [low, high]: readonly [number, number]): number => low + random() * (high - low);

/** One frame with a full code of `version`, level L. */
export function makeFrame(version: number, light: Light, random: Random): Frame {
  const text = Array.from({ length: CAPACITY[version] ?? 0 }, () =>
    String.fromCharCode(97 + Math.floor(random() * 26)),
  ).join('');
  const data = new TextEncoder().encode(text);
  const { modules } = create([{ data, mode: 'byte' }], { version, errorCorrectionLevel: 'L' });
  const grey = project(modules, light, random);
  return { text, picture: expose(blurred(grey, between(random, light.blur)), between(random, light.noise), random) };
}

interface Modules {
  readonly size: number;
  readonly data: Uint8Array;
}

/** Pixels of the tilted code on its paper; light from one side. */
function project(modules: Modules, light: Light, random: Random): Float32Array {
  const side = HEIGHT * between(random, [0.68, 0.82]);
  const perModule = (modules.size + 2 * QUIET) / side;
  const angle = between(random, [-15, 15]) * (Math.PI / 180);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const tilt = [between(random, [-1, 1]), between(random, [-1, 1])].map((t) => (t * light.perspective) / HEIGHT);
  const [black, white] = [between(random, [35, 85]), between(random, [165, 230])];
  const slope = between(random, [-0.15, 0.15]) / WIDTH;
  const grey = new Float32Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const [dx, dy] = [x - WIDTH / 2, y - HEIGHT / 2];
      const depth = 1 + (tilt[0] ?? 0) * dx + (tilt[1] ?? 0) * dy;
      const column = Math.floor(((dx * cos + dy * sin) / depth + side / 2) * perModule) - QUIET;
      const row = Math.floor(((dy * cos - dx * sin) / depth + side / 2) * perModule) - QUIET;
      grey[y * WIDTH + x] = level(modules, row, column, black, white) * (1 + slope * dx);
    }
  }
  return grey;
}

function level({ size, data }: Modules, row: number, column: number, black: number, white: number): number {
  const paper = row >= -QUIET && column >= -QUIET && row < size + QUIET && column < size + QUIET;
  if (!paper) return (black + white) / 2;
  const inside = row >= 0 && column >= 0 && row < size && column < size;
  return inside && data[row * size + column] !== 0 ? black : white;
}

/** Gaussian, five taps, first along rows and then along columns. */
function blurred(grey: Float32Array, sigma: number): Float32Array {
  const taps = [-2, -1, 0, 1, 2].map((at) => Math.exp(-(at * at) / (2 * sigma * sigma)));
  const sum = taps.reduce((a, b) => a + b, 0);
  const weights = taps.map((tap) => tap / sum);
  return [1, WIDTH].reduce((from, step) => convolved(from, step, weights), grey);
}

function convolved(from: Float32Array, step: number, weights: readonly number[]): Float32Array {
  const [a = 0, b = 0, c = 0] = weights;
  const to = new Float32Array(from);
  for (let at = 2 * step; at < from.length - 2 * step; at += 1) {
    const near = (from[at - step] ?? 0) + (from[at + step] ?? 0);
    const far = (from[at - 2 * step] ?? 0) + (from[at + 2 * step] ?? 0);
    to[at] = a * far + b * near + c * (from[at] ?? 0);
  }
  return to;
}

function expose(grey: Float32Array, noise: number, random: Random): ImageData {
  const picture = new ImageData(WIDTH, HEIGHT);
  for (let at = 0; at < grey.length; at += 1) {
    // Three uniform numbers are near enough to a normal one; each has a variance of 1/12.
    const value = (grey[at] ?? 0) + noise * 2 * (random() + random() + random() - 1.5);
    picture.data.fill(value, at * 4, at * 4 + 3);
    picture.data[at * 4 + 3] = 255;
  }
  return picture;
}
