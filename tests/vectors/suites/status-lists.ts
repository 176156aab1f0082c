// Status: the lists of Token Status List, Appendix C, and the DCC's fixtures with the DCC's own lists in hand.
import { epochSeconds } from '../../../src/lib/core/model/brand.ts';
import { isJsonObject, many, stringOrNull } from '../../../src/lib/core/model/json.ts';
import type { EvidenceDocument } from '../../../src/lib/core/model/trust.ts';
import { valueFromLowest } from '../../../src/lib/core/verify/status/packed-values.ts';
import { unpackTokenList } from '../../../src/lib/core/verify/status/unpack-list.ts';
import { examined } from '../../builders/examined.ts';
import { jsonOf, objectOf } from '../../builders/json.ts';
import { listedIssuer, trusting } from '../../builders/trust-list.ts';
import { hasVectors, vectorText } from '../folder.ts';
import type { Case, Suite } from './suite.ts';

const TOKENS = 'status/token-status-list-20-vectors.json';
const DCC = 'dcc/digitalcredentials__vc-test-fixtures';
const CORE = 'dcc/digitalcredentials__verifier-core/src/test-fixtures/status/e5WK8CbZ1GjycuPombrj';
const PUBLISHED = 'https://digitalcredentials.github.io/vc-test-fixtures/statusLists/didkey-ed25519Signature2020';
const CORE_PUBLISHED =
  'https://raw.githubusercontent.com/digitalcredentials/verifier-core/refs/heads/main/src/test-fixtures/status/e5WK8CbZ1GjycuPombrj';
const LISTS = ['e5WK8CbZ1GjycuPombrj', 'expired', 'missingBitStringType', 'notYetValid', 'tampered'];
const ISSUERS = [
  'did:key:z6MkjoriXdbyWD25YXTed114F8hdJrLXQ567xxPHAUKxpKkS',
  'did:key:z6MknNQD1WHLGGraFi6zcbGevuAgkVfdyCdtZnQTGWVVvR5Q',
  'did:key:z6Mki7DqKQswPsjqMVhP4W3n2ABFb5wBegZC5erEVg5qcgEw',
];
/** A week after the lists were made, and when the fixtures of December 2025 had been made. */
const THEN = epochSeconds(Date.UTC(2025, 0, 16) / 1000);
const LATER = epochSeconds(Date.UTC(2025, 11, 20) / 1000);
/** What each fixture's name says of its status. */
const FIXTURES: readonly (readonly [file: string, expected: string, now: typeof THEN])[] = [
  ['v1/dataIntegrityProof/didKey/mixedRegistry-validStatus-noExpiry.json', 'valid', THEN],
  ['v1/ed25519/didKey/oidf-revokedStatus-expired.json', 'revoked', THEN],
  ['v2/dataIntegrityProof/didKey/twoOIDF-validStatus-expired.json', 'valid', THEN],
  ['v2/ed25519/didKey/oidf-revokedStatus-noExpiry.json', 'revoked', THEN],
  ['v2/ed25519/didKey/legacy-expiredStatus-noExpiry.json', 'not known', LATER],
  ['v2/ed25519/didKey/legacy-notYetValidStatus-noExpiry.json', 'not known', LATER],
];

function tokenLists(): readonly Case[] {
  const vectors = many(objectOf(jsonOf(vectorText(TOKENS)))['vectors']).filter(isJsonObject);
  return vectors.map(({ section, bits, size, status, lst }) => {
    const bytes = unpackTokenList(stringOrNull(lst) ?? '') ?? new Uint8Array();
    const entries = objectOf(status);
    const wrong = Array.from({ length: Number(size) }, (_, index) => index).filter(
      (index) => valueFromLowest(bytes, Number(bits), index) !== Number(entries[String(index)] ?? 0),
    );
    const name = `${stringOrNull(section) ?? ''}, ${String(Number(bits))} bits, ${String(Number(size))} entries`;
    return { name, expected: 'every entry', got: wrong.length === 0 ? 'every entry' : `${String(wrong.length)} wrong` };
  });
}

async function dccStatus(): Promise<readonly Case[]> {
  const fetched = (url: string, file: string): EvidenceDocument => ({
    url,
    fetched: THEN,
    mediaType: 'application/json',
    text: vectorText(file),
    source: 'this-device',
  });
  const lists = LISTS.map((name) =>
    fetched(`${PUBLISHED}/${name}`, `${DCC}/statusLists/didkey-ed25519Signature2020/${name}`),
  );
  const documents = [...lists, fetched(CORE_PUBLISHED, CORE)];
  const statusLists = documents.map(({ url }) => url);
  const named = await trusting([listedIssuer({ ids: ISSUERS, statusLists })], { issued: '2025-12-19T00:00:00Z' });
  return Promise.all(
    FIXTURES.map(async ([file, expected, now]) => {
      const text = vectorText(`${DCC}/verifiableCredentials/${file}`);
      const { reasons } = await examined(text, { trust: { ...named, documents }, now });
      const got = reasons.includes('status-ok') ? 'valid' : reasons.includes('revoked') ? 'revoked' : 'not known';
      return { name: file, expected, got };
    }),
  );
}

export async function statusLists(): Promise<readonly Suite[]> {
  const suites: Suite[] = [];
  if (hasVectors(TOKENS)) {
    const source = 'Token Status List, appendix C';
    suites.push({ format: 'status', source, asks: 'packed values', cases: tokenLists() });
  }
  if (hasVectors(CORE)) {
    const source = 'digitalcredentials/vc-test-fixtures';
    suites.push({ format: 'status', source, asks: 'status with the lists in hand', cases: await dccStatus() });
  }
  return suites;
}
