// Amounts of learning. A unit is only what the issuer wrote, or what the claim's own definition says: never guessed.
import type { Workload, WorkloadUnit } from '../../model/achievement.ts';
import { nodeAt, numberOf, textOf } from './claim-node.ts';
import type { ClaimNode } from './claim-node.ts';

const UNITS: ReadonlyMap<string, WorkloadUnit> = new Map([
  ['ects', 'ects'],
  ['ects credits', 'ects'],
  ['ects-credits', 'ects'],
  ['ects points', 'ects'],
  ['hp', 'hp'],
  ['högskolepoäng', 'hp'],
  ['hour', 'hours'],
  ['hours', 'hours'],
  ['h', 'hours'],
  ['timmar', 'hours'],
  ['week', 'weeks'],
  ['weeks', 'weeks'],
  ['veckor', 'weeks'],
  ['credit', 'credits'],
  ['credits', 'credits'],
]);
const AMOUNT_AND_UNIT = /^(\d+(?:[.,]\d+)?)\s*([\p{L} -]+)$/u;
/** ISO 8601 duration of whole hours, as ELM writes volume of learning. */
const HOURS = /^PT(\d+)H$/;

/** An amount and a unit are short; longer text is something else, and costs patterns time. */
const MAX_LENGTH = 100;

/** A number in a claim whose definition fixes the unit (`ECTS`, `SBU`, `creditsAvailable`). */
export function workloadIn(node: ClaimNode, unit: WorkloadUnit): Workload | null {
  const amount = numberOf(node);
  return amount === null ? null : { amount, unit, path: node.path };
}

/** `{ value, unit }`, `"3 ECTS"` or `PT60H`; null when there is no unit this program knows. */
export function workloadWithUnit(node: ClaimNode): Workload | null {
  const stated = textOf(node)?.trim() ?? '';
  const text = stated.length > MAX_LENGTH ? '' : stated;
  const hours = HOURS.exec(text)?.[1];
  if (hours !== undefined) return { amount: Number(hours), unit: 'hours', path: node.path };
  const [, digits, word] = AMOUNT_AND_UNIT.exec(text) ?? [];
  const amount = digits === undefined ? numberOf(nodeAt(node, 'value')) : Number(digits.replace(',', '.'));
  const unit = UNITS.get((word ?? textOf(nodeAt(node, 'unit')) ?? '').trim().toLowerCase());
  return amount === null || unit === undefined ? null : { amount, unit, path: node.path };
}
