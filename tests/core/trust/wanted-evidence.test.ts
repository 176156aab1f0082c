// Which documents are worth fetching: named by what was signed, https only, each once.
import { beforeAll, describe, expect, test } from 'vitest';
import { epochSeconds } from '../../../src/lib/core/model/brand.ts';
import type { ParsedCredential } from '../../../src/lib/core/model/credential.ts';
import { NO_TRUST } from '../../../src/lib/core/model/trust.ts';
import { wantedByLists, wantedEvidence } from '../../../src/lib/core/trust/wanted-evidence.ts';
import { encodeUtf8 } from '../../../src/lib/core/bytes/utf8.ts';
import { examine } from '../../../src/lib/core/examine.ts';
import { DOCUMENT, NOW } from '../../builders/examined.ts';
import { badge, issueBadge, makeIssuer } from '../../builders/issue-data-integrity.ts';
import { issueSdJwtVc, VCT } from '../../builders/sd-jwt-vc.ts';
import { makeKey } from '../../builders/signing-key.ts';
import type { SigningKey } from '../../builders/signing-key.ts';
import { listedIssuer, trusting } from '../../builders/trust-list.ts';
import { issueVcJwt, ISSUER } from '../../builders/vc-jwt.ts';

let key: SigningKey;
beforeAll(async () => {
  key = await makeKey('ES256');
});

async function credentialOf(text: string): Promise<ParsedCredential> {
  const examination = await examine(encodeUtf8(text), DOCUMENT);
  if (examination.outcome !== 'credential') throw new Error(examination.why);
  return examination.credential;
}
async function wanted(text: string | Promise<string>, trust = NO_TRUST): Promise<readonly string[]> {
  return wantedEvidence(await credentialOf(await text), trust).map(({ url, why }) => `${why} ${url}`);
}

describe('for a credential', () => {
  test('an SD-JWT VC: issuer metadata, status list, type and what the type extends', async () => {
    const status = { status_list: { idx: 1, uri: `${ISSUER}/status/1` } };
    const text = await issueSdJwtVc({ key, payload: { iss: `${ISSUER}/tenants/7`, status } });
    const own = [
      `issuer-keys ${ISSUER}/.well-known/jwt-vc-issuer/tenants/7`,
      `status ${ISSUER}/status/1`,
      `type-metadata ${VCT}`,
    ];
    expect(await wanted(text)).toEqual(own);
    const base = 'https://types.example/base';
    const metadata = (vct: string, extended: string) => ({
      url: vct,
      fetched: epochSeconds(NOW),
      mediaType: null,
      text: JSON.stringify({ vct, extends: extended }),
      source: 'this-device' as const,
    });
    // A type that extends itself in a circle is asked for once.
    const documents = [metadata(VCT, base), metadata(base, VCT)];
    expect(await wanted(text, { ...NO_TRUST, documents })).toEqual([...own, `type-metadata ${base}`]);
  });

  test('a did:web issuer: its document, also for a `kid` of the same', async () => {
    const issuer = 'did:web:norrsjo.example:staff';
    const text = issueVcJwt({ key, issuer, header: { kid: `${issuer}#1` } });
    expect(await wanted(text)).toEqual([`issuer-keys ${ISSUER}/staff/did.json`]);
  });

  test('a key at an address of the issuer’s own, never at another’s', async () => {
    const issuer = `${ISSUER}/issuers/1`;
    const metadata = `issuer-keys ${ISSUER}/.well-known/jwt-vc-issuer/issuers/1`;
    const own = issueVcJwt({ key, issuer, header: { kid: `${issuer}/key` } });
    expect(await wanted(own)).toEqual([metadata, `issuer-keys ${issuer}/key`]);
    const elsewhere = issueVcJwt({ key, issuer, header: { kid: 'https://tracker.example/key' } });
    expect(await wanted(elsewhere)).toEqual([metadata]);
  });

  test('status lists once each, not those that only inform, and nothing that is not https', async () => {
    const entry = (statusListCredential: string, statusPurpose = 'revocation') => ({
      type: 'BitstringStatusListEntry',
      statusPurpose,
      statusListIndex: '1',
      statusListCredential,
    });
    const credentialStatus = [
      entry(`${ISSUER}/a`),
      entry(`${ISSUER}/a`, 'suspension'),
      entry(`${ISSUER}/b`, 'message'),
      entry('http://norrsjo.example/c'),
      entry('file:///etc/passwd'),
      entry(`https://${'x'.repeat(3000)}.example`),
      { id: `${ISSUER}/d`, type: '1EdTechRevocationList' },
    ];
    const text = issueVcJwt({
      key,
      issuer: 'did:key:zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv',
      payload: { credentialStatus },
    });
    expect(await wanted(text)).toEqual([`status ${ISSUER}/a`, `revocation-list ${ISSUER}/d`]);
  });

  test('a did:key badge with a proof: nothing', async () => {
    const issuer = await makeIssuer();
    expect(await wanted(JSON.stringify(await issueBadge(issuer)))).toEqual([]);
  });

  test('never more than two dozen, however many it names', async () => {
    const credentialStatus = Array.from({ length: 500 }, (_, index) => ({
      id: `${ISSUER}/${String(index)}`,
      type: '1EdTechRevocationList',
    }));
    const text = JSON.stringify({ ...badge('did:web:norrsjo.example'), credentialStatus });
    expect(await wanted(text)).toHaveLength(24);
  });
});

describe('for lists', () => {
  test('what their issuers publish, once each, some hundreds at most', async () => {
    const url = (index: number): string => `${ISSUER}/${String(index)}`;
    const lists = await trusting([
      listedIssuer({ documents: [url(1), url(2)], statusLists: [url(3)] }),
      listedIssuer({ documents: [url(1), 'http://norrsjo.example/4'], statusLists: [url(3)] }),
    ]);
    expect(wantedByLists(lists).map((one) => one.url)).toEqual([url(1), url(2), url(3)]);
    const many = await trusting([listedIssuer({ documents: Array.from({ length: 1000 }, (_, index) => url(index)) })]);
    expect(wantedByLists(many)).toHaveLength(300);
  });
});
