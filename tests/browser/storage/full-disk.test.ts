// A full disk, made by limiting this origin's quota through the DevTools protocol.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { credentialId } from '../../../src/lib/core/model/brand.ts';
import type { StoredCredential } from '../../../src/lib/core/ports.ts';
import { stored } from '../../builders/stored-credential.ts';
import { openDexie } from '../../contract/open-dexie.ts';
import type { OpenedDexie } from '../../contract/open-dexie.ts';
import { valueOf } from '../../contract/stores.contract.ts';

const MEGABYTE = 1024 * 1024;

const big = (name: string, megabytes: number): StoredCredential => stored(name, { raw: filled(megabytes * MEGABYTE) });

/** Bytes that no storage can make smaller. */
function filled(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
}

async function limitQuota(quotaSize?: number): Promise<void> {
  const session = cdp() as unknown as { send: (method: string, parameters: object) => Promise<unknown> };
  const parameters = quotaSize === undefined ? {} : { quotaSize };
  await session.send('Storage.overrideQuotaForOrigin', { origin: location.origin, ...parameters });
}

describe('a full disk', () => {
  let held: OpenedDexie;
  beforeEach(async () => {
    // Before anything is written: Chromium remembers for 30 s how much room there was.
    const { usage = 0 } = await navigator.storage.estimate();
    await limitQuota(usage + 4 * MEGABYTE);
    held = await openDexie();
    valueOf(await held.stores.credentials.add([stored('small'), big('large', 1)]));
  });
  afterEach(async () => {
    await limitQuota();
    await held.discard();
  });

  it('is told as such, and nothing of the group is written', async () => {
    const group = [stored('first'), ...Array.from({ length: 8 }, (_, index) => big(`big-${index}`, 1))];
    expect(await held.stores.credentials.add(group)).toEqual({ ok: false, failure: 'full' });
    expect(valueOf(await held.stores.credentials.ids()).toSorted()).toEqual(['large', 'small']);
  });

  it('still lets everything be read and removed, and small things be kept', async () => {
    await held.stores.credentials.add(Array.from({ length: 8 }, (_, index) => big(`big-${index}`, 1)));
    expect(valueOf(await held.stores.credentials.all())).toHaveLength(2);
    valueOf(await held.stores.credentials.remove([credentialId('large')]));
    valueOf(await held.stores.credentials.add([stored('after')]));
    expect(valueOf(await held.stores.credentials.ids()).toSorted()).toEqual(['after', 'small']);
  });
});
