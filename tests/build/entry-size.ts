// What a page of the build loads before it can be used, and how much that is on the wire.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { gzipSync } from 'node:zlib';

/** A build's folder and what is in it. */
export interface Loaded {
  readonly files: readonly string[];
  readonly gzip: number;
  readonly text: string;
}

const gzipOf = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length;

function load(build: string, files: readonly string[]): Loaded {
  const paths = files.map((file) => join(build, file));
  return {
    files,
    gzip: paths.reduce((sum, path) => sum + gzipOf(path), 0),
    text: paths.map((path) => readFileSync(path, 'utf8')).join('\n'),
  };
}

/** The scripts that a page names: started, or fetched ahead because the first screen needs them. */
export function scriptsOfPage(build: string, page: string): Loaded {
  const html = readFileSync(join(build, page), 'utf8');
  const preloaded = [...html.matchAll(/<link href="([^"]+\.js)" rel="modulepreload">/g)].map(([, href = '']) => href);
  const started = [...html.matchAll(/import\("([^"]+\.js)"\)|<script src="([^"]+\.js)"/g)].map(
    ([, a, b]) => a ?? b ?? '',
  );
  return withImports(
    build,
    [...preloaded, ...started].map((href) => href.replace(/^\//, '')),
  );
}

/** Scripts and everything they import at once; what they import later (`import()`) is not counted. */
export function withImports(build: string, entries: readonly string[]): Loaded {
  const seen = new Set<string>();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const code = readFileSync(join(build, file), 'utf8');
    for (const [, from = ''] of code.matchAll(
      /(?:^|[;}\s])(?:import|export)(?:[\w$*{},\s]*?from)?\s*["`']([^"`']+\.js)["`']/g,
    )) {
      waiting.push(join(dirname(file), from));
    }
  }
  return load(build, [...seen].sort());
}

/** The styles that a page names. */
export function stylesOfPage(build: string, page: string): Loaded {
  const html = readFileSync(join(build, page), 'utf8');
  const files = [...html.matchAll(/<link href="([^"]+\.css)" rel="stylesheet"/g)].map(([, href = '']) => href.slice(1));
  return load(build, files);
}
