// What a section amounts to: how many merits, and like-unit sums of what they state (DOMAIN §3).
import type { Workload } from '../model/achievement.ts';
import type { SectionMerit, SectionSummary, SumUnit, WorkloadSum } from '../model/portfolio.ts';

const UNITS: readonly SumUnit[] = ['hp', 'hours', 'weeks', 'credits'];

/** Count and sums. A merit that states both hp and ECTS states one thing twice, so its first amount counts. */
export function sectionSummary(merits: readonly SectionMerit[]): SectionSummary {
  const counted = merits.filter(({ verdict }) => verdict !== 'refused');
  return {
    count: merits.length,
    sums: UNITS.map((unit) => sumOf(counted, unit)).filter(({ amount }) => amount > 0),
    leftOut: merits.length - counted.length,
    unproven: counted.filter(({ workload, verdict }) => workload.length > 0 && verdict !== 'genuine').length,
    withoutWorkload: counted.filter(({ workload }) => workload.length === 0).length,
  };
}

function sumOf(merits: readonly SectionMerit[], unit: SumUnit): WorkloadSum {
  const amounts = merits.map(({ workload }) => workload.find((one) => sumUnit(one) === unit)?.amount ?? 0);
  // What an issuer wrote is not ours to trust: nothing below zero, nothing endless.
  const whole = amounts
    .filter((amount) => amount > 0 && Number.isFinite(amount))
    .reduce((sum, amount) => sum + amount, 0);
  // Halves and tenths of credits add up in binary to 10.500000000000002.
  return { unit, amount: Math.round(whole * 100) / 100 };
}

const sumUnit = ({ unit }: Workload): SumUnit => (unit === 'ects' ? 'hp' : unit);
