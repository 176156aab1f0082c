// The value of a claim as text: everything it says, in lines; and a brief form for one line.
import { epochSeconds } from '$lib/core/model/brand.ts';
import type { ClaimPath } from '$lib/core/model/credential.ts';
import { isJsonArray, isJsonObject } from '$lib/core/model/json.ts';
import type { JsonValue } from '$lib/core/model/json.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { formatMoment, formatNumber } from '../format-date.ts';
import { levelText } from '../format-workload.ts';
import { claimLabel } from './claim-label.ts';

/** Claims that are seconds since 1970 (RFC 7519 §4.1). */
const TIMES: ReadonlySet<string | number | undefined> = new Set(['iat', 'nbf', 'exp']);
const LEVEL = /^(?:eqf|seqf)?[_-]?level$/i;
const WORKLOAD_UNIT = /^[A-Za-z]{1,12}$/;

/** All of `value`, one line each; never shortened, since it says what leaves. */
export function claimLines(path: ClaimPath, value: JsonValue): readonly string[] {
  if (path.length === 1 && path[0] === 'cnf') return [m.share_claim_key_value()];
  if (isJsonArray(value)) return value.flatMap((item, index) => claimLines([...path, index], item));
  if (isJsonObject(value)) return amount(value) ?? entries(path, value);
  return [plain(path, value)];
}

/** One line: the value, or how many there are. */
export function claimBrief(path: ClaimPath, value: JsonValue): string {
  if (isJsonArray(value) && value.length > 1) return m.share_claim_items({ count: value.length });
  return claimLines(path, value).join(' · ');
}

function entries(path: ClaimPath, value: Readonly<Record<string, JsonValue>>): readonly string[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    const label = claimLabel([...path, name]);
    return claimLines([...path, name], inner).map((line) => `${label}: ${line}`);
  });
}

/** `{"value": 3, "unit": "ECTS"}` as people write it. */
function amount(value: Readonly<Record<string, JsonValue>>): readonly string[] | null {
  const { value: number, unit } = value;
  const known = Object.keys(value).length === 2 && typeof number === 'number' && typeof unit === 'string';
  return known && WORKLOAD_UNIT.test(unit) ? [`${formatNumber(number)} ${unit}`] : null;
}

function plain(path: ClaimPath, value: JsonValue): string {
  if (typeof value === 'boolean') return value ? m.share_claim_yes() : m.share_claim_no();
  if (typeof value === 'number') {
    const time = path.length === 1 && TIMES.has(path[0]) && Number.isFinite(value) && Math.abs(value) < 8.64e12;
    return time ? formatMoment(epochSeconds(value)) : formatNumber(value);
  }
  if (typeof value !== 'string') return '–';
  return LEVEL.test(String(path.at(-1))) ? levelText(value) : value;
}
