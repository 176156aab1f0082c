// Holder keys: P-256, one per credential, kept wrapped under the device key and used as non-extractable keys.
import { jwkThumbprint } from '../../core/bytes/jwk-thumbprint.ts';
import { holderKeyId, keyThumbprint } from '../../core/model/brand.ts';
import type { HolderKeyId } from '../../core/model/brand.ts';
import type { PublicJwk } from '../../core/model/jwk.ts';
import type { DeviceKey, HolderKey, KeyRecords, KeyStore, Random, Stored, WrappedKey } from '../../core/ports.ts';
import { encodeBase64url } from '../../core/bytes/base64url.ts';
import { encodeUtf8 } from '../../core/bytes/utf8.ts';

const EC = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGN = { name: 'ECDSA', hash: 'SHA-256' } as const;
const IV_BYTES = 12;

export function holderKeys(records: KeyRecords, random: Random): KeyStore {
  const device = deviceKeyOf(records, random);
  return {
    create: async () => {
      const under = await device();
      if (!under.ok) return under;
      const made = await makeWrapped(under.value, random);
      const kept = await records.put(made);
      return kept.ok ? { ok: true, value: { id: made.id, publicKey: made.publicKey } } : kept;
    },
    find: async (publicKey) => {
      const thumbprint = await jwkThumbprint(publicKey);
      if (thumbprint === null) return { ok: true, value: null };
      const found = await records.findByThumbprint(keyThumbprint(thumbprint));
      return found.ok ? { ok: true, value: found.value && asHolderKey(found.value) } : found;
    },
    sign: async (id, data) => {
      const under = await device();
      if (!under.ok) return under;
      const found = await records.get(id);
      if (!found.ok) return found;
      const key = found.value && (await unwrap(found.value, under.value));
      if (key === null) return { ok: false, failure: 'corrupt' };
      return { ok: true, value: new Uint8Array(await crypto.subtle.sign(SIGN, key, data)) };
    },
    remove: (ids) => records.remove(ids),
    guarded: async () => {
      const held = await records.deviceKey(null);
      return held.ok ? { ok: true, value: held.value && held.value instanceof CryptoKey } : held;
    },
  };
}

const asHolderKey = ({ id, publicKey }: WrappedKey): HolderKey => ({ id, publicKey });

/** The device key of this browser, made at the first need and remembered for the life of the page. */
function deviceKeyOf(records: KeyRecords, random: Random): () => Promise<Stored<CryptoKey>> {
  let held: CryptoKey | null = null;
  return async () => {
    if (held !== null) return { ok: true, value: held };
    const existing = await records.deviceKey(null);
    if (!existing.ok) return existing;
    const stored = existing.value ?? (await firstDeviceKey(records, random));
    if (stored === null) return { ok: false, failure: 'unavailable' };
    held = stored instanceof CryptoKey ? stored : await aesKey(stored);
    return { ok: true, value: held };
  };
}

/** Some browsers cannot store a CryptoKey, or lose it silently (Lockdown Mode): there the key's bytes are stored. */
async function firstDeviceKey(records: KeyRecords, random: Random): Promise<DeviceKey | null> {
  const candidate = (await canStoreKeys(records)) ? await aesKey(random(32)) : random(32);
  const agreed = await records.deviceKey(candidate);
  return agreed.ok ? agreed.value : null;
}

const aesKey = (raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['wrapKey', 'unwrapKey']);

/** Stores a throw-away key, takes it back and signs with it. */
export async function canStoreKeys(records: KeyRecords): Promise<boolean> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(EC, false, ['sign', 'verify']);
  const back = await records.probe(privateKey);
  if (!back.ok || back.value === null) return false;
  const data = encodeUtf8('probe');
  try {
    return await crypto.subtle.verify(SIGN, publicKey, await crypto.subtle.sign(SIGN, back.value, data), data);
  } catch {
    return false;
  }
}

async function makeWrapped(device: CryptoKey, random: Random): Promise<WrappedKey> {
  const pair = await crypto.subtle.generateKey(EC, true, ['sign', 'verify']);
  const id = holderKeyId(encodeBase64url(random(16)));
  const iv = random(IV_BYTES);
  const wrapped = new Uint8Array(await crypto.subtle.wrapKey('pkcs8', pair.privateKey, device, wrapping(iv, id)));
  const publicKey = publicPart(await crypto.subtle.exportKey('jwk', pair.publicKey));
  const thumbprint = await jwkThumbprint(publicKey);
  if (thumbprint === null) throw new Error('a P-256 key has a thumbprint');
  return { id, publicKey, thumbprint: keyThumbprint(thumbprint), wrapped, iv };
}

/** The key's id is authenticated with it, so that no stored key can be passed off as another's. */
const wrapping = (iv: Uint8Array<ArrayBuffer>, id: HolderKeyId): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: encodeUtf8(id),
});

function publicPart({ kty, crv, x, y }: JsonWebKey): PublicJwk {
  if (kty === undefined || crv === undefined || x === undefined || y === undefined) throw new Error('not an EC key');
  return { kty, crv, x, y };
}

/** The private key, not extractable; null when the row or the device key is not what it was. */
async function unwrap(row: WrappedKey, device: CryptoKey): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.unwrapKey('pkcs8', row.wrapped, device, wrapping(row.iv, row.id), EC, false, ['sign']);
  } catch {
    return null;
  }
}
