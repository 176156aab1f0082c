// Evidence as state: what a file brings, what is fetched on a press, and what they change for verdicts.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ParsedCredential } from '../../src/lib/core/model/credential.ts';
import type { TrustMaterial } from '../../src/lib/core/model/trust.ts';
import type { WantedDocument } from '../../src/lib/core/trust/wanted-evidence.ts';
import { badge } from '../builders/issue-data-integrity.ts';
import { parsedDocument } from '../builders/parsed.ts';
import { testWorld } from '../builders/world.ts';
import type { TestWorld } from '../builders/world.ts';
import { valueOf } from './value-of.ts';

const A = 'https://issuer.example/assertion';
const BADGE = 'https://issuer.example/badge';
const FOREIGN = 'https://tracker.example/badge';
const DAY = 86_400;

type Wanting = (credential: ParsedCredential, trust: TrustMaterial) => readonly WantedDocument[];
const wanted = vi.hoisted(() => ({
  wantedEvidence: vi.fn<Wanting>(),
  wantedByLists: vi.fn(() => []),
}));
vi.mock('../../src/lib/core/trust/wanted-evidence.ts', () => wanted);
// Locks between tabs, which Node does not have.
vi.mock('../../src/lib/adapters/offline/busy.ts', () => ({ beBusy: () => () => undefined }));

const file = (documents: readonly object[]) => new TextEncoder().encode(JSON.stringify(documents));
const brought = (url: string, fetched = '2026-11-20T08:00:00Z') => ({ url, fetched, text: `given ${url}` });

describe('evidence', () => {
  let world: TestWorld;
  let credential: ParsedCredential;
  beforeEach(async () => {
    world = testWorld();
    credential = await parsedDocument({ ...badge('https://issuer.example'), proof: {} });
    wanted.wantedEvidence.mockReset().mockReturnValue([{ url: A, why: 'hosted-assertion' }]);
  });

  async function start() {
    vi.resetModules();
    const { useWorld } = await import('../../src/lib/state/compose.ts');
    useWorld(world);
    const { trust } = await import('../../src/lib/state/trust.svelte.ts');
    const { importEvidence, lookAtEvidence } = await import('../../src/lib/state/import-evidence.ts');
    const { Prepare } = await import('../../src/lib/state/prepare.svelte.ts');
    await trust.open();
    return { trust, importEvidence, lookAtEvidence, prepare: new Prepare() };
  }
  const inHand = async () => valueOf(await world.evidence.all()).map(({ url, source }) => [url, source]);

  it('from a file is given to this device, and changes what verdicts rest on', async () => {
    const { trust, importEvidence } = await start();
    const before = trust.basis;
    let told = 0;
    trust.onChange(() => (told += 1));
    expect(await importEvidence(file([brought(A)]))).toEqual({ ok: true, kept: 1, alreadyNewer: 0 });
    expect(trust.material.documents.map(({ url, source }) => [url, source])).toEqual([[A, 'given']]);
    expect(trust.basis).not.toBe(before);
    expect(told).toBe(1);
  });

  it('from a file is said to be from whom before it is kept', async () => {
    const { lookAtEvidence } = await start();
    expect(lookAtEvidence(file([brought(A), brought(BADGE), brought(FOREIGN)]))).toEqual({
      count: 3,
      hosts: ['issuer.example', 'tracker.example'],
    });
    expect(lookAtEvidence(file([]))).toBeNull();
    expect(lookAtEvidence(new TextEncoder().encode('{"type":"Assertion"}'))).toBeNull();
    expect(await inHand()).toEqual([]);
  });

  it('from a file cannot claim to be fetched by this device, nor come from the future', async () => {
    const { importEvidence } = await start();
    await importEvidence(file([{ ...brought(A), source: 'this-device' }]));
    expect(await inHand()).toEqual([[A, 'given']]);
    const later = file([brought(BADGE, '2026-12-24T08:00:00Z')]);
    expect(await importEvidence(later)).toEqual({ ok: false, why: 'evidence-from-the-future' });
    expect(await inHand()).toEqual([[A, 'given']]);
  });

  it('from a file does not displace what this device fetched, and says so', async () => {
    world.network = { [A]: 'fetched' };
    const { trust, importEvidence, prepare } = await start();
    await prepare.fetch(prepare.plan([credential]), () => Promise.resolve([credential]));
    expect(await importEvidence(file([brought(A), brought(BADGE)]))).toEqual({ ok: true, kept: 1, alreadyNewer: 1 });
    expect(trust.material.documents.find(({ url }) => url === A)?.text).toBe('fetched');
  });

  it('is not fetched by looking at what is wanted', async () => {
    const { prepare } = await start();
    expect(prepare.plan([credential, credential])).toEqual([
      { url: A, host: 'issuer.example', why: ['hosted-assertion'], credentials: 2, held: null, due: true },
    ]);
    expect(world.asked).toEqual([]);
  });

  it('is fetched once for all credentials, dated, and kept as this device’s own', async () => {
    world.network = { [A]: '{"id":1}' };
    const { trust, prepare } = await start();
    await prepare.fetch(prepare.plan([credential, credential]), () => Promise.resolve([credential]));
    expect(world.asked).toEqual([A]);
    expect(trust.material.documents).toEqual([
      { url: A, fetched: world.time, mediaType: 'application/json', text: '{"id":1}', source: 'this-device' },
    ]);
    expect(prepare.plan([credential])).toMatchObject([{ due: false, held: { fetched: world.time } }]);
    expect(prepare.results).toEqual([{ url: A, result: 'fetched' }]);
    expect(prepare.progress).toBeNull();
  });

  it('is due again when it is a day old, and at once when it was only given', async () => {
    world.network = { [A]: '{}' };
    const { prepare, importEvidence } = await start();
    await importEvidence(file([brought(A)]));
    expect(prepare.plan([credential])).toMatchObject([{ due: true, held: { source: 'given' } }]);
    await prepare.fetch(prepare.plan([credential]), () => Promise.resolve([credential]));
    world.time += DAY;
    expect(prepare.plan([credential])).toMatchObject([{ due: false }]);
    world.time += 1;
    expect(prepare.plan([credential])).toMatchObject([{ due: true }]);
  });

  /** An assertion that names a badge class once it has been read. */
  const leadingTo = (url: string): Wanting => {
    return (_credential, { documents }) => [
      { url: A, why: 'hosted-assertion' },
      ...(documents.some((document) => document.url === A) ? [{ url, why: 'badge-class' } as const] : []),
    ];
  };

  it('leads on to what it names at the same host', async () => {
    wanted.wantedEvidence.mockImplementation(leadingTo(BADGE));
    world.network = { [A]: '{}', [BADGE]: '{}' };
    const { prepare } = await start();
    await prepare.fetch(prepare.plan([credential]), () => Promise.resolve([credential]));
    expect(world.asked).toEqual([A, BADGE]);
  });

  it('never leads by itself to a host that was not on the screen', async () => {
    wanted.wantedEvidence.mockImplementation(leadingTo(FOREIGN));
    world.network = { [A]: '{}', [FOREIGN]: '{}' };
    const { prepare } = await start();
    await prepare.fetch(prepare.plan([credential]), () => Promise.resolve([credential]));
    expect(world.asked).toEqual([A]);
    expect(prepare.plan([credential])).toMatchObject([{ due: false }, { host: 'tracker.example', due: true }]);
  });

  it('says of each address what came of it, and asks a failing one once', async () => {
    wanted.wantedEvidence.mockReturnValue([
      { url: A, why: 'hosted-assertion' },
      { url: BADGE, why: 'badge-class' },
    ]);
    world.network = { [BADGE]: '{}' };
    const { prepare } = await start();
    await prepare.fetch(prepare.plan([credential]), () => Promise.resolve([credential]));
    expect(world.asked).toEqual([A, BADGE]);
    expect(prepare.results).toEqual([
      { url: A, result: 'blocked' },
      { url: BADGE, result: 'fetched' },
    ]);
    expect(await inHand()).toEqual([[BADGE, 'this-device']]);
  });

  it('that came before the stop is kept, and nobody is asked after it', async () => {
    const many = Array.from({ length: 12 }, (_, index) => `https://issuer.example/${String(index).padStart(2, '0')}`);
    wanted.wantedEvidence.mockReturnValue(many.map((url) => ({ url, why: 'status' })));
    world.network = Object.fromEntries(many.map((url) => [url, '{}']));
    const { prepare } = await start();
    const ask = world.fetcher.ask.bind(world.fetcher);
    vi.spyOn(world.fetcher, 'ask').mockImplementation((url, stop) => {
      if (world.asked.length === 5) prepare.stop();
      return ask(url, stop);
    });
    await prepare.fetch(prepare.plan([credential]), () => Promise.resolve([credential]));
    expect(world.asked.length).toBeLessThan(12);
    expect(await inHand()).toHaveLength(world.asked.length);
    expect(prepare.progress).toBeNull();
  });

  it('that storage refuses is said, and no verdict rests on it', async () => {
    world.network = { [A]: '{}' };
    const { trust, prepare } = await start();
    const basis = trust.basis;
    vi.spyOn(world.evidence, 'put').mockResolvedValue({ ok: false, failure: 'full' });
    await prepare.fetch(prepare.plan([credential]), () => Promise.resolve([credential]));
    expect(prepare.failure).toBe('full');
    expect(trust.basis).toBe(basis);
    expect(trust.material.documents).toEqual([]);
  });
});
