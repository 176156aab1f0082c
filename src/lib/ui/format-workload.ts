// Workload and level in few words. Units are never converted into one another.
import type { Level, Workload, WorkloadUnit } from '$lib/core/model/achievement.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { formatNumber } from './format-date.ts';

const UNITS: Readonly<Record<WorkloadUnit, (inputs: { amount: string }) => string>> = {
  hp: m.shell_workload_hp,
  ects: m.shell_workload_ects,
  hours: m.shell_workload_hours,
  weeks: m.shell_workload_weeks,
  credits: m.shell_workload_credits,
};

/** "7,5 hp", "16 tim", "5 ECTS". */
export const formatWorkload = (workload: Pick<Workload, 'amount' | 'unit'>): string =>
  UNITS[workload.unit]({ amount: formatNumber(workload.amount) });

/** "SeQF 7", or the bare value when the issuer named no framework. */
export const formatLevel = (level: Pick<Level, 'framework' | 'value'>): string =>
  levelText(
    level.framework === null || level.value.startsWith(level.framework)
      ? level.value
      : `${level.framework} ${level.value}`,
  );

/** A level as people write it, wherever it is shown: `EQF-7` and `EQF7` are "EQF 7". */
export const levelText = (text: string): string => text.replace(/^(EQF|SeQF|NQF|QF-EHEA)[-_ ]?(\d)$/i, '$1 $2');
