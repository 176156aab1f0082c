// Whose badge is it? Hashes made by Node's own crypto.
import { describe, expect, test } from 'vitest';
import type { HolderIdentity } from '../../../src/lib/core/model/credential.ts';
import { matchRecipient } from '../../../src/lib/core/trust/match-recipient.ts';
import { hashed } from '../../builders/open-badge-2.ts';

const MINE = ['lo@example.org', 'lo.berg@school.example'];
const identity = (value: string, salt: string | null = 'deadsea', isHashed = true): HolderIdentity => ({
  type: 'email',
  value,
  hashed: isHashed,
  salt,
});
const bare = (value: string): string => value.slice(value.indexOf('$') + 1);
const match = (one: HolderIdentity, addresses: readonly string[] = MINE): Promise<string> =>
  matchRecipient([one], addresses);

describe('a badge is mine when it was given to one of my addresses', () => {
  test.each([
    ['SHA-256 with salt', identity(hashed('lo@example.org'))],
    ['SHA-256 without salt', identity(hashed('lo@example.org', ''), null)],
    ['MD5', identity(hashed('lo@example.org', 'deadsea', 'md5'))],
    ['SHA-1', identity(hashed('lo@example.org', 'deadsea', 'sha1'))],
    ['a bare hash, by its length', identity(bare(hashed('lo@example.org')))],
    ['a bare MD5, by its length', identity(bare(hashed('lo@example.org', 'deadsea', 'md5')))],
    ['hex in capitals', identity(hashed('lo@example.org').replace(/\$.*/, (hex) => hex.toUpperCase()))],
    ['a hash that forgot to say so', identity(hashed('lo@example.org'), 'deadsea', false)],
    ['the address in clear', identity('lo@example.org', null, false)],
    ['the address in clear, in capitals', identity('Lo@Example.ORG', null, false)],
    ['the address as mailto', identity('mailto:lo@example.org', null, false)],
    ['the second address', identity(hashed('lo.berg@school.example'))],
  ])('%s', async (_, one) => {
    expect(await match(one)).toBe('mine');
  });

  test('an address typed with capitals is the one in small letters, and the one as typed', async () => {
    expect(await match(identity(hashed('lo@example.org')), [' Lo@Example.org '])).toBe('mine');
    expect(await match(identity(hashed('Lo@Example.org')), ['Lo@Example.org'])).toBe('mine');
  });

  test('one of several identities is enough', async () => {
    expect(await matchRecipient([identity('x@example.org', null, false), identity(hashed(MINE[1] ?? ''))], MINE)).toBe(
      'mine',
    );
  });
});

describe('a badge is not mine', () => {
  test.each([
    ['with the hash of another address', identity(hashed('thief@example.org'))],
    ['with another salt', identity(hashed('lo@example.org'), 'other')],
    ['with a hash longer than its algorithm’s', identity(`md5$${bare(hashed('lo@example.org'))}`)],
    ['with an algorithm of no standard', identity(`crc32$${bare(hashed('lo@example.org'))}`)],
    ['with the address where a hash should be', identity('lo@example.org', null, true)],
    ['with nothing', identity('', null, false)],
  ])('%s', async (_, one) => {
    expect(await match(one)).toBe('not-among');
  });

  test('when I have given no address, or an empty one', async () => {
    expect(await match(identity(hashed('lo@example.org')), [])).toBe('not-among');
    expect(await match(identity(hashed('', ''), ''), [' '])).toBe('not-among');
  });
});

test('a badge that names nobody can be nobody’s', async () => {
  expect(await matchRecipient([], MINE)).toBe('none-stated');
});

test('the published example of the 1EdTech validator', async () => {
  const one = identity('sha256$ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942');
  expect(await matchRecipient([one], ['nobody@example.org'])).toBe('mine');
  expect(await matchRecipient([one], ['somebody@example.org'])).toBe('not-among');
});
