// Evidence that somebody brought as a file (docs/trust-list.md, "Evidence"). It is "given": unsigned documents in it
// settle nothing, signed ones speak for themselves; what this device fetched itself stays.
import { readFile } from '../adapters/files/read-file.ts';
import type { EvidenceDocument } from '../core/model/trust.ts';
import type { StorageFailure } from '../core/ports.ts';
import { parseEvidence } from '../core/trust/parse-evidence.ts';
import { CLOCK_SKEW_SECONDS } from '../core/verify/question.ts';
import { world } from './compose.ts';
import { trust } from './trust.svelte.ts';

/** `evidence-from-the-future`: its date or this device's is wrong; kept, it would count as the newest for ever. */
export type EvidenceProblem =
  'evidence-unfamiliar' | 'evidence-empty' | 'evidence-from-the-future' | 'file-unreadable' | StorageFailure;

export type EvidenceOutcome =
  /** `alreadyNewer`: documents that this device has newer, or fetched itself. */
  | { readonly ok: true; readonly kept: number; readonly alreadyNewer: number }
  | { readonly ok: false; readonly why: EvidenceProblem };

/** What a file brings, before anything of it is kept: how many documents, said to be from whom; null when it is none. */
export function lookAtEvidence(raw: Uint8Array): { readonly count: number; readonly hosts: readonly string[] } | null {
  const parsed = parseEvidence(raw, 'given');
  if (!parsed.ok || parsed.documents.length === 0) return null;
  const hosts = new Set(parsed.documents.map(({ url }) => new URL(url).host));
  return { count: parsed.documents.length, hosts: [...hosts] };
}

export async function importEvidenceFile(file: File): Promise<EvidenceOutcome> {
  const read = await readFile(file);
  return read.ok ? importEvidence(read.raw) : { ok: false, why: 'file-unreadable' };
}

export async function importEvidence(raw: Uint8Array): Promise<EvidenceOutcome> {
  await trust.open();
  const parsed = parseEvidence(raw, 'given');
  if (!parsed.ok) return parsed;
  const { documents } = parsed;
  if (documents.length === 0) return { ok: false, why: 'evidence-empty' };
  const latest = world().clock() + CLOCK_SKEW_SECONDS;
  if (documents.some(({ fetched }) => fetched > latest)) return { ok: false, why: 'evidence-from-the-future' };
  const stored = await trust.keepDocuments(documents);
  if (!stored.ok) return { ok: false, why: stored.failure };
  const kept = documents.filter(isInHand).length;
  return { ok: true, kept, alreadyNewer: documents.length - kept };
}

function isInHand({ url, text, fetched }: EvidenceDocument): boolean {
  return trust.material.documents.some(
    (held) => held.url === url && held.source === 'given' && held.text === text && held.fetched === fetched,
  );
}
