// DEFLATE with a ceiling on what comes out. Input goes in by small slices: a bomb given whole costs seconds
// even when reading stops after the first megabyte, in slices it costs one slice (FIGURES, THREATS B8).
import { Gunzip, Inflate, Unzlib } from 'fflate';
import { joinBytes } from './join-bytes.ts';

export interface InflateLimits {
  readonly format: 'zlib' | 'raw' | 'gzip';
  /** Most bytes that may come out. */
  readonly maxBytes: number;
  /** Preset dictionary, as the other side used it. Not for gzip. */
  readonly dictionary?: Uint8Array<ArrayBuffer>;
}

/** `read` and `produced` are the work done: input bytes taken and output bytes made. */
export type Inflation =
  | { readonly outcome: 'inflated'; readonly bytes: Uint8Array<ArrayBuffer>; readonly read: number }
  | { readonly outcome: 'too-long' | 'malformed'; readonly read: number; readonly produced: number };

const SLICE = 512;

interface Made {
  readonly chunks: Uint8Array[];
  produced: number;
  ended: boolean;
}

/** Inflated bytes; null when malformed, cut off, or longer than `maxBytes`. */
export function inflateBounded(bytes: Uint8Array, limits: InflateLimits): Uint8Array<ArrayBuffer> | null {
  const inflation = inflateCounting(bytes, limits);
  return inflation.outcome === 'inflated' ? inflation.bytes : null;
}

/** As inflateBounded, saying why it stopped and what it cost. */
export function inflateCounting(bytes: Uint8Array, limits: InflateLimits): Inflation {
  const made: Made = { chunks: [], produced: 0, ended: false };
  let read = 0;
  const stream = openStream(limits, (chunk, final) => {
    made.produced += chunk.length;
    made.ended = final;
    if (made.produced <= limits.maxBytes) made.chunks.push(chunk);
  });
  try {
    do {
      const slice = bytes.subarray(read, read + SLICE);
      read += slice.length;
      stream.push(slice, read === bytes.length);
      if (made.produced > limits.maxBytes) return { outcome: 'too-long', read, produced: made.produced };
    } while (read < bytes.length);
  } catch {
    return { outcome: 'malformed', read, produced: made.produced };
  }
  if (!made.ended) return { outcome: 'malformed', read, produced: made.produced };
  return { outcome: 'inflated', bytes: joinBytes(made.chunks), read };
}

type TakeChunk = (chunk: Uint8Array, final: boolean) => void;

function openStream(limits: InflateLimits, take: TakeChunk): Pick<Inflate, 'push'> {
  if (limits.format === 'gzip') return new Gunzip(take);
  const options = limits.dictionary === undefined ? {} : { dictionary: limits.dictionary };
  return limits.format === 'zlib' ? new Unzlib(options, take) : new Inflate(options, take);
}
