// When a list says it was made and ends: NumericDate (RFC 7519 §2) and dateTimeStamp (VCDM 2.0 §4.9).
import { epochSeconds } from '../../model/brand.ts';
import type { EpochSeconds } from '../../model/brand.ts';
import type { JsonValue } from '../../model/json.ts';

const STAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;
/** Last second of year 9999. */
const MAX_SECONDS = 253_402_300_799;

/** Seconds; null when absent, undefined when what stands there names no moment. */
export function readMoment(value: JsonValue | undefined): EpochSeconds | null | undefined {
  if (value === undefined) return null;
  if (typeof value === 'number') return Math.abs(value) <= MAX_SECONDS ? epochSeconds(value) : undefined;
  const milliseconds = typeof value === 'string' && STAMP.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(milliseconds) ? undefined : epochSeconds(milliseconds / 1000);
}
