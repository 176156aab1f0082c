import { expect, test } from 'vitest';
import { encodeUtf8 } from '../../../src/lib/core/bytes/utf8.ts';
import { recognise } from '../../../src/lib/core/recognise/recognise.ts';
import { disclosure, jwt, sdJwt, segment } from '../../builders/tokens.ts';

const one = disclosure('title', 'Kurs');
const two = disclosure('level', 'EQF-6');
const token = sdJwt({ _sd: [one.digest, two.digest] }, [one, two]);
const [jws = '', ...rest] = token.split('~');
const [header = '', payload = '', signature = ''] = jws.split('.');
const disclosures = rest.slice(0, -1);
const keyBinding = jwt({ nonce: 'n' }, { alg: 'ES256', typ: 'kb+jwt' });

const flattened = { payload, protected: header, signature, header: { disclosures } };
const general = { payload, signatures: [{ protected: header, signature, header: { disclosures } }] };
const read = async (value: unknown): Promise<unknown> => {
  const recognition = await recognise(encodeUtf8(JSON.stringify(value)));
  return recognition.outcome === 'recognised' ? recognition.recognised.text : recognition.why;
};

test('flattened and general serialisation are the same compact SD-JWT (RFC 9901 §8)', async () => {
  expect(await read(flattened)).toBe(token);
  expect(await read(general)).toBe(token);
});

test('a key binding JWT in the unprotected header stands last', async () => {
  expect(await read({ ...flattened, header: { disclosures, kb_jwt: keyBinding } })).toBe(token + keyBinding);
});

test('without disclosures it is an SD-JWT that discloses nothing', async () => {
  expect(await read({ ...flattened, header: {} })).toBe(`${jws}~`);
  expect(await read({ ...flattened, header: { disclosures: [] } })).toBe(`${jws}~`);
});

test('of several signatures the first is taken, with what stands beside it', async () => {
  const other = { protected: header, signature: 'BBBB', header: { kid: 'second' } };
  expect(await read({ ...general, signatures: [...general.signatures, other] })).toBe(token);
});

test.each([
  ['disclosures beside the second signature', { payload, signatures: [...general.signatures, ...general.signatures] }],
  ['both serialisations at once', { ...flattened, ...general }],
  ['a tilde inside a disclosure', { ...flattened, header: { disclosures: [disclosures.join('~')] } }],
  ['an empty disclosure', { ...flattened, header: { disclosures: [''] } }],
  ['disclosures that are no list', { ...flattened, header: { disclosures: disclosures[0] } }],
  ['a key binding that is no text', { ...flattened, header: { disclosures, kb_jwt: {} } }],
  ['no signature', { payload, signatures: [] }],
  ['a signature that is no text', { ...flattened, signature: 1 }],
  ['an unprotected header that is no object', { ...flattened, header: 'x' }],
])('%s is refused', async (_, value) => {
  expect(await read(value)).toBe('malformed-sd-jwt');
});

test('an algorithm in the unprotected header changes nothing', async () => {
  expect(await read({ ...flattened, header: { disclosures, alg: 'none', jwk: {} } })).toBe(token);
});

test('a payload cut short is a malformed token', async () => {
  expect(await read({ ...flattened, payload: segment('{"iss":') })).toBe('malformed-sd-jwt');
});
