// What the page and the code-reading worker say to each other.

/** One picture to look for a code in. The bitmap is transferred: the sender has it no more. */
export interface QrRequest {
  readonly id: number;
  /** A camera frame is read fast, and thoroughly on every third miss; a `still` always thoroughly. */
  readonly effort: 'frame' | 'still';
  readonly picture: ImageBitmap | Blob;
}

/**
 * code: read. seen: a code stands there but could not be read (too small, blurred, cut). none: no code.
 * not-a-picture: the bytes are no image this browser knows. broken: the reader itself could not start.
 */
export type QrAnswer =
  | { readonly id: number; readonly outcome: 'code'; readonly text: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly outcome: 'seen' | 'none' | 'not-a-picture' | 'broken' };

export type QrReading =
  | { readonly outcome: 'code'; readonly text: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly outcome: 'seen' | 'none' | 'not-a-picture' | 'broken' };
