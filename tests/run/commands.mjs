// Starts the tools of a stage and reads their counts.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';

/** @typedef {import('./run-stages.mjs').Result} Result */

const LIMIT_MS = 15 * 60_000;
const REPORTS = '.cache/test';
const bin = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  playwright: 'node_modules/@playwright/test/cli.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  svelteCheck: 'node_modules/svelte-check/bin/svelte-check',
  tsc: 'node_modules/typescript/bin/tsc',
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** What the tools print is read and kept: without colours. */
const plain = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };

/**
 * Runs one of the tools. What it prints is kept for the case that it fails.
 * @param {keyof typeof bin} tool
 * @param {readonly string[]} words
 * @param {Record<string, string>} [env]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function tool(tool, words, env = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [bin[tool], ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...plain, ...env },
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => void (output += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('close', (code, signal) => {
      if (signal !== null) output += `\nstopped (${signal}): no stage takes longer than ${LIMIT_MS / 60_000} minutes`;
      done({ ok: code === 0, output: output.trim() });
    });
  });
}

/**
 * A stage that counts as one test: it passes when every tool does.
 * @param {readonly (() => Promise<{ ok: boolean, output: string }>)[]} parts
 * @returns {Promise<Result>}
 */
export async function asOneTest(...parts) {
  const results = [];
  for (const part of parts) results.push(await part());
  const ok = results.every((result) => result.ok);
  const output = results.filter((result) => !result.ok).map((result) => result.output);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, output: output.join('\n') };
}

/**
 * @param {string} name of its report
 * @param {readonly string[]} words
 * @returns {Promise<Result>}
 */
export async function vitest(name, words) {
  const report = reportFile(name);
  const { ok, output } = await tool('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...words,
  ]);
  const counts = read(report);
  const passed = number(counts, 'numPassedTests');
  const skipped = number(counts, 'numPendingTests') + number(counts, 'numTodoTests');
  const failed = Math.max(number(counts, 'numFailedTests'), ok ? 0 : 1);
  return { passed, failed, skipped, output: shown(failed, skipped, output) };
}

/**
 * @param {string} project
 * @returns {Promise<Result>}
 */
export async function playwright(project) {
  const report = reportFile(project);
  const { ok, output } = await tool('playwright', ['test', `--project=${project}`], { E2E_REPORT: report });
  const stats = /** @type {{ stats?: unknown }} */ (read(report)).stats;
  const failed = Math.max(number(stats, 'unexpected') + number(stats, 'flaky'), ok ? 0 : 1);
  const skipped = number(stats, 'skipped');
  return { passed: number(stats, 'expected'), failed, skipped, output: shown(failed, skipped, output) };
}

/**
 * @param {string} project
 * @returns {Promise<number>}
 */
export async function countPlaywright(project) {
  const { output } = await tool('playwright', ['test', `--project=${project}`, '--list', '--reporter=list']);
  return Number(/Total: (\d+) test/.exec(output)?.[1] ?? 1);
}

/** @returns {Promise<number>} */
export async function countBrowserFiles() {
  const { output } = await tool('vitest', ['list', '--project', 'browser', '--filesOnly']);
  return Math.max(1, output.split('\n').filter((line) => line.includes('.test.ts')).length);
}

/** @param {string} name */
function reportFile(name) {
  mkdirSync(REPORTS, { recursive: true });
  return `${REPORTS}/${name}.json`;
}

/**
 * @param {string} file
 * @returns {unknown}
 */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/**
 * @param {unknown} object
 * @param {string} key
 */
function number(object, key) {
  if (typeof object !== 'object' || object === null) return 0;
  /** @type {unknown} */
  const value = Reflect.get(object, key);
  return typeof value === 'number' ? value : 0;
}

/**
 * A failing stage shows everything but what passed; a passing one only the names of what it skipped.
 * @param {number} failed
 * @param {number} skipped
 * @param {string} output
 */
function shown(failed, skipped, output) {
  if (failed > 0)
    return output
      .split('\n')
      .filter((line) => !/^\s+✓|^JSON report/.test(line))
      .join('\n');
  if (skipped === 0) return '';
  return output
    .split('\n')
    .filter((line) => line.includes('skipped'))
    .join('\n');
}
