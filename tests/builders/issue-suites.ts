// The same badge issued by other people's libraries in every suite they have.
import { createSignCryptosuite as createBbsSigning } from '@digitalbazaar/bbs-2023-cryptosuite';
import { generateBbsKeyPair } from '@digitalbazaar/bls12-381-multikey';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { generate as generateEcdsa } from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { createSignCryptosuite as createEcdsaSdSigning } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import { generate as generateEd25519 } from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { Ed25519VerificationKey2020 } from '@digitalbazaar/ed25519-verification-key-2020';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { parseJson } from '../../src/lib/core/bytes/parse-json.ts';
import { loadBundledContext } from '../../src/lib/core/contexts/load-bundled-context.ts';
import { isJsonObject, many } from '../../src/lib/core/model/json.ts';
import type { JsonObject } from '../../src/lib/core/model/json.ts';
import { badge } from './issue-data-integrity.ts';

const DATE = '2026-01-15T08:00:00Z';
const SUITE_2020 = 'https://w3id.org/security/suites/ed25519-2020/v1';

export const LIBRARY_SUITES = [
  'eddsa-rdfc-2022',
  'Ed25519Signature2020',
  'ecdsa-rdfc-2019 with P-256',
  'ecdsa-rdfc-2019 with P-384',
  'ecdsa-sd-2023',
  'bbs-2023',
] as const;
export type LibrarySuite = (typeof LIBRARY_SUITES)[number];

export interface IssueOptions {
  readonly changes?: JsonObject;
  /** The issuer and the verification method, where they are not a did:key. `multikey` is the public key made for it. */
  readonly as?: (multikey: string) => { readonly did: string; readonly method: string };
  /** What may never be left out, for the suites that let claims be left out. */
  readonly mandatory?: readonly string[];
}

export const MANDATORY = ['/issuer', '/validFrom', '/credentialSubject/achievement/name'] as const;

/** A badge by a did:key issuer of its own; `issuer` of the badge is that did:key. */
export async function issueIn(suite: LibrarySuite, options: IssueOptions = {}): Promise<JsonObject> {
  const { changes = {}, mandatory = MANDATORY, as = asDidKey } = options;
  switch (suite) {
    case 'eddsa-rdfc-2022':
      return issueWith(await generateEd25519(), eddsaRdfc, changes, as);
    case 'Ed25519Signature2020':
      return issue2020(changes, as);
    case 'ecdsa-rdfc-2019 with P-256':
    case 'ecdsa-rdfc-2019 with P-384':
      return issueWith(
        await generateEcdsa({ curve: suite.endsWith('256') ? 'P-256' : 'P-384' }),
        ecdsaRdfc,
        changes,
        as,
      );
    case 'ecdsa-sd-2023':
      return issueWith(
        await generateEcdsa({ curve: 'P-256' }),
        createEcdsaSdSigning({ mandatoryPointers: mandatory }),
        changes,
        as,
      );
    case 'bbs-2023':
      return issueWith(
        await generateBbsKeyPair({ algorithm: 'BBS-BLS12-381-SHA-256' }),
        createBbsSigning({ mandatoryPointers: mandatory }),
        changes,
        as,
      );
  }
}

type Naming = NonNullable<IssueOptions['as']>;
const asDidKey: Naming = (multikey) => ({ did: `did:key:${multikey}`, method: `did:key:${multikey}#${multikey}` });

async function issueWith(key: Multikey, cryptosuite: unknown, changes: JsonObject, as: Naming): Promise<JsonObject> {
  const { did, method } = as(key.publicKeyMultibase);
  key.id = method;
  key.controller = did;
  return signed(
    withoutLists(badge(did, changes)),
    new DataIntegrityProof({ cryptosuite, signer: key.signer(), date: DATE }),
  );
}

/** The libraries for leaving claims out cannot sign a JSON-LD list, which `allowedValue` of a badge is. */
function withoutLists(document: JsonObject): JsonObject {
  const text = JSON.stringify(document).replace(/,"allowedValue":\[[^\]]*\]/, '');
  const parsed = parseJson(text);
  if (!parsed.ok || !isJsonObject(parsed.value)) throw new Error('no object');
  return parsed.value;
}

async function issue2020(changes: JsonObject, as: Naming): Promise<JsonObject> {
  const key = await Ed25519VerificationKey2020.generate({ seed: new Uint8Array(32).fill(9) });
  const { did, method } = as(key.publicKeyMultibase);
  key.id = method;
  key.controller = did;
  const plain = badge(did, changes);
  const document = { ...plain, '@context': [...many(plain['@context']), SUITE_2020] };
  return signed(document, new Ed25519Signature2020({ key, date: DATE }));
}

async function signed(document: JsonObject, suite: object): Promise<JsonObject> {
  const credential: unknown = JSON.parse(JSON.stringify(document));
  const parsed = parseJson(JSON.stringify(await issue({ credential, suite, documentLoader: loadBundledContext })));
  if (!parsed.ok || !isJsonObject(parsed.value)) throw new Error('the library issued no object');
  return parsed.value;
}

/** What stays unknown of a badge without an end and a status: in this suite anybody may have taken them out. */
export const unseenIn = (suite: LibrarySuite): readonly string[] =>
  suite === 'ecdsa-sd-2023' ? ['end-may-be-withheld', 'status-may-be-withheld'] : [];
