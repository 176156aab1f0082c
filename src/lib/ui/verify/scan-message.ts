// What the scanner says, on the screen and aloud.
import { m } from '$lib/i18n/paraglide/messages.js';
import type { ScanFailure, ScanHint, ScanStatus } from './scanner-controls.ts';

const FAILED: Readonly<Record<ScanFailure, { readonly what: () => string; readonly next: () => string }>> = {
  denied: { what: m.verify_scan_failed_denied, next: m.verify_scan_failed_denied_next },
  none: { what: m.verify_scan_failed_none, next: m.verify_scan_failed_none_next },
  busy: { what: m.verify_scan_failed_busy, next: m.verify_scan_failed_busy_next },
  ended: { what: m.verify_scan_failed_ended, next: m.verify_scan_failed_ended_next },
  unsupported: { what: m.verify_scan_failed_unsupported, next: m.verify_scan_failed_unsupported_next },
  reader: { what: m.verify_scan_failed_reader, next: m.verify_scan_failed_reader_next },
};
const HINT: Readonly<Record<ScanHint, () => string>> = {
  point: m.verify_scan_point,
  closer: m.verify_scan_closer,
  slow: m.verify_scan_slow,
};

/** One sentence for where the scanner is. */
export function scanMessage(status: ScanStatus, hint: ScanHint): string {
  switch (status) {
    case 'off':
    case 'failed':
      return m.verify_scan_idle();
    case 'starting':
      return m.verify_scan_starting();
    case 'looking':
      return HINT[hint]();
    case 'resting':
      return m.verify_scan_found();
  }
}

/** Why there is no camera, and what to do instead. */
export function scanFailureMessage(failure: ScanFailure): { readonly what: string; readonly next: string } {
  return { what: FAILED[failure].what(), next: FAILED[failure].next() };
}
