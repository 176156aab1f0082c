// The evidence command refuses what it must not ask, before asking anybody.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

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
