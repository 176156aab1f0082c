// The house's rules (tests/architecture/rules.ts) held against every source; and the checks held against bad samples.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  cycles,
  importViolations,
  lengthViolations,
  messageViolations,
  nameViolations,
  privateKeyViolations,
  typeViolations,
  unusedPackages,
  wordViolations,
} from './architecture/checks.ts';
import { readSource } from './architecture/read-source.ts';
import { CLOCKS, FOREIGN_WORDS, MADE, TOP_LEVEL } from './architecture/rules.ts';

/** Files of a folder, without what commands make. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/i18n\/(paraglide|project\.inlang\/(cache|\.))/.test(path));
}

const paths = filesIn('src').filter((path) => /\.(ts|js|svelte)$/.test(path) && !path.endsWith('.d.ts'));
const sources = paths.map((path) => readSource(path, readFileSync(path, 'utf8')));
const text = (path: string): string => readFileSync(path, 'utf8');
const messagesIn = (language: string): string[] => readdirSync(`src/lib/i18n/messages/${language}`).sort();

describe('the house', () => {
  it('has every import allowed by its room', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.flatMap(importViolations)).toEqual([]);
  });

  it('uses every package that it allows', () => {
    expect(unusedPackages(sources)).toEqual([]);
  });

  it('has no import cycle, counting types', () => {
    expect(cycles(sources)).toEqual([]);
  });

  it('keeps files and functions short', () => {
    expect(sources.flatMap(lengthViolations)).toEqual([]);
  });

  it('has no any, no !, no default export, and as only where it is listed with a reason', () => {
    expect(sources.flatMap(typeViolations)).toEqual([]);
  });

  it('has no forbidden word', () => {
    expect(sources.flatMap(wordViolations)).toEqual([]);
  });

  it('names files after what they do', () => {
    expect(paths.flatMap(nameViolations)).toEqual([]);
  });

  it('has at its top only what is listed', () => {
    const top = readdirSync('.').filter((name) => !MADE.includes(name));
    expect(top.filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
  });
});

describe('messages', () => {
  it('stand in the same files in both languages, and every file is compiled', () => {
    expect(messagesIn('sv')).toEqual(messagesIn('en'));
    const settings = text('src/lib/i18n/project.inlang/settings.json');
    for (const file of messagesIn('en')) expect(settings).toContain(`./messages/{locale}/${file}`);
  });

  it.each(messagesIn('en'))('%s has the same keys and takes the same values in both languages', (file) => {
    const read = (language: string): Record<string, unknown> =>
      JSON.parse(text(`src/lib/i18n/messages/${language}/${file}`)) as Record<string, unknown>;
    expect(messageViolations(file, read('en'), read('sv'))).toEqual([]);
  });
});

describe('what is shipped', () => {
  const shipped = [...filesIn('src'), ...filesIn('static')].filter((path) => !/\.(png|woff2|wasm)$/.test(path));

  it('holds no private key but the published specimen key', () => {
    expect(shipped.flatMap((path) => privateKeyViolations(path, text(path)))).toEqual([]);
  });

  it('holds no trust list: there is none with a source to ship', () => {
    const lists = shipped.filter((path) => path.endsWith('.json') && /"issuers"\s*:\s*\[/.test(text(path)));
    expect(lists).toEqual([]);
  });
});

describe('every text of the project', () => {
  const folders = ['src', 'tests', 'docs', 'static', '.ci'].filter((folder) => existsSync(folder));
  const files = [...folders.flatMap(filesIn), ...TOP_LEVEL.filter((name) => /\.(md|js|ts|json)$/.test(name))];
  const texts = files.filter((path) => existsSync(path) && !/\.(png|jpg|woff2|wasm|mjpeg)$/.test(path));

  it('says nothing of the place where it was written', () => {
    const found = texts.filter(
      (path) => path !== 'package-lock.json' && FOREIGN_WORDS.some((word) => word.test(text(path))),
    );
    expect(found).toEqual([]);
  });

  it('skips and focuses no test', () => {
    const specs = texts.filter((path) => /\.(test|spec)\.ts$/.test(path) && path !== 'tests/architecture.test.ts');
    const bad = /\b(it|test|describe)\.(only\(|todo\(|fixme\(|skip\(['`)])/;
    expect(specs.filter((path) => bad.test(text(path)))).toEqual([]);
  });

  it('waits for no clock in a test, nor in what tests call; the bench measures, so it may look at one', () => {
    const called = texts.filter(
      (path) => /^tests\/(?!bench\/).*\.(ts|mjs|js)$/.test(path) && path !== 'tests/architecture.test.ts',
    );
    const bad = /waitForTimeout|[^\w.]set(Timeout|Interval)\(|timers\/promises/;
    expect(called.filter((path) => !(path in CLOCKS) && bad.test(text(path)))).toEqual([]);
  });

  it('takes chance only into property tests, whose seed is known', () => {
    const users = texts.filter(
      (path) => path.startsWith('tests/') && /from 'fast-check'|import\('fast-check'\)/.test(text(path)),
    );
    expect(
      users.filter((path) => !path.startsWith('tests/properties/') && path !== 'tests/architecture.test.ts'),
    ).toEqual([]);
  });
});

describe('the checks themselves', () => {
  const at = (path: string, code: string) => readSource(path, code);

  it.each([
    ['core that imports an adapter', 'src/lib/core/verify/x.ts', `import { a } from '../../adapters/storage/y.ts';`],
    ['core that imports Svelte', 'src/lib/core/verify/x.ts', `import { tick } from 'svelte';`],
    ['a value where only types may come from', 'src/lib/core/parse/x.ts', `import { a } from '../recognise/y.ts';`],
    ['an adapter that imports another', 'src/lib/adapters/keys/x.ts', `import { a } from '../storage/y.ts';`],
    [
      'a component that reaches for state',
      'src/lib/ui/X.svelte',
      `<script>import { a } from '$lib/state/y.ts';</script>`,
    ],
    ['a page that reaches for storage', 'src/routes/+page.svelte', `<script>import Dexie from 'dexie';</script>`],
    ['somebody who imports a worker', 'src/lib/state/x.ts', `import { a } from '../workers/corridor.worker.ts';`],
    ['a lazy import', 'src/lib/core/verdict/x.ts', `const a = () => import('../trust/y.ts');`],
    ['a type written as an import', 'src/lib/core/bytes/x.ts', `type A = import('../trust/y.ts').A;`],
    ['a package that nobody decided on', 'src/lib/core/bytes/x.ts', `import leftPad from 'left-pad';`],
    ['a file in no room', 'src/lib/misc/x.ts', ''],
  ])('refuse %s', (_name, path, code) => {
    expect(importViolations(at(path, code))).toHaveLength(1);
  });

  it('accept types from where types may come', () => {
    expect(importViolations(at('src/lib/core/parse/x.ts', `import type { A } from '../recognise/y.ts';`))).toEqual([]);
    expect(importViolations(at('src/lib/core/parse/x.ts', `import { type A } from '../recognise/y.ts';`))).toEqual([]);
  });

  it('find a circle, also one of types only', () => {
    const a = at('src/lib/core/bytes/a.ts', `import type { B } from './b.ts';`);
    const b = at('src/lib/core/bytes/b.ts', `import type { A } from './a.ts';`);
    const c = at('src/lib/core/bytes/c.ts', `import { A } from './a.ts';`);
    expect(cycles([a, b, c])).toEqual([[a.path, b.path]]);
    expect(cycles([a, c])).toEqual([]);
  });

  it('measure functions without the named ones inside, and components without their styles', () => {
    const lines = (count: number): string => 'run();\n'.repeat(count);
    const factory = `function make() {\n  function inner() {\n${lines(45)}}\n${lines(20)}return inner;\n}`;
    expect(lengthViolations(at('src/lib/core/bytes/x.ts', factory))).toEqual([]);
    expect(lengthViolations(at('src/lib/core/bytes/x.ts', `function long() {\n${lines(50)}}`))).toHaveLength(1);
    const component = (script: number, style: number): string =>
      `<script lang="ts">\n${lines(script)}</script>\n<style>\n${'a{}\n'.repeat(style)}</style>`;
    expect(lengthViolations(at('src/lib/ui/X.svelte', component(100, 300)))).toEqual([]);
    expect(lengthViolations(at('src/lib/ui/X.svelte', component(210, 0)))).toHaveLength(1);
  });

  it.each([
    ['any', 'let a: any;'],
    ['!', 'use(a!);'],
    ['as', 'const a = b as C;'],
    ['a default export', 'export default 1;'],
  ])('find %s in a module and in a component', (_name, code) => {
    expect(typeViolations(at('src/lib/core/bytes/x.ts', code))).toHaveLength(1);
    expect(
      typeViolations(at('src/lib/ui/X.svelte', `<p>Hej</p>\n<script lang="ts">\n${code}\n</script>`)),
    ).toHaveLength(1);
  });

  it.each([
    'fetch("x")',
    'Date.now()',
    'new Date()',
    'Math.random()',
    'document.body',
    'console.log(1)',
    'indexedDB.open("x")',
  ])('find %s in core, but not in a comment and not elsewhere', (code) => {
    expect(wordViolations(at('src/lib/core/bytes/x.ts', `${code};`))).toHaveLength(1);
    expect(wordViolations(at('src/lib/core/bytes/x.ts', `// ${code}\n/* ${code} */`))).toEqual([]);
    expect(wordViolations(at('src/lib/state/x.ts', `${code};`))).toEqual([]);
  });

  it('let core have a variable of its own that is called document', () => {
    expect(wordViolations(at('src/lib/core/bytes/x.ts', 'const document = read(); use(document.name);'))).toEqual([]);
  });

  it.each(['<p>{@html text}</p>', '// eslint-disable-next-line', '// @ts-ignore', 'element.innerHTML = text;'])(
    'find %s anywhere',
    (code) => {
      expect(wordViolations(at('src/lib/ui/X.svelte', code))).toHaveLength(1);
    },
  );

  it.each([
    'src/lib/core/utils/x.ts',
    'src/lib/core/bytes/index.ts',
    'src/lib/state/wallet-manager.ts',
    'src/lib/ui/big_card.svelte',
  ])('refuse the name %s', (path) => {
    expect(nameViolations(path)).toHaveLength(1);
  });

  it('find a private key', () => {
    const jwk = JSON.stringify({ kty: 'EC', d: 'a'.repeat(43) });
    expect(privateKeyViolations('static/key.json', jwk)).toHaveLength(1);
    expect(privateKeyViolations('static/key.json', jwk.replace('"d"', '"x"'))).toEqual([]);
  });

  it('find a message that is missing, empty or takes other values', () => {
    expect(messageViolations('x', { a: 'A', b: '{n} of {m}', c: '' }, { b: '{n}', c: 'C', d: 'D' })).toHaveLength(4);
    expect(messageViolations('x', { b: '{n} of {m}' }, { b: '{m}, {n}' })).toEqual([]);
  });
});
