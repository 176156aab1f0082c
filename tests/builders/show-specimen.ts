// The teaching-course specimen, held by a key made for the test, with some claims disclosed and key binding.
import { encodeBase64url } from '../../src/lib/core/bytes/base64url.ts';
import { epochSeconds } from '../../src/lib/core/model/brand.ts';
import type { PublicJwk } from '../../src/lib/core/model/jwk.ts';
import { SHOW_AUDIENCE } from '../../src/lib/core/model/verdict.ts';
import { issueTeachingCourse } from '../../src/lib/core/issuance/specimens/teaching-course.ts';
import { bindPresentation } from '../../src/lib/core/present/key-binding.ts';
import type { Random } from '../../src/lib/core/ports.ts';

export const NOW = epochSeconds(Date.UTC(2026, 10, 21, 9) / 1000);
export const random: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

export interface Holder {
  readonly publicKey: PublicJwk;
  readonly sign: (data: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;
}

const ES256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

export async function makeHolder(): Promise<Holder> {
  const pair = await crypto.subtle.generateKey(ES256, true, ['sign', 'verify']);
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return {
    publicKey: { kty: 'EC', crv: 'P-256', x, y },
    sign: async (data) => new Uint8Array(await crypto.subtle.sign(ES256, pair.privateKey, data)),
  };
}

export async function issueCourse(holder: Holder): Promise<string> {
  return issueTeachingCourse(NOW, holder.publicKey, random);
}

/** SD-JWT+KB with the claims called `names` disclosed, valid for two minutes from NOW. */
export async function showCourse(sdJwt: string, holder: Holder, names: readonly string[]): Promise<string> {
  const [jwt = '', ...disclosures] = sdJwt.split('~').slice(0, -1);
  const shown = disclosures.filter((disclosure) => names.includes(disclosureName(disclosure)));
  return bindPresentation({
    presented: [jwt, ...shown, ''].join('~'),
    audience: SHOW_AUDIENCE,
    nonce: encodeBase64url(random(16)),
    now: NOW,
    lifetimeSeconds: 120,
    sign: holder.sign,
  });
}

export function disclosureName(disclosure: string): string {
  const [, name] = JSON.parse(Buffer.from(disclosure, 'base64url').toString()) as [string, string, unknown];
  return name;
}
