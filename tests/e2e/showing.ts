// An issuer that a list names, a holder with a key, and the links they make: right ones and their bad twins.
// Issued by @sd-jwt/core, so that our own encoder does not vouch for our own decoder.
import { SDJwtInstance } from '@sd-jwt/core';
import type { Page } from '@playwright/test';
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { packEnvelope } from '../../src/lib/core/present/envelope/pack-envelope.ts';
import { showLinkText } from '../../src/lib/core/present/show-link.ts';

export const NAME = 'Signe Ekdahl';
const LIST_NAME = 'Högskolor i test';
const ISSUER = 'https://examina.example';
const CLAIMS = {
  given_name: 'Signe',
  family_name: 'Ekdahl',
  birthdate: '1994-07-19',
  title: 'Simulation i vårdutbildning',
  awardingBody: 'Examina högskola',
  level: 'EQF-7',
};

export interface Scene {
  readonly trustList: string;
  /** SD-JWT with all claims, ending with `~`. */
  readonly credential: string;
  readonly holder: KeyObject;
}

export interface KeyBindingChanges {
  readonly aud?: string;
  readonly iat?: number;
  readonly exp?: number;
  readonly key?: KeyObject;
}

const now = (): number => Math.trunc(Date.now() / 1000);
const json = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const es256 = (data: string, key: KeyObject): string =>
  sign('sha256', Buffer.from(data), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
export const newKey = (): { publicKey: KeyObject; privateKey: KeyObject } =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** `claims`: what can be disclosed, each by itself. */
export async function makeScene(claims: Readonly<Record<string, unknown>> = CLAIMS): Promise<Scene> {
  const issuer = newKey();
  const holder = newKey();
  const instance = new SDJwtInstance({
    signAlg: 'ES256',
    signer: (data: string) => es256(data, issuer.privateKey),
    hasher: (data: string | ArrayBuffer) =>
      new Uint8Array(
        createHash('sha256')
          .update(Buffer.from(data as string))
          .digest(),
      ),
    hashAlg: 'sha-256',
    saltGenerator: (length: number) => randomBytes(length).toString('base64url'),
  });
  const payload = {
    iss: ISSUER,
    vct: 'VerifiableMicroCredential',
    iat: now() - 3600,
    cnf: { jwk: holder.publicKey.export({ format: 'jwk' }) },
    ...claims,
  };
  const credential = await instance.issue(
    payload,
    { _sd: Object.keys(claims) as never },
    { header: { typ: 'dc+sd-jwt' } },
  );
  return { trustList: listWith(issuer.publicKey), credential, holder: holder.privateKey };
}

function listWith(key: KeyObject): string {
  const day = 86_400_000;
  return JSON.stringify({
    name: LIST_NAME,
    version: 1,
    issued: new Date(Date.now() - day).toISOString(),
    validUntil: new Date(Date.now() + 30 * day).toISOString(),
    issuers: [
      {
        name: { sv: 'Examina högskola', en: 'Examina University' },
        country: 'SE',
        ids: [ISSUER],
        keys: [key.export({ format: 'jwk' })],
        mayIssue: ['*'],
      },
    ],
    verifiers: [],
  });
}

/** `credential` with only the claims called `names`. */
export function discloseOnly(credential: string, names: readonly string[]): string {
  const [jwt = '', ...disclosures] = credential.split('~').slice(0, -1);
  const kept = disclosures.filter((one) => {
    const [, name] = JSON.parse(Buffer.from(one, 'base64url').toString()) as [string, string, unknown];
    return names.includes(name);
  });
  return [jwt, ...kept, ''].join('~');
}

export function bind(presented: string, key: KeyObject, changes: KeyBindingChanges = {}): string {
  const { aud = 'urn:meritfolio:show', iat = now(), exp = now() + 120 } = changes;
  const hash = createHash('sha256').update(presented).digest('base64url');
  const nonce = randomBytes(16).toString('base64url');
  const input = `${json({ typ: 'kb+jwt', alg: 'ES256' })}.${json({ aud, nonce, iat, exp, sd_hash: hash })}`;
  return `${presented}${input}.${es256(input, changes.key ?? key)}`;
}

export async function linkTo(base: string, text: string): Promise<string> {
  const envelope = await packEnvelope(text);
  if (envelope === null) throw new Error('does not fit an envelope');
  return showLinkText(base, envelope);
}

/** Imports the list on the page for it. */
export async function trustIn(page: Page, list: string): Promise<void> {
  await page.goto('/settings/trust');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'list.json', mimeType: 'application/json', buffer: Buffer.from(list) });
  await page.getByRole('link', { name: LIST_NAME }).waitFor();
}
