// When an Open Badge was issued and ends: ISO 8601 (2.0), a day, or seconds since 1970 (0.5 and 1.x).
import { epochSeconds } from '../../model/brand.ts';
import type { JsonValue } from '../../model/json.ts';
import { readNumericDate, readTimeStamp } from '../read-time.ts';
import type { Moment } from '../read-time.ts';

const DAY = /^\d{4}-\d\d-\d\d$/;
const MINUTES = /T\d\d:\d\d(?=Z|[+-]|$)/i;
const ZONE = /(?:Z|[+-]\d\d:\d\d)$/i;
const ZONE_WITHOUT_COLON = /([+-]\d\d)(\d\d)$/;
const DAY_SECONDS = 86_400;

/**
 * Older issuers left out seconds, the time zone (read as UTC) or the time of day. A day alone is its first second, and
 * as an end (`isEnd`) its last.
 */
export function readBadgeTime(value: JsonValue | undefined, isEnd: boolean): Moment {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'number') return readNumericDate(value);
  if (typeof value !== 'string') return 'malformed';
  const text = value.trim();
  if (/^\d{9,10}$/.test(text)) return readNumericDate(Number(text));
  if (DAY.test(text)) {
    const start = readTimeStamp(`${text}T00:00:00Z`);
    return typeof start === 'number' && isEnd ? epochSeconds(start + DAY_SECONDS - 1) : start;
  }
  const full = text.replace(ZONE_WITHOUT_COLON, '$1:$2').replace(MINUTES, '$&:00');
  return readTimeStamp(ZONE.test(full) ? full : `${full}Z`);
}
