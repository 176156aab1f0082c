// Credential files and trust lists -> the addresses whose documents would settle what cannot be told of them.
import { epochSeconds } from '../lib/core/model/brand.ts';
import type { EvidenceDocument, TrustMaterial } from '../lib/core/model/trust.ts';
import { examine } from '../lib/core/examine.ts';
import { wantedByLists, wantedEvidence } from '../lib/core/trust/wanted-evidence.ts';
import { readBytes } from './read-file.ts';

/** More than an office asks at once; whoever needs more asks again. */
export const MAX_ADDRESSES = 1_000;

/**
 * Addresses wanted by `files` and by the lists in `trust`, each once. With the documents already fetched in `trust` it
 * names what those lead on to: a badge class names its issuer, a type the one it extends.
 */
export async function wantedAddresses(files: readonly string[], trust: TrustMaterial): Promise<readonly string[]> {
  const wanted = new Set(wantedByLists(trust).map(({ url }) => url));
  const question = { trust, now: epochSeconds(Date.now() / 1000), context: { kind: 'document' } as const };
  for (const file of files) {
    const bytes = await readBytes(file);
    if (bytes === null) {
      process.stderr.write(`${file}: cannot be read\n`);
      continue;
    }
    const examination = await examine(bytes, { ...question, clockFloor: epochSeconds(0) });
    if (examination.outcome !== 'credential') continue;
    for (const { url } of wantedEvidence(examination.credential, trust)) wanted.add(url);
  }
  return [...wanted].slice(0, MAX_ADDRESSES);
}

/** As evidence that the operator of the command answers for. */
export function operatorDocument(url: string, mediaType: string | null, text: string): EvidenceDocument {
  return { url, fetched: epochSeconds(Date.now() / 1000), mediaType, text, source: 'operator' };
}
