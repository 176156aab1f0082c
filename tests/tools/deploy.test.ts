import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headersFor, parseHeaderRules } from '../server.mjs';

const rules = parseHeaderRules(readFileSync('static/_headers', 'utf8'));
const PATHS = [
  '/',
  '/add',
  '/boot.js',
  '/_app/immutable/chunks/a.js',
  '/_app/immutable/entry/a.js',
  '/_app/immutable/nodes/a.js',
  '/_app/immutable/workers/a.js',
  '/_app/immutable/workers/chunks/a.js',
  '/_app/immutable/network/network.worker-a.js',
  '/service-worker.js',
];

/** What an nginx configuration with maps by `$uri` and `add_header` sends for a path. */
function nginxHeaders(text: string, path: string): Map<string, string> {
  const variables = new Map<string, string>();
  for (const [, name = '', body = ''] of text.matchAll(/map \$uri (\$\w+) \{([^}]*)\}/g)) {
    const lines = [...body.matchAll(/^\s+(default|"~([^"]+)") "([^"]*)";$/gm)];
    const hit = lines.find(([, , pattern]) => pattern !== undefined && new RegExp(pattern).test(path));
    variables.set(name, (hit ?? lines.find(([, word]) => word === 'default'))?.[3] ?? '');
  }
  const headers = new Map<string, string>();
  for (const [, name = '', quoted, variable] of text.matchAll(/add_header (\S+) (?:"([^"]*)"|(\$\w+)) always;/g)) {
    const value = quoted ?? variables.get(variable ?? '') ?? '';
    if (value !== '') headers.set(name, value);
  }
  return headers;
}

/** What an Apache configuration of `Header always set` lines, some with an expression, sends for a path. */
function apacheHeaders(text: string, path: string): Map<string, string> {
  const headers = new Map<string, string>();
  const lines = text.matchAll(/^Header always set (\S+) "([^"]*)"(?: "expr=%\{REQUEST_URI\} =~ m#([^#]+)#")?$/gm);
  for (const [, name = '', value = '', pattern] of lines) {
    if (pattern === undefined || new RegExp(pattern).test(path)) headers.set(name, value);
  }
  return headers;
}

const matches = (rule: string, path: string): boolean =>
  rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : rule === path;

describe('headers of static hosts', () => {
  it.each(PATHS)('nginx sends the same as _headers for %s', (path) => {
    const text = readFileSync('docs/deploy/nginx.conf', 'utf8');
    expect(nginxHeaders(text, path)).toEqual(headersFor(rules, path));
  });

  it.each(PATHS)('Apache sends the same as _headers for %s', (path) => {
    const text = readFileSync('docs/deploy/htaccess', 'utf8');
    expect(apacheHeaders(text, path)).toEqual(headersFor(rules, path));
  });

  it('lets the network worker reach other hosts, and no other script, also where a host joins all rules', () => {
    const open = PATHS.filter((path) => path.endsWith('.js')).filter((path) => {
      const joined = rules.filter((rule) => matches(rule.path, path)).flatMap(({ headers }) => headers);
      const policies = joined.filter(([name]) => name === 'Content-Security-Policy').map(([, value]) => value);
      return !policies.some((policy) => policy.includes("connect-src 'self'"));
    });
    expect(open).toEqual(['/_app/immutable/network/network.worker-a.js']);
    expect(headersFor(rules, open[0] ?? '').get('Content-Security-Policy')).toContain('connect-src https:');
  });

  it('lets only this origin use the camera, and nobody anything that the app does not need', () => {
    const policy = headersFor(rules, '/').get('Permissions-Policy') ?? '';
    const allowed = policy.split(', ').filter((feature) => !feature.endsWith('=()'));
    expect(allowed).toEqual(
      ['camera', 'screen-wake-lock', 'fullscreen', 'clipboard-read', 'clipboard-write'].map(
        (feature) => `${feature}=(self)`,
      ),
    );
  });
});

describe('the server that tests use', () => {
  it('reads paths, headers and comments; a later rule wins', () => {
    const read = parseHeaderRules('# note\n/*\n  A: 1\n  B: 2; x=y\n\n/in/*\n  A: 3\n');
    expect(headersFor(read, '/')).toEqual(
      new Map([
        ['A', '1'],
        ['B', '2; x=y'],
      ]),
    );
    expect(headersFor(read, '/in/side')).toEqual(
      new Map([
        ['A', '3'],
        ['B', '2; x=y'],
      ]),
    );
  });
});
