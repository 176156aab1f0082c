// Envelope bytes from a stranger -> the text that was packed, byte for byte. Never throws; work is bounded before it is done.
import { inflateBounded } from '../../bytes/inflate-bounded.ts';
import { decodeUtf8 } from '../../bytes/utf8.ts';
import { DICTIONARY_1 } from './dictionary-1.ts';
import { expandToken } from './expand-token.ts';
import { MAX_ENVELOPE_BYTES, MAX_STREAM_BYTES, TEXT_KIND, TOKEN_KIND } from './format.ts';
import { readStream } from './read-stream.ts';

export type EnvelopeProblem =
  /** Not a version or kind this program reads. */
  'unknown-envelope' | 'envelope-too-large' | 'malformed-envelope';

export type Unpacking =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: EnvelopeProblem };

const malformed: Unpacking = { ok: false, why: 'malformed-envelope' };

/** The packed text, or why there is none (docs/presentation-by-qr.md §3). */
export async function unpackEnvelope(envelope: Uint8Array<ArrayBuffer>): Promise<Unpacking> {
  if (envelope.length > MAX_ENVELOPE_BYTES) return { ok: false, why: 'envelope-too-large' };
  if (envelope[0] === TEXT_KIND) return unpackText(envelope.subarray(1));
  if (envelope[0] === TOKEN_KIND) return unpackToken(envelope.subarray(1));
  return { ok: false, why: 'unknown-envelope' };
}

function unpackText(body: Uint8Array<ArrayBuffer>): Unpacking {
  const bytes = inflate(body);
  const text = bytes && decodeUtf8(bytes);
  return text === null ? malformed : { ok: true, text };
}

async function unpackToken(body: Uint8Array<ArrayBuffer>): Promise<Unpacking> {
  const [high, low] = body;
  if (high === undefined || low === undefined) return malformed;
  const end = 2 + high * 256 + low;
  if (end > body.length) return malformed;
  const stream = inflate(body.subarray(2, end));
  const segments = stream && readStream(stream, body.subarray(end));
  const text = segments && (await expandToken(segments));
  return text === null ? malformed : { ok: true, text };
}

const inflate = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null =>
  inflateBounded(bytes, { format: 'raw', maxBytes: MAX_STREAM_BYTES, dictionary: DICTIONARY_1 });
