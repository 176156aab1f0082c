// What every EvidenceStore owes: one document for each address, and nobody's claim over what this device fetched.
import { expect, it } from 'vitest';
import { EVIDENCE_LIMIT } from '../../src/lib/adapters/storage/choose-evidence.ts';
import type { Stores } from '../../src/lib/adapters/storage/memory-stores.ts';
import { epochSeconds } from '../../src/lib/core/model/brand.ts';
import type { EvidenceDocument } from '../../src/lib/core/model/trust.ts';
import { valueOf } from './value-of.ts';

const NOW = 1_795_000_000;
const MANY = 'x'.repeat(EVIDENCE_LIMIT / 4);

function evidence(name: string, change: Partial<EvidenceDocument> & { at?: number } = {}): EvidenceDocument {
  const { at = NOW, ...rest } = change;
  const url = `https://issuer.example/${name}`;
  return { url, fetched: epochSeconds(at), mediaType: null, text: name, source: 'this-device', ...rest };
}

export function describeEvidence(stores: () => Stores): void {
  const put = (...documents: EvidenceDocument[]) => stores().evidence.put(documents);
  const texts = async (): Promise<string[]> =>
    valueOf(await stores().evidence.all())
      .map(({ text }) => text.slice(0, 20))
      .toSorted();

  it('keeps documents as they came, and forgets those it is told to', async () => {
    const document = evidence('a', { mediaType: 'application/json', text: '{ "å": 1 }' });
    valueOf(await put(document, evidence('b')));
    expect(valueOf(await stores().evidence.all())).toContainEqual(document);
    valueOf(await stores().evidence.remove(['https://issuer.example/b', 'https://issuer.example/nothing']));
    expect(valueOf(await stores().evidence.all())).toEqual([document]);
  });

  it('lets a newer fetch take the place of an older one, never the other way', async () => {
    valueOf(await put(evidence('a', { text: 'first' })));
    valueOf(await put(evidence('a', { text: 'older', at: NOW - 1 })));
    expect(await texts()).toEqual(['first']);
    valueOf(await put(evidence('a', { text: 'newer', at: NOW + 1 })));
    expect(await texts()).toEqual(['newer']);
  });

  it('never lets a given document displace one this device fetched, whatever date it claims', async () => {
    valueOf(await put(evidence('a', { text: 'fetched' })));
    valueOf(await put(evidence('a', { text: 'forged', source: 'given', at: NOW + 1e9 }), evidence('b')));
    expect(await texts()).toEqual(['b', 'fetched']);
  });

  it('lets what this device fetches displace a given document that claims a later date', async () => {
    valueOf(await put(evidence('a', { text: 'forged', source: 'given', at: NOW + 1e9 })));
    valueOf(await put(evidence('a', { text: 'fetched' })));
    expect(await texts()).toEqual(['fetched']);
  });

  it('keeps one of two for the same address in one go: the fetched one', async () => {
    valueOf(await put(evidence('a', { text: 'fetched' }), evidence('a', { text: 'given', source: 'given' })));
    expect(await texts()).toEqual(['fetched']);
  });

  it('makes room by letting go of given ones first, then of the longest in hand', async () => {
    valueOf(await put(evidence('given', { text: `given${MANY}`, source: 'given', at: NOW + 9 })));
    valueOf(await put(evidence('old', { text: `old${MANY}`, at: NOW - 9 })));
    valueOf(await put(evidence('new', { text: `new${MANY}` })));
    valueOf(await put(evidence('one', { text: `one${MANY}` })));
    expect((await texts()).map((text) => text.replace(/x+$/, ''))).toEqual(['new', 'old', 'one']);
    valueOf(await put(evidence('two', { text: `two${MANY}` })));
    expect((await texts()).map((text) => text.replace(/x+$/, ''))).toEqual(['new', 'one', 'two']);
  });

  it('keeps nothing of what is too much by itself, and everything it had', async () => {
    valueOf(await put(evidence('a')));
    const much = Array.from({ length: 5 }, (_, index) => evidence(`much${String(index)}`, { text: MANY }));
    expect(await put(...much)).toEqual({ ok: false, failure: 'full' });
    expect(await texts()).toEqual(['a']);
  });

  it('tells who watches of what came and what went', async () => {
    let told = 0;
    const stop = stores().evidence.watch(() => (told += 1));
    valueOf(await put(evidence('a')));
    valueOf(await stores().evidence.remove(['https://issuer.example/a']));
    stop();
    valueOf(await put(evidence('b')));
    expect(told).toBe(2);
  });
}
