// The export archive, read back by a reader of somebody else's where there is one.
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES, readFile } from '../../src/lib/adapters/files/read-file.ts';
import { zip } from '../../src/lib/adapters/files/zip.ts';
import type { ZipEntry } from '../../src/lib/adapters/files/zip.ts';

const entry = (name: string, content: Uint8Array<ArrayBuffer>, modified = 1_795_000_000): ZipEntry => ({
  name,
  content,
  modified,
});

describe('the archive', () => {
  it('gives every file back byte by byte, in order, with names in any script', async () => {
    const png = crypto.getRandomValues(new Uint8Array(3000));
    const entries = [
      entry('README.txt', new TextEncoder().encode('läs')),
      entry('märke.png', png),
      entry('tom.jwt', new Uint8Array()),
    ];
    const read = unzipSync(new Uint8Array(await (await zip(entries)).arrayBuffer()));
    expect(Object.keys(read)).toEqual(['README.txt', 'märke.png', 'tom.jwt']);
    expect(read['märke.png']).toEqual(png);
    expect(read['tom.jwt']).toEqual(new Uint8Array());
  });

  it('tells how far it has come, file by file', async () => {
    const told: number[] = [];
    await zip(
      Array.from({ length: 120 }, (_, index) => entry(`${index}.txt`, new Uint8Array([index]))),
      (done) => told.push(done),
    );
    expect(told).toHaveLength(120);
    expect(told.at(-1)).toBe(120);
  });

  it('accepts a date that ZIP cannot write', async () => {
    const archive = await zip([entry('old.txt', new Uint8Array([1]), 0)]);
    expect(Object.keys(unzipSync(new Uint8Array(await archive.arrayBuffer())))).toEqual(['old.txt']);
  });
});

describe('reading a chosen file', () => {
  it('gives its bytes, name and type', async () => {
    const file = new File([new Uint8Array([1, 2])], 'badge.png', { type: 'image/png' });
    const expected = { ok: true, raw: new Uint8Array([1, 2]), fileName: 'badge.png', mediaType: 'image/png' };
    expect(await readFile(file)).toEqual(expected);
  });

  it('does not even read a file over the limit', async () => {
    const file = new File([], 'huge.bin');
    const huge = Object.defineProperties(file, {
      size: { value: MAX_FILE_BYTES + 1 },
      arrayBuffer: { value: () => Promise.reject(new Error('was read')) },
    });
    expect(await readFile(huge)).toEqual({ ok: false, fileName: 'huge.bin', why: 'too-large' });
  });

  it('says so when a file cannot be read any more', async () => {
    const gone = Object.defineProperty(new File([], 'gone.png'), 'arrayBuffer', {
      value: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
    });
    expect(await readFile(gone)).toEqual({ ok: false, fileName: 'gone.png', why: 'file-unreadable' });
  });
});
