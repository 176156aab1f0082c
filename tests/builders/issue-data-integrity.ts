// Credentials issued and verified by @digitalbazaar/vc: what we verify was not made by us.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { generate } from '@digitalbazaar/ed25519-multikey';
import type { Ed25519Multikey } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue, verifyCredential } from '@digitalbazaar/vc';
import { bundledContext } from '../../src/lib/core/contexts/bundled-contexts.ts';
import { parseJson } from '../../src/lib/core/bytes/parse-json.ts';
import { isJsonObject } from '../../src/lib/core/model/json.ts';
import type { JsonObject } from '../../src/lib/core/model/json.ts';

export interface Issuer {
  readonly did: string;
  readonly key: Ed25519Multikey;
}

/** A did:key issuer; the same one for the same number. */
export async function makeIssuer(number = 1): Promise<Issuer> {
  const key = await generate({ seed: new Uint8Array(32).fill(number) });
  const did = `did:key:${key.publicKeyMultibase}`;
  key.id = `${did}#${key.publicKeyMultibase}`;
  key.controller = did;
  return { did, key };
}

/** An Open Badge 3.0 without a proof. */
export function badge(issuer: string, changes: JsonObject = {}): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'urn:uuid:6c0f9d2e-62e6-4f0e-8f43-0d8c0b0b7a11',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer, type: ['Profile'], name: 'Norrsjö universitet', url: 'https://norrsjo.example' },
    validFrom: '2026-01-15T08:00:00Z',
    name: 'Academic supervision',
    credentialSubject: {
      id: 'did:example:learner',
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', identityHash: 'student@example.org', identityType: 'emailAddress', hashed: false },
      ],
      achievement: {
        id: 'https://norrsjo.example/achievements/supervision',
        type: ['Achievement'],
        achievementType: 'MicroCredential',
        name: 'Academic supervision',
        description: 'Supervising theses at first and second cycle.',
        criteria: { narrative: 'A portfolio and a seminar.' },
        creditsAvailable: 7.5,
        resultDescription: [
          {
            id: 'urn:uuid:9d6f1f3b-0b4b-4b51-9f4e-4d4de9d2f3a0',
            type: ['ResultDescription'],
            name: 'Grade',
            resultType: 'LetterGrade',
            allowedValue: ['U', 'G'],
          },
        ],
        alignment: [
          {
            type: ['Alignment'],
            targetName: 'EQF 7',
            targetUrl: 'https://data.europa.eu/snb/eqf/7',
            targetFramework: 'EQF',
            targetCode: '7',
            targetType: 'ext:EQF',
          },
        ],
      },
      result: [{ type: ['Result'], resultDescription: 'urn:uuid:9d6f1f3b-0b4b-4b51-9f4e-4d4de9d2f3a0', value: 'G' }],
    },
    ...changes,
  };
}

/** `credential` with an eddsa-rdfc-2022 proof by @digitalbazaar/vc. */
export async function issueBadge(issuer: Issuer, credential: JsonObject = badge(issuer.did)): Promise<JsonObject> {
  const suite = new DataIntegrityProof({ cryptosuite, signer: issuer.key.signer(), date: '2026-01-15T08:00:00Z' });
  const signed = await issue({ credential: mutable(credential), suite, documentLoader: loaderFor(issuer) });
  const parsed = parseJson(JSON.stringify(signed));
  if (!parsed.ok || !isJsonObject(parsed.value)) throw new Error('the library issued no object');
  return parsed.value;
}

/** Verifies by @digitalbazaar/vc; throws what it says against `credential`. */
export function makePeer(issuer: Issuer, credential: JsonObject): () => Promise<void> {
  const document = mutable(credential);
  const documentLoader = loaderFor(issuer);
  return async () => {
    const suite = new DataIntegrityProof({ cryptosuite });
    const now = new Date('2026-11-21T12:00:00Z');
    const { verified, error } = await verifyCredential({ credential: document, suite, documentLoader, now });
    if (!verified) throw new Error('the library does not verify it', { cause: error });
  };
}

function mutable(value: JsonObject): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  return copy;
}

function loaderFor({ did, key }: Issuer): (url: string) => Promise<unknown> {
  return async (url) => {
    const context = bundledContext(url);
    const method = await key.export({ publicKey: true, includeContext: true });
    const controller = {
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
      id: did,
      assertionMethod: [method],
    };
    const document = context ?? (url === did ? controller : url === key.id ? method : null);
    if (document === null) throw new Error(`nothing at ${url}`);
    return { contextUrl: null, documentUrl: url, document };
  };
}
