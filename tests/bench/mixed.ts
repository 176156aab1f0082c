// One credential of each common kind, made by other people's libraries, and a list that names their issuers.
import { bakePng } from '../builders/baked.ts';
import { issueBadge, makeIssuer } from '../builders/issue-data-integrity.ts';
import { issueSdJwtVc } from '../builders/sd-jwt-vc.ts';
import { makeKey } from '../builders/signing-key.ts';
import { listedIssuer, trustListText } from '../builders/trust-list.ts';
import { issueVcJwt } from '../builders/vc-jwt.ts';

export interface Mixed {
  readonly trust: string;
  readonly texts: readonly string[];
  readonly picture: Uint8Array;
}

export async function makeMixed(): Promise<Mixed> {
  const [key, holder, issuer] = await Promise.all([makeKey('ES256', 'k1'), makeKey('ES256'), makeIssuer()]);
  const header = { kid: 'k1' };
  const jwt = await issueVcJwt({ key, header });
  const texts = [jwt, await issueSdJwtVc({ key, holder, header }), JSON.stringify(await issueBadge(issuer))];
  const trust = trustListText([listedIssuer({ keys: [key.publicJwk] }), listedIssuer({ ids: [issuer.did] })]);
  return { trust, texts, picture: bakePng(jwt) };
}
