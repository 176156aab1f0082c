// Digital Credentials Consortium: fixtures that point at its own bitstring status lists. The keeper of the lists is
// another did:key than the issuers': fetched from where the issuer says, they count; brought, a trust list has to name them.
import { beforeAll, expect, test } from 'vitest';
import { epochSeconds } from '../../src/lib/core/model/brand.ts';
import type { EvidenceDocument, TrustMaterial } from '../../src/lib/core/model/trust.ts';
import { NO_TRUST } from '../../src/lib/core/model/trust.ts';
import { examined } from '../builders/examined.ts';
import type { Examined } from '../builders/examined.ts';
import { listedIssuer, trusting } from '../builders/trust-list.ts';
import { describeVectors, vectorText } from './folder.ts';

const FIXTURES = 'dcc/digitalcredentials__vc-test-fixtures';
const LISTS = `${FIXTURES}/statusLists/didkey-ed25519Signature2020`;
const PUBLISHED = 'https://digitalcredentials.github.io/vc-test-fixtures/statusLists/didkey-ed25519Signature2020';
const CORE = 'digitalcredentials/verifier-core/refs/heads/main/src/test-fixtures/status/e5WK8CbZ1GjycuPombrj';
const NAMES = ['e5WK8CbZ1GjycuPombrj', 'expired', 'missingBitStringType', 'notYetValid', 'tampered'];
const ISSUERS = [
  'did:key:z6MkjoriXdbyWD25YXTed114F8hdJrLXQ567xxPHAUKxpKkS',
  'did:key:z6MknNQD1WHLGGraFi6zcbGevuAgkVfdyCdtZnQTGWVVvR5Q',
  'did:key:z6Mki7DqKQswPsjqMVhP4W3n2ABFb5wBegZC5erEVg5qcgEw',
];
/** A week after the lists were made. */
const THEN = epochSeconds(Date.UTC(2025, 0, 16) / 1000);
/** When the fixtures of December 2025 had been made. */
const LATER = epochSeconds(Date.UTC(2025, 11, 20) / 1000);

const asGiven = (trust: TrustMaterial): TrustMaterial => ({
  ...trust,
  documents: trust.documents.map((document) => ({ ...document, source: 'given' })),
});

describeVectors('DCC fixtures with a status', () => {
  let documents: readonly EvidenceDocument[];
  let named: TrustMaterial;
  let unnamed: TrustMaterial;
  beforeAll(async () => {
    const fetched = (url: string, file: string): EvidenceDocument => ({
      url,
      fetched: THEN,
      mediaType: 'application/json',
      text: vectorText(file),
      source: 'this-device',
    });
    documents = [
      ...NAMES.map((name) => fetched(`${PUBLISHED}/${name}`, `${LISTS}/${name}`)),
      fetched(
        `https://raw.githubusercontent.com/${CORE}`,
        'dcc/digitalcredentials__verifier-core/src/test-fixtures/status/e5WK8CbZ1GjycuPombrj',
      ),
    ];
    const issued = '2025-12-19T00:00:00Z';
    const statusLists = documents.map(({ url }) => url);
    named = { ...(await trusting([listedIssuer({ ids: ISSUERS, statusLists })], { issued })), documents };
    unnamed = { ...(await trusting([listedIssuer({ ids: ISSUERS })], { issued })), documents };
  });

  const status = async (file: string, trust: TrustMaterial, now = THEN): Promise<readonly string[]> => {
    const { findings }: Examined = await examined(vectorText(`${FIXTURES}/verifiableCredentials/${file}`), {
      trust,
      now,
    });
    return findings.filter(({ check }) => check === 'status').map(({ reason }) => reason);
  };

  test.each([
    ['v1/ed25519/didKey/oidf-revokedStatus-expired.json', 'revoked'],
    ['v1/dataIntegrityProof/didKey/mixedRegistry-validStatus-noExpiry.json', 'status-ok'],
    ['v2/dataIntegrityProof/didKey/twoOIDF-validStatus-expired.json', 'status-ok'],
    ['v2/ed25519/didKey/oidf-revokedStatus-noExpiry.json', 'revoked'],
  ])('%s', async (file, reason) => {
    expect(await status(file, { ...NO_TRUST, documents: [] })).toEqual(['status-not-in-hand']);
    expect(await status(file, unnamed)).toEqual([reason]);
    expect(await status(file, asGiven(unnamed))).toEqual(['status-list-given']);
    expect(await status(file, asGiven(named))).toEqual(['status-list-given']);
  });

  test.each([
    ['v2/ed25519/didKey/legacy-expiredStatus-noExpiry.json', 'status-stale'],
    ['v2/ed25519/didKey/legacy-notYetValidStatus-noExpiry.json', 'status-list-unreadable'],
  ])('%s: the issuer’s own list, which says nothing', async (file, reason) => {
    expect(await status(file, unnamed, LATER)).toEqual([reason]);
  });

  test('by the end of the year the list of January is stale, and what it revoked stays revoked', async () => {
    expect(await status('v1/dataIntegrityProof/didKey/mixedRegistry-validStatus-noExpiry.json', named, LATER)).toEqual([
      'status-stale',
    ]);
    expect(await status('v2/ed25519/didKey/oidf-revokedStatus-noExpiry.json', named, LATER)).toEqual(['revoked']);
  });
});
