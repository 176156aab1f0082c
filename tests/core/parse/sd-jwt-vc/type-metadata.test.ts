// SD-JWT VC type metadata: bundled, in hand at the type's own address, extended, and pinned by integrity.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { TypeMetadata } from '../../../../src/lib/core/model/credential.ts';
import type { EvidenceDocument } from '../../../../src/lib/core/model/trust.ts';
import { findTypeMetadata } from '../../../../src/lib/core/parse/sd-jwt-vc/find-type-metadata.ts';
import { document } from '../../../builders/open-badge-2.ts';
import { describeVectors, vectorText } from '../../../vectors/folder.ts';

const VCT = 'https://types.example/course';
const BASE = 'https://types.example/base';

const sri = (text: string, algorithm = 'sha256'): string =>
  `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;
const claim = (path: unknown, label: string, locale = 'en'): object => ({ path, display: [{ locale, label }] });
const course = (changes: object = {}): string =>
  JSON.stringify({
    vct: VCT,
    name: 'Course',
    display: [{ locale: 'sv', name: 'Kurs', description: 'En kurs.' }],
    claims: [claim(['title'], 'Course title'), claim(['modules', null, 'name'], 'Module')],
    ...changes,
  });

const find = (
  documents: readonly EvidenceDocument[],
  more: Readonly<Record<string, string>> = {},
  vct = VCT,
): Promise<TypeMetadata | null> => findTypeMetadata({ vct, ...more }, documents);
const labels = (found: TypeMetadata | null): unknown => found?.claims.map(({ path, label }) => [path, label[0]?.text]);

describe('a type described at its own address', () => {
  test('is named and labelled by its publisher', async () => {
    const found = await find([document(VCT, course())]);
    expect(found).toMatchObject({
      vct: VCT,
      name: [{ language: 'sv', text: 'Kurs' }],
      description: [{ language: 'sv', text: 'En kurs.' }],
      source: 'evidence',
      tolerated: [],
    });
    expect(labels(found)).toEqual([
      [['title'], 'Course title'],
      [['modules', null, 'name'], 'Module'],
    ]);
  });

  test('also at the well-known address of older drafts, with `lang`', async () => {
    const older = course({ display: [{ lang: 'en-US', name: 'Course' }] });
    const found = await find([document('https://types.example/.well-known/vct/course', older)]);
    expect(found?.name).toEqual([{ language: 'en-US', text: 'Course' }]);
  });

  test('is not described by a document elsewhere, about another type, or by nothing readable', async () => {
    expect(await find([document('https://evil.example/course', course())])).toBeNull();
    expect(await find([document(VCT, course({ vct: BASE }))])).toBeNull();
    expect(await find([document(VCT, '{"vct":')])).toBeNull();
    expect(await find([])).toBeNull();
    expect(await findTypeMetadata({}, [document(VCT, course())])).toBeNull();
  });
});

describe('integrity', () => {
  test.each(['sha256', 'sha384', 'sha512'])('%s is checked, over the text as received', async (algorithm) => {
    const integrity = { 'vct#integrity': sri(course(), algorithm) };
    expect(await find([document(VCT, course())], integrity)).not.toBeNull();
    expect(await find([document(VCT, `${course()}\n`)], integrity)).toBeNull();
  });

  test('the strongest algorithm decides, and one that is not known matches nothing', async () => {
    const strong = `${sri(course())} ${sri('other', 'sha512')}`;
    expect(await find([document(VCT, course())], { 'vct#integrity': strong })).toBeNull();
    expect(await find([document(VCT, course())], { 'vct#integrity': 'md5-AAAA' })).toBeNull();
    expect(await find([document(VCT, course())], { 'vct#integrity': '' })).toBeNull();
  });

  test('what somebody brought is used only when the issuer’s integrity names it', async () => {
    const brought = [document(VCT, course(), 'given')];
    expect(await find(brought)).toBeNull();
    expect(await find(brought, { 'vct#integrity': sri(course()) })).not.toBeNull();
    const relabelled = [document(VCT, course({ claims: [claim(['title'], 'Degree')] }), 'given')];
    expect(await find(relabelled, { 'vct#integrity': sri(course()) })).toBeNull();
  });
});

describe('extends', () => {
  const base = (changes: object = {}): string =>
    JSON.stringify({
      vct: BASE,
      description: 'ignored',
      display: [{ locale: 'en', name: 'Base', description: 'Anything.' }],
      claims: [claim(['title'], 'Title'), claim(['level'], 'Level')],
      ...changes,
    });
  const own = course({ display: [], name: undefined, extends: BASE });

  test('what the type does not say is inherited; what it says wins', async () => {
    const found = await find([document(VCT, own), document(BASE, base())]);
    expect(found?.name[0]?.text).toBe('Base');
    expect(labels(found)).toEqual([
      [['title'], 'Course title'],
      [['modules', null, 'name'], 'Module'],
      [['level'], 'Level'],
    ]);
  });

  test('a base that is not in hand, or not the one meant, is left out', async () => {
    expect(labels(await find([document(VCT, own)]))).toHaveLength(2);
    const pinned = course({ extends: BASE, 'extends#integrity': sri(base()) });
    expect(labels(await find([document(VCT, pinned), document(BASE, base())]))).toHaveLength(3);
    expect(labels(await find([document(VCT, pinned), document(BASE, base({ name: 'x' }))]))).toHaveLength(2);
  });

  test('loops and long chains end', async () => {
    expect(await find([document(VCT, own), document(BASE, base({ extends: VCT }))])).not.toBeNull();
    const url = (n: number): string => `https://types.example/${String(n)}`;
    const chain = Array.from({ length: 50 }, (_, n) =>
      document(url(n), JSON.stringify({ vct: url(n), extends: url(n + 1), claims: [claim([`c${String(n)}`], 'x')] })),
    );
    expect((await find(chain, {}, url(0)))?.claims).toHaveLength(8);
  });
});

test('odd paths: a number in the name is read and noted, anything else is left out', async () => {
  const odd = course({
    claims: [
      claim(['result[0]', 'value'], 'Grade'),
      claim([], 'Nothing'),
      claim('title', 'Text'),
      claim([1.5], 'Half'),
      claim([{}], 'Object'),
      claim(
        Array.from({ length: 99 }, () => 'a'),
        'Deep',
      ),
      7,
    ],
  });
  const found = await find([document(VCT, odd)]);
  expect(labels(found)).toEqual([[['result', 0, 'value'], 'Grade']]);
  expect(found?.tolerated).toEqual(['result[0]']);
});

describe('bundled', () => {
  test.each(['urn:eudi:diploma:1', 'urn:eudi:micro_credential:1', 'urn:eudi:pid:1', 'VerifiableMicroCredential'])(
    '%s',
    async (vct) => {
      const found = await find([], {}, vct);
      expect(found?.source).toBe('bundled');
      expect(found?.name.length).toBeGreaterThan(0);
      expect(found?.claims.length).toBeGreaterThan(5);
    },
  );

  test('the PID inherits its claims from the published example', async () => {
    expect(labels(await find([], {}, 'urn:eudi:pid:1'))).toContainEqual([['family_name'], 'Last name']);
  });

  test('is not replaced by a document somewhere that says it is about that type', async () => {
    const vct = 'VerifiableMicroCredential';
    const other = JSON.stringify({ vct, claims: [claim(['dateOfBirth'], 'Level')] });
    expect((await find([document('https://evil.example/x', other)], {}, vct))?.source).toBe('bundled');
  });
});

describeVectors('DC4EU, as published', () => {
  const FOLDER = 'sdjwtvc-edu/dc4eu__vc/metadata';

  test('the bundled copy answers to the integrity of the published file, and to no other', async () => {
    const vct = 'urn:eudi:micro_credential:1';
    const published = vectorText(`${FOLDER}/vctm_microcredential.json`);
    const found = await find([], { 'vct#integrity': sri(published) }, vct);
    expect(found?.source).toBe('bundled');
    expect(found?.tolerated).toEqual(['resultDescription[0]', 'result[0]']);
    expect(await find([], { 'vct#integrity': sri(`${published} `) }, vct)).toBeNull();
    const evidence = await find(
      [document('https://dc4eu.example/vctm', published)],
      { 'vct#integrity': sri(published) },
      vct,
    );
    expect(evidence?.claims).toEqual(found?.claims);
  });

  test('a type without an address that is not bundled is read from the document whose hash the issuer states', async () => {
    const elm = vectorText(`${FOLDER}/vctm_elm.json`);
    const stated = { 'vct#integrity': `sha256-${createHash('sha256').update(elm).digest('base64')}` };
    const found = await find([document('https://dc4eu.example/elm', elm)], stated, 'urn:eudi:elm:1');
    expect(found?.source).toBe('evidence');
    expect(found?.tolerated).toEqual(['hasClaim[0]']);
    const brought = await find([document('https://dc4eu.example/elm', elm, 'given')], stated, 'urn:eudi:elm:1');
    expect(brought?.source).toBe('evidence');
  });

  test('a stranger’s labels for such a type do not stand on other people’s credentials', async () => {
    const elm = vectorText(`${FOLDER}/vctm_elm.json`);
    expect(await find([document('https://evil.example/status/1', elm)], {}, 'urn:eudi:elm:1')).toBeNull();
  });
});
