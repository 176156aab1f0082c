// RFC 9901 §7.1, each "MUST be rejected" with a twin that is accepted.
import { describe, expect, test } from 'vitest';
import type { ReasonCode } from '../../../../src/lib/core/model/reason.ts';
import { disclosure, encodedDisclosure, sdJwt } from '../../../builders/tokens.ts';
import { parsedSdJwt, plain } from '../../../builders/parsed.ts';

const title = disclosure('title', 'Kurs');
const level = disclosure('level', 'EQF-6');
const swedish = disclosure(null, 'sv');
const english = disclosure(null, 'en');
const hidden = { digest: 'A'.repeat(43) };

const claimsOf = async (text: string): Promise<unknown> => plain((await parsedSdJwt(text)).claims);
const problemsOf = async (text: string): Promise<readonly ReasonCode[]> => (await parsedSdJwt(text)).problems;
const base = { iss: 'https://a.example', vct: 'urn:x' };

describe('disclosed claims are put in their places', () => {
  test('properties, beside what is open', async () => {
    const text = sdJwt({ open: 1, _sd: [title.digest, level.digest] }, [title, level]);
    expect(await claimsOf(text)).toEqual({ ...base, open: 1, title: 'Kurs', level: 'EQF-6' });
    expect(await problemsOf(text)).toEqual([]);
  });

  test('properties of objects inside', async () => {
    const text = sdJwt({ course: { code: 'X1', _sd: [title.digest] } }, [title]);
    expect(await claimsOf(text)).toEqual({ ...base, course: { code: 'X1', title: 'Kurs' } });
    expect((await parsedSdJwt(text)).disclosures[0]).toMatchObject({
      path: ['course', 'title'],
      parents: [],
      name: 'title',
    });
  });

  test('elements of arrays; what is not disclosed disappears', async () => {
    const array = ['open', { '...': swedish.digest }, { '...': hidden.digest }, { '...': english.digest }];
    const text = sdJwt({ languages: array }, [swedish, english]);
    expect(await claimsOf(text)).toEqual({ ...base, languages: ['open', 'sv', 'en'] });
    expect((await parsedSdJwt(text)).disclosures.map(({ path, name }) => [path, name])).toEqual([
      [['languages', 1], null],
      [['languages', 2], null],
    ]);
  });

  test('disclosures inside disclosures name the ones they need', async () => {
    const inner = disclosure('street', 'Vägen 1');
    const element = disclosure(null, { _sd: [inner.digest], city: 'Umeå' });
    const outer = disclosure('addresses', [{ '...': element.digest }]);
    const text = sdJwt({ _sd: [outer.digest] }, [inner, outer, element]);
    expect(await claimsOf(text)).toEqual({ ...base, addresses: [{ city: 'Umeå', street: 'Vägen 1' }] });
    expect((await parsedSdJwt(text)).disclosures.map(({ path, parents }) => [path, parents])).toEqual([
      [
        ['addresses', 0, 'street'],
        [outer.digest, element.digest],
      ],
      [['addresses'], []],
      [['addresses', 0], [outer.digest]],
    ]);
  });

  test('50 decoys leave no trace', async () => {
    const decoys = Array.from({ length: 50 }, (_, index) => encodedDisclosure(['decoy', index]).digest);
    const text = sdJwt({ _sd: [title.digest, ...decoys], list: decoys.slice(0, 0) }, [title]);
    expect(await claimsOf(text)).toEqual({ ...base, title: 'Kurs', list: [] });
    expect(await problemsOf(text)).toEqual([]);
  });

  test('an object of which nothing is disclosed is empty', async () => {
    expect(await claimsOf(sdJwt({ course: { _sd: [title.digest] } }, []))).toEqual({ ...base, course: {} });
  });

  test.each([
    ['sha-256', 'sha256'],
    ['sha-384', 'sha384'],
    ['sha-512', 'sha512'],
  ])('with the hash the issuer named: %s', async (name, hash) => {
    const one = disclosure('title', 'Kurs', hash);
    const text = sdJwt({ _sd_alg: name, _sd: [one.digest] }, [one]);
    expect(await claimsOf(text)).toEqual({ ...base, title: 'Kurs' });
    expect(await problemsOf(text)).toEqual([]);
  });

  test.each(['md5', 'sha-256-32', 'SHA-256', ''])(
    '%j is no hash for this, and nothing is called unreferenced for it',
    async (name) => {
      expect(await problemsOf(sdJwt({ _sd_alg: name, _sd: [title.digest] }, [title]))).toEqual([
        'disclosure-hash-not-supported',
      ]);
    },
  );

  test('a value that looks like JSON with spaces keeps its digest over the text as received', async () => {
    const spaced = encodedDisclosure('["salt",  "title" , "Kurs" ]');
    expect(await claimsOf(sdJwt({ _sd: [spaced.digest] }, [spaced]))).toEqual({ ...base, title: 'Kurs' });
  });
});

describe('rejected', () => {
  const two = disclosure(null, 'x');
  const reserved = disclosure('_sd', ['x']);
  const dots = disclosure('...', 'x');
  const again = disclosure('open', 'other');
  const nested = disclosure('outer', { _sd: [title.digest] });
  const polluting = disclosure('__proto__', { admin: true });

  test.each<[string, string, ReasonCode]>([
    [
      'a digest twice in one place',
      sdJwt({ _sd: [title.digest, title.digest] }, [title]),
      'disclosure-digest-repeated',
    ],
    [
      'a digest in two places',
      sdJwt({ _sd: [title.digest], x: { _sd: [title.digest] } }, [title]),
      'disclosure-digest-repeated',
    ],
    [
      'a digest also inside a disclosure',
      sdJwt({ _sd: [title.digest, nested.digest] }, [title, nested]),
      'disclosure-digest-repeated',
    ],
    ['a decoy twice', sdJwt({ _sd: [hidden.digest, hidden.digest] }, []), 'disclosure-digest-repeated'],
    ['the same disclosure twice', sdJwt({ _sd: [title.digest] }, [title, title]), 'disclosure-digest-repeated'],
    ['a disclosure nothing refers to', sdJwt({ _sd: [title.digest] }, [title, level]), 'disclosure-not-referenced'],
    [
      'a disclosure only an undisclosed one refers to',
      sdJwt({ _sd: [nested.digest] }, [title]),
      'disclosure-not-referenced',
    ],
    [
      'a changed disclosure',
      sdJwt({ _sd: [title.digest] }, [disclosure('title', 'Doktor')]),
      'disclosure-not-referenced',
    ],
    ['two elements where a property is due', sdJwt({ _sd: [two.digest] }, [two]), 'disclosure-malformed'],
    [
      'three elements where an array element is due',
      sdJwt({ l: [{ '...': title.digest }] }, [title]),
      'disclosure-malformed',
    ],
    ['a claim named _sd', sdJwt({ _sd: [reserved.digest] }, [reserved]), 'disclosure-name-reserved'],
    ['a claim named ...', sdJwt({ _sd: [dots.digest] }, [dots]), 'disclosure-name-reserved'],
    ['a claim named __proto__', sdJwt({ _sd: [polluting.digest] }, [polluting]), 'disclosure-name-reserved'],
    ['... as a property', sdJwt({ x: { '...': title.digest } }, []), 'disclosure-name-reserved'],
    ['a claim that is there already', sdJwt({ open: 1, _sd: [again.digest] }, [again]), 'disclosure-claim-exists'],
    [
      'two disclosures of one name',
      sdJwt({ _sd: [title.digest, disclosure('title', 'B').digest] }, [title, disclosure('title', 'B')]),
      'disclosure-claim-exists',
    ],
    ['an element placeholder with company', sdJwt({ l: [{ '...': two.digest, x: 1 }] }, [two]), 'disclosure-malformed'],
    ['a placeholder that is no text', sdJwt({ l: [{ '...': 1 }] }, []), 'disclosure-malformed'],
    ['_sd that is no list', sdJwt({ _sd: title.digest }, []), 'disclosure-malformed'],
    ['_sd of numbers', sdJwt({ _sd: [1] }, []), 'disclosure-malformed'],
    ['_sd_alg that is no text', sdJwt({ _sd_alg: 256 }, []), 'disclosure-malformed'],
  ])('%s', async (_, text, reason) => {
    expect(await problemsOf(text)).toContain(reason);
  });

  test.each([
    ['four elements', ['s', 'title', 'x', 'y']],
    ['one element', ['s']],
    ['no array', { s: 'title' }],
    ['a salt that is a number', [1, 'title', 'x']],
    ['a name that is a number', ['s', 1, 'x']],
    ['no JSON', '["s","title",'],
    ['a key twice in the value', '["s","title",{"a":1,"a":2}]'],
    ['a value 100,000 deep', `["s","title",${'['.repeat(100_000)}`],
  ])('a disclosure of %s', async (_, content) => {
    const bad = encodedDisclosure(content);
    const problems = await problemsOf(sdJwt({ _sd: [bad.digest] }, [bad]));
    expect(problems).toEqual(['disclosure-malformed']);
  });

  test('a disclosure that is not base64url, or empty', async () => {
    expect(await problemsOf(sdJwt({}, [{ encoded: `${title.encoded.slice(0, -1)}.` }]))).toContain(
      'disclosure-malformed',
    );
    expect(await problemsOf(sdJwt({}, [{ encoded: '' }]))).toContain('disclosure-malformed');
  });

  const PROTECTED = [
    'iss',
    'nbf',
    'exp',
    'cnf',
    'vct',
    'vct#integrity',
    'status',
    'credentialStatus',
    'validUntil',
    'expirationDate',
  ];
  test.each(PROTECTED)('a disclosure that names %s: the presenter could hide it', async (name) => {
    const secret = disclosure(name, 1);
    const text = sdJwt({ iss: undefined, vct: undefined, _sd: [secret.digest] }, [secret]);
    expect(await problemsOf(text)).toContain('disclosure-of-protected-claim');
  });

  test('a disclosure inside cnf or status', async () => {
    const jwk = disclosure('jwk', { kty: 'EC' });
    expect(await problemsOf(sdJwt({ cnf: { _sd: [jwk.digest] } }, [jwk]))).toEqual(['disclosure-of-protected-claim']);
  });

  test('an element of a list inside status', async () => {
    const entry = disclosure(null, { status_list: { idx: 7, uri: 'https://norrsjo.example/status/1' } });
    expect(await problemsOf(sdJwt({ status: [{ '...': entry.digest }] }, [entry]))).toEqual([
      'disclosure-of-protected-claim',
    ]);
  });

  test('the same names deeper in are only names', async () => {
    const status = disclosure('status', 'Godkänd');
    expect(await problemsOf(sdJwt({ course: { _sd: [status.digest] } }, [status]))).toEqual([]);
  });

  test('1,000 disclosures inside each other stop at 64', async () => {
    const chain = [disclosure('a', 'innermost')];
    for (let depth = 0; depth < 1_000; depth += 1) chain.push(disclosure('a', { _sd: [chain.at(-1)?.digest] }));
    expect(await problemsOf(sdJwt({ _sd: [chain.at(-1)?.digest] }, chain))).toContain('disclosure-malformed');
  });

  test('a million disclosures are a bomb', async () => {
    await expect(parsedSdJwt(sdJwt({}, []) + 'AA~'.repeat(1_000_000))).rejects.toThrow('not recognised: bomb');
  });
});
