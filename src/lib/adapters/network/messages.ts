// What page and network worker say to each other.
import type { Fetched } from '../../core/ports.ts';

export type ToNetwork =
  | { readonly type: 'ask'; readonly job: number; readonly url: string }
  | { readonly type: 'stop'; readonly job: number };

export interface FromNetwork {
  readonly job: number;
  readonly fetched: Fetched;
}

/** After this long the worker gives a document up. */
export const LIMIT_MS = 15_000;
