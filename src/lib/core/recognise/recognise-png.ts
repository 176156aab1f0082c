// A PNG with a credential baked in: chunk `openbadgecredential` (Open Badges 3.0 §5.3.1), or `openbadges` (2.0 baking).
import { readPngTexts } from '../bytes/png-chunks.ts';
import { broken, foreign } from './recognised.ts';
import type { Recognition } from './recognised.ts';
import { recogniseBaked } from './recognise-baked.ts';
import { recogniseText } from './recognise-text.ts';

export const PNG_KEYWORD = 'openbadgecredential';
/** Open Badges 1 and 2. */
const OLD_PNG_KEYWORD = 'openbadges';
const WANTED: ReadonlySet<string> = new Set([PNG_KEYWORD, OLD_PNG_KEYWORD]);
/** Whoever shows the picture would have to hold this many pixels (THREATS B9). */
const MAX_PIXELS = 16_777_216;

export function recognisePng(bytes: Uint8Array<ArrayBuffer>): Recognition {
  const reading = readPngTexts(bytes, WANTED);
  switch (reading.outcome) {
    case 'not-png':
    case 'truncated':
      return foreign('truncated-image');
    case 'damaged':
      return foreign('damaged-image');
    case 'bomb':
      return broken('bomb');
    case 'malformed-text':
      return broken('damaged-image');
    case 'read':
      break;
  }
  const baked = reading.texts.find((text) => text.keyword === PNG_KEYWORD) ?? reading.texts[0];
  if (baked === undefined) return foreign('image-without-credential');
  if (reading.width * reading.height > MAX_PIXELS) return broken('bomb');
  const text = baked.text.trim();
  return baked.keyword === PNG_KEYWORD ? recogniseText(text, 'png') : recogniseBaked(text, 'png');
}
