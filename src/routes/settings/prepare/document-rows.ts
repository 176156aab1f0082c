// The plan and what came of it, as rows to show.
import { m } from '$lib/i18n/paraglide/messages.js';
import type { PlannedFetch } from '$lib/state/plan-fetches.ts';
import type { FetchOutcome } from '$lib/state/prepare.svelte.ts';
import type { DocumentRow } from '$lib/ui/prepare/prepare-props.ts';

export function rowsOf(plan: readonly PlannedFetch[], results: readonly FetchOutcome[]): readonly DocumentRow[] {
  const came = new Map(results.map(({ url, result }) => [url, result]));
  return plan.map((planned) => ({ ...planned, result: came.get(planned.url) ?? null }));
}

/** "Fetched: 3. Not fetched: 1. …"; null before anything was asked. */
export function fetchSummary(results: readonly FetchOutcome[]): string | null {
  if (results.length === 0) return null;
  const count = results.filter(({ result }) => result === 'fetched').length;
  const failed = results.length - count;
  return failed === 0 ? m.prepare_done_all({ count }) : m.prepare_done_some({ count, failed });
}
