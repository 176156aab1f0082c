// A PNG with a credential baked in: iTXt chunk `openbadgecredential` (Open Badges 3.0 §5.3.1).
import { readPngTexts } from '../bytes/png-chunks.ts';
import { broken, foreign } from './recognised.ts';
import type { Recognition } from './recognised.ts';
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
  const baked = reading.texts.find((text) => text.keyword === PNG_KEYWORD);
  if (baked === undefined) return foreign(reading.texts.length > 0 ? 'open-badge-2' : 'image-without-credential');
  if (reading.width * reading.height > MAX_PIXELS) return broken('bomb');
  return recogniseText(baked.text.trim(), 'png');
}
