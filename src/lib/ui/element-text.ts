// The 11 EU elements in the reader's words.
import type { EuElement, LearningAchievement } from '$lib/core/model/achievement.ts';
import { epochSeconds } from '$lib/core/model/brand.ts';
import type { LocalisedString } from '$lib/core/model/localised.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import { inReadersLanguage } from './foreign-text.ts';
import { formatDate } from './format-date.ts';
import { formatLevel, formatWorkload } from './format-workload.ts';

const LABELS: Readonly<Record<EuElement, () => string>> = {
  learner: m.credential_element_learner,
  title: m.credential_element_title,
  'issuer-country': m.credential_element_issuer_country,
  'awarding-body': m.credential_element_awarding_body,
  'issue-date': m.credential_element_issue_date,
  'learning-outcomes': m.credential_element_learning_outcomes,
  workload: m.credential_element_workload,
  level: m.credential_element_level,
  assessment: m.credential_element_assessment,
  participation: m.credential_element_participation,
  'quality-assurance': m.credential_element_quality_assurance,
};

export const elementLabel = (element: EuElement): string => LABELS[element]();

/** What is stated of `element`, a line a value; empty when nothing is. */
export function elementLines(element: EuElement, achievement: LearningAchievement): readonly LocalisedString[] {
  const stated = achievement.elements[element];
  if (stated === null) return [];
  const known = ourWords(element, achievement);
  if (known.length > 0) return known.map((text) => ({ language: null, text }));
  const lines = stated.values.map(inReadersLanguage).filter((line) => line !== null);
  return lines.map((line) => ({ ...line, text: ofKind(element, line.text) }));
}

function ourWords(element: EuElement, achievement: LearningAchievement): readonly string[] {
  if (element === 'workload') return achievement.workload.map(formatWorkload);
  if (element === 'level') return achievement.levels.map(formatLevel);
  return [];
}

function ofKind(element: EuElement, text: string): string {
  if (element === 'issuer-country') return countryName(text);
  if (element === 'issue-date') return dateText(text);
  return text;
}

/** "SE" → "Sweden"; anything else as written. */
export function countryName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames([getLocale()], { type: 'region', fallback: 'code' }).of(code) ?? code;
}

/** "2026-05-14" or a date and time → the reader's form; anything else as written. */
export function dateText(text: string): string {
  const at = /^\d{4}-\d{2}-\d{2}(?:T|$)/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? text : formatDate(epochSeconds(at / 1000));
}
