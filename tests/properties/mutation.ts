// What happens to bytes on their way, or on purpose: a byte flipped, an end cut off, something put in or said twice.
import fc from 'fast-check';
import { encodeUtf8 } from '../../src/lib/core/bytes/utf8.ts';

export const mutation = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), to: fc.nat(255) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    text: fc.constantFrom(
      '{',
      '[',
      '"',
      '~',
      '.',
      '\\u0000',
      '"_sd":1,',
      '"@type":[],',
      '"id":null,',
      '=',
      '\n',
      '-->',
    ),
  }),
  fc.record({
    kind: fc.constant('repeat' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 200 }),
  }),
);
export type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

export function mutate(bytes: Uint8Array<ArrayBuffer>, change: Mutation): Uint8Array<ArrayBuffer> {
  const at = Math.floor(change.at * bytes.length);
  const [before, after] = [bytes.slice(0, at), bytes.slice(at)];
  switch (change.kind) {
    case 'flip':
      return bytes.map((byte, index) => (index === at ? change.to : byte));
    case 'cut':
      return before;
    case 'insert':
      return new Uint8Array([...before, ...encodeUtf8(change.text), ...after]);
    case 'repeat':
      return new Uint8Array([...before, ...after.slice(0, change.length), ...after]);
  }
}
