// Looks at build/ (made before these tests run): how much each page loads, and that nothing heavy slips into the first load.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../tools/precache-list.js';
import budgets from '../budgets.json' with { type: 'json' };
import { scriptsOfPage, stylesOfPage, withImports } from './entry-size.ts';

const BUILD = process.env['MERITFOLIO_BUILD'] ?? 'build';
const WORKERS = '_app/immutable/workers';

const pages = readdirSync(BUILD, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
const scripts = readdirSync(join(BUILD, '_app'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.js'))
  .map((file) => readFileSync(join(BUILD, '_app', file), 'utf8'));

/** Words that only the named library brings. `later`: it is in the build, and loaded when it is needed. */
const HEAVY = [
  { what: 'JSON-LD', words: ['jsonld.SyntaxError', 'RDFC-1.0'], later: true },
  { what: 'deriving of proofs', words: ['Nothing selected for disclosure', 'urn:bnid:'], later: true },
  { what: 'BBS', words: ['BLS12-381-SHA-256'], later: true },
  { what: 'zxing', words: ['zxing_reader'], later: true },
  { what: 'html5-qrcode', words: ['No MultiFormat Readers were able to detect the code'], later: true },
  { what: 'XML', words: ['http://www.w3.org/2000/xmlns/'], later: true },
  { what: 'X.509', words: ['2.5.29.19'], later: true },
  { what: 'PDF', words: ['%PDF', 'startxref'], later: false },
];

describe('the first load', () => {
  it.each(pages)('%s loads no more script and style than its budget before it can be used', (page) => {
    // The start page is where the app is met first; the others find most of their scripts there already.
    const budget = page === 'index.html' ? budgets.gzipBytes.firstLoad : budgets.gzipBytes.otherPages;
    expect(scriptsOfPage(BUILD, page).gzip).toBeLessThanOrEqual(budget);
    expect(stylesOfPage(BUILD, page).gzip).toBeLessThanOrEqual(budgets.gzipBytes.firstLoadStyles);
  });

  it.each(HEAVY)('is free of $what, on every page', ({ words }) => {
    for (const page of pages) {
      const { text } = scriptsOfPage(BUILD, page);
      expect(
        words.filter((word) => text.includes(word)),
        page,
      ).toEqual([]);
    }
  });

  it.each(HEAVY.filter(({ later }) => later))(
    'would be caught loading $what: its words are elsewhere in the build',
    ({ words }) => {
      for (const word of words)
        expect(
          scripts.some((text) => text.includes(word)),
          word,
        ).toBe(true);
    },
  );
});

describe('workers', () => {
  const workers = readdirSync(join(BUILD, WORKERS)).filter((file) => file.endsWith('.js'));

  it.each(workers)('%s starts within its budget', (file) => {
    expect(withImports(BUILD, [`${WORKERS}/${file}`]).gzip).toBeLessThanOrEqual(budgets.gzipBytes.worker);
  });

  it.each(workers)('%s starts without JSON-LD and BBS, which are loaded when a credential needs them', (file) => {
    const { text } = withImports(BUILD, [`${WORKERS}/${file}`]);
    for (const word of ['jsonld.SyntaxError', 'BLS12-381-SHA-256', 'urn:bnid:']) expect(text).not.toContain(word);
  });
});

describe('what a device keeps', () => {
  it('is the whole app, within its budget on the wire', () => {
    const files = listFiles(BUILD).map(({ url }) => join(BUILD, url === '' ? 'index.html' : url));
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
    expect(bytes).toBeLessThanOrEqual(budgets.gzipBytes.everything);
  });

  it('names every file in the service worker, whose own size has a budget', () => {
    const worker = readFileSync(join(BUILD, 'service-worker.js'), 'utf8');
    for (const { url } of listFiles(BUILD)) expect(worker).toContain(`"url":"${url}"`);
    expect(gzipSync(worker).length).toBeLessThanOrEqual(budgets.gzipBytes.serviceWorker);
  });
});

describe('every page of the build', () => {
  it.each(pages)('%s carries the policy that a page can carry itself', (page) => {
    const html = readFileSync(join(BUILD, page), 'utf8');
    const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    const directives = policy.split('; ');
    expect(directives).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "connect-src 'self'",
        "img-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "worker-src 'self'",
        "require-trusted-types-for 'script'",
      ]),
    );
    expect(directives.find((directive) => directive.startsWith('script-src '))).toMatch(
      /^script-src 'self' 'wasm-unsafe-eval' 'sha256-[\w+/=]+'$/,
    );
    expect(policy).not.toMatch(/unsafe-inline'.*script-src|script-src[^;]*unsafe-inline|'unsafe-eval'|\*/);
  });

  it.each(pages)('%s runs boot.js before any other script', (page) => {
    const html = readFileSync(join(BUILD, page), 'utf8');
    expect(/<script[^>]*>/.exec(html)?.[0]).toContain('boot.js');
  });

  it('refers to nothing on another host', () => {
    for (const page of pages) {
      const html = readFileSync(join(BUILD, page), 'utf8');
      expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
    }
  });
});
