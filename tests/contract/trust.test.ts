// Trust as state: lists in and out, rollback, pins, and what they change for the wallet.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { eventually } from '../builders/eventually.ts';
import { examine } from '../../src/lib/core/examine.ts';
import { issueSpecimens } from '../../src/lib/core/issuance/specimens/issue-specimens.ts';
import type { PublicJwk } from '../../src/lib/core/model/jwk.ts';
import { NO_TRUST } from '../../src/lib/core/model/trust.ts';
import { makeHolder, NOW, random } from '../builders/show-specimen.ts';
import { testWorld } from '../builders/world.ts';
import type { TestWorld } from '../builders/world.ts';
import { valueOf } from './stores.contract.ts';

const KEY: PublicJwk = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
};

const listOf = (name: string, issued: string, ids: readonly string[] = ['did:web:norrsken.example']) =>
  new TextEncoder().encode(
    JSON.stringify({
      name,
      version: 1,
      issued,
      validUntil: '2030-01-01T00:00:00Z',
      issuers: [
        {
          name: { sv: 'Norrskens universitet' },
          country: 'SE',
          homepage: 'https://norrsken.example',
          ids,
          keys: [KEY],
          certificates: [],
          subjects: [],
          mayIssue: ['*'],
          statusLists: [],
          documents: [],
        },
      ],
      verifiers: [],
    }),
  );

const text = (content: string) => ({ raw: new TextEncoder().encode(content), fileName: null, mediaType: '' });

async function examinedSpecimen() {
  const { publicKey } = await makeHolder();
  const [specimen] = await issueSpecimens({ now: NOW, holderKey: publicKey, random });
  if (specimen === undefined) throw new Error('no specimen');
  const question = { trust: NO_TRUST, now: NOW, context: { kind: 'document' }, clockFloor: NOW } as const;
  const examination = await examine(specimen.bytes, question);
  if (examination.outcome !== 'credential') throw new Error('not read');
  return examination;
}

async function start(world: TestWorld) {
  vi.resetModules();
  const { useWorld } = await import('../../src/lib/state/compose.ts');
  useWorld(world);
  const { trust } = await import('../../src/lib/state/trust.svelte.ts');
  const { wallet } = await import('../../src/lib/state/wallet.svelte.ts');
  await trust.open();
  return { trust, wallet };
}

let world: TestWorld;
beforeEach(() => {
  world = testWorld();
});

describe('trust lists', () => {
  it('are kept verbatim and are there again after a restart', async () => {
    const { trust } = await start(world);
    const raw = listOf('A', '2026-01-01T00:00:00Z');
    expect(await trust.importList(raw, 'a.json')).toMatchObject({ ok: true, replaced: false });
    expect(valueOf(await world.trust.lists()).map((list) => list.raw)).toEqual([raw]);
    const again = await start(world);
    expect(again.trust.material.lists.map(({ name, issuers }) => [name, issuers.length])).toEqual([['A', 1]]);
  });

  it('are renewed by a newer issue of the same name', async () => {
    const { trust } = await start(world);
    await trust.importList(listOf('A', '2026-01-01T00:00:00Z', ['did:web:old.example']), null);
    const newer = await trust.importList(listOf('A', '2026-02-01T00:00:00Z', ['did:web:new.example']), null);
    expect(newer).toMatchObject({ ok: true, replaced: true });
    expect(trust.material.lists.flatMap(({ issuers }) => issuers.flatMap(({ ids }) => ids))).toEqual([
      'did:web:new.example',
    ]);
  });

  it('are never rolled back to an older issue', async () => {
    const { trust } = await start(world);
    await trust.importList(listOf('A', '2026-02-01T00:00:00Z'), null);
    expect(await trust.importList(listOf('A', '2026-01-31T23:59:59Z'), null)).toEqual({ ok: false, why: 'older' });
    expect(trust.lists).toHaveLength(1);
  });

  it('issued after the time of this device are not kept: they would put every verdict in doubt', async () => {
    const { trust } = await start(world);
    const future = await trust.importList(listOf('A', '2099-01-01T00:00:00Z'), null);
    expect(future).toEqual({ ok: false, why: 'from-the-future' });
    expect(trust.lists).toHaveLength(0);
  });

  it('say that the very same list is here already', async () => {
    const { trust } = await start(world);
    await trust.importList(listOf('A', '2026-01-01T00:00:00Z'), null);
    expect(await trust.importList(listOf('A', '2026-01-01T00:00:00Z'), null)).toEqual({
      ok: false,
      why: 'already-here',
    });
  });

  it('stand beside each other under different names', async () => {
    const { trust } = await start(world);
    await trust.importList(listOf('A', '2026-02-01T00:00:00Z'), null);
    await trust.importList(listOf('B', '2026-01-01T00:00:00Z'), null);
    expect(trust.lists.map(({ list }) => list.name).toSorted()).toEqual(['A', 'B']);
  });

  it('import nothing of a file with a problem', async () => {
    const { trust } = await start(world);
    const outcome = await trust.importList(new TextEncoder().encode('<html>'), 'a.html');
    expect(outcome).toEqual({ ok: false, why: 'trust-list-not-json' });
    expect(valueOf(await world.trust.lists())).toEqual([]);
  });

  it('say so when storage is full', async () => {
    const { trust } = await start(world);
    vi.spyOn(world.trust, 'putList').mockResolvedValue({ ok: false, failure: 'full' });
    expect(await trust.importList(listOf('A', '2026-01-01T00:00:00Z'), null)).toEqual({ ok: false, why: 'full' });
    expect(trust.lists).toEqual([]);
  });

  it('can be removed', async () => {
    const { trust } = await start(world);
    const outcome = await trust.importList(listOf('A', '2026-01-01T00:00:00Z'), null);
    if (!outcome.ok) throw new Error(outcome.why);
    valueOf(await trust.removeList(outcome.imported.id));
    expect(trust.material.lists).toEqual([]);
  });
});

describe('a change of trust', () => {
  it('gives the material a new basis, and the same basis when it is taken back', async () => {
    const { trust } = await start(world);
    const before = trust.basis;
    valueOf(await trust.pin('did:web:norrsken.example', KEY));
    expect(trust.basis).not.toBe(before);
    valueOf(await trust.unpin('did:web:norrsken.example'));
    expect(trust.basis).toBe(before);
  });

  it('is told once, and not when nothing changed', async () => {
    const { trust } = await start(world);
    let told = 0;
    trust.onChange(() => (told += 1));
    valueOf(await trust.pin('did:web:norrsken.example', KEY));
    valueOf(await trust.unpin('did:web:somebody-else.example'));
    expect(told).toBe(1);
  });

  it('makes the wallet examine everything again', async () => {
    const { trust, wallet } = await start(world);
    await wallet.open();
    const { previews } = await wallet.receive([{ raw: listOf('x', 'y'), fileName: null, mediaType: '' }], 'file');
    valueOf(await wallet.keep(previews));
    const examined = world.examined;
    await trust.importList(listOf('A', '2026-01-01T00:00:00Z'), null);
    await eventually(() => expect(world.examined).toBe(examined + 1));
    await eventually(async () => {
      const [record] = valueOf(await world.derived.all());
      expect(record?.basis).toContain(trust.basis);
    });
  });

  it('leaves nothing green that rested on a list that is gone', async () => {
    const { trust, wallet } = await start(world);
    await wallet.open();
    const imported = await trust.importList(listOf('A', '2026-01-01T00:00:00Z'), null);
    if (!imported.ok) throw new Error(imported.why);
    const specimen = await examinedSpecimen();
    const genuine = { ...specimen, judgement: { ...specimen.judgement, verdict: 'genuine' } } as const;
    vi.spyOn(world.corridor, 'examine').mockResolvedValueOnce(genuine);
    const { previews } = await wallet.receive([text('x')], 'file');
    valueOf(await wallet.keep(previews));
    const verdict = (): string | undefined => {
      const examination = wallet.items[0]?.examination;
      return examination?.outcome === 'credential' ? examination.judgement.verdict : examination?.outcome;
    };
    expect(verdict()).toBe('genuine');
    const never = vi.spyOn(world.corridor, 'examine').mockReturnValue(new Promise(() => undefined));
    valueOf(await trust.removeList(imported.imported.id));
    expect(verdict()).toBe('cannot-tell');
    expect(wallet.items[0]?.stale).toBe(true);
    expect(never).toHaveBeenCalled();
  });

  it('between preview and keeping makes the kept thing examined again', async () => {
    const { trust, wallet } = await start(world);
    const { previews } = await wallet.receive([text('x')], 'file');
    await trust.importList(listOf('A', '2026-01-01T00:00:00Z'), null);
    const examined = world.examined;
    valueOf(await wallet.keep(previews));
    await eventually(() => expect(world.examined).toBe(examined + 1));
    await eventually(() => expect(wallet.items[0]?.stale).toBe(false));
  });

  it('in another tab counts here too', async () => {
    const { trust } = await start(world);
    await world.trust.putPin({ issuerId: 'did:web:norrsken.example', key: KEY, since: world.clock() });
    await eventually(() => expect(trust.pins).toHaveLength(1));
  });
});
