// Dates as people here write them: 14 maj 2026, 14 May 2026, 09.10 / 09:10.
import type { EpochSeconds } from '$lib/core/model/brand.ts';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';

const region = (): string => (getLocale() === 'sv' ? 'sv-SE' : 'en-GB');

/** "14 May 2026" or "14 maj 2026" */
export function formatDate(at: EpochSeconds): string {
  return new Intl.DateTimeFormat(region(), { dateStyle: 'long' }).format(at * 1000);
}

/** "12 Nov" or "12 nov." */
export function formatDay(at: EpochSeconds): string {
  return new Intl.DateTimeFormat(region(), { day: 'numeric', month: 'short' }).format(at * 1000);
}

/** "14 May 2026, 09:10" */
export function formatMoment(at: EpochSeconds): string {
  return new Intl.DateTimeFormat(region(), { dateStyle: 'long', timeStyle: 'short', hour12: false }).format(at * 1000);
}

/** "09:10" or "09:10" with the reader's own sign. */
export function formatTime(at: EpochSeconds): string {
  return new Intl.DateTimeFormat(region(), { timeStyle: 'short', hour12: false }).format(at * 1000);
}

/** "12 Nov 09:10" */
export function formatDayAndTime(at: EpochSeconds): string {
  return `${formatDay(at)} ${formatTime(at)}`;
}

/** Whether both fall on the same day where the reader is. */
export const isSameDay = (one: EpochSeconds, other: EpochSeconds): boolean => formatDate(one) === formatDate(other);

/** A number with the reader's decimal sign and thousands. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(region(), { maximumFractionDigits: 2 }).format(value);
}
