import { beforeAll, describe, expect, test } from 'vitest';
import type { SdJwtVc } from '../../../src/lib/core/model/credential.ts';
import {
  leavingClaims,
  presentSelected,
  selectableClaims,
  unwithholdableClaims,
  withParents,
} from '../../../src/lib/core/present/choose-disclosures.ts';
import { parsedSdJwt, plain } from '../../builders/parsed.ts';
import { disclosure, sdJwt } from '../../builders/tokens.ts';

const street = disclosure('street', 'Storgatan 1');
const town = disclosure('town', 'Umeå');
const address = disclosure('address', { country: 'SE', _sd: [street.digest, town.digest] });
const name = disclosure('name', 'Astrid');
const swedish = disclosure(null, 'sv');
const level = disclosure('level', 7);

/** name flat; address with street and town inside it; level inside an open object; one open list with a hidden item. */
const TEXT = sdJwt(
  {
    iat: 1_700_000_000,
    _sd_alg: 'sha-256',
    _sd: [name.digest, address.digest],
    course: { title: 'Ultraljud', _sd: [level.digest] },
    languages: ['en', { '...': swedish.digest }],
    hidden: { _sd: [disclosure('decoy', 1).digest] },
  },
  [street, name, address, town, level, swedish],
);

describe('what may be ticked', () => {
  let credential: SdJwtVc;
  beforeAll(async () => {
    credential = await parsedSdJwt(TEXT);
  });

  test('is grouped as a person understands it: top-level claims, what is inside below', () => {
    const outline = selectableClaims(credential).map(({ name, digest, children }) => ({
      name,
      tick: digest !== null,
      children: children.map((child) => child.name),
    }));
    expect(outline).toEqual([
      { name: 'address', tick: true, children: ['street', 'town'] },
      { name: 'name', tick: true, children: [] },
      { name: 'course', tick: false, children: ['level'] },
      { name: 'languages', tick: false, children: ['1'] },
    ]);
  });
  test('a claim shows its own value without what its children hold', () => {
    const values = Object.fromEntries(selectableClaims(credential).map(({ name, value }) => [name, plain(value)]));
    expect(values).toEqual({
      address: { country: 'SE' },
      name: 'Astrid',
      course: { title: 'Ultraljud' },
      languages: ['en'],
    });
  });
  test('nothing is ticked beforehand: without a choice no Disclosure leaves', () => {
    expect(presentSelected(credential, [])).toBe(`${credential.jws.compact}~`);
  });
  test('what cannot be withheld is listed by itself, without digests and decoys', () => {
    expect(unwithholdableClaims(credential).map(({ path, value }) => [path, plain(value)])).toEqual([
      [['iss'], 'https://a.example'],
      [['vct'], 'urn:x'],
      [['iat'], 1_700_000_000],
      [['course'], { title: 'Ultraljud' }],
      [['languages'], ['en']],
    ]);
  });
  test('a parent comes along with its child', () => {
    expect([...withParents(credential, [street.digest])].toSorted()).toEqual(
      [street.digest, address.digest].toSorted(),
    );
    expect(presentSelected(credential, [street.digest])).toBe(
      [credential.jws.compact, street.encoded, address.encoded, ''].join('~'),
    );
  });
  test('a parent does not bring its children', () => {
    expect(presentSelected(credential, [address.digest])).toBe(`${credential.jws.compact}~${address.encoded}~`);
  });
  test('what leaves is listed: chosen, needed by what was chosen, and always', () => {
    const leaving = leavingClaims(credential, [street.digest]).map(({ path, value, why }) => [path, plain(value), why]);
    expect(leaving.slice(0, 3)).toEqual([
      [['address', 'street'], 'Storgatan 1', 'chosen'],
      [['address'], { country: 'SE' }, 'needed'],
      [['iss'], 'https://a.example', 'always'],
    ]);
  });
  test('a digest that is none of the credential chooses nothing', () => {
    expect(presentSelected(credential, [disclosure('x', 1).digest])).toBe(`${credential.jws.compact}~`);
  });
  test('what is presented reads back with just those claims', async () => {
    const shown = await parsedSdJwt(presentSelected(credential, [street.digest, swedish.digest]));
    expect(shown.problems).toEqual([]);
    expect(plain(shown.claims)).toMatchObject({
      address: { country: 'SE', street: 'Storgatan 1' },
      languages: ['en', 'sv'],
    });
    expect(shown.claims).not.toHaveProperty('name');
  });
});
