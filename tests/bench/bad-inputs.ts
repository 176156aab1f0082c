// What strangers may send: milliseconds until an answer, and memory taken meanwhile.
import { deflateSync } from 'node:zlib';
import { encodeUtf8 } from '../../src/lib/core/bytes/utf8.ts';
import { examine } from '../../src/lib/core/examine.ts';
import type { JsonObject } from '../../src/lib/core/model/json.ts';
import { DOCUMENT } from '../builders/examined.ts';
import { badge } from '../builders/issue-data-integrity.ts';
import { pngChunk, PNG_HEAD } from './png.ts';
import { digits, heading, line, milliseconds } from './report.ts';

const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const signedBadge = (changes: JsonObject): string =>
  JSON.stringify({
    ...badge('did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi', changes),
    proof: {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created: '2026-01-15T08:00:00Z',
      verificationMethod: 'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
      proofPurpose: 'assertionMethod',
      proofValue: `z${'2'.repeat(88)}`,
    },
  });

/** Blank nodes that all look alike and all know each other: factorial work for whoever tries (RDFC-1.0 §7.1). */
function poison(): string {
  const names = Array.from({ length: 14 }, (_, index) => `_:n${String(index)}`);
  const evidence = names.map((id) => ({
    id,
    type: ['Evidence'],
    'https://example.org/knows': names.filter((name) => name !== id).map((name) => ({ id: name })),
  }));
  return signedBadge({ evidence });
}

function manyDisclosures(): string {
  const disclosures = Array.from({ length: 10_000 }, (_, index) => base64url(`["salt","claim${String(index)}","x"]`));
  const payload = base64url(JSON.stringify({ iss: 'https://a.example', vct: 'x', _sd: [] }));
  return `${base64url('{"alg":"ES256","typ":"dc+sd-jwt"}')}.${payload}.AAAA~${disclosures.join('~')}~`;
}

function bakedBomb(): Buffer {
  const text = deflateSync(Buffer.alloc(200_000_000, 0x20), { level: 9 });
  const body = Buffer.concat([Buffer.from('openbadgecredential\0\x01\0\0\0', 'latin1'), text]);
  return Buffer.concat([PNG_HEAD, pngChunk('iTXt', body), pngChunk('IEND', Buffer.alloc(0))]);
}

const INPUTS: Readonly<Record<string, () => string | Buffer>> = {
  '0 bytes': () => '',
  '50 MB of zeros': () => Buffer.alloc(50_000_000),
  '9.9 MB of text': () => 'a'.repeat(9_900_000),
  'PNG cut short': () => PNG_HEAD.subarray(0, 20),
  'PNG whose text chunk inflates to 200 MB': bakedBomb,
  'JWT with a header only': () => base64url('{"alg":"ES256"}'),
  'web page named .json': () => `<!doctype html><html><body>${'<p>Sign in</p>'.repeat(10_000)}</body></html>`,
  'JSON 100,000 deep': () => '['.repeat(100_000) + ']'.repeat(100_000),
  'JSON with a doubled key': () => '{"@context":[],"@context":[]}',
  'JSON of 9 MB in one array': () => `[${'1,'.repeat(4_500_000)}1]`,
  'SVG with a billion laughs': () =>
    `<!DOCTYPE svg [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${String(i)} "${'&a;'.repeat(10)}">`).join('')}]><svg xmlns="http://www.w3.org/2000/svg">&a29;</svg>`,
  'SD-JWT with 10,000 stray disclosures': manyDisclosures,
  'badge whose graph is poison': poison,
  'badge with 4,000 nested contexts': () =>
    signedBadge({
      evidence: Array.from({ length: 4_000 }, () => ({ '@context': 'https://www.w3.org/ns/credentials/v2' })),
    }),
  'badge with 20,000 pieces of evidence': () =>
    signedBadge({ evidence: Array.from({ length: 20_000 }, () => ({ type: ['Evidence'], name: 'x' })) }),
};

export async function benchBadInputs(): Promise<void> {
  heading('Bad input, bytes to answer (second run of each; heap before the collector has been)');
  for (const [name, make] of Object.entries(INPUTS)) {
    const made = make();
    const bytes = typeof made === 'string' ? encodeUtf8(made) : new Uint8Array(made);
    await examine(bytes, DOCUMENT);
    globalThis.gc?.();
    const before = memory();
    const start = performance.now();
    const examination = await examine(bytes, DOCUMENT);
    const elapsed = performance.now() - start;
    const taken = Math.max(0, memory() - before) / 1_000_000;
    const answer = examination.outcome === 'unreadable' ? examination.why : examination.judgement.because.join(', ');
    line(name, `${milliseconds(elapsed).padStart(9)} ${digits(taken).padStart(6)} MB   ${answer}`);
  }
}

function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
