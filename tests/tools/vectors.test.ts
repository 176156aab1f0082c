import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressOf, fetchAll, listFetchable, readSources } from './vectors.mjs';

const commit = 'a'.repeat(40);
const source = (file: string, text: string) => ({
  format: 'ob3',
  file,
  repo: 'owner/name',
  path: `folder with space/${file}`,
  commit,
  licence: 'MIT',
  polarity: 'positive',
  checked: '',
  sha256: createHash('sha256').update(text).digest('hex'),
});

describe('fetching vectors', () => {
  let dir = '';
  beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'meritfolio-vectors-'))));
  afterEach(() => {
    rmSync(dir, { recursive: true });
  });

  it('keeps what has the pinned hash and writes the index', async () => {
    const asked: string[] = [];
    const get = (address: string): Promise<Response> => {
      asked.push(address);
      return Promise.resolve(new Response('good'));
    };
    expect(await fetchAll([source('a.json', 'good')], { dir, get })).toEqual([]);
    expect(readFileSync(join(dir, 'a.json'), 'utf8')).toBe('good');
    expect(readFileSync(join(dir, 'INDEX.tsv'), 'utf8')).toContain('a.json');
    expect(asked).toEqual([`https://raw.githubusercontent.com/owner/name/${commit}/folder%20with%20space/a.json`]);

    expect(await fetchAll([source('a.json', 'good')], { dir, get })).toEqual([]);
    expect(asked, 'what is there already is not fetched again').toHaveLength(1);
  });

  it('refuses other bytes than the pinned ones, and says which file', async () => {
    const get = (): Promise<Response> => Promise.resolve(new Response('evil'));
    const problems = await fetchAll([source('a.json', 'good')], { dir, get });
    expect(problems).toEqual([expect.stringMatching(/^a\.json: .*SHA-256 differs/)]);
    expect(() => readFileSync(join(dir, 'a.json'))).toThrow('ENOENT');
  });

  it('says which files could not be fetched and goes on with the others', async () => {
    const get = (address: string): Promise<Response> => {
      if (address.endsWith('gone.json')) return Promise.resolve(new Response('', { status: 404 }));
      if (address.endsWith('cut.json')) return Promise.reject(new Error('network is down'));
      return Promise.resolve(new Response('good'));
    };
    const files = ['cut.json', 'gone.json', 'here.json'].map((file) => source(file, 'good'));
    const problems = await fetchAll(files, { dir, get });
    expect(problems).toEqual([
      expect.stringContaining('could not be fetched (network is down)'),
      expect.stringContaining('answered 404'),
    ]);
    expect(readFileSync(join(dir, 'here.json'), 'utf8')).toBe('good');
  });
});

describe('the list of vectors', () => {
  const row = (path: string, at: string, proves: string): string =>
    ['ob3', 'f', 'o/n', path, at, 'MIT', proves, 'positive', '', 'e'.repeat(64)].join('\t');
  const head = ['format', 'file', 'repo', 'path', 'commit', 'licence', 'proves', 'polarity', 'checked', 'sha256'].join(
    '\t',
  );

  it.each([
    ['a short commit', row('x', 'b3a0f1e', 'x')],
    ['an extracted file', row('x.html (JSON extracted)', commit, 'x')],
    ['a file without its private members', row('x', commit, 'x (private key members removed)')],
  ])('leaves out %s', (_name, line) => {
    expect(readSources(listFetchable(`${head}\n${line}\n`))).toEqual([]);
  });

  it('pins every committed source by commit and hash, to an address on a public repository', () => {
    const sources = readSources(readFileSync('tests/vectors/sources.tsv', 'utf8'));
    expect(sources.length).toBeGreaterThan(1000);
    for (const entry of sources) {
      expect(entry.commit).toMatch(/^[0-9a-f]{40}$/);
      expect(entry.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(entry.file).not.toMatch(/(^|\/)\.\.(\/|$)|^\//);
      expect(new URL(addressOf(entry)).host).toBe('raw.githubusercontent.com');
    }
  });
});
