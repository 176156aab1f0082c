// What page and corridor worker say to each other.
import type { EpochSeconds } from '../../core/model/brand.ts';
import type { Examination } from '../../core/model/examination.ts';
import type { TrustMaterial } from '../../core/model/trust.ts';
import type { VerificationContext } from '../../core/model/verdict.ts';

/** Trust material is sent once per change, not with every credential. */
export interface TrustMessage {
  readonly type: 'trust';
  readonly trust: TrustMaterial;
}

export interface ExamineMessage {
  readonly type: 'examine';
  readonly job: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly now: EpochSeconds;
  readonly context: VerificationContext;
  readonly clockFloor: EpochSeconds;
}

export type ToCorridor = TrustMessage | ExamineMessage;

export type FromCorridor =
  | { readonly type: 'examined'; readonly job: number; readonly examination: Examination }
  /** Our own bug: what was thrown is not said, it might quote the credential. */
  | { readonly type: 'failed'; readonly job: number };
