// Evidence files: an array of documents somebody fetched.
import { expect, test } from 'vitest';
import { encodeUtf8 } from '../../../src/lib/core/bytes/utf8.ts';
import { parseEvidence } from '../../../src/lib/core/trust/parse-evidence.ts';

const ENTRY = {
  url: 'https://norrsjo.example/.well-known/did.json',
  fetched: '2026-11-21T08:00:00Z',
  mediaType: 'application/json',
  text: '{}',
};
const parse = (value: unknown) => parseEvidence(encodeUtf8(JSON.stringify(value)), 'operator');

test('is read with who vouches for it', () => {
  expect(parse([ENTRY])).toEqual({
    ok: true,
    documents: [{ ...ENTRY, fetched: Date.UTC(2026, 10, 21, 8) / 1000, source: 'operator' }],
  });
});

test('may carry its text as base64', () => {
  const { text, ...rest } = ENTRY;
  const parsed = parse([{ ...rest, base64: Buffer.from(`${text} å`).toString('base64') }]);
  expect(parsed).toMatchObject({ ok: true, documents: [{ text: '{} å' }] });
});

test.each([
  ['an object', ENTRY],
  ['an address without https', [{ ...ENTRY, url: 'http://norrsjo.example/' }]],
  ['a time without zone', [{ ...ENTRY, fetched: '2026-11-21T08:00:00' }]],
  ['no content', [{ ...ENTRY, text: undefined }]],
  ['one bad entry among good ones', [ENTRY, { ...ENTRY, url: 7 }]],
])('with %s is not used at all', (_, value) => {
  expect(parse(value)).toEqual({ ok: false, why: 'evidence-unfamiliar' });
});
