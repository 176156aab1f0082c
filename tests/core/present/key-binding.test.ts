import { SDJwtInstance } from '@sd-jwt/core';
import { createHash, randomBytes } from 'node:crypto';
import { importJWK, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { SHOW_AUDIENCE } from '../../../src/lib/core/model/verdict.ts';
import { SPECIMEN_KEYS } from '../../../src/lib/core/trust/specimen-key.ts';
import { bindPresentation } from '../../../src/lib/core/present/key-binding.ts';
import { NOW, issueCourse, makeHolder, showCourse } from '../../builders/show-specimen.ts';
import { sdJwt } from '../../builders/tokens.ts';

const holder = await makeHolder();
const course = await issueCourse(holder);
const hash = (data: string | ArrayBuffer, algorithm: string): Uint8Array =>
  new Uint8Array(
    createHash(algorithm.replace('-', ''))
      .update(typeof data === 'string' ? data : new Uint8Array(data))
      .digest(),
  );

describe('key binding', () => {
  test('has the type, the members and the signature RFC 9901 §4.3 asks for', async () => {
    const shown = await showCourse(course, holder, ['title']);
    const kbJwt = shown.slice(shown.lastIndexOf('~') + 1);
    const key = await importJWK({ ...holder.publicKey }, 'ES256');
    const { payload, protectedHeader } = await jwtVerify(kbJwt, key, {
      typ: 'kb+jwt',
      audience: SHOW_AUDIENCE,
      currentDate: new Date(NOW * 1000),
    });
    expect(protectedHeader).toEqual({ typ: 'kb+jwt', alg: 'ES256' });
    expect(payload).toEqual({
      aud: SHOW_AUDIENCE,
      nonce: expect.stringMatching(/^[\w-]{22}$/) as string,
      iat: NOW,
      exp: NOW + 120,
      sd_hash: Buffer.from(hash(shown.slice(0, shown.lastIndexOf('~') + 1), 'sha-256')).toString('base64url'),
    });
  });

  test("somebody else's library verifies the whole presentation", async () => {
    const shown = await showCourse(course, holder, ['givenName', 'title']);
    const nonce = JSON.parse(Buffer.from(shown.split('.').at(-2) ?? '', 'base64url').toString()) as { nonce: string };
    const verifier = async (jwk: object, data: string, signature: string): Promise<boolean> => {
      const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
      const { x, y } = jwk as { x: string; y: string };
      const key = await crypto.subtle.importKey('jwk', { kty: 'EC', crv: 'P-256', x, y }, ecdsa, false, ['verify']);
      return crypto.subtle.verify(ecdsa, key, Buffer.from(signature, 'base64url'), Buffer.from(data));
    };
    const instance = new SDJwtInstance({
      hasher: hash,
      hashAlg: 'sha-256',
      saltGenerator: (length) => randomBytes(length).toString('base64url'),
      verifier: (data, signature) => verifier(SPECIMEN_KEYS[0] ?? {}, data, signature),
      kbVerifier: (data, signature) => verifier(holder.publicKey, data, signature),
    });
    const { payload, kb } = await instance.verify(shown, { keyBindingNonce: nonce.nonce });
    expect(payload).toMatchObject({ givenName: 'Astrid', title: 'Högskolepedagogik – att undervisa kliniskt' });
    expect(payload).not.toHaveProperty('familyName');
    expect(kb?.payload.aud).toBe(SHOW_AUDIENCE);
  });

  test.each([
    ['sha-384', 64],
    ['sha-512', 86],
    ['sha-256', 43],
    ['md5', 43],
  ])('the hash is the one of the credential: %s', async (algorithm, length) => {
    const presented = sdJwt({ _sd_alg: algorithm }, []);
    const bound = await bindPresentation({
      presented,
      audience: 'urn:x',
      nonce: 'n',
      now: NOW,
      lifetimeSeconds: 60,
      sign: holder.sign,
    });
    const payload = JSON.parse(Buffer.from(bound.split('.').at(-2) ?? '', 'base64url').toString()) as {
      sd_hash: string;
    };
    expect(payload.sd_hash).toHaveLength(length);
  });

  test('a key that refuses to sign is not hidden', async () => {
    const refusing = bindPresentation({
      presented: 'a.b.c~',
      audience: 'urn:x',
      nonce: 'n',
      now: NOW,
      lifetimeSeconds: 60,
      sign: () => Promise.reject(new Error('locked')),
    });
    await expect(refusing).rejects.toThrow('locked');
  });
});
