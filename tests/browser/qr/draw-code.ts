// Draws symbols the way a camera would see them: on paper, a little turned, unevenly lit, with grain.
import QRCode from 'qrcode';

/** Deterministic grain: tests must not depend on luck. */
export function grain(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly version: number;
  readonly text: string;
  readonly degrees: number;
  readonly noise: number;
}

/** The largest numeric text that version holds at level L, minus a little, so that the version is what was asked. */
export function drawScene({ width, height, version, text, degrees, noise }: Scene): OffscreenCanvas {
  const symbol = QRCode.create(text, { version, errorCorrectionLevel: 'L' });
  const count = symbol.modules.size;
  const side = height * 0.8;
  const module = side / (count + 8);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d context in the test browser');
  const light = context.createLinearGradient(0, 0, width, height);
  light.addColorStop(0, '#8f8f8f');
  light.addColorStop(1, '#e0e0e0');
  context.fillStyle = '#555';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.translate(-side / 2, -side / 2);
  context.fillStyle = light;
  context.fillRect(0, 0, side, side);
  context.fillStyle = '#2a2a2a';
  for (let row = 0; row < count; row += 1)
    for (let column = 0; column < count; column += 1)
      if (symbol.modules.get(row, column) !== 0)
        context.fillRect((column + 4) * module, (row + 4) * module, module + 0.05, module + 0.05);
  context.resetTransform();
  addGrain(context, width, height, noise, grain(version * 1000 + height));
  return canvas;
}

function addGrain(
  context: OffscreenCanvasRenderingContext2D,
  width: number,
  height: number,
  noise: number,
  random: () => number,
): void {
  const image = context.getImageData(0, 0, width, height);
  for (let index = 0; index < image.data.length; index += 4) {
    const change = (random() + random() + random() - 1.5) * noise;
    for (const channel of [0, 1, 2]) image.data[index + channel] = (image.data[index + channel] ?? 0) + change;
  }
  context.putImageData(image, 0, 0);
}
