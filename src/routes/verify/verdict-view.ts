// What was found -> what the verdict screen says. Data of a refused credential never gets this far.
import type { Finding } from '$lib/core/model/finding.ts';
import type { ReasonCode } from '$lib/core/model/reason.ts';
import type { VerdictString } from '$lib/core/model/verdict.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { reasonMessage, reasonNextStep } from '$lib/i18n/reason-messages.ts';
import { unreadableMessage, unreadableNextStep } from '$lib/i18n/unreadable-messages.ts';
import type { Checked } from '$lib/state/verify.svelte.ts';
import { cleanText } from '$lib/ui/foreign-text.ts';
import { formatDate } from '$lib/ui/format-date.ts';
import { troubleMessage } from '$lib/ui/verify/trouble-message.ts';
import { verdictFacts } from '$lib/ui/verify/verdict-facts.ts';
import type { VerdictFacts } from '$lib/ui/verify/verdict-facts.ts';

export interface VerdictView {
  readonly verdict: VerdictString;
  readonly because: readonly ReasonCode[];
  readonly reason: string;
  readonly next: string | null;
  readonly facts: VerdictFacts | null;
  readonly age: string | null;
  readonly limits: readonly string[];
  readonly findings: readonly Finding[];
}

/** `here`: the host this page runs on, which a page opened by link has to name. */
export function verdictView(checked: Checked, here: string): VerdictView {
  const { found } = checked;
  if (typeof found === 'string') {
    const { what, next } = troubleMessage(found);
    return { ...nothing(what, next), limits: addresses(checked, here) };
  }
  if (found.outcome === 'unreadable') {
    const empty = nothing(
      unreadableMessage(found.why),
      found.mine ? unreadableNextStep(found.why) : m.verify_not_a_credential_next(),
    );
    return { ...empty, limits: addresses(checked, here) };
  }
  const { verdict, because, findings } = found.judgement;
  const facts = verdict === 'refused' ? null : verdictFacts(found.credential);
  const [first] = because;
  return {
    verdict,
    because,
    reason: first === undefined ? '' : reasonMessage(first),
    next: nextStep(checked, verdict, because, facts),
    facts,
    age: verdict === 'refused' ? null : ageOf(findings),
    limits: [...addresses(checked, here), ...limitsOf(checked, because)],
    findings,
  };
}

function nothing(reason: string, next: string): VerdictView {
  return { verdict: 'unrecognised', because: [], reason, next, facts: null, age: null, limits: [], findings: [] };
}

function nextStep(
  { context }: Checked,
  verdict: VerdictString,
  because: readonly ReasonCode[],
  facts: VerdictFacts | null,
): string | null {
  if (verdict === 'genuine' && context === 'presented') {
    return facts?.name === null ? m.verify_no_name() : m.verify_compare_name();
  }
  return because.map(reasonNextStep).find((step) => step !== null) ?? null;
}

function limitsOf({ context, found }: Checked, because: readonly ReasonCode[]): readonly string[] {
  if (typeof found === 'string' || found.outcome === 'unreadable') return [];
  const { verdict, findings } = found.judgement;
  if (verdict === 'refused') return [];
  // Its sentence says that a showing nobody asked for may be a copy: always said, whatever decided.
  const shown = findings.some(({ reason }) => reason === 'possession-shown');
  const others = new Set([...because.slice(1), ...(shown ? (['possession-shown'] as const) : [])]);
  const sentences = [...others].map(reasonMessage);
  return context === 'document' ? [...sentences, m.verify_limit_document()] : sentences;
}

/** How old the evidence is that decided about the issuer. */
function ageOf(findings: readonly Finding[]): string | null {
  const evidence = findings.find(({ check }) => check === 'issuer-trust')?.evidence;
  if (evidence === undefined || evidence.source === '' || evidence.asOf === null) return null;
  return m.verify_age({ source: cleanText(evidence.source, 120).text, date: formatDate(evidence.asOf) });
}

/** Whoever made the code chose the address in it. */
function addresses({ by, host }: Checked, here: string): readonly string[] {
  if (by === 'link') return [m.verify_limit_link({ host: here })];
  return host === null || host === here.toLowerCase() ? [] : [m.verify_host_ignored({ host })];
}
