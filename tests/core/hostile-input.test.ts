// What a stranger may send to hurt whoever opens it, by the numbers of the threats: what it costs is counted, not timed.
// B1, B2 and B10 are about pages: tests/e2e/xss.spec.ts and csp.spec.ts; B14 and B15: tests/browser/ui.
import { deflateSync, gzipSync, zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { inflateCounting } from '../../src/lib/core/bytes/inflate-bounded.ts';
import { parseJson } from '../../src/lib/core/bytes/parse-json.ts';
import { readPngTexts } from '../../src/lib/core/bytes/png-chunks.ts';
import { encodeUtf8 } from '../../src/lib/core/bytes/utf8.ts';
import { parseEvidence } from '../../src/lib/core/trust/parse-evidence.ts';
import { parseTrustList } from '../../src/lib/core/trust/parse-trust-list.ts';
import { examined } from '../builders/examined.ts';
import { png, pngChunk, pngOfSize } from '../builders/png.ts';
import { BADGE, encodedDisclosure, jwt, sdJwt, segment } from '../builders/tokens.ts';
import { listedIssuer, trustListText } from '../builders/trust-list.ts';

const MEGABYTE = 1_000_000;

describe('B8: compressed bombs', () => {
  test.each([
    ['gzip', gzipSync(new Uint8Array(100 * MEGABYTE), { level: 9 })],
    ['zlib', zlibSync(new Uint8Array(100 * MEGABYTE), { level: 9 })],
    ['raw', deflateSync(new Uint8Array(100 * MEGABYTE), { level: 9 })],
  ] as const)('%s: of 100 MB less than 3 MB are ever made, from 4 kB', (format, bomb) => {
    const inflation = inflateCounting(bomb, { format, maxBytes: MEGABYTE });
    expect(inflation.outcome).toBe('too-long');
    expect(inflation.read).toBeLessThanOrEqual(4096);
    expect(inflation.outcome === 'too-long' && inflation.produced).toBeLessThan(3 * MEGABYTE);
  });

  test('a bomb inside a bomb is opened once', () => {
    const inner = gzipSync(new Uint8Array(100 * MEGABYTE), { level: 9 });
    const inflation = inflateCounting(gzipSync(inner), { format: 'gzip', maxBytes: MEGABYTE });
    expect(inflation.outcome === 'inflated' && inflation.bytes.length).toBe(inner.length);
  });
});

describe('B9: pictures', () => {
  const KEYWORD = 'openbadgecredential';
  const head = encodeUtf8(`${KEYWORD}\0\u0001\0\0\0`);
  const pressed = (size: number): Uint8Array =>
    pngChunk('iTXt', new Uint8Array([...head, ...zlibSync(new Uint8Array(size).fill(0x20), { level: 9 })]));

  test.each([
    ['a text chunk that inflates to 64 MB', png(pressed(64 * MEGABYTE))],
    ['64 text chunks that inflate to 60 kB each', png(...Array.from({ length: 64 }, () => pressed(60_000)))],
    ['65 text chunks', png(...Array.from({ length: 65 }, () => pressed(1)))],
    ['65535 × 65535 pixels', pngOfSize(65535, 65535, pressed(1))],
    ['20,000 chunks', png(...Array.from({ length: 20_000 }, () => pngChunk('abCd', new Uint8Array())))],
  ])('%s', async (_, bytes) => {
    expect(await examined(bytes)).toMatchObject({ verdict: 'unreadable', wrong: ['bomb'] });
    expect(readPngTexts(bytes, new Set([KEYWORD])).work.inflated).toBeLessThan(3 * MEGABYTE);
  });
});

describe('B11: names that reach a prototype', () => {
  const NAMES = ['__proto__', 'constructor', 'prototype'];
  const POLLUTION = { polluted: true, prototype: { polluted: true } };
  /** By hand: an object literal would set the prototype instead of the member. */
  const withMember = (name: string, into: object): string => {
    const text = JSON.stringify(into);
    return `${text.slice(0, -1)},${JSON.stringify(name)}:${JSON.stringify(POLLUTION)}}`;
  };
  const inside = (name: string): string =>
    JSON.stringify({ ...BADGE, credentialSubject: 'HERE' }).replace(
      '"HERE"',
      withMember(name, BADGE.credentialSubject),
    );

  const SINKS: Readonly<Record<string, (name: string) => string>> = {
    'a document': (name) => withMember(name, BADGE),
    'a subject': inside,
    'a header': (name) => `${segment(withMember(name, { alg: 'ES256' }))}.${segment(BADGE)}.AAEC`,
    'a payload': (name) => jwt(withMember(name, BADGE)),
    'the name of a disclosure': (name) => {
      const hidden = encodedDisclosure(['salt', name, POLLUTION]);
      return sdJwt({ _sd: [hidden.digest] }, [hidden]);
    },
    'the value of a disclosure': (name) => {
      const hidden = encodedDisclosure(`["salt","a",${withMember(name, { a: 1 })}]`);
      return sdJwt({ _sd: [hidden.digest] }, [hidden]);
    },
    'a key binding': (name) =>
      `${sdJwt({}, [])}${segment({ alg: 'ES256', typ: 'kb+jwt' })}.${segment(withMember(name, { iat: 1 }))}.AAEC`,
  };

  describe.each(Object.entries(SINKS))('in %s', (_, make) => {
    test.each(NAMES)('%s is refused and reaches nothing', async (name) => {
      const { verdict } = await examined(make(name));
      expect(['refused', 'unreadable']).toContain(verdict);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
      expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
    });
  });

  test.each(NAMES)('%s in a trust list or in evidence makes it unfamiliar', async (name) => {
    const list = withMember(name, JSON.parse(trustListText([listedIssuer()])) as object);
    expect((await parseTrustList(encodeUtf8(list), 'imported')).ok).toBe(false);
    const document = withMember(name, { url: 'https://a.example/', fetched: '2026-01-01T00:00:00Z', text: '' });
    expect(parseEvidence(encodeUtf8(`[${document}]`), 'given').ok).toBe(false);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('B12: JSON that readers disagree about', () => {
  test.each([
    ['100,000 levels', '['.repeat(100_000), 'json-too-deep'],
    ['65 levels of objects', `${'{"a":'.repeat(65)}1${'}'.repeat(65)}`, 'json-too-deep'],
    ['a key twice', '{"issuer":"did:a","issuer":"did:b"}', 'json-duplicate-key'],
    ['a key twice, once escaped', String.raw`{"issuer":"did:a","iss\u0075er":"did:b"}`, 'json-duplicate-key'],
    ['a key twice far inside', '{"a":{"b":[{"c":1,"c":2}]}}', 'json-duplicate-key'],
    ['half a character', String.raw`{"a":"\ud800"}`, 'malformed-json'],
    ['a number beyond doubles', '{"a":1e999}', 'malformed-json'],
    ['two million values', `[${'1,'.repeat(2_000_000)}1]`, 'json-too-many-values'],
  ])('%s', (_, text, why) => {
    expect(parseJson(text)).toMatchObject({ ok: false, why });
  });

  test.each(['__proto__', 'constructor', 'prototype'])('%s as a key, also escaped', (name) => {
    const escaped = `\\u${name.charCodeAt(0).toString(16).padStart(4, '0')}${name.slice(1)}`;
    for (const key of [name, escaped])
      expect(parseJson(`{"${key}":1}`)).toMatchObject({ ok: false, why: 'json-forbidden-key' });
  });
});
