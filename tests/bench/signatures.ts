// SD-JWT VC, JWT and Data Integrity against bare signatures and against other people's libraries.
import { SDJwtInstance } from '@sd-jwt/core';
import { jwtVerify } from 'jose';
import { createHash } from 'node:crypto';
import { decodeBase64url } from '../../src/lib/core/bytes/base64url.ts';
import { decodeCompactJws } from '../../src/lib/core/bytes/decode-compact-jws.ts';
import { encodeUtf8 } from '../../src/lib/core/bytes/utf8.ts';
import { examine } from '../../src/lib/core/examine.ts';
import type { JsonObject } from '../../src/lib/core/model/json.ts';
import type { PublicJwk } from '../../src/lib/core/model/jwk.ts';
import { checkSignature } from '../../src/lib/core/verify/check-signature.ts';
import { verifyDataIntegrity } from '../../src/lib/core/verify/data-integrity/verify-proof.ts';
import type { Question } from '../../src/lib/core/verify/question.ts';
import { DOCUMENT, NOW } from '../builders/examined.ts';
import { badge, issueBadge, makeIssuer, makePeer } from '../builders/issue-data-integrity.ts';
import { bind, CLAIMS, issueSdJwtVc } from '../builders/sd-jwt-vc.ts';
import { makeKey } from '../builders/signing-key.ts';
import type { SigningKey } from '../builders/signing-key.ts';
import { listedIssuer, trusting } from '../builders/trust-list.ts';
import { issueVcJwt } from '../builders/vc-jwt.ts';
import { race } from './race.ts';
import type { Race } from './race.ts';
import { atLeast, heading, line, perSecond, times } from './report.ts';

const ES256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const ANSWER = { kind: 'presented', mode: 'answer', nonce: 'n-1', audience: 'https://door.example' } as const;

function compare(results: Race, name: string, [one, other]: readonly [string, string], least?: number): void {
  const ratio = results.ratio(one, other);
  const told = `${times(ratio)}, by processor time ${times(results.cpuRatio(one, other))}`;
  line(name, told, least === undefined ? null : atLeast(least, ratio));
}

/** `subtle.verify` on bytes that are ready: nothing can be faster. */
async function bareSignature({ publicJwk }: SigningKey, jws: string): Promise<() => Promise<void>> {
  const key = await importKey(publicJwk);
  const dot = jws.lastIndexOf('.');
  const data = encodeUtf8(jws.slice(0, dot));
  const signature = decodeBase64url(jws.slice(dot + 1)) ?? new Uint8Array();
  return async () => {
    if (!(await crypto.subtle.verify(ES256, key, signature, data))) throw new Error('the bare signature');
  };
}

function importKey({ kty, crv, x, y }: PublicJwk): Promise<CryptoKey> {
  const jwk = Object.fromEntries(Object.entries({ kty, crv, x, y }).filter(([, value]) => value !== undefined));
  return crypto.subtle.importKey('jwk', jwk, ES256, false, ['verify']);
}

function corridor(text: string, question: Question): () => Promise<void> {
  const bytes = encodeUtf8(text);
  return async () => {
    const examination = await examine(bytes, question);
    const verdict = examination.outcome === 'credential' ? examination.judgement.verdict : examination.why;
    if (verdict !== 'genuine') throw new Error(`the corridor says ${verdict}`);
  };
}

export async function benchSdJwt(): Promise<void> {
  const [key, holder] = await Promise.all([makeKey('ES256', 'k1'), makeKey('ES256')]);
  const presented = await issueSdJwtVc({ key, holder, header: { kid: 'k1' } });
  const text = await bind({ presented, holder, payload: { nonce: 'n-1', aud: ANSWER.audience, iat: NOW - 5 } });
  const trust = await trusting([listedIssuer({ keys: [key.publicJwk] })]);
  const [issuerSigned, keyBinding] = await Promise.all([
    bareSignature(key, presented.split('~')[0] ?? ''),
    bareSignature(holder, text.split('~').at(-1) ?? ''),
  ]);
  const results = await race([
    { name: 'ours', run: corridor(text, { ...DOCUMENT, trust, context: ANSWER }) },
    { name: 'bare', run: () => Promise.all([issuerSigned(), keyBinding()]) },
    { name: 'library', run: await sdJwtLibrary(text, key, holder) },
  ]);
  heading(`SD-JWT VC, ${String(Object.keys(CLAIMS).length)} disclosures and key binding, bytes to verdict`);
  compare(results, 'ours / two subtle.verify side by side', ['ours', 'bare'], 0.5);
  compare(results, 'ours / @sd-jwt/core (decode, verify, key binding)', ['ours', 'library'], 1.7);
  line('ours', perSecond(results.speed('ours')));
}

async function sdJwtLibrary(text: string, key: SigningKey, holder: SigningKey): Promise<() => Promise<unknown>> {
  const [issuerKey, holderKey] = await Promise.all([importKey(key.publicJwk), importKey(holder.publicJwk)]);
  const verify = (cryptoKey: CryptoKey) => (data: string, signature: string) =>
    crypto.subtle.verify(ES256, cryptoKey, decodeBase64url(signature) ?? new Uint8Array(), encodeUtf8(data));
  const instance = new SDJwtInstance({
    hasher: (data: string | ArrayBuffer) =>
      new Uint8Array(
        createHash('sha256')
          .update(typeof data === 'string' ? data : new Uint8Array(data))
          .digest(),
      ),
    hashAlg: 'sha-256',
    verifier: verify(issuerKey),
    kbVerifier: verify(holderKey),
  });
  return () => instance.verify(text, { keyBindingNonce: 'n-1', currentDate: NOW });
}

export async function benchJwt(): Promise<void> {
  const key = await makeKey('ES256', 'k1');
  const text = await issueVcJwt({ key, header: { kid: 'k1' } });
  const trust = await trusting([listedIssuer({ keys: [key.publicJwk] })]);
  const joseKey = await importKey(key.publicJwk);
  const results = await race([
    { name: 'signature', run: () => signatureOnly(text, key.publicJwk) },
    { name: 'bare', run: await bareSignature(key, text) },
    { name: 'jose', run: () => jwtVerify(text, joseKey, { currentDate: new Date(NOW * 1000) }) },
    { name: 'corridor', run: corridor(text, { ...DOCUMENT, trust }) },
  ]);
  heading('Open Badge as a JWT, ES256');
  compare(results, 'decode and verify / subtle.verify', ['signature', 'bare'], 0.9);
  compare(results, 'jose jwtVerify / subtle.verify', ['jose', 'bare']);
  compare(results, 'bytes to verdict / subtle.verify', ['corridor', 'bare']);
  line('bytes to verdict', perSecond(results.speed('corridor')));
}

async function signatureOnly(text: string, key: PublicJwk): Promise<void> {
  const decoding = decodeCompactJws(text);
  if (!decoding.ok) throw new Error(decoding.why);
  const { reason } = await checkSignature(decoding.jws, { keys: [key], namesakes: [], missing: 'key-not-in-hand' });
  if (reason !== 'signature-ok') throw new Error(reason);
}

export async function benchDataIntegrity(): Promise<void> {
  const issuer = await makeIssuer();
  const document = await issueBadge(issuer, badge(issuer.did));
  const trust = await trusting([listedIssuer({ ids: [issuer.did] })]);
  const results = await race([
    { name: 'proof', run: () => proofOnly(document, issuer.did) },
    { name: 'library', run: makePeer(issuer, document) },
    { name: 'bare', run: await bareEd25519() },
    { name: 'corridor', run: corridor(JSON.stringify(document), { ...DOCUMENT, trust }) },
  ]);
  heading('Open Badge 3.0 with eddsa-rdfc-2022');
  compare(results, 'proof / @digitalbazaar/vc', ['proof', 'library'], 2);
  compare(results, 'the same, since contexts are worked out once', ['proof', 'library'], 8);
  compare(results, 'bytes to verdict / @digitalbazaar/vc', ['corridor', 'library']);
  compare(results, 'proof / subtle.verify', ['proof', 'bare']);
  line('proof', perSecond(results.speed('proof')));
}

/** `subtle.verify` of Ed25519 on two hashes that are ready, with a key of its own. */
async function bareEd25519(): Promise<() => Promise<void>> {
  const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']);
  if (!('publicKey' in pair)) throw new Error('Ed25519 is made in pairs');
  const data = crypto.getRandomValues(new Uint8Array(64));
  const signature = await crypto.subtle.sign('Ed25519', pair.privateKey, data);
  return async () => {
    if (!(await crypto.subtle.verify('Ed25519', pair.publicKey, signature, data))) throw new Error('bare Ed25519');
  };
}

async function proofOnly(document: JsonObject, id: string): Promise<void> {
  const { reasons } = await verifyDataIntegrity({ document, issuer: { id, name: [], homepage: null } });
  if (reasons[0] !== 'signature-ok') throw new Error(reasons.join());
}
