// What holder keys owe, whatever storage they lie in.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holderKeys } from '../../src/lib/adapters/keys/holder-keys.ts';
import { holderKeyId } from '../../src/lib/core/model/brand.ts';
import type { HolderKey, KeyStore, Random } from '../../src/lib/core/ports.ts';
import { valueOf } from './stores.contract.ts';
import type { StoresUnderTest } from './stores.contract.ts';

const random: Random = (length) => crypto.getRandomValues(new Uint8Array(length));
const ES256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

async function isSignedBy(key: HolderKey, signature: Uint8Array<ArrayBuffer>, data: Uint8Array<ArrayBuffer>) {
  const publicKey = await crypto.subtle.importKey('jwk', { ...key.publicKey }, ES256, true, ['verify']);
  return crypto.subtle.verify(ES256, publicKey, signature, data);
}

export function describeHolderKeys(name: string, open: () => Promise<StoresUnderTest>): void {
  describe(`holder keys in ${name}`, () => {
    const data = new TextEncoder().encode('what is signed');
    let held: StoresUnderTest;
    let keys: KeyStore;
    beforeEach(async () => {
      held = await open();
      keys = holderKeys(held.stores.keys, random);
    });
    afterEach(() => held.discard());

    it('signs with the private half of the key it made (64 bytes, r and s)', async () => {
      const key = valueOf(await keys.create());
      const signature = valueOf(await keys.sign(key.id, data));
      expect(signature).toHaveLength(64);
      expect(await isSignedBy(key, signature, data)).toBe(true);
    });

    it('signs after a restart, when only what was stored is left', async () => {
      const key = valueOf(await keys.create());
      const restarted = holderKeys(held.stores.keys, random);
      expect(await isSignedBy(key, valueOf(await restarted.sign(key.id, data)), data)).toBe(true);
    });

    it('says that its keys are guarded once there are any', async () => {
      expect(valueOf(await keys.guarded())).toBeNull();
      valueOf(await keys.create());
      expect(valueOf(await keys.guarded())).toBe(true);
    });

    it('makes a new key each time', async () => {
      const [one, other] = [valueOf(await keys.create()), valueOf(await keys.create())];
      expect(one.publicKey.x).not.toBe(other.publicKey.x);
      expect(await isSignedBy(other, valueOf(await keys.sign(one.id, data)), data)).toBe(false);
    });

    it('says nothing private about a key', async () => {
      const key = valueOf(await keys.create());
      expect(Object.keys(key.publicKey).toSorted()).toEqual(['crv', 'kty', 'x', 'y']);
    });

    it('finds the key of a credential by its public half, whatever else its JWK says', async () => {
      const key = valueOf(await keys.create());
      valueOf(await keys.create());
      expect(valueOf(await keys.find({ ...key.publicKey, kid: 'given by the issuer' }))).toEqual(key);
    });

    it('finds nothing for a key of somebody else, or of no known type', async () => {
      valueOf(await keys.create());
      expect(valueOf(await keys.find({ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }))).toBeNull();
      expect(valueOf(await keys.find({ kty: 'unheard-of' }))).toBeNull();
    });

    it('cannot sign with a removed or unknown key, and says so', async () => {
      const key = valueOf(await keys.create());
      valueOf(await keys.remove([key.id]));
      expect(await keys.sign(key.id, data)).toEqual({ ok: false, failure: 'corrupt' });
      expect(await keys.sign(holderKeyId('nobody'), data)).toEqual({ ok: false, failure: 'corrupt' });
    });

    it('refuses a stored key that was put under the id of another', async () => {
      const [one, other] = [valueOf(await keys.create()), valueOf(await keys.create())];
      const row = valueOf(await held.stores.keys.get(other.id));
      if (row === null) throw new Error('no row');
      valueOf(await held.stores.keys.put({ ...row, id: one.id }));
      expect(await keys.sign(one.id, data)).toEqual({ ok: false, failure: 'corrupt' });
    });

    it('works where the browser refuses to store a key: the bytes of the device key are stored instead', async () => {
      const refusing = { ...held.stores.keys, probe: () => Promise.resolve({ ok: true, value: null } as const) };
      const key = valueOf(await holderKeys(refusing, random).create());
      expect(valueOf(await held.stores.keys.deviceKey(null))).toBeInstanceOf(Uint8Array);
      const restarted = holderKeys(refusing, random);
      expect(valueOf(await restarted.guarded())).toBe(false);
      expect(await isSignedBy(key, valueOf(await restarted.sign(key.id, data)), data)).toBe(true);
    });
  });
}
