// A verification method whose address itself is the key: did:key, did:jwk, or a fragment that is a Multikey.
// Such a key proves that nothing was changed since it signed. Whose key it is, it does not prove.
import type { PublicJwk } from '../../model/jwk.ts';
import { readMultikey } from '../../trust/read-multikey.ts';
import { resolveDid, withoutFragment } from '../../trust/resolve-did.ts';

export type KeyResolution =
  | { readonly ok: true; readonly key: PublicJwk }
  | { readonly ok: false; readonly reason: 'key-not-in-hand' | 'did-method-not-supported' | 'algorithm-key-mismatch' };

const NOT_IN_HAND: KeyResolution = { ok: false, reason: 'key-not-in-hand' };

/** The key written in `verificationMethod`, or why there is none. */
export function selfDescribedKey(verificationMethod: string): KeyResolution {
  const resolution = resolveDid(verificationMethod);
  switch (resolution.outcome) {
    case 'key':
      return { ok: true, key: resolution.key };
    case 'key-type-not-supported':
      return { ok: false, reason: 'algorithm-key-mismatch' };
    case 'malformed':
      return NOT_IN_HAND;
    case 'method-not-supported':
      return keyOfFragment(verificationMethod, resolution.did);
  }
}

/** 1EdTech and did:web issuers name a key by its Multikey: `https://example.edu/issuers/1#z6Mk…`. */
function keyOfFragment(verificationMethod: string, address: string): KeyResolution {
  if (address.startsWith('did:') && !address.startsWith('did:web:')) {
    return { ok: false, reason: 'did-method-not-supported' };
  }
  const reading = readMultikey(verificationMethod.slice(address.length + 1));
  return typeof reading === 'string' ? NOT_IN_HAND : { ok: true, key: reading.key };
}

/** The address before `#`: who controls the method. */
export const controllerOf: (verificationMethod: string) => string = withoutFragment;
