// The wallet as state, over the whole world in memory and the real corridor.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { eventually } from '../builders/eventually.ts';
import { contentDigest, credentialId } from '../../src/lib/core/model/brand.ts';
import type { CredentialId } from '../../src/lib/core/model/brand.ts';
import type { Stored } from '../../src/lib/core/ports.ts';
import { stored } from '../builders/stored-credential.ts';
import { testWorld } from '../builders/world.ts';
import type { TestWorld } from '../builders/world.ts';
import { valueOf } from './stores.contract.ts';

const text = (content: string, fileName: string | null = null) => ({
  raw: new TextEncoder().encode(content),
  fileName,
  mediaType: 'text/plain',
});

/** A fresh program over `world`, as after a reload. */
async function start(world: TestWorld) {
  vi.resetModules();
  const { useWorld } = await import('../../src/lib/state/compose.ts');
  useWorld(world);
  const { wallet } = await import('../../src/lib/state/wallet.svelte.ts');
  const { addSpecimens, removeSpecimens } = await import('../../src/lib/state/specimens.ts');
  const { trust } = await import('../../src/lib/state/trust.svelte.ts');
  await wallet.open();
  return { wallet, trust, addSpecimens, removeSpecimens };
}

const verdicts = (items: readonly { readonly examination: { readonly outcome: string } }[]) =>
  items.map(({ examination }) =>
    'judgement' in examination ? (examination.judgement as { verdict: string }).verdict : examination.outcome,
  );

let world: TestWorld;
beforeEach(() => {
  world = testWorld();
});

describe('receiving', () => {
  it('stores nothing before it is kept', async () => {
    const { wallet } = await start(world);
    const { previews } = await wallet.receive([text('hello')], 'paste');
    expect(previews.map(({ examination }) => examination.outcome)).toEqual(['unreadable']);
    expect(valueOf(await world.credentials.all())).toEqual([]);
  });

  it('keeps the bytes verbatim, with how and when they came', async () => {
    const { wallet } = await start(world);
    const { previews } = await wallet.receive([text('hello', 'a.txt')], 'drop');
    const { kept } = valueOf(await wallet.keep(previews));
    const [one] = valueOf(await world.credentials.all());
    expect(one).toMatchObject({
      id: kept[0],
      fileName: 'a.txt',
      origin: 'drop',
      kind: 'document',
      receivedAt: world.time,
    });
    expect(new TextDecoder().decode(one?.raw)).toBe('hello');
  });

  it('notices what is here already, and what comes twice at once', async () => {
    const { wallet } = await start(world);
    const first = await wallet.receive([text('same')], 'paste');
    const { kept } = valueOf(await wallet.keep(first.previews));
    const again = await wallet.receive([text('same'), text('other'), text('other')], 'paste');
    expect(again.previews.map(({ duplicateOf }) => duplicateOf)).toEqual([kept[0], null, null]);
    const second = valueOf(await wallet.keep(again.previews));
    expect(second.alreadyHere).toEqual(kept);
    expect(wallet.items).toHaveLength(2);
  });

  it('keeps the order of what came together, newest batch first', async () => {
    const { wallet } = await start(world);
    valueOf(await wallet.keep((await wallet.receive([text('a'), text('b'), text('c')], 'file')).previews));
    world.time += 5;
    valueOf(await wallet.keep((await wallet.receive([text('d')], 'file')).previews));
    const names = wallet.items.map((item) => new TextDecoder().decode(item.stored.raw));
    expect(names).toEqual(['d', 'a', 'b', 'c']);
  });

  it('names the files that could not be read, and examines the rest', async () => {
    const { wallet } = await start(world);
    const broken = { ...world.corridor };
    vi.spyOn(world.corridor, 'examine').mockImplementation((bytes, question) =>
      bytes[0] === 66 ? Promise.reject(new Error('crash')) : broken.examine(bytes, question),
    );
    const gone = Object.defineProperty(new File([], 'gone.png'), 'arrayBuffer', {
      value: () => Promise.reject(new Error()),
    });
    const receipt = await wallet.receiveFiles([new File(['A'], 'a.txt'), new File(['B'], 'b.txt'), gone], 'file');
    expect(receipt.previews.map(({ fileName }) => fileName)).toEqual(['a.txt']);
    expect(receipt.notRead.map(({ fileName, why }) => [fileName, why])).toEqual([
      ['gone.png', 'file-unreadable'],
      ['b.txt', 'broken'],
    ]);
  });

  it('tells its progress and stops when asked', async () => {
    const { wallet } = await start(world);
    const many = Array.from({ length: 50 }, (_, index) => text(`file ${index}`));
    const stop = new AbortController();
    const told: number[] = [];
    const progress = (done: number): void => {
      told.push(done);
      if (done === 10) stop.abort();
    };
    const { previews } = await wallet.receive(many, 'file', { progress, signal: stop.signal });
    expect(told.slice(0, 3)).toEqual([1, 2, 3]);
    expect(previews.length).toBeGreaterThanOrEqual(10);
    expect(previews.length).toBeLessThan(20);
  });

  it('says why when nothing could be stored, and shows nothing as kept', async () => {
    const full: Stored<null> = { ok: false, failure: 'full' };
    const { wallet } = await start(world);
    const { previews } = await wallet.receive([text('hello')], 'paste');
    vi.spyOn(world.credentials, 'add').mockResolvedValueOnce(full);
    expect(await wallet.keep(previews)).toEqual(full);
    expect(wallet.failure).toBe('full');
    expect(wallet.items).toEqual([]);
    valueOf(await wallet.keep(previews));
    expect(wallet.failure).toBeNull();
  });
});

describe('removing', () => {
  const fill = async (...contents: string[]) => {
    const program = await start(world);
    valueOf(
      await program.wallet.keep(
        (
          await program.wallet.receive(
            contents.map((one) => text(one)),
            'file',
          )
        ).previews,
      ),
    );
    return program;
  };
  const ids = (items: readonly { readonly stored: { readonly id: CredentialId } }[]) =>
    items.map((item) => item.stored.id);

  it('can be undone: the same id, the same place', async () => {
    const { wallet } = await fill('a', 'b', 'c');
    const before = ids(wallet.items);
    valueOf(await wallet.remove(before.slice(1, 2)));
    expect(wallet.removed).toHaveLength(1);
    expect(valueOf(await world.credentials.ids())).toHaveLength(2);
    valueOf(await wallet.undoRemove());
    expect(ids(wallet.items)).toEqual(before);
    expect(valueOf(await world.credentials.ids())).toEqual(before);
  });

  it('takes the holder key along only when the undo is given up', async () => {
    const { wallet, addSpecimens, removeSpecimens } = await start(world);
    valueOf(await addSpecimens());
    const bound = wallet.items.find((item) => item.stored.holderKey !== null)?.stored.holderKey ?? null;
    if (bound === null) throw new Error('no specimen is bound to a key');
    valueOf(await removeSpecimens());
    expect((await world.keys.sign(bound, new Uint8Array([1]))).ok).toBe(true);
    await wallet.dismissRemoved();
    expect((await world.keys.sign(bound, new Uint8Array([1]))).ok).toBe(false);
  });

  it('leaves everything as it was when storage refuses', async () => {
    const { wallet } = await fill('a');
    vi.spyOn(world.credentials, 'remove').mockResolvedValueOnce({ ok: false, failure: 'closed' });
    expect(await wallet.remove(ids(wallet.items))).toEqual({ ok: false, failure: 'closed' });
    expect(wallet.items).toHaveLength(1);
    expect(wallet.removed).toEqual([]);
  });
});

describe('opening', () => {
  it('lists what was derived without examining anything again', async () => {
    const first = await start(world);
    valueOf(await first.addSpecimens());
    const examined = world.examined;
    const { wallet } = await start(world);
    expect(verdicts(wallet.items)).toEqual(['specimen', 'specimen', 'specimen', 'specimen']);
    expect(world.examined).toBe(examined);
  });

  it('examines again on another day, and meanwhile shows what it knew', async () => {
    const first = await start(world);
    valueOf(await first.addSpecimens());
    const examined = world.examined;
    world.time += 86_400;
    const { wallet } = await start(world);
    expect(wallet.items.map(({ stale }) => stale)).toContain(true);
    await eventually(() => expect(wallet.items.every(({ stale }) => !stale)).toBe(true));
    expect(world.examined).toBe(examined + 4);
  });

  it('examines again with another build', async () => {
    const first = await start(world);
    valueOf(await first.addSpecimens());
    const newer = testWorld(world.stores, 'newer build');
    newer.time = world.time;
    const { wallet } = await start(newer);
    await eventually(() => expect(wallet.items.every(({ stale }) => !stale)).toBe(true));
    expect(newer.examined).toBe(4);
  });

  it('works out what was never derived', async () => {
    await world.credentials.add([stored('a'), stored('b')]);
    const { wallet } = await start(world);
    expect(wallet.loading).toBe(false);
    expect(wallet.items).toHaveLength(2);
    expect(valueOf(await world.derived.all())).toHaveLength(2);
  });

  it('sets aside what the corridor breaks on, so that its bytes can still be exported', async () => {
    await world.credentials.add([stored('good'), stored('bad', { raw: new Uint8Array([13]) })]);
    const working = { ...world.corridor };
    vi.spyOn(world.corridor, 'examine').mockImplementation((bytes, question) =>
      bytes[0] === 13 ? Promise.reject(new Error('crash')) : working.examine(bytes, question),
    );
    const { wallet } = await start(world);
    expect(wallet.items.map((item) => item.stored.id)).toEqual(['good']);
    expect(wallet.damaged.map(({ id, raw }) => [id, [...raw]])).toEqual([['bad', [13]]]);
  });

  it('says so when storage cannot be read, and is not left loading', async () => {
    vi.spyOn(world.credentials, 'ids').mockResolvedValue({ ok: false, failure: 'unavailable' });
    const { wallet } = await start(world);
    expect(wallet.failure).toBe('unavailable');
    expect(wallet.loading).toBe(false);
  });
});

describe('other tabs', () => {
  it('takes in what another tab added and lets go of what it removed', async () => {
    const { wallet } = await start(world);
    await world.credentials.add([stored('elsewhere', { contentDigest: contentDigest('x') })]);
    await eventually(() => expect(wallet.item('elsewhere')).not.toBeNull());
    await world.credentials.remove([credentialId('elsewhere')]);
    await eventually(() => expect(wallet.items).toEqual([]));
    expect(wallet.removed).toEqual([]);
  });

  it('says "reload" when newer code took over', async () => {
    const { wallet } = await start(world);
    world.supersede();
    expect(wallet.failure).toBe('newer-schema');
  });
});

describe('specimens', () => {
  it('are four, of every kind, one of them bound to a key that can sign', async () => {
    const { wallet, addSpecimens } = await start(world);
    valueOf(await addSpecimens());
    expect(verdicts(wallet.items)).toEqual(['specimen', 'specimen', 'specimen', 'specimen']);
    expect(new Set(wallet.items.map((item) => item.stored.origin))).toEqual(new Set(['specimen']));
    const bound = wallet.items.filter((item) => item.stored.holderKey !== null);
    expect(bound).toHaveLength(1);
  });

  it('are not doubled by a second click', async () => {
    const { wallet, addSpecimens } = await start(world);
    valueOf(await addSpecimens());
    valueOf(await addSpecimens());
    expect(wallet.items).toHaveLength(4);
  });

  it('leave the learner’s own merits when they go', async () => {
    const { wallet, addSpecimens, removeSpecimens } = await start(world);
    valueOf(await wallet.keep((await wallet.receive([text('mine')], 'paste')).previews));
    valueOf(await addSpecimens());
    valueOf(await removeSpecimens());
    expect(wallet.items.map((item) => item.stored.origin)).toEqual(['paste']);
  });
});
