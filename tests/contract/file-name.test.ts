// Names from strangers must be harmless on every disk.
import { describe, expect, it } from 'vitest';
import { fileName, uniqueName } from '../../src/lib/adapters/files/file-name.ts';

const CASES: readonly (readonly [what: string, wanted: string, extension: string, name: string])[] = [
  ['a plain title gets its extension', 'Högskolepedagogik', 'jwt', 'Högskolepedagogik.jwt'],
  ['an extension that is there is not doubled', 'badge.PNG', 'png', 'badge.png'],
  ['a path upwards is no path', '../../etc/passwd', 'json', '-..-etc-passwd.json'],
  ['a Windows path is no path', 'C:\\Windows\\win.ini', '', 'C--Windows-win.ini'],
  ['a right-to-left override cannot hide an extension', 'cv\u202Egpj.exe', 'png', 'cvgpj.exe.png'],
  ['zero-width characters go', 'a\u200Bb\uFEFFc', 'txt', 'abc.txt'],
  ['line breaks and nulls go', 'a\nb\u0000c', 'txt', 'abc.txt'],
  ['wildcards and quotes go', 'what? "this" <that> *|', 'txt', 'what- -this- -that- --.txt'],
  ['device names of Windows are marked', 'CON', 'txt', '_CON.txt'],
  ['also with the extension they came with', 'lpt1.json', 'json', '_lpt1.json'],
  ['hidden files show', '.bashrc', '', 'bashrc'],
  ['trailing dots and spaces go', 'merit. . ', 'jwt', 'merit.jwt'],
  ['nothing at all becomes a name', '\u202E...', 'jwt', 'file.jwt'],
  ['decomposed letters are composed', 'a\u030A', 'txt', 'å.txt'],
];

describe('a file name', () => {
  for (const [what, wanted, extension, name] of CASES) {
    it(what, () => expect(fileName(wanted, extension)).toBe(name));
  }

  it('is at most 120 bytes long and cuts no letter in two', () => {
    const name = fileName('å😀'.repeat(200), 'sd-jwt');
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(120);
    expect(name.isWellFormed()).toBe(true);
    expect(name.endsWith('.sd-jwt')).toBe(true);
  });

  it('is counted on when it is taken, whatever its case', () => {
    expect(uniqueName('a.png', new Set())).toBe('a.png');
    expect(uniqueName('A.png', new Set(['a.png', 'a (2).png']))).toBe('A (3).png');
    expect(uniqueName('README', new Set(['readme']))).toBe('README (2)');
  });
});
