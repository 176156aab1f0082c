import { expect, it } from 'vitest';
import { addFragmentOf, readAddFragment } from '../../../src/lib/state/carried-link.ts';

const text = (bytes: Uint8Array | null): string | null => bytes && new TextDecoder().decode(bytes);

it('a link carries any file as base64url, with or without padding', () => {
  expect([...(readAddFragment('c=iVBORw0KGgo') ?? [])]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  expect(text(readAddFragment('c=aGVq'))).toBe('hej');
  expect(text(readAddFragment('c=aGU%3D'))).toBe('he');
});

it('a link carries a token or JSON as it stands, escaped or not', () => {
  expect(text(readAddFragment('c=eyJh.eyJi.c2ln~'))).toBe('eyJh.eyJi.c2ln~');
  expect(text(readAddFragment('c=%7B%22a%22%3A%22%C3%A5%22%7D'))).toBe('{"a":"å"}');
});

it.each(['', 'c', 'c=', 'c=a', 'c=%E0%A4%A', 'd=aGVq', 'c=aG Vq+/', `c=${'A'.repeat(4_000_001)}`])(
  'the fragment %.20j carries nothing',
  (fragment) => {
    expect(text(readAddFragment(fragment)) ?? '').not.toContain('hej');
    if (fragment !== 'c=aG Vq+/') expect(readAddFragment(fragment)).toBeNull();
  },
);

it('a pasted link of this kind is known on any host and path; other links are not', () => {
  expect(addFragmentOf(' https://any.example/app/add#c=aGVq\n')).toBe('c=aGVq');
  expect(addFragmentOf('https://any.example/add')).toBeNull();
  expect(addFragmentOf('https://any.example/V#123')).toBeNull();
  expect(addFragmentOf('see https://any.example/add#c=aGVq')).toBeNull();
});
