// What the scanner's picture needs to know and can ask for; `state/scan.svelte.ts` provides it.

export type ScanStatus = 'off' | 'starting' | 'looking' | 'resting' | 'failed';
export type ScanFailure = 'denied' | 'none' | 'busy' | 'unsupported' | 'ended' | 'reader';
/** point: nothing seen yet. closer: a code stands there but cannot be read. slow: still nothing after a while. */
export type ScanHint = 'point' | 'closer' | 'slow';

export interface ScannerControls {
  readonly status: ScanStatus;
  readonly failure: ScanFailure | null;
  readonly hint: ScanHint;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly current: string | null;
  /** null: this camera has no lamp. */
  readonly lit: boolean | null;
  /** `place` must be in the document, visible, empty, with an id. */
  start(place: HTMLElement): Promise<void>;
  stop(): Promise<void>;
  choose(cameraId: string): Promise<void>;
  switchLamp(): Promise<void>;
}
