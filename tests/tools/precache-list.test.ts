import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFiles, writePrecacheList } from './precache-list.js';
import { isPage } from '../../src/service-worker/is-page.ts';

describe('the list of files for offline use', () => {
  let dir = '';
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  };
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'meritfolio-list-'));
    for (const file of ['index.html', 'add.html', '404.html', '_headers', 'boot.js', '_app/version.json'])
      write(file, file);
    write('_app/immutable/workers/scan.js', 'worker');
    write('_app/immutable/assets/reader.wasm', 'wasm');
    write('service-worker.js', 'precache(self.__WB_MANIFEST);');
  });
  afterEach(() => {
    rmSync(dir, { recursive: true });
  });

  it('holds the shell once, every file the app asks for, workers and wasm, and nothing else', () => {
    expect(listFiles(dir).map(({ url }) => url)).toEqual([
      '',
      '_app/immutable/assets/reader.wasm',
      '_app/immutable/workers/scan.js',
      'boot.js',
    ]);
  });

  it('gives a revision to a file whose name does not carry its content, and another when it changes', () => {
    const boot = (): string | null | undefined => listFiles(dir).find(({ url }) => url === 'boot.js')?.revision;
    const before = boot();
    write('boot.js', 'changed');
    expect(boot()).not.toBe(before);
    expect(listFiles(dir).find(({ url }) => url.endsWith('.wasm'))?.revision).toBeNull();
  });

  it('is written into the service worker, and refuses one that has no place for it', () => {
    writePrecacheList(dir);
    expect(readFileSync(join(dir, 'service-worker.js'), 'utf8')).toMatch(/^precache\(\[\{"url":"",/);
    expect(() => {
      writePrecacheList(dir);
    }).toThrow('no place for the list');
  });
});

describe('which requests the shell answers', () => {
  const at = (path: string): URL => new URL(path, 'https://merits.example');
  it.each(['/', '/add', '/V', '/credential/abc', '/settings/trust?id=1'])('answers %s', (path) => {
    expect(isPage('navigate', at(path), 'https://merits.example', '')).toBe(true);
  });
  it.each([
    ['a file opened in a tab', 'navigate', at('/icons/icon.svg'), ''],
    ['a script', 'cors', at('/add'), ''],
    ['another origin', 'navigate', new URL('https://other.example/add'), ''],
    ['an address outside the app’s own path', 'navigate', at('/other'), '/meritfolio'],
  ] as const)('leaves alone %s', (_name, mode, url, base) => {
    expect(isPage(mode, url, 'https://merits.example', base)).toBe(false);
  });
});
