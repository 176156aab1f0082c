// The evidence command refuses what it must not ask, before asking anybody.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { issueSdJwtVc } from '../builders/sd-jwt-vc.ts';
import { makeKey } from '../builders/signing-key.ts';
import { listedIssuer, trustListText } from '../builders/trust-list.ts';

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

  test.each([[], ['--for'], ['--unknown'], ['--list'], ['--trust', 'package.json']])(
    'ends with 2 when asked %s',
    (...args) => {
      expect(run(...args).status).toBe(2);
    },
  );
});

describe('what credentials and lists need', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('is listed without fetching anything: each address once, whatever else lies in the folder', async () => {
    const key = await makeKey('ES256');
    const issuer = 'did:web:norrsjo.example';
    const status = { status_list: { idx: 7, uri: 'https://norrsjo.example/status/1' } };
    const payload = { iss: issuer, vct: 'urn:example:vct', status };
    writeFileSync(join(folder, 'one.txt'), await issueSdJwtVc({ key, payload }));
    writeFileSync(join(folder, 'two.txt'), await issueSdJwtVc({ key, payload }));
    writeFileSync(join(folder, 'photo.png'), 'no picture');
    const list = join(folder, 'list.json');
    writeFileSync(list, trustListText([listedIssuer({ statusLists: ['https://norrsjo.example/status/2'] })]));
    const { status: code, stdout } = run('--list', '--for', folder, '--trust', list, 'https://norrsjo.example/extra');
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toEqual([
      'https://norrsjo.example/extra',
      'https://norrsjo.example/status/2',
      'https://norrsjo.example/.well-known/did.json',
      'https://norrsjo.example/status/1',
    ]);
  });
});
