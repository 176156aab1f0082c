// The verify command as an office runs it: files in, a line of JSON per file out, nothing else on stdout.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isJsonObject, many } from '../../src/lib/core/model/json.ts';
import type { JsonObject } from '../../src/lib/core/model/json.ts';
import { jsonOf, objectOf } from '../builders/json.ts';
import { bakePng, bakeSvg } from '../builders/baked.ts';
import { bind, disclose, issueSdJwtVc } from '../builders/sd-jwt-vc.ts';
import { makeKey } from '../builders/signing-key.ts';
import { listedIssuer, trustListText } from '../builders/trust-list.ts';
import { issueVcJwt, ISSUER } from '../builders/vc-jwt.ts';
import { issueBadge, makeIssuer } from '../builders/issue-data-integrity.ts';

let folder: string;
const NOW = '2026-11-21T12:00:00Z';
const SECONDS = Date.parse(NOW) / 1000;

function put(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

interface Ran {
  readonly status: number | null;
  readonly lines: readonly JsonObject[];
  readonly stderr: string;
}

function run(...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/launch.js', 'verify', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { status, lines: lines.map((line) => objectOf(jsonOf(line))), stderr };
}

const verdicts = ({ lines }: Ran): readonly unknown[] => lines.map(({ verdict }) => verdict);
const reasons = (line: JsonObject | undefined): readonly unknown[] =>
  many(line?.['findings'])
    .filter(isJsonObject)
    .map(({ reason }) => reason);

let trust: string;
let jwt: string;
let sdJwt: string;
let answer: string;
let document: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verify-command-'));
  const [key, holder, bazaar] = await Promise.all([makeKey('ES256', 'k1'), makeKey('ES256'), makeIssuer()]);
  trust = put(
    'trust.json',
    trustListText([listedIssuer({ keys: [key.publicJwk] }), listedIssuer({ ids: [bazaar.did] })]),
  );
  const badge = await issueVcJwt({ key, header: { kid: 'k1' } });
  jwt = put('badge.jwt', badge);
  put('badge.png', bakePng(badge));
  put('badge.svg', bakeSvg(badge));
  const compact = await issueSdJwtVc({ key, holder, header: { kid: 'k1' } });
  sdJwt = put('course.txt', compact);
  const presented = await disclose(compact, key, ['title']);
  const payload = { nonce: 'n-1', aud: 'https://door.example', iat: SECONDS - 5 };
  answer = put('answer.txt', await bind({ presented, holder, payload }));
  document = put('badge.json', JSON.stringify(await issueBadge(bazaar)));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the verify command', () => {
  test('says one line of JSON per file, in their order, and runs to 0', () => {
    const files = [jwt, sdJwt, document, join(folder, 'badge.png'), join(folder, 'badge.svg')];
    const ran = run('--trust', trust, '--now', NOW, ...files);
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(ran.lines.map(({ file }) => file)).toEqual(files);
    expect(ran.lines.map(({ kind }) => kind)).toEqual(['vc-jwt', 'sd-jwt-vc', 'vc-di', 'vc-jwt', 'vc-jwt']);
    expect(verdicts(ran)).toEqual(['genuine', 'genuine', 'genuine', 'genuine', 'genuine']);
    expect(ran.lines.map(({ context }) => context)).toEqual(Array(5).fill('document'));
    expect(objectOf(ran.lines[0]?.['achievement'])).toMatchObject({ title: [{ text: 'Academic supervision' }] });
    for (const finding of many(ran.lines[0]?.['findings'])) {
      expect(Object.keys(objectOf(finding)).sort()).toEqual(['check', 'outcome', 'reason']);
    }
  });

  test('cannot tell without a list', () => {
    const ran = run('--now', NOW, jwt);
    expect(verdicts(ran)).toEqual(['cannot-tell']);
    expect(reasons(ran.lines[0])).toEqual(expect.arrayContaining(['key-not-in-hand', 'issuer-not-listed']));
  });

  test('takes nonce and audience as a question of its own', () => {
    const asked = ['--trust', trust, '--now', NOW, '--nonce', 'n-1', '--audience', 'https://door.example'];
    const ran = run(...asked, answer, sdJwt);
    expect(verdicts(ran)).toEqual(['genuine', 'cannot-tell']);
    expect(ran.lines[0]).toMatchObject({ context: 'presented' });
    expect(reasons(ran.lines[1])).toContain('holder-not-proven');
    const wrong = run('--trust', trust, '--now', NOW, '--nonce', 'n-2', '--audience', 'https://door.example', answer);
    expect(verdicts(wrong)).toEqual(['refused']);
    expect(reasons(wrong.lines[0])).toContain('nonce-wrong');
  });

  test('is told the time', () => {
    const ran = run('--trust', trust, '--now', '2026-01-15T07:58:00Z', jwt);
    expect(verdicts(ran)).toEqual(['refused']);
    expect(reasons(ran.lines[0])).toContain('not-yet-valid');
  });

  test('is not stopped by a missing file or one that is not ours', () => {
    const strange = [
      join(folder, 'nowhere.json'),
      put('empty', ''),
      put('page.json', '<!doctype html><p>hello'),
      put('deep.json', '['.repeat(100_000)),
      put('double.json', '{"a":1,"a":2}'),
      put('trunc.png', new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0])),
    ];
    const ran = run('--trust', trust, '--now', NOW, ...strange, jwt);
    expect(ran.status).toBe(0);
    expect(verdicts(ran)).toEqual([...Array<string>(strange.length).fill('unrecognised'), 'genuine']);
    for (const line of ran.lines.slice(0, -1))
      expect(line).toMatchObject({ kind: null, findings: [], achievement: null });
    expect(ran.stderr).toContain('nowhere.json');
  });

  test('reads every file of a folder, however deep, in the order of their names; links are not followed', () => {
    const home = join(folder, 'home');
    mkdirSync(join(home, 'b', 'deep'), { recursive: true });
    mkdirSync(join(home, 'empty'));
    const files = ['a.jwt', join('b', 'deep', 'x.png'), join('b', 'z.txt'), 'c.json'].map((name) => join(home, name));
    for (const [at, from] of [jwt, join(folder, 'badge.png'), sdJwt, document].entries())
      copyFileSync(from, files[at] ?? '');
    symlinkSync(home, join(home, 'loop'));
    const ran = run('--trust', trust, '--now', NOW, home);
    expect(ran.lines.map(({ file }) => file)).toEqual(files);
    expect(verdicts(ran)).toEqual(['genuine', 'genuine', 'genuine', 'genuine']);
  });

  describe('with several threads', () => {
    let many: string;
    beforeAll(() => {
      many = join(folder, 'many');
      mkdirSync(many);
      const originals = [jwt, sdJwt, document, join(folder, 'badge.png'), join(folder, 'badge.svg')];
      for (let at = 0; at < 200; at += 1)
        copyFileSync(originals[at % 5] ?? jwt, join(many, `${String(at).padStart(3, '0')}.txt`));
      // Slower than all others, and in front of them.
      writeFileSync(join(many, '000.json'), `[${'1,'.repeat(4_000_000)}1]`);
      writeFileSync(join(many, '100.json'), '['.repeat(100_000));
    });

    test('says the same in the same order as with one', () => {
      const one = run('--trust', trust, '--now', NOW, many);
      const three = run('--trust', trust, '--now', NOW, '--jobs', '3', many, join(folder, 'nowhere.json'));
      expect(three.lines.slice(0, -1)).toEqual(one.lines);
      expect(one.lines).toHaveLength(202);
      expect(three.lines.at(-1)).toMatchObject({ verdict: 'unrecognised', unreadable: 'file' });
      expect(three.stderr).toContain('nowhere.json: cannot be read');
    });

    test('tells speed, memory and verdicts at the end when asked to, and only on stderr', () => {
      const { lines, stderr } = run('--trust', trust, '--now', NOW, '--jobs', '2', '--summary', many);
      expect(lines).toHaveLength(202);
      expect(stderr).toMatch(
        /^202 files in [\d.]+ s, \d+ a second, peak memory \d+ MB\ngenuine 200, unrecognised 2\n$/,
      );
    });
  });

  test('refuses what is one of ours and broken', () => {
    const cut = put('cut.jwt', 'eyJhbGciOiJFUzI1NiIsInR5cCI6InZjK2p3dCJ9.e30');
    const ran = run('--now', NOW, cut);
    expect(ran.lines[0]).toMatchObject({ kind: null, verdict: 'refused', unreadable: 'truncated-jwt' });
    expect(reasons(ran.lines[0])).toEqual(['malformed']);
  });

  test('takes evidence that the operator answers for', async () => {
    const key = await makeKey('ES256');
    const did = 'did:web:norrsjo.example';
    const method = { id: `${did}#1`, type: 'JsonWebKey', controller: did, publicKeyJwk: key.publicJwk };
    const text = JSON.stringify({ id: did, verificationMethod: [method], assertionMethod: [method.id] });
    const evidence = put(
      'evidence.json',
      JSON.stringify([{ url: `${ISSUER}/.well-known/did.json`, fetched: NOW, mediaType: 'application/json', text }]),
    );
    const list = put('web.json', trustListText([listedIssuer({ ids: [did] })]));
    const badge = put('web.jwt', await issueVcJwt({ key, issuer: did, header: { kid: method.id } }));
    expect(verdicts(run('--trust', list, '--evidence', evidence, '--now', NOW, badge))).toEqual(['genuine']);
    expect(verdicts(run('--trust', list, '--now', NOW, badge))).toEqual(['cannot-tell']);
  });

  test.each([
    ['no file', []],
    ['an unknown option', ['--verbose', 'x']],
    ['a time that is none', ['--now', 'yesterday', 'x']],
    ['no jobs at all', ['--jobs', '0', 'x']],
    ['half a job', ['--jobs', '1.5', 'x']],
    ['more jobs than any machine has use for', ['--jobs', '1000', 'x']],
    ['a nonce without an audience', ['--nonce', 'n', 'x']],
    ['an audience without a nonce', ['--audience', 'a', 'x']],
    ['a trust file that is not there', ['--trust', 'nowhere.json', 'x']],
    ['a trust file that is no list', ['--trust', 'package.json', 'x']],
    ['evidence that is none', ['--evidence', 'package.json', 'x']],
  ])('ends with 2 on %s, with a message and no verdict', (_, args) => {
    const ran = run(...args);
    expect(ran.status).toBe(2);
    expect(ran.lines).toEqual([]);
    expect(ran.stderr).not.toBe('');
  });
});
