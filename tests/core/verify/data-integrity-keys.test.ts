// Where the key of a proof comes from: did:jwk, did:web with the document in hand, and a Multikey in an https address.
import { describe, expect, test } from 'vitest';
import { epochSeconds } from '../../../src/lib/core/model/brand.ts';
import type { JsonObject } from '../../../src/lib/core/model/json.ts';
import type { EvidenceDocument } from '../../../src/lib/core/model/trust.ts';
import { encodeBase64url } from '../../../src/lib/core/bytes/base64url.ts';
import { encodeUtf8 } from '../../../src/lib/core/bytes/utf8.ts';
import { readMultikey } from '../../../src/lib/core/trust/read-multikey.ts';
import { examined, NOW } from '../../builders/examined.ts';
import { issueIn, LIBRARY_SUITES, unseenIn } from '../../builders/issue-suites.ts';
import type { LibrarySuite } from '../../builders/issue-suites.ts';
import { listedIssuer, trusting } from '../../builders/trust-list.ts';
import { checkDocument, told } from '../../vectors/data-integrity-vector.ts';

const WEB = 'did:web:norrsjo.example';
const METHOD = `${WEB}#key-1`;
const jwkOf = (multikey: string): object => {
  const reading = readMultikey(multikey);
  return typeof reading === 'string' ? {} : reading.key;
};

/** A badge of did:web:norrsjo.example, and its DID document with `method` in it. */
async function issuedByWebsite(suite: LibrarySuite, method: (multikey: string) => JsonObject) {
  let multikey = '';
  const badge = await issueIn(suite, { as: (made) => ((multikey = made), { did: WEB, method: METHOD }) });
  const document: EvidenceDocument = {
    url: 'https://norrsjo.example/.well-known/did.json',
    fetched: epochSeconds(NOW - 3600),
    mediaType: 'application/did+json',
    text: JSON.stringify({
      id: WEB,
      verificationMethod: [{ id: METHOD, controller: WEB, ...method(multikey) }],
      assertionMethod: [METHOD],
    }),
    source: 'this-device',
  };
  return { badge, document };
}

describe.each(LIBRARY_SUITES)('%s', (suite) => {
  const methods: Readonly<Record<string, (multikey: string) => JsonObject>> = {
    Multikey: (publicKeyMultibase) => ({ type: 'Multikey', publicKeyMultibase }),
    JsonWebKey: (multikey) => ({ type: 'JsonWebKey', publicKeyJwk: { ...jwkOf(multikey) } }),
    Ed25519VerificationKey2020: (publicKeyMultibase) => ({ type: 'Ed25519VerificationKey2020', publicKeyMultibase }),
  };
  test.each(Object.entries(methods))('did:web with a %s in its document', async (_, method) => {
    const { badge, document } = await issuedByWebsite(suite, method);
    const lists = await trusting([listedIssuer({ ids: [WEB], keys: [] })]);
    const told = await examined(JSON.stringify(badge), { trust: { ...lists, documents: [document] } });
    const unseen = unseenIn(suite);
    expect([told.verdict, told.wrong]).toEqual([unseen.length === 0 ? 'genuine' : 'cannot-tell', unseen]);
    const without = await examined(JSON.stringify(badge), { trust: lists });
    expect([without.verdict, without.wrong[0]]).toEqual(['cannot-tell', 'key-not-in-hand']);
    const given = { ...document, source: 'given' } as const;
    expect((await examined(JSON.stringify(badge), { trust: { ...lists, documents: [given] } })).verdict).toBe(
      'cannot-tell',
    );
    const foreign = { ...document, url: 'https://elsewhere.example/.well-known/did.json' };
    expect((await examined(JSON.stringify(badge), { trust: { ...lists, documents: [foreign] } })).verdict).toBe(
      'cannot-tell',
    );
  });

  test('did:jwk', async () => {
    const badge = await issueIn(suite, {
      as: (multikey) => {
        const did = `did:jwk:${encodeBase64url(encodeUtf8(JSON.stringify(jwkOf(multikey))))}`;
        return { did, method: `${did}#0` };
      },
    });
    expect(told(await checkDocument(badge))).toBe('signature-ok');
  });

  test('a Multikey after an https address', async () => {
    const issuer = 'https://norrsjo.example/issuers/1';
    const badge = await issueIn(suite, { as: (multikey) => ({ did: issuer, method: `${issuer}#${multikey}` }) });
    expect(told(await checkDocument(badge))).toBe('signature-ok');
    expect((await examined(JSON.stringify(badge))).wrong).toEqual([
      'issuer-key-self-asserted',
      'issuer-not-listed',
      ...unseenIn(suite),
    ]);
  });
});
