// EvidenceStore in memory.
import type { EvidenceDocument } from '../../core/model/trust.ts';
import type { EvidenceStore } from '../../core/ports.ts';
import { localNotice } from './change-notice.ts';
import { oneForEachAddress, replaces, tooMany } from './choose-evidence.ts';

export function memoryEvidence(): EvidenceStore {
  const rows = new Map<string, EvidenceDocument>();
  const notice = localNotice();
  const told = (): Promise<{ ok: true; value: null }> => {
    notice.tell('evidence');
    return Promise.resolve({ ok: true, value: null });
  };
  return {
    put: (documents) => {
      const coming = oneForEachAddress(structuredClone(documents)).filter((document) => {
        const held = rows.get(document.url);
        return held === undefined || replaces(document, held);
      });
      const addresses = new Set(coming.map(({ url }) => url));
      const gone = tooMany(
        coming,
        [...rows.values()].filter(({ url }) => !addresses.has(url)),
      );
      if (gone === null) return Promise.resolve({ ok: false, failure: 'full' });
      for (const url of gone) rows.delete(url);
      for (const document of coming) rows.set(document.url, document);
      return told();
    },
    all: () => Promise.resolve({ ok: true, value: structuredClone([...rows.values()]) }),
    remove: (urls) => {
      for (const url of urls) rows.delete(url);
      return told();
    },
    watch: (changed) => notice.listen('evidence', changed),
  };
}
