// What there is to say of a trust list and of an issuer in it, as rows.
import type { EpochSeconds } from '$lib/core/model/brand.ts';
import type { ListedIssuer, TrustList } from '$lib/core/model/trust.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { countryName } from '../element-text.ts';
import { cleanText } from '../foreign-text.ts';
import { formatDate } from '../format-date.ts';
import { shortKeyName } from '../issuer/key-text.ts';

const DAY_SECONDS = 86_400;

export interface Fact {
  readonly name: string;
  readonly values: readonly string[];
  /** Identifiers and keys, in a type where every letter can be told. */
  readonly code?: boolean;
}

export function issuerCount(count: number): string {
  return count === 1 ? m.trust_issuers_one() : m.trust_issuers_many({ count });
}

export function validity({ validUntil }: TrustList, now: EpochSeconds): string {
  if (validUntil === null) return m.trust_no_end();
  return validUntil <= now ? m.trust_ended({ date: formatDate(validUntil) }) : formatDate(validUntil);
}

/** `signer`: whose key the learner pinned it as; null when nobody's. */
export function signature({ signedBy }: TrustList, signer: string | null): string {
  if (signedBy === null) return m.trust_unsigned();
  const key = shortKeyName(signedBy);
  if (signer === null) return m.trust_signed_unpinned({ key });
  return m.trust_signed_pinned({ key, issuer: cleanText(signer, 120).text });
}

const FORMATS: Readonly<Record<TrustList['format'], () => string>> = {
  meritfolio: m.trust_format_meritfolio,
  'dcc-registry': m.trust_format_dcc,
  jwks: m.trust_format_jwks,
  pem: m.trust_format_pem,
};

/** "12 November 2026, 9 days old". */
export function listAge({ issued }: TrustList, now: EpochSeconds): string {
  const date = formatDate(issued);
  const days = Math.max(0, Math.floor((now - issued) / DAY_SECONDS));
  if (days === 0) return m.issuer_list_age_today({ date });
  return days === 1 ? m.issuer_list_age_one({ date }) : m.issuer_list_age_days({ date, days });
}

export interface ListSource {
  readonly importedAt: EpochSeconds;
  readonly fileName: string | null;
}
export interface ListStanding {
  readonly stale: boolean;
  readonly signer: string | null;
}

export function listFacts(
  list: TrustList,
  source: ListSource,
  { stale, signer }: ListStanding,
  now: EpochSeconds,
): readonly Fact[] {
  return said([
    { name: m.trust_format(), values: [FORMATS[list.format]()] },
    { name: m.trust_issued(), values: [listAge(list, now), ...(stale ? [m.trust_stale()] : [])] },
    { name: m.trust_valid_until(), values: [validity(list, now)] },
    { name: m.trust_imported_on(), values: [formatDate(source.importedAt)] },
    { name: m.trust_from_file(), values: source.fileName === null ? [] : [source.fileName] },
    { name: m.trust_signature(), values: [signature(list, signer)] },
  ]);
}

/** `keyNames`: thumbprints of `issuer.keys`, in their order. */
export function issuerFacts(issuer: ListedIssuer, keyNames: readonly string[]): readonly Fact[] {
  return said([
    { name: m.trust_country(), values: issuer.country === null ? [] : [countryName(issuer.country)] },
    { name: m.trust_homepage(), values: issuer.homepage === null ? [] : [issuer.homepage] },
    { name: m.trust_may_issue(), values: mayIssueText(issuer) },
    { name: m.trust_ids(), values: issuer.ids, code: true },
    { name: m.trust_keys(), values: keyNames, code: true },
    { name: m.trust_certificates(), values: issuer.certificates.map((text) => `${text.slice(0, 40)}…`), code: true },
    { name: m.trust_subjects(), values: issuer.subjects },
    { name: m.trust_listed(), values: listedWhen(issuer) },
  ]);
}

export function mayIssueText({ mayIssue: types }: ListedIssuer): readonly string[] {
  if (types.includes('*')) return [m.trust_may_issue_all()];
  return types.length === 0 ? [m.trust_may_issue_none()] : types;
}

/** Since when and until when a listing holds; empty when it states no limits. */
export function listedWhen({ validFrom, validUntil }: ListedIssuer): readonly string[] {
  const from = validFrom === null ? [] : [m.trust_listed_from({ date: formatDate(validFrom) })];
  const until = validUntil === null ? [] : [m.trust_listed_until({ date: formatDate(validUntil) })];
  const both = [...from, ...until].join(' ');
  return both === '' ? [] : [both];
}

const said = (facts: readonly Fact[]): readonly Fact[] => facts.filter(({ values }) => values.length > 0);
