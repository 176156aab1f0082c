// Segments of an envelope -> the token text: digests and sd_hash are worked out from the Disclosures that are there.
import { encodeBase64url } from '../../bytes/base64url.ts';
import { digest } from '../../bytes/digest.ts';
import { encodeUtf8 } from '../../bytes/utf8.ts';
import { ByteSink } from './byte-sink.ts';
import { MAX_TEXT_LENGTH } from './format.ts';
import type { Piece, Segment } from './read-stream.ts';

interface Work {
  readonly segments: readonly Segment[];
  /** Positions of the Disclosures: segments between two `~`. */
  readonly disclosures: readonly number[];
  /** Position of the last segment that `sd_hash` covers, -1 when there is no `~`. */
  readonly lastCovered: number;
  readonly texts: Map<number, string>;
  readonly digests: Map<number, string>;
  readonly underWay: Set<number>;
  sdHash: string | null;
}

/** Null when a Disclosure is referred to that is not there, or stands for itself in the end. */
export async function expandToken(segments: readonly Segment[]): Promise<string | null> {
  const work: Work = {
    segments,
    disclosures: segments.flatMap(({ end }, at) => (end === '~' && segments[at - 1]?.end === '~' ? [at] : [])),
    lastCovered: segments.findLastIndex(({ end }) => end === '~'),
    texts: new Map(),
    digests: new Map(),
    underWay: new Set(),
    sdHash: null,
  };
  const token = await joined(work, segments.length - 1);
  return token !== null && token.length <= MAX_TEXT_LENGTH ? token : null;
}

/** Token text from the start to the end of segment `last`. */
async function joined(work: Work, last: number): Promise<string | null> {
  const parts: string[] = [];
  for (let at = 0; at <= last; at += 1) {
    const text = await segmentText(work, at);
    if (text === null) return null;
    parts.push(text, work.segments[at]?.end ?? '');
  }
  return parts.join('');
}

async function segmentText(work: Work, at: number): Promise<string | null> {
  const ready = work.texts.get(at);
  if (ready !== undefined) return ready;
  // A circle of digests has no solution, but a hostile envelope may ask for one.
  if (work.underWay.has(at)) return null;
  work.underWay.add(at);
  const content = new ByteSink();
  for (const piece of work.segments[at]?.pieces ?? []) {
    const bytes = await pieceBytes(work, piece);
    if (bytes === null) return null;
    content.bytes(bytes);
  }
  const text = encodeBase64url(content.joined());
  work.texts.set(at, text);
  return text;
}

async function pieceBytes(work: Work, piece: Piece): Promise<Uint8Array | null> {
  if (typeof piece === 'object') return piece;
  const text = piece === 'sd-hash' ? await sdHash(work) : await disclosureDigest(work, piece);
  return text === null ? null : encodeUtf8(text);
}

async function disclosureDigest(work: Work, number: number): Promise<string | null> {
  const ready = work.digests.get(number);
  if (ready !== undefined) return ready;
  const at = work.disclosures[number];
  const text = at === undefined ? null : await segmentText(work, at);
  if (text === null) return null;
  const hash = await sha256(text);
  work.digests.set(number, hash);
  return hash;
}

async function sdHash(work: Work): Promise<string | null> {
  if (work.sdHash !== null) return work.sdHash;
  const covered = work.lastCovered === -1 ? null : await joined(work, work.lastCovered);
  if (covered === null) return null;
  work.sdHash = await sha256(covered);
  return work.sdHash;
}

const sha256 = async (text: string): Promise<string> => encodeBase64url(await digest('SHA-256', encodeUtf8(text)));
