// What every set of stores owes, whatever it stands on. Run against memory, fake IndexedDB and Chromium's own.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stores } from '../../src/lib/adapters/storage/memory-stores.ts';
import { contentDigest, credentialId, epochSeconds, portfolioId } from '../../src/lib/core/model/brand.ts';
import { issueSpecimens } from '../../src/lib/core/issuance/specimens/issue-specimens.ts';
import { examine } from '../../src/lib/core/examine.ts';
import { NO_TRUST } from '../../src/lib/core/model/trust.ts';
import { makeHolder, NOW, random } from '../builders/show-specimen.ts';
import { derived, portfolio, stored, trustList } from '../builders/stored-credential.ts';
import { describeEvidence } from './evidence.contract.ts';
import { valueOf } from './value-of.ts';

export interface StoresUnderTest {
  readonly stores: Stores;
  /** Lets go of everything and deletes it. */
  readonly discard: () => Promise<void>;
}

export { valueOf } from './value-of.ts';

export function describeStores(name: string, open: () => Promise<StoresUnderTest>): void {
  describe(`stores in ${name}`, () => {
    let held: StoresUnderTest;
    let stores: Stores;
    beforeEach(async () => {
      held = await open();
      ({ stores } = held);
    });
    afterEach(() => held.discard());

    describeCredentials(() => stores);
    describeDerived(() => stores);
    describeOthers(() => stores);
    describeKeys(() => stores);
    describeEvidence(() => stores);
  });
}

function describeCredentials(stores: () => Stores): void {
  const idsOf = async (): Promise<string[]> => valueOf(await stores().credentials.all()).map(({ id }) => id);

  it('keeps the received bytes and everything said about them, verbatim', async () => {
    const credential = stored('a', { raw: new Uint8Array([0, 255, 10, 13, 0]), origin: 'camera', fileName: null });
    valueOf(await stores().credentials.add([credential]));
    expect(valueOf(await stores().credentials.get(credential.id))).toEqual(credential);
  });

  it('keeps an empty file', async () => {
    valueOf(await stores().credentials.add([stored('empty', { raw: new Uint8Array() })]));
    expect(valueOf(await stores().credentials.all()).map(({ raw }) => raw.length)).toEqual([0]);
  });

  it('lists the newest first, and within a second the greatest id first', async () => {
    const at = (name: string, second: number) => stored(name, { receivedAt: epochSeconds(second) });
    valueOf(await stores().credentials.add([at('b', 10), at('a', 10), at('old', 5), at('new', 20)]));
    expect(await idsOf()).toEqual(['new', 'b', 'a', 'old']);
    expect(valueOf(await stores().credentials.ids())).toEqual(['new', 'b', 'a', 'old']);
  });

  it('gives some of them in the order asked for, leaving out what is gone', async () => {
    valueOf(await stores().credentials.add([stored('a'), stored('b'), stored('c')]));
    const asked = ['c', 'gone', 'a'].map(credentialId);
    const { credentials, damaged } = valueOf(await stores().credentials.some(asked));
    expect(credentials.map(({ id }) => id)).toEqual(['c', 'a']);
    expect(damaged).toEqual([]);
  });

  it('has nothing under an id that was never given', async () => {
    expect(valueOf(await stores().credentials.get(credentialId('nobody')))).toBeNull();
  });

  it('finds the same credential in another wrapping by its content digest', async () => {
    const same = contentDigest('same');
    const twins = [stored('png', { contentDigest: same }), stored('jwt', { contentDigest: same })];
    valueOf(await stores().credentials.add([...twins, stored('other')]));
    const found = valueOf(await stores().credentials.findByDigest(same)).map(({ id }) => id);
    expect(found.toSorted()).toEqual(['jwt', 'png']);
  });

  it('gives back what was removed under the same id', async () => {
    const credential = stored('a');
    valueOf(await stores().credentials.add([credential, stored('b')]));
    valueOf(await stores().credentials.remove([credential.id]));
    expect(await idsOf()).toEqual(['b']);
    valueOf(await stores().credentials.add([credential]));
    expect(valueOf(await stores().credentials.get(credential.id))).toEqual(credential);
  });

  it('removes what is not there without complaint', async () => {
    expect(await stores().credentials.remove([credentialId('nobody')])).toEqual({ ok: true, value: null });
  });

  it('does not change when the caller changes what it gave or got', async () => {
    const raw = new Uint8Array([1, 2, 3]);
    valueOf(await stores().credentials.add([stored('a', { raw })]));
    raw[0] = 9;
    const first = valueOf(await stores().credentials.get(credentialId('a')));
    first?.raw.fill(7);
    expect(valueOf(await stores().credentials.get(credentialId('a')))?.raw).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('tells watchers of an addition and a removal, until they stop', async () => {
    let told = 0;
    const stop = stores().credentials.watch(() => (told += 1));
    valueOf(await stores().credentials.add([stored('a')]));
    valueOf(await stores().credentials.remove([credentialId('a')]));
    stop();
    valueOf(await stores().credentials.add([stored('b')]));
    expect(told).toBe(2);
  });

  it('has nothing damaged in what it wrote itself', async () => {
    valueOf(await stores().credentials.add([stored('a')]));
    expect(valueOf(await stores().credentials.damaged())).toEqual([]);
  });
}

function describeDerived(stores: () => Stores): void {
  it('remembers what was derived, and replaces it', async () => {
    valueOf(await stores().credentials.add([stored('a')]));
    valueOf(await stores().derived.put([derived('a', 'first')]));
    valueOf(await stores().derived.put([derived('a', 'second')]));
    expect(valueOf(await stores().derived.all())).toEqual([derived('a', 'second')]);
  });

  it('remembers a signature byte by byte, and gives some of what it knows', async () => {
    const { publicKey } = await makeHolder();
    const [specimen] = await issueSpecimens({ now: NOW, holderKey: publicKey, random });
    if (specimen === undefined) throw new Error('no specimen');
    const question = { trust: NO_TRUST, now: NOW, context: { kind: 'document' }, clockFloor: NOW } as const;
    const record = { ...derived('a'), examination: await examine(specimen.bytes, question) };
    valueOf(await stores().credentials.add([stored('a'), stored('b')]));
    valueOf(await stores().derived.put([record, derived('b')]));
    const found = valueOf(await stores().derived.some([credentialId('gone'), credentialId('a')]));
    expect(structuredClone(found)).toEqual(structuredClone([record]));
  });

  it('derives nothing from a credential that is gone', async () => {
    valueOf(await stores().derived.put([derived('gone')]));
    expect(valueOf(await stores().derived.all())).toEqual([]);
  });

  it('forgets what was derived together with its credential', async () => {
    valueOf(await stores().credentials.add([stored('a')]));
    valueOf(await stores().derived.put([derived('a')]));
    valueOf(await stores().credentials.remove([credentialId('a')]));
    expect(valueOf(await stores().derived.all())).toEqual([]);
  });

  it('drops everything derived and keeps every credential', async () => {
    valueOf(await stores().credentials.add([stored('a')]));
    valueOf(await stores().derived.put([derived('a')]));
    valueOf(await stores().derived.clear());
    expect(valueOf(await stores().derived.all())).toEqual([]);
    expect(valueOf(await stores().credentials.all())).toHaveLength(1);
  });
}

function describeOthers(stores: () => Stores): void {
  it('keeps, replaces, removes and tells of portfolios', async () => {
    let told = 0;
    stores().portfolios.watch(() => (told += 1));
    valueOf(await stores().portfolios.put(portfolio('p')));
    valueOf(await stores().portfolios.put({ ...portfolio('p'), name: 'renamed' }));
    expect(valueOf(await stores().portfolios.all()).map(({ name }) => name)).toEqual(['renamed']);
    valueOf(await stores().portfolios.remove(portfolioId('p')));
    expect(valueOf(await stores().portfolios.all())).toEqual([]);
    expect(told).toBe(3);
  });

  it('keeps trust lists verbatim and replaces one under the same id', async () => {
    valueOf(await stores().trust.putList(trustList('l', '{ "first" : 1 }')));
    valueOf(await stores().trust.putList(trustList('l', '{ "second" : 2 }')));
    expect(valueOf(await stores().trust.lists())).toEqual([trustList('l', '{ "second" : 2 }')]);
    valueOf(await stores().trust.removeList('l'));
    expect(valueOf(await stores().trust.lists())).toEqual([]);
  });

  it('keeps one pin per issuer and tells of lists and pins alike', async () => {
    let told = 0;
    stores().trust.watch(() => (told += 1));
    const since = epochSeconds(1_795_000_000);
    valueOf(await stores().trust.putPin({ issuerId: 'did:example:1', key: { kty: 'OKP', x: 'old' }, since }));
    valueOf(await stores().trust.putPin({ issuerId: 'did:example:1', key: { kty: 'OKP', x: 'new' }, since }));
    expect(valueOf(await stores().trust.pins()).map(({ key }) => key.x)).toEqual(['new']);
    valueOf(await stores().trust.removePin('did:example:1'));
    expect(valueOf(await stores().trust.pins())).toEqual([]);
    valueOf(await stores().trust.putList(trustList('l')));
    expect(told).toBe(4);
  });

  it('keeps settings, and has null for one never set', async () => {
    expect(valueOf(await stores().settings.get('language'))).toBeNull();
    valueOf(await stores().settings.set('language', 'sv'));
    valueOf(await stores().settings.set('language', 'en'));
    expect(valueOf(await stores().settings.get('language'))).toBe('en');
  });
}

function describeKeys(stores: () => Stores): void {
  it('agrees on one device key: the first candidate stays', async () => {
    const first = new Uint8Array([1]);
    expect(valueOf(await stores().keys.deviceKey(null))).toBeNull();
    expect(valueOf(await stores().keys.deviceKey(first))).toEqual(first);
    expect(valueOf(await stores().keys.deviceKey(new Uint8Array([2])))).toEqual(first);
  });
}
