// W3C vc-di-ecdsa and vc-di-bbs: the suites that let claims be left out. Most of their documents speak in a context that
// is not in hand, so each step is held against the published one, and the proof against the published statements.
import { describe, expect, test } from 'vitest';
import { readSelectiveProofValue } from '../../src/lib/core/bytes/selective-proof-value.ts';
import type { SelectiveProofValue } from '../../src/lib/core/bytes/selective-proof-value.ts';
import { parseJson } from '../../src/lib/core/bytes/parse-json.ts';
import { isJsonObject, many, stringOrNull } from '../../src/lib/core/model/json.ts';
import type { JsonObject } from '../../src/lib/core/model/json.ts';
import { encodeBase58btc } from '../../src/lib/core/trust/base58btc.ts';
import { resolveDid } from '../../src/lib/core/trust/resolve-did.ts';
import { checkSelective } from '../../src/lib/core/verify/data-integrity/selective/check-selective.ts';
import { issuerLabels } from '../../src/lib/core/verify/data-integrity/selective/issuer-labels.ts';
import { canonicalLabels, relabelQuads } from '../../src/lib/core/verify/data-integrity/selective/relabel-quads.ts';
import { describeVectors, vectorText } from './folder.ts';
import { checkDocument, told, vectorDocument, withProof } from './data-integrity-vector.ts';

const ECDSA = 'w3c-di-ecdsa/w3c__vc-di-ecdsa/ecdsa-sd-2023';
const BBS = 'w3c-di-bbs/w3c__vc-di-bbs';
const SETS = [
  ['ecdsa-sd-2023', `${ECDSA}/employ`],
  ['ecdsa-sd-2023', `${ECDSA}/prc`],
  ['bbs-2023', `${BBS}/prc`],
  ['bbs-2023', BBS],
] as const;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const quadsIn = (file: string): readonly string[] => {
  const parsed = parseJson(vectorText(file));
  return parsed.ok ? many(parsed.value).filter((quad) => typeof quad === 'string') : [];
};
const proofOf = (document: JsonObject): JsonObject => {
  const [proof] = many(document['proof']);
  return isJsonObject(proof) ? proof : {};
};
function valueOf(suite: 'ecdsa-sd-2023' | 'bbs-2023', document: JsonObject): SelectiveProofValue {
  const value = readSelectiveProofValue(suite, stringOrNull(proofOf(document)['proofValue']) ?? '');
  if (typeof value === 'string') throw new Error(`the published proof value is ${value}`);
  return value;
}
function keyOf(document: JsonObject): { kty: string } {
  const resolved = resolveDid(stringOrNull(proofOf(document)['verificationMethod']) ?? '');
  if (resolved.outcome !== 'key') throw new Error('no key');
  return resolved.key;
}

/** The published statements under the canonical names again, which is what a verifier starts with. */
function canonicalOf(folder: string): string {
  const published = vectorDocument(`${folder}/derivedDisclosureData.json`)['labelMap'];
  const pairs = isJsonObject(published) ? many(published['value']).map(many) : [];
  return pairs.reduce<string>(
    (text, [canonical, label]) =>
      text.replaceAll(`_:${stringOrNull(label) ?? ''} `, `_:${stringOrNull(canonical) ?? ''} `),
    quadsIn(`${folder}/verifyNQuads.json`).join(''),
  );
}

describeVectors('W3C ecdsa-sd-2023 and bbs-2023', () => {
  describe.each(SETS)('%s, %s', (suite, folder) => {
    test('the base proof value holds what is published', () => {
      const raw = vectorDocument(`${folder}/addRawBaseSignatureInfo.json`);
      const value = valueOf(suite, vectorDocument(`${folder}/addSignedSDBase.json`));
      const parts =
        value.kind === 'ecdsa-sd-base'
          ? {
              baseSignature: hex(value.baseSignature),
              publicKey: `z${encodeBase58btc(value.publicKey)}`,
              signatures: value.signatures.map(hex),
              mandatoryPointers: value.mandatoryPointers,
            }
          : value.kind === 'bbs-base' && {
              bbsSignature: hex(value.signature),
              mandatoryPointers: value.mandatoryPointers,
            };
      expect(parts).toEqual(raw);
    });

    test('blank nodes get the published names', () => {
      const value = valueOf(suite, vectorDocument(`${folder}/addSignedSDBase.json`));
      const canonical = quadsIn(`${folder}/addBaseDocCanon.json`).join('');
      const labels = 'hmacKey' in value ? issuerLabels(suite, value.hmacKey, canonicalLabels(canonical)) : new Map();
      expect(relabelQuads(canonical, labels)).toEqual(quadsIn(`${folder}/addBaseDocHMACCanon.json`));
    });

    test('the derived proof value holds what is published', () => {
      const value = valueOf(suite, vectorDocument(`${folder}/derivedRevealDocument.json`));
      const published = vectorDocument(`${folder}/derivedDisclosureData.json`);
      const proof =
        value.kind === 'bbs-derived' ? value.proof : value.kind === 'ecdsa-sd-derived' && value.baseSignature;
      expect(proof && hex(proof)).toBe(published[suite === 'bbs-2023' ? 'bbsProof' : 'baseSignature']);
      expect('mandatoryIndexes' in value && value.mandatoryIndexes).toEqual(published['mandatoryIndexes']);
    });
  });

  describe.each(SETS.slice(0, 3))('%s, %s: the derived proof over the published statements', (suite, folder) => {
    const document = vectorDocument(`${folder}/derivedRevealDocument.json`);
    const value = valueOf(suite, document);
    const nquads = (): string => canonicalOf(folder);
    const config = vectorText(`${folder}/addProofConfigCanon.txt`);
    const ask = (changes: { nquads?: string; config?: string; value?: SelectiveProofValue; key?: { kty: string } }) =>
      checkSelective({ value, document, nquads: nquads(), config, key: keyOf(document), ...changes });

    test('holds', async () => {
      expect(await ask({})).toBe('signature-ok');
    });

    test.each<[string, Parameters<typeof ask>[0], string]>([
      ['a changed claim', { nquads: nquads().replace(/"[A-Z][a-z]+"/, '"Elsewhere"') }, 'signature-invalid'],
      [
        'a changed mandatory claim',
        { nquads: nquads().replace('schema.org/image', 'schema.org/logo') },
        'signature-invalid',
      ],
      ['a statement taken away', { nquads: nquads().split('\n').slice(1).join('\n') }, 'signature-invalid'],
      ['a statement added', { nquads: `${nquads()}<urn:x> <urn:y> "z" .\n` }, 'signature-invalid'],
      ['another time of signing', { config: config.replace('2023-08-15', '2023-08-16') }, 'signature-invalid'],
      [
        'a key of another kind',
        { key: { kty: 'OKP', crv: 'Ed25519', x: 'AA' } as { kty: string } },
        'algorithm-key-mismatch',
      ],
    ])('does not hold for %s', async (_, changes, reason) => {
      expect(await ask(changes)).toBe(reason);
    });
  });

  describe('proof values made up to cover a statement that nobody signed', () => {
    /** With a statement more, which sorts last, so that the indexes of the others stay. */
    const forged = (folder: string): string => {
      const nquads = canonicalOf(folder);
      const subject = nquads.trimEnd().split('\n').at(-1)?.split(' ')[0] ?? '';
      return `${nquads}${subject} <zzz:grade> "A" .\n`;
    };
    const withForged = (value: SelectiveProofValue): SelectiveProofValue => {
      if (value.kind === 'ecdsa-sd-derived') {
        return { ...value, signatures: [...value.signatures, ...value.signatures.slice(-1)] };
      }
      if (value.kind !== 'bbs-derived') return value;
      return { ...value, selectiveIndexes: [...value.selectiveIndexes, ...value.selectiveIndexes.slice(-1)] };
    };
    test.each(SETS.slice(0, 3))('%s, %s: one index or signature for two statements', async (suite, folder) => {
      const document = vectorDocument(`${folder}/derivedRevealDocument.json`);
      const value = valueOf(suite, document);
      const config = vectorText(`${folder}/addProofConfigCanon.txt`);
      const reason = await checkSelective({
        value: withForged(value),
        document,
        nquads: forged(folder),
        config,
        key: keyOf(document),
      });
      expect(reason).toBe('signature-invalid');
    });

    test.each(SETS.slice(0, 3))('%s, %s: two nodes under one name', async (suite, folder) => {
      const document = vectorDocument(`${folder}/derivedRevealDocument.json`);
      const value = valueOf(suite, document);
      if (!('labels' in value)) throw new Error('not derived');
      const merged =
        value.kind === 'bbs-derived'
          ? { ...value, labels: new Map([...value.labels.keys()].map((number) => [number, 0])) }
          : { ...value, labels: new Map([...value.labels.keys()].map((number) => [number, new Uint8Array(32)])) };
      const config = vectorText(`${folder}/addProofConfigCanon.txt`);
      const key = keyOf(document);
      expect(
        await checkSelective({ value: merged, document, nquads: '_:c14n0 <urn:a> _:c14n1 .\n', config, key }),
      ).toBe('signature-invalid');
    });
  });

  test('bbs-2023, wind surfing: whole and derived hold, in words of their own that nobody vouches for', async () => {
    for (const file of ['addSignedSDBase', 'derivedRevealDocument']) {
      const check = await checkDocument(vectorDocument(`${BBS}/${file}.json`));
      expect([file, told(check)]).toEqual([file, 'context-not-in-hand signature-ok issuer-key-self-asserted']);
    }
  });

  test('ecdsa-sd-2023 and bbs-2023 in a context that is not in hand are not judged', async () => {
    for (const folder of [`${ECDSA}/employ`, `${ECDSA}/prc`, `${BBS}/prc`]) {
      const check = await checkDocument(vectorDocument(`${folder}/derivedRevealDocument.json`));
      expect(check.reasons).toEqual(['context-not-in-hand', 'signature-not-checked']);
    }
  });

  describe('1EdTech’s badge with claims left out', () => {
    const badge = vectorDocument('ob3/1EdTech__digital-credentials-public-validator/sd/derivedcredential.json');
    test('holds, with the key in its method’s address', async () => {
      expect(told(await checkDocument(badge))).toBe('signature-ok');
    });
    test.each<[string, JsonObject]>([
      ['a changed claim', { ...badge, validFrom: '2011-01-01T00:00:00Z' }],
      ['a claim of another credential', { ...badge, name: 'Teamwork' }],
      ['another suite’s name', withProof(badge, { cryptosuite: 'bbs-2023' })],
      ['another time of signing', withProof(badge, { created: '2010-01-02T19:23:24Z' })],
    ])('%s is refused', async (_, twin) => {
      const { reasons } = await checkDocument(twin);
      expect(['signature-invalid', 'proof-malformed']).toContain(reasons.join(' '));
    });
  });
});
