// eddsa-jcs-2022 and ecdsa-jcs-2019, sets and chains of proofs in one suite and in several.
import { generate as generateEcdsa } from '@digitalbazaar/ecdsa-multikey';
import { beforeAll, describe, expect, test } from 'vitest';
import { isJsonObject, many } from '../../../src/lib/core/model/json.ts';
import type { JsonObject, JsonValue } from '../../../src/lib/core/model/json.ts';
import { examined } from '../../builders/examined.ts';
import { badge, issueBadge, makeIssuer } from '../../builders/issue-data-integrity.ts';
import { addJcsProof } from '../../builders/sign-jcs.ts';
import type { JcsKey } from '../../builders/sign-jcs.ts';
import { listedIssuer, trusting } from '../../builders/trust-list.ts';
import { checkDocument, told, withProof } from '../../vectors/data-integrity-vector.ts';

const object = (value: JsonValue | undefined): JsonObject => (isJsonObject(value) ? value : {});
const proofsOf = (document: JsonObject): readonly JsonObject[] => many(document['proof']).filter(isJsonObject);

async function ecdsaKey(curve: 'P-256' | 'P-384'): Promise<{ did: string; key: JcsKey }> {
  const key = await generateEcdsa({ curve });
  const did = `did:key:${key.publicKeyMultibase}`;
  key.id = `${did}#${key.publicKeyMultibase}`;
  return { did, key };
}

const SUITES = [
  ['eddsa-jcs-2022', () => makeIssuer(), 'SHA-256'],
  ['ecdsa-jcs-2019', () => ecdsaKey('P-256'), 'SHA-256'],
  ['ecdsa-jcs-2019', () => ecdsaKey('P-384'), 'SHA-384'],
] as const;

describe.each(SUITES)('%s', (suite, make, hash) => {
  let did: string;
  let signed: JsonObject;
  beforeAll(async () => {
    const issuer = await make();
    did = issuer.did;
    signed = await addJcsProof(badge(did), issuer.key, suite, {}, hash);
  });

  test('holds, and is genuine when its issuer is listed', async () => {
    expect(told(await checkDocument(signed))).toBe('signature-ok');
    const trust = await trusting([listedIssuer({ ids: [did] })]);
    expect((await examined(JSON.stringify(signed), { trust })).verdict).toBe('genuine');
  });

  const twins: Readonly<Record<string, readonly [() => JsonObject, string]>> = {
    'a changed claim': [() => ({ ...signed, name: 'Professor' }), 'signature-invalid'],
    'a claim in a word of no context': [() => ({ ...signed, honours: 'yes' }), 'signature-invalid'],
    'a removed claim': [
      () => Object.fromEntries(Object.entries(signed).filter(([name]) => name !== 'name')),
      'signature-invalid',
    ],
    'a list in another order': [() => ({ ...signed, type: [...many(signed['type'])].reverse() }), 'signature-invalid'],
    'one value instead of a list of one': [
      () => ({ ...signed, credentialSubject: [object(signed['credentialSubject'])] }),
      'signature-invalid',
    ],
    'contexts taken out of the proof': [
      () => ({
        ...signed,
        proof: Object.fromEntries(Object.entries(proofsOf(signed)[0] ?? {}).filter(([n]) => n !== '@context')),
      }),
      'signature-invalid',
    ],
    'the other transformation’s name': [
      () => withProof(signed, { cryptosuite: suite.replace('jcs', 'rdfc') }),
      'signature-invalid',
    ],
    'another purpose': [() => withProof(signed, { proofPurpose: 'authentication' }), 'proof-purpose-wrong'],
  };
  test.each(Object.entries(twins))('%s is refused', async (_, [twin, reason]) => {
    expect((await checkDocument(twin())).reasons).toEqual([reason]);
  });
});

describe('a chain: the second proof signs the first', () => {
  let first: JsonObject;
  let chain: JsonObject;
  beforeAll(async () => {
    const issuer = await makeIssuer();
    const witness = await makeIssuer(3);
    first = await addJcsProof(badge(issuer.did), issuer.key, 'eddsa-jcs-2022', { id: 'urn:proof:1' });
    chain = await addJcsProof(first, witness.key, 'eddsa-jcs-2022', { previousProof: 'urn:proof:1' });
  });

  test('holds in any order', async () => {
    expect(told(await checkDocument(chain))).toBe('signature-ok');
    expect(told(await checkDocument({ ...chain, proof: [...proofsOf(chain)].reverse() }))).toBe('signature-ok');
  });

  test('without the first it is refused', async () => {
    expect((await checkDocument({ ...chain, proof: proofsOf(chain).slice(1) })).reasons).toEqual(['proof-malformed']);
  });

  test('with the first one changed it is refused', async () => {
    const changed = withProof(chain, { created: '2026-02-01T00:00:00Z' });
    expect((await checkDocument(changed)).reasons).toEqual(['signature-invalid']);
  });

  test('with a second proof under the same id it is refused', async () => {
    const twice = { ...chain, proof: [...proofsOf(chain), ...proofsOf(chain).slice(0, 1)] };
    expect((await checkDocument(twice)).reasons).toEqual(['signature-invalid']);
  });
});

describe('a set in two suites', () => {
  let both: JsonObject;
  beforeAll(async () => {
    const issuer = await makeIssuer();
    both = await addJcsProof(await issueBadge(issuer, badge(issuer.did)), issuer.key, 'eddsa-jcs-2022');
  });

  test('holds', async () => {
    expect(proofsOf(both).map(({ cryptosuite }) => cryptosuite)).toEqual(['eddsa-rdfc-2022', 'eddsa-jcs-2022']);
    expect(told(await checkDocument(both))).toBe('signature-ok');
  });

  test('the one cannot stand in for the other', async () => {
    const [rdfc = {}, jcs = {}] = proofsOf(both);
    const swapped = { ...both, proof: [{ ...rdfc, proofValue: jcs['proofValue'] ?? null }, jcs] };
    expect((await checkDocument(swapped)).reasons).toEqual(['signature-invalid']);
  });

  test('what changes the JSON and not the statements is refused by the one that signs JSON', async () => {
    const asList = { ...both, credentialSubject: [object(both['credentialSubject'])] };
    expect((await checkDocument({ ...asList, proof: proofsOf(both).slice(0, 1) })).reasons).toEqual(['signature-ok']);
    expect((await checkDocument(asList)).reasons).toEqual(['signature-invalid']);
  });
});
