import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { generate } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { describe, expect, test } from 'vitest';
import { decodeBase64url } from '../../../src/lib/core/bytes/base64url.ts';
import { bundledContext } from '../../../src/lib/core/contexts/bundled-contexts.ts';
import { SPECIMEN_DID_ED25519, SPECIMEN_DID_P256 } from '../../../src/lib/core/issuance/specimens/norrsken.ts';
import { SPECIMEN_ED25519, SPECIMEN_P256 } from '../../../src/lib/core/issuance/specimens/specimen-private-key.ts';
import { SUPERVISOR_BADGE, SUPERVISOR_PROOF } from '../../../src/lib/core/issuance/specimens/supervisor-badge.ts';
import { resolveDid } from '../../../src/lib/core/trust/resolve-did.ts';
import { SPECIMEN_KEYS, isSpecimenKey } from '../../../src/lib/core/trust/specimen-key.ts';

async function bundled(url: string): Promise<unknown> {
  const document = bundledContext(url);
  if (document === null) throw new Error(`nothing at ${url}`);
  return Promise.resolve({ contextUrl: null, documentUrl: url, document });
}

describe('the badge that was signed once', () => {
  test("somebody else's library signs it again with the published key and gets the same proof", async () => {
    const seed = decodeBase64url(SPECIMEN_ED25519.d);
    const key = await generate(seed === null ? {} : { seed });
    expect(`did:key:${key.publicKeyMultibase}`).toBe(SPECIMEN_DID_ED25519);
    key.id = SUPERVISOR_PROOF.verificationMethod;
    const suite = new DataIntegrityProof({ cryptosuite, signer: key.signer(), date: SUPERVISOR_PROOF.created });
    const signed = await issue({ credential: structuredClone(SUPERVISOR_BADGE), suite, documentLoader: bundled });
    expect(signed).toMatchObject({ proof: SUPERVISOR_PROOF });
  });
});

describe('the published keys', () => {
  test.each([SPECIMEN_P256, SPECIMEN_ED25519])('the public part of the $crv key is known as a specimen', (key) => {
    const { d, ...publicPart } = key;
    expect(d).not.toBe('');
    expect(isSpecimenKey(publicPart)).toBe(true);
    expect(isSpecimenKey({ ...publicPart, x: publicPart.x.replace(/^./, 'B') })).toBe(false);
  });
  test.each([SPECIMEN_DID_P256, SPECIMEN_DID_ED25519])('%s is one of them', (did) => {
    const resolved = resolveDid(did);
    expect(resolved.outcome === 'key' && isSpecimenKey(resolved.key)).toBe(true);
  });
  test('they carry no private member', () => {
    for (const key of SPECIMEN_KEYS) expect(key).not.toHaveProperty('d');
  });
});
