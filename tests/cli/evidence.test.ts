// The evidence command refuses what it must not ask, before asking anybody.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { isPrivateAddress } from '../../src/cli/private-address.ts';

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['src/cli/launch.js', 'evidence', ...args], { encoding: 'utf8' });

describe('the evidence command', () => {
  test.each([
    'http://norrsjo.example/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://u:p@norrsjo.example/',
    'file:///x',
  ])('does not fetch %s', (url) => {
    const { status, stdout, stderr } = run(url);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '[]\n' });
    expect(stderr).toContain(url);
  });

  test('ends with 2 without an address', () => {
    expect(run().status).toBe(2);
  });
});

test.each([
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['192.168.1.1', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['0.0.0.0', true],
  ['224.0.0.1', true],
  ['::1', true],
  ['::ffff:10.0.0.1', true],
  ['fd00::1', true],
  ['fe80::1', true],
  ['norrsjo.example', true],
  ['130.239.8.25', false],
  ['172.32.0.1', false],
  ['2001:6b0::1', false],
])('the address %s is private: %s', (address, expected) => {
  expect(isPrivateAddress(address)).toBe(expected);
});
