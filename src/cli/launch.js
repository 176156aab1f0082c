// `node src/cli/launch.js verify …`: bundles src/cli/verify.ts into .cache/ when its sources changed, then runs it.
import { build } from 'esbuild';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const CACHE = join(ROOT, '.cache');

/** @param {string} text */
const releaseDate = (text) => /^## .*?(\d{4}-\d{2}-\d{2})/m.exec(text)?.[1] ?? '1970-01-01';

/**
 * Size and time of every file the bundle was made of; null when one of them is gone.
 * @param {readonly string[]} inputs
 */
function stampOf(inputs) {
  try {
    return inputs.map((input) => {
      const { mtimeMs, size } = statSync(join(ROOT, input));
      return `${input} ${size} ${mtimeMs}`;
    });
  } catch {
    return null;
  }
}

/** @param {string} name */
function isFresh(name) {
  try {
    const known = /** @type {{ inputs: string[], stamp: string[] }} */ (
      JSON.parse(readFileSync(join(CACHE, `${name}.json`), 'utf8'))
    );
    statSync(join(CACHE, `${name}.mjs`));
    return stampOf(known.inputs)?.join() === known.stamp.join();
  } catch {
    return false;
  }
}

/**
 * Written beside and renamed, so that two runs at once never read half a bundle.
 * @param {string} file
 * @param {string | Uint8Array} content
 */
function put(file, content) {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, content);
  renameSync(beside, file);
}

/** @param {string} name */
async function bundle(name) {
  mkdirSync(CACHE, { recursive: true });
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: [`src/cli/${name}.ts`],
    outfile: join(CACHE, `${name}.mjs`),
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // jsonld's loader for Node, which nothing here may use, brings a whole HTTP client with it.
    alias: { '@digitalbazaar/http-client': join(ROOT, 'src/cli/no-requests.js') },
    // Packages written for `require` keep it.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
    define: { __RELEASED__: JSON.stringify(releaseDate(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'))) },
    logLevel: 'error',
  });
  const inputs = [...Object.keys(result.metafile.inputs), 'CHANGELOG.md', 'src/cli/launch.js'];
  const stamp = stampOf(inputs) ?? [];
  for (const file of result.outputFiles) put(file.path, file.contents);
  rmSync(join(CACHE, `${name}.json`), { force: true });
  put(join(CACHE, `${name}.json`), JSON.stringify({ inputs, stamp }));
}

const [name = 'verify', ...rest] = process.argv.slice(2);
if (!isFresh(name)) await bundle(name);
const program = join(CACHE, `${name}.mjs`);
process.argv = [process.argv[0] ?? 'node', program, ...rest];
await import(pathToFileURL(program).href);
