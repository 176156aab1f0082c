// What the bench prints: plain lines, ratios first.
import type { Spread } from './race.ts';

export function heading(text: string): void {
  console.log(`\n${text}`);
}

/** `goal` is what FIGURES asks for; whether it was reached is said beside it. */
export interface Goal {
  readonly text: string;
  readonly reached: boolean;
}

export const atLeast = (least: number, { median }: Spread): Goal => ({
  text: `at least ${String(least)}`,
  reached: median >= least,
});
export const atMost = (most: number, value: number): Goal => ({
  text: `at most ${String(most)}`,
  reached: value <= most,
});

export function line(name: string, value: string, goal: Goal | null = null): void {
  const told = goal === null ? '' : `   goal ${goal.text}: ${goal.reached ? 'reached' : 'NOT REACHED'}`;
  console.log(`  ${name.padEnd(58)} ${value}${told}`);
}

export const times = (value: Spread): string => `${digits(value.median)} [${digits(value.min)}–${digits(value.max)}]`;
export const perSecond = (value: Spread): string => `${times(value)} /s`;
export const milliseconds = (value: number): string => `${digits(value)} ms`;

export function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
