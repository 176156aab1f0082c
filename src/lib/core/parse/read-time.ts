// The two ways credentials write a moment: NumericDate (RFC 7519 §2) and dateTimeStamp (XML Schema, VCDM 2.0 §4.9).
import { epochSeconds } from '../model/brand.ts';
import type { EpochSeconds } from '../model/brand.ts';
import type { JsonValue } from '../model/json.ts';

/** Not stated, stated as a moment, or stated in a way that names no moment. */
export type Moment = EpochSeconds | null | 'malformed';

/** A time zone is required: without one the same text is another moment in another country. */
const STAMP = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/i;
/** Last second of year 9999: larger numbers are milliseconds by mistake, or an attempt to never expire. */
const MAX_SECONDS = 253_402_300_799;

export function readNumericDate(value: JsonValue | undefined): Moment {
  if (value === undefined) return null;
  if (typeof value !== 'number' || Math.abs(value) > MAX_SECONDS) return 'malformed';
  return epochSeconds(value);
}

/** Fractions of a second are cut off. 24:00:00 is the end of its day. */
export function readTimeStamp(value: JsonValue | undefined): Moment {
  if (value === undefined) return null;
  if (typeof value !== 'string') return 'malformed';
  const parts = STAMP.exec(value);
  if (parts === null) return 'malformed';
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number);
  const offset = readOffset(parts[7] ?? 'Z');
  if (year === undefined || month === undefined || day === undefined) return 'malformed';
  if (hour === undefined || minute === undefined || second === undefined || offset === null) return 'malformed';
  const midnight = Date.UTC(year, month - 1, day);
  // Date.UTC turns 31 April into 1 May: a date that does not exist is not a date.
  if (new Date(midnight).toISOString().slice(0, 10) !== parts[0].slice(0, 10)) return 'malformed';
  const endOfDay = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !endOfDay) || minute > 59 || second > 59) return 'malformed';
  return epochSeconds(midnight / 1000 + hour * 3600 + minute * 60 + second - offset);
}

/** Seconds east of UTC. */
function readOffset(zone: string): number | null {
  if (zone.toUpperCase() === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (hours > 14 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}
