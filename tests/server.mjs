// A plain static server, as any host would be: files, the shell for what is not a file, and the rules of `_headers`.
// As a program: `node tests/server.mjs [folder] [--port N]`. As a library: `await serve({ dir, port })`.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

/**
 * @typedef {{ path: string, headers: [name: string, value: string][] }} HeaderRule
 * @typedef {{ origin: string, port: number, stop: () => Promise<void> }} StaticServer
 */

/**
 * Reads a `_headers` file: a path at the line's start, its headers indented below, `#` comments.
 * @param {string} text
 * @returns {HeaderRule[]}
 */
export function parseHeaderRules(text) {
  /** @type {HeaderRule[]} */
  const rules = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const header = /^\s+([A-Za-z-]+):\s*(.*?)\s*$/.exec(line);
    if (header) rules.at(-1)?.headers.push([header[1] ?? '', header[2] ?? '']);
    else rules.push({ path: line.trim(), headers: [] });
  }
  return rules;
}

/**
 * The headers of an address. `*` at a rule's end matches any rest; a later rule wins over an earlier one.
 * @param {readonly HeaderRule[]} rules
 * @param {string} pathname
 * @returns {Map<string, string>}
 */
export function headersFor(rules, pathname) {
  /** @type {Map<string, string>} */
  const headers = new Map();
  for (const { path, headers: pairs } of rules) {
    const matches = path.endsWith('*') ? pathname.startsWith(path.slice(0, -1)) : pathname === path;
    if (matches) for (const [name, value] of pairs) headers.set(name, value);
  }
  return headers;
}

/**
 * @param {string} dir
 * @param {boolean} withHeaders
 * @returns {import('node:http').RequestListener}
 */
function listener(dir, withHeaders) {
  const file = join(dir, '_headers');
  const rules = withHeaders && existsSync(file) ? parseHeaderRules(readFileSync(file, 'utf8')) : [];
  const assets = sirv(dir, { etag: true, single: '404.html' });
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    for (const [name, value] of headersFor(rules, pathname)) response.setHeader(name, value);
    assets(request, response, () => {
      response.writeHead(404).end();
    });
  };
}

/**
 * Serves a folder on this machine only. `port` 0 takes a free one; `headers: false` leaves `_headers` out.
 * @param {{ dir: string, port?: number, headers?: boolean }} options
 * @returns {Promise<StaticServer>}
 */
export async function serve({ dir, port = 0, headers = true }) {
  const handle = listener(resolve(dir), headers);
  const server = createServer(handle);
  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      done(undefined);
    });
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return {
    origin: `http://localhost:${taken}`,
    port: taken,
    stop: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2);
  const flag = words.indexOf('--port');
  const port = flag < 0 ? 4173 : Number(words[flag + 1]);
  const dir = words.find((word, i) => !word.startsWith('--') && i !== flag + 1) ?? 'build';
  try {
    const { origin } = await serve({ dir, port });
    console.log(`Meritfolio is at ${origin} (Ctrl-C stops it)`);
  } catch (error) {
    console.error(`Port ${port} could not be opened (${error instanceof Error ? error.message : 'unknown'}).`);
    process.exitCode = 1;
  }
}
