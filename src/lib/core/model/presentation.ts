// What the learner chooses to show, and the symbol it is shown as.
import type { ClaimPath } from './credential.ts';
import type { JsonValue } from './json.ts';

/** A claim as a person sees it, with the selectable ones inside it below. */
export interface SelectableClaim {
  /** Digest of its Disclosure: what to tick. Null for a heading that is always shown but has selectable claims inside. */
  readonly digest: string | null;
  readonly path: ClaimPath;
  /** Last step of the path: a claim name, or an index into a list. */
  readonly name: string;
  /** Value in the processed claims, without what the children below hold in Disclosures of their own. */
  readonly value: JsonValue;
  /** Digests that come along by themselves when this one is shown. */
  readonly parents: readonly string[];
  readonly children: readonly SelectableClaim[];
}

/** A claim that leaves the device: ticked, brought along by a ticked one, or impossible to withhold. */
export interface LeavingClaim {
  readonly path: ClaimPath;
  readonly value: JsonValue;
  readonly why: 'chosen' | 'needed' | 'always';
}

/** One piece of a QR code with the mode it is written in (ISO/IEC 18004 §7.3). */
export interface QrSegment {
  readonly mode: 'alphanumeric' | 'byte' | 'numeric';
  readonly data: string;
}

export interface QrSymbol {
  /** 1–40. */
  readonly version: number;
  /** Modules on a side, without the quiet zone: 17 + 4 × version. */
  readonly size: number;
  /** Row by row, 1 is dark. */
  readonly modules: Uint8Array;
}

export type SymbolPlan =
  | ({ readonly fits: true } & QrSymbol)
  /** `needs` is the version it would take, null when no single symbol holds it. */
  | { readonly fits: false; readonly needs: number | null };
