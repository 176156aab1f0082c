// Badges baked into images as Open Badges 3.0 §5.3 says: iTXt in PNG, an element in SVG.
import { png, pngChunk } from './png.ts';

/** keyword, no compression, no language, no translated keyword, text. */
export function bakePng(credential: string): Uint8Array<ArrayBuffer> {
  return png(pngChunk('iTXt', new TextEncoder().encode(`openbadgecredential\0\0\0\0\0${credential}`)));
}

/** A compact JWS in the `verify` attribute. */
export function bakeSvg(compact: string): string {
  const element = `<openbadges:credential verify="${compact}"></openbadges:credential>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">${element}</svg>`;
}

/** A text chunk of any keyword: iTXt, or the older tEXt. */
export function bakePngText(keyword: string, text: string, kind: 'iTXt' | 'tEXt' = 'iTXt'): Uint8Array<ArrayBuffer> {
  const separator = kind === 'iTXt' ? '\0\0\0\0\0' : '\0';
  return png(pngChunk(kind, new TextEncoder().encode(`${keyword}${separator}${text}`)));
}
