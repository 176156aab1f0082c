// The second copy: what a wiped first database lacks comes back, and the copy never brings back what was removed.
import { describe, expect, it } from 'vitest';
import { holderKeys } from '../../src/lib/adapters/keys/holder-keys.ts';
import type { CopyPlace } from '../../src/lib/adapters/storage/copy-place.ts';
import { dexieStores } from '../../src/lib/adapters/storage/dexie-stores.ts';
import type { DexieStores } from '../../src/lib/adapters/storage/dexie-stores.ts';
import { credentialId } from '../../src/lib/core/model/brand.ts';
import { derived, portfolio, stored, trustList } from '../builders/stored-credential.ts';
import { deleteDatabase, meddle } from './open-dexie.ts';
import { valueOf } from './stores.contract.ts';

/** `place`: a new place for a copy, different at each call, that can be opened again. */
export function describeSecondCopy(name: string, place: () => Promise<CopyPlace>): void {
  describe(`the second copy in ${name}`, () => {
    const nowhere = (): Promise<null> => Promise.resolve(null);
    const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));
    const idsIn = async ({ credentials }: DexieStores): Promise<string[]> =>
      valueOf(await credentials.ids()).toSorted();

    /** A program that can be closed and started again over the same two places. */
    async function program() {
      const database = `test-${crypto.randomUUID()}`;
      const beside = await place();
      let running: DexieStores | null = null;
      return {
        database,
        start: (withCopy = true): DexieStores => {
          running?.close();
          running = dexieStores(database, withCopy ? () => Promise.resolve(beside) : nowhere);
          return running;
        },
        stop: () => running?.close(),
        wipe: async (): Promise<void> => {
          running?.close();
          await deleteDatabase(database);
        },
        wipeCopy: async (): Promise<void> => {
          running?.close();
          await deleteDatabase(database, beside.indexedDB as IDBFactory);
        },
      };
    }

    it('gives everything back after the browser wiped the first database, keys that sign too', async () => {
      const { start, wipe } = await program();
      const first = start();
      const key = valueOf(await holderKeys(first.keys, random).create());
      valueOf(await first.credentials.add([stored('a'), stored('b')]));
      valueOf(await first.portfolios.put(portfolio('p')));
      valueOf(await first.trust.putList(trustList('l')));
      valueOf(await first.settings.set('asked', 'yes'));
      await wipe();
      const again = start();
      expect(valueOf(await again.credentials.all())).toEqual([stored('b'), stored('a')]);
      expect(valueOf(await again.portfolios.all())).toEqual([portfolio('p')]);
      expect(valueOf(await again.trust.lists())).toEqual([trustList('l')]);
      expect(valueOf(await again.settings.get('asked'))).toBe('yes');
      expect(valueOf(await holderKeys(again.keys, random).sign(key.id, random(8)))).toHaveLength(64);
      await wipe();
    });

    it('does so time after time, whichever of the two is lost', async () => {
      const { start, wipe, wipeCopy } = await program();
      valueOf(await start().credentials.add([stored('a')]));
      await wipe();
      valueOf(await start().credentials.add([stored('b')]));
      await wipeCopy();
      valueOf(await start().credentials.add([stored('c')]));
      await wipe();
      expect(await idsIn(start())).toEqual(['a', 'b', 'c']);
      await wipe();
    });

    it('does not bring back what was removed', async () => {
      const { start, wipe } = await program();
      const first = start();
      valueOf(await first.credentials.add([stored('a'), stored('b')]));
      valueOf(await first.credentials.remove([credentialId('a')]));
      await wipe();
      expect(await idsIn(start())).toEqual(['b']);
      await wipe();
    });

    it('catches up with writes that did not reach it, removals too', async () => {
      const { start, wipe } = await program();
      valueOf(await start().credentials.add([stored('a'), stored('b')]));
      const without = start(false);
      valueOf(await without.credentials.remove([credentialId('a')]));
      valueOf(await without.credentials.add([stored('c')]));
      expect(await idsIn(start())).toEqual(['b', 'c']);
      await wipe();
      expect(await idsIn(start())).toEqual(['b', 'c']);
      await wipe();
    });

    it('does not overwrite a first database that was filled anew while the copy was out of reach', async () => {
      const { start, wipe } = await program();
      valueOf(await start().credentials.add([stored('old')]));
      await wipe();
      const without = start(false);
      for (const one of ['new', 'newer', 'newest']) valueOf(await without.credentials.add([stored(one)]));
      expect(await idsIn(start())).toEqual(['new', 'newer', 'newest', 'old']);
      await wipe();
    });

    it('copies nothing that can be worked out again', async () => {
      const { start, wipe } = await program();
      const first = start();
      valueOf(await first.credentials.add([stored('a')]));
      valueOf(await first.derived.put([derived('a')]));
      await wipe();
      expect(valueOf(await start().derived.all())).toEqual([]);
      await wipe();
    });

    it('stands in nobody’s way when it cannot be opened', async () => {
      const refuse = (): never => {
        throw new DOMException('no', 'UnknownError');
      };
      const broken: CopyPlace = { indexedDB: { open: refuse } };
      const stores = dexieStores(`test-${crypto.randomUUID()}`, () => Promise.resolve(broken));
      valueOf(await stores.credentials.add([stored('a')]));
      expect(await idsIn(stores)).toEqual(['a']);
      stores.close();
    });

    it('leaves alone a first database that newer code has shaped', async () => {
      const { database, start, stop } = await program();
      valueOf(await start().credentials.add([stored('a')]));
      stop();
      await meddle(database, 'meta', (store) => void store.put({ key: 'schema', value: 99 }));
      expect(await start().credentials.all()).toEqual({ ok: false, failure: 'newer-schema' });
      stop();
      await deleteDatabase(database);
    });
  });
}
