// ISO 8601 UTC, strict: what a trust list and the command line may write.
import { epochSeconds } from '../model/brand.ts';
import type { EpochSeconds } from '../model/brand.ts';

const UTC = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?Z$/;

/** Seconds of `2026-11-21T08:00:00Z`; null for another form, and for a day that no calendar has. */
export function parseUtcTime(text: string): EpochSeconds | null {
  const whole = UTC.exec(text)?.[1];
  const milliseconds = whole === undefined ? Number.NaN : Date.parse(`${whole}Z`);
  if (whole === undefined || Number.isNaN(milliseconds)) return null;
  // Date.parse takes 31 February for 3 March: only a time that comes back as it was written is one.
  return new Date(milliseconds).toISOString().startsWith(whole) ? epochSeconds(milliseconds / 1000) : null;
}
