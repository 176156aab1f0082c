// Stored things for tests of storage and of the wallet.
import { contentDigest, credentialId, epochSeconds, portfolioId } from '../../src/lib/core/model/brand.ts';
import type { Examination } from '../../src/lib/core/model/examination.ts';
import type { Portfolio } from '../../src/lib/core/model/portfolio.ts';
import type { DerivedRecord, StoredCredential, StoredTrustList } from '../../src/lib/core/ports.ts';

export function stored(name: string, change: Partial<StoredCredential> = {}): StoredCredential {
  return {
    id: credentialId(name),
    raw: new TextEncoder().encode(`raw of ${name}`),
    kind: 'document',
    contentDigest: contentDigest(`digest of ${name}`),
    fileName: `${name}.txt`,
    mediaType: 'text/plain',
    origin: 'file',
    receivedAt: epochSeconds(1_795_000_000),
    holderKey: null,
    ...change,
  };
}

export const UNREADABLE_EXAMINATION: Examination = { outcome: 'unreadable', why: 'not-recognised', mine: false };

export function derived(name: string, basis = 'basis'): DerivedRecord {
  return {
    id: credentialId(name),
    examination: UNREADABLE_EXAMINATION,
    checkedAt: epochSeconds(1_795_000_000),
    basis,
  };
}

export function portfolio(name: string): Portfolio {
  const created = epochSeconds(1_795_000_000);
  return { id: portfolioId(name), templateId: 'plain', name, created, sections: [] };
}

export function trustList(name: string, text = '{}'): StoredTrustList {
  const importedAt = epochSeconds(1_795_000_000);
  return { id: name, raw: new TextEncoder().encode(text), fileName: null, importedAt };
}
