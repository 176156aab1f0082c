// How old the evidence behind a verdict is, in one line: "Signature checked now · issuer list of 12 Nov".
import type { EpochSeconds } from '$lib/core/model/brand.ts';
import type { Finding } from '$lib/core/model/finding.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { formatDay, formatDayAndTime, formatMoment, formatTime, isSameDay } from './format-date.ts';

const JUST_NOW_SECONDS = 600;

/** `checkedAt`: when the findings were made; `now`: when the line is read. */
export function ageLine(findings: readonly Finding[], checkedAt: EpochSeconds, now: EpochSeconds): string {
  const fresh = Math.abs(now - checkedAt) < JUST_NOW_SECONDS;
  const [justNow, at] = hasSignature(findings)
    ? [m.credential_age_now, m.credential_age_at]
    : [m.credential_age_plain_now, m.credential_age_plain_at];
  const checked = fresh ? justNow() : at({ moment: formatMoment(checkedAt) });
  return [checked, issuerPart(findings), statusPart(findings, now)].filter((part) => part !== null).join(' · ');
}

/** A hosted badge, or a file that nobody signed, has none that could have been checked. */
function hasSignature(findings: readonly Finding[]): boolean {
  return findings.some(({ reason }) => reason === 'signature-ok' || reason === 'signature-invalid');
}

function issuerPart(findings: readonly Finding[]): string | null {
  const trust = findings.find(({ check }) => check === 'issuer-trust');
  if (trust === undefined || trust.reason === 'issuer-specimen') return null;
  if (trust.reason === 'issuer-pinned' || trust.reason === 'issuer-pinned-only') return m.credential_age_pinned();
  const asOf = trust.evidence?.asOf ?? null;
  return asOf === null ? m.credential_age_no_list() : m.credential_age_list({ date: formatDay(asOf) });
}

function statusPart(findings: readonly Finding[], now: EpochSeconds): string | null {
  const asOf = findings.find(({ check }) => check === 'status')?.evidence?.asOf ?? null;
  if (asOf === null) return null;
  const moment = isSameDay(asOf, now) ? m.credential_age_today({ time: formatTime(asOf) }) : formatDayAndTime(asOf);
  return m.credential_age_status({ moment });
}
