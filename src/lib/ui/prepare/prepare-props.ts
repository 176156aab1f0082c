// What the pages about fetching hand to their parts.
import type { EpochSeconds } from '$lib/core/model/brand.ts';
import type { WhyWanted } from '$lib/core/model/trust.ts';
import type { FetchFailure } from '$lib/core/ports.ts';

/** One document, wherever it is. */
export interface DocumentRow {
  readonly url: string;
  readonly host: string;
  readonly why: readonly WhyWanted[];
  /** Merits it serves; 0 for one that only a trust list names. */
  readonly credentials: number;
  readonly held: { readonly fetched: EpochSeconds; readonly source: 'this-device' | 'given' | 'operator' } | null;
  readonly due: boolean;
  /** What came of asking, since the last press. */
  readonly result: 'fetched' | FetchFailure | null;
}
