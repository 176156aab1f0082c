// Claims -> SD-JWT (RFC 9901 §4) signed by the specimen key: every claim of `hidden` can be withheld.
import { encodeBase64url } from '../../bytes/base64url.ts';
import { digest } from '../../bytes/digest.ts';
import { encodeUtf8 } from '../../bytes/utf8.ts';
import type { Random } from '../../ports.ts';
import { signJws } from './sign-jws.ts';
import type { SpecimenHeader } from './sign-jws.ts';

export interface SdJwtSpecimen {
  readonly header: SpecimenHeader;
  /** Always shown. */
  readonly open: Readonly<Record<string, unknown>>;
  /** Each in a Disclosure of its own. */
  readonly hidden: Readonly<Record<string, unknown>>;
  readonly random: Random;
}

const SALT_BYTES = 16;

/** The SD-JWT with all its Disclosures, ending with `~`. */
export async function signSdJwt({ header, open, hidden, random }: SdJwtSpecimen): Promise<string> {
  const disclosures = Object.entries(hidden).map(([name, value]) =>
    encodeBase64url(encodeUtf8(JSON.stringify([encodeBase64url(random(SALT_BYTES)), name, value]))),
  );
  const digests = await Promise.all(disclosures.map(disclosureDigest));
  // Sorted, so that the order tells nothing of which digest is which claim (RFC 9901 §4.2.4.1).
  const payload = { ...open, _sd: digests.toSorted(), _sd_alg: 'sha-256' };
  return [await signJws(header, payload), ...disclosures, ''].join('~');
}

async function disclosureDigest(disclosure: string): Promise<string> {
  return encodeBase64url(await digest('SHA-256', encodeUtf8(disclosure)));
}
