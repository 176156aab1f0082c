// Laws of evidence and lists: whatever is brought, nothing is thrown, and garbage lifts no credential to genuine.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '../../src/lib/core/bytes/utf8.ts';
import { isJsonObject, many, stringOrNull } from '../../src/lib/core/model/json.ts';
import type { EvidenceDocument, TrustMaterial } from '../../src/lib/core/model/trust.ts';
import { VERDICTS } from '../../src/lib/core/model/verdict.ts';
import { parseEvidence } from '../../src/lib/core/trust/parse-evidence.ts';
import { parseTrustList } from '../../src/lib/core/trust/parse-trust-list.ts';
import { examined, NOW } from '../builders/examined.ts';
import { jsonOf, objectOf } from '../builders/json.ts';
import { listedIssuer, trustListText } from '../builders/trust-list.ts';
import { describeVectors, vectorBytes, vectorText } from '../vectors/folder.ts';
import { expectedRecognitions, expectedWorths, fixtureTrust } from '../vectors/golden.ts';
import { mutate, mutation } from './mutation.ts';

const changes = fc.array(mutation, { minLength: 1, maxLength: 4 });
const files = expectedRecognitions().map(({ file }) => file);
const named = (pattern: RegExp): readonly string[] => files.filter((file) => pattern.test(file));

describeVectors('documents in hand, mutated', () => {
  const lists = named(/statusLists|verifier-core|registry|did-web|\.jwt$/);
  const withStatus = expectedWorths()
    .filter(({ alone }) => alone.includes('status-not-in-hand'))
    .map(({ file }) => file)
    .filter((file) => file.endsWith('.json'));

  /** The addresses at which a credential's status would stand. */
  const statusAddresses = (text: string): readonly string[] =>
    many(objectOf(jsonOf(text))['credentialStatus'])
      .filter(isJsonObject)
      .flatMap((status) => [status['statusListCredential'], status['id']])
      .map(stringOrNull)
      .filter((url) => url !== null);

  test('a status list full of mistakes throws nothing, and a verdict is reached', async () => {
    const trust = await fixtureTrust();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...withStatus), fc.constantFrom(...lists), changes, async (file, list, how) => {
        const text = decodeUtf8(how.reduce(mutate, vectorBytes(list))) ?? '';
        const credential = vectorText(file);
        const documents = statusAddresses(credential).map((url): EvidenceDocument => ({
          url,
          fetched: NOW,
          mediaType: null,
          text,
          source: 'this-device',
        }));
        const { verdict } = await examined(credential, { trust: { ...trust, documents } });
        expect(VERDICTS).toContain(verdict);
      }),
    );
  });

  test('a trust list or a registry full of mistakes is read or refused', async () => {
    const own = encodeUtf8(trustListText([listedIssuer()]));
    const originals = [own, ...named(/registry|oidf|\.pem$|jwks/).map(vectorBytes)];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...originals), changes, async (bytes, how) => {
        const parsed = await parseTrustList(how.reduce(mutate, bytes), 'imported');
        expect(typeof parsed.ok).toBe('boolean');
      }),
    );
  });
});

test('any JSON as evidence or as a list is read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json({ maxDepth: 5 }), async (json) => {
      expect(typeof parseEvidence(encodeUtf8(json), 'given').ok).toBe('boolean');
      expect(typeof (await parseTrustList(encodeUtf8(json), 'imported')).ok).toBe('boolean');
    }),
  );
});

test('any JSON at any address a credential asks for settles nothing', async () => {
  const url = 'https://issuer.example/list';
  const credential = JSON.stringify({
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: 'did:web:issuer.example',
    credentialSubject: {},
    credentialStatus: { id: url, type: 'BitstringStatusListEntry', statusListIndex: '1', statusListCredential: url },
  });
  await fc.assert(
    fc.asyncProperty(fc.json({ maxDepth: 4 }), async (text) => {
      const at = (address: string): EvidenceDocument => ({
        url: address,
        fetched: NOW,
        mediaType: null,
        text,
        source: 'this-device',
      });
      const documents = [at(url), at('https://issuer.example/.well-known/did.json')];
      const trust: TrustMaterial = { lists: [], pins: [], documents };
      expect((await examined(credential, { trust })).verdict).not.toBe('genuine');
    }),
  );
});
