// Disclosures (THREATS C5, C6, C7): each MUST of RFC 9901 §7.1 by a credential that breaks only that one, well signed.
import { SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TrustMaterial } from '../../../src/lib/core/model/trust.ts';
import { examined } from '../../builders/examined.ts';
import type { Examined } from '../../builders/examined.ts';
import { makeKey } from '../../builders/signing-key.ts';
import type { SigningKey } from '../../builders/signing-key.ts';
import { disclosure, encodedDisclosure } from '../../builders/tokens.ts';
import { listedIssuer, trusting } from '../../builders/trust-list.ts';
import { ISSUED, ISSUER } from '../../builders/vc-jwt.ts';

let key: SigningKey;
let trust: TrustMaterial;
beforeAll(async () => {
  key = await makeKey('ES256');
  trust = await trusting([listedIssuer({ keys: [key.publicJwk] })]);
});

interface Made {
  readonly encoded: string;
  readonly digest: string;
}

async function judged(payload: object, shown: readonly Made[]): Promise<Examined> {
  const jwt = await new SignJWT({ iss: ISSUER, vct: 'urn:x', iat: ISSUED, _sd_alg: 'sha-256', ...payload })
    .setProtectedHeader({ alg: 'ES256', typ: 'dc+sd-jwt' })
    .sign(key.privateKey);
  return examined([jwt, ...shown.map(({ encoded }) => encoded), ''].join('~'), { trust });
}
const title = disclosure('title', 'Supervision');
const refusedFor = (reason: string) => ({ verdict: 'refused', because: [reason] });

test('a disclosure that belongs to the credential is genuine', async () => {
  expect(await judged({ _sd: [title.digest] }, [title])).toMatchObject({ verdict: 'genuine', wrong: [] });
});

describe('RFC 9901 §7.1 is refused', () => {
  test('step 3.c: an array element where a member belongs', async () => {
    const element = disclosure(null, 'Supervision');
    expect(await judged({ _sd: [element.digest] }, [element])).toMatchObject(refusedFor('disclosure-malformed'));
  });

  test('step 3.c: a member where an array element belongs', async () => {
    expect(await judged({ list: [{ '...': title.digest }] }, [title])).toMatchObject(
      refusedFor('disclosure-malformed'),
    );
  });

  test.each(['_sd', '...'])('step 3.c: a member called %s', async (name) => {
    const reserved = disclosure(name, ['x']);
    expect(await judged({ _sd: [reserved.digest] }, [reserved])).toMatchObject(refusedFor('disclosure-name-reserved'));
  });

  test('step 3.c: a member that is already there', async () => {
    expect(await judged({ title: 'Other', _sd: [title.digest] }, [title])).toMatchObject(
      refusedFor('disclosure-claim-exists'),
    );
  });

  test('step 4: a digest that stands in two places', async () => {
    const told = await judged({ _sd: [title.digest], sub: { _sd: [title.digest] } }, [title]);
    expect(told.verdict).toBe('refused');
    expect(told.because).toContain('disclosure-digest-repeated');
  });

  test('step 5: a disclosure nothing refers to', async () => {
    const stray = disclosure('level', '7');
    expect(await judged({ _sd: [title.digest] }, [title, stray])).toMatchObject(
      refusedFor('disclosure-not-referenced'),
    );
  });

  test('the same disclosure twice', async () => {
    const told = await judged({ _sd: [title.digest] }, [title, title]);
    expect(told.verdict).toBe('refused');
    expect(told.because).toContain('disclosure-digest-repeated');
  });

  test.each([[['salt']], [['salt', 'a', 'b', 'c']], [[1, 'title', 'x']], [['salt', 2, 'x']], [{ a: 1 }]])(
    'a disclosure that is %j',
    async (content) => {
      const odd = encodedDisclosure(content);
      const told = await judged({ _sd: [odd.digest] }, [odd]);
      expect(told.verdict).toBe('refused');
      expect(told.because).toContain('disclosure-malformed');
    },
  );
});

describe('a hash (THREATS C6)', () => {
  test.each(['sha-384', 'sha-512'])('%s is good', async (name) => {
    const made = disclosure('title', 'Supervision', name.replace('-', ''));
    expect(await judged({ _sd_alg: name, _sd: [made.digest] }, [made])).toMatchObject({ verdict: 'genuine' });
  });

  test.each(['md5', 'sha-256-32', 'SHA-256'])('%s cannot be told', async (name) => {
    expect(await judged({ _sd_alg: name, _sd: [title.digest] }, [title])).toMatchObject({
      verdict: 'cannot-tell',
      wrong: ['disclosure-hash-not-supported'],
    });
  });

  test('that is not the one used is refused', async () => {
    expect(await judged({ _sd_alg: 'sha-512', _sd: [title.digest] }, [title])).toMatchObject(
      refusedFor('disclosure-not-referenced'),
    );
  });

  test('left out is sha-256', async () => {
    expect(await judged({ _sd_alg: undefined, _sd: [title.digest] }, [title])).toMatchObject({ verdict: 'genuine' });
  });
});

describe('a claim that must stand open (THREATS C7)', () => {
  test.each(['iss', 'nbf', 'exp', 'cnf', 'vct', 'status'])('%s as a disclosure is refused', async (name) => {
    const hidden = disclosure(name, name === 'exp' ? 4_000_000_000 : 'x');
    const told = await judged({ [name]: undefined, _sd: [hidden.digest] }, [hidden]);
    expect(told.verdict).toBe('refused');
    expect(told.because).toContain('disclosure-of-protected-claim');
  });
});
