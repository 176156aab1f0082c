// Holds sources against the rules. Each check gives one sentence per violation, with the file and the line.
import { dirname, join } from 'node:path/posix';
import type { Source } from './read-source.ts';
import {
  CASTS,
  ENTRIES,
  FORBIDDEN_GLOBALS_IN_CORE,
  FORBIDDEN_IN_CORE,
  FORBIDDEN_IN_SRC,
  LIMITS,
  PACKAGES,
  PRIVATE_KEYS,
  ROOMS,
} from './rules.ts';

/** A path below src/ without the lib/ that the framework adds. */
function housePath(path: string): string {
  return path.replace(/^src\/(lib\/)?/, '');
}

function within(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

function roomOf(path: string): string | null {
  const names = Object.keys(ROOMS).filter((name) => within(housePath(path), name));
  return names.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Where an import leads: a path of ours, or null for a package. Vite's `?url` and the like are no part of it. */
function target(source: Source, from: string): string | null {
  const plain = from.replace(/\?.*$/, '');
  if (plain.startsWith('.')) return join(dirname(source.path), plain);
  return plain.startsWith('$lib/') ? join('src/lib', plain.slice('$lib/'.length)) : null;
}

function packageOf(from: string): string {
  if (from.startsWith('node:')) return 'node';
  const [scope = '', name = ''] = from.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

export function importViolations(source: Source): string[] {
  const room = roomOf(source.path);
  if (room === null) return [`${source.path}: stands in no room of tests/architecture/rules.ts`];
  const { may, types = [] } = ROOMS[room] ?? { may: [] };
  return source.imports.flatMap(({ from, typeOnly }) => {
    const path = target(source, from);
    if (path === null) return packageViolation(source.path, room, from);
    const place = housePath(path);
    const entry = ENTRIES.find((name) => within(place, name));
    if (entry !== undefined && !within(housePath(source.path), entry))
      return [`${source.path}: imports the entry ${place}`];
    const allowed = [room, ...may, ...(typeOnly ? types : [])];
    if (allowed.some((name) => within(place, name))) return [];
    return [`${source.path}: ${room} may not import ${typeOnly ? 'types ' : ''}from ${place}`];
  });
}

function packageViolation(path: string, room: string, from: string): string[] {
  const name = packageOf(from);
  const rule = PACKAGES.find((one) => one.name === name);
  return rule?.rooms.includes(room) === true ? [] : [`${path}: ${room} may not use the package ${name}`];
}

/** Allowed packages that no source uses any more. */
export function unusedPackages(sources: readonly Source[]): string[] {
  const used = new Set(sources.flatMap(({ imports }) => imports.map(({ from }) => packageOf(from))));
  return PACKAGES.filter(({ name }) => !used.has(name)).map(({ name }) => `${name} is allowed, but nobody uses it`);
}

export function lengthViolations(source: Source): string[] {
  const limit = source.path.endsWith('.svelte') ? LIMITS.svelte : LIMITS.ts;
  const file = source.lines > limit ? [`${source.path}: ${source.lines} lines, the limit is ${limit}`] : [];
  const functions = source.functions
    .filter(({ lines }) => lines > LIMITS.function)
    .map(
      ({ name, line, lines }) => `${source.path}:${line}: ${name} has ${lines} lines, the limit is ${LIMITS.function}`,
    );
  return [...file, ...functions];
}

export function typeViolations(source: Source): string[] {
  return [
    ...source.anys.map((line) => `${source.path}:${line}: any`),
    ...source.nonNulls.map((line) => `${source.path}:${line}: ! after a value`),
    ...source.defaultExports.map((line) => `${source.path}:${line}: a default export`),
    ...(source.path in CASTS ? [] : source.casts.map((line) => `${source.path}:${line}: as`)),
  ];
}

export function wordViolations(source: Source): string[] {
  const isCore = within(housePath(source.path), 'core');
  const globals = isCore ? FORBIDDEN_GLOBALS_IN_CORE.filter((name) => source.globals.has(name)) : [];
  const inCore = isCore ? FORBIDDEN_IN_CORE.filter(({ pattern }) => pattern.test(source.code)) : [];
  const anywhere = FORBIDDEN_IN_SRC.filter(({ pattern }) => pattern.test(source.text));
  return [
    ...globals.map((name) => `${source.path}: ${name} (core takes nothing from its surroundings)`),
    ...[...inCore, ...anywhere].map(({ pattern, why }) => `${source.path}: ${String(pattern)} (${why})`),
  ];
}

export function nameViolations(path: string): string[] {
  const bad = /(^|[-/])(utils?|helpers?|manager|common)([-./]|$)|(^|[-/])service(?!-worker)([-./]|$)|\/index\.ts$/;
  const place = housePath(path);
  if (within(place, 'service-worker')) return [];
  const cased =
    within(place, 'routes') || /^([a-z0-9.-]+|[A-Z][A-Za-z0-9]*\.svelte)$/.test(place.split('/').at(-1) ?? '');
  return [
    ...(bad.test(place) ? [`${path}: its name says nothing of what it does`] : []),
    ...(cased ? [] : [`${path}: a file is named in kebab-case, a component in PascalCase`]),
  ];
}

export function privateKeyViolations(path: string, text: string): string[] {
  const found = /BEGIN (EC |RSA )?PRIVATE KEY|["']?\bd["']?: ?["'][A-Za-z0-9_-]{43,}["']/.test(text);
  return found && !PRIVATE_KEYS.some((place) => path.startsWith(place)) ? [`${path}: holds a private key`] : [];
}

/** Groups of files that import each other in a circle, counting types. A component may stand inside itself. */
export function cycles(sources: readonly Source[]): string[][] {
  const paths = new Set(sources.map(({ path }) => path));
  const edges = new Map(
    sources.map((source) => [
      source.path,
      source.imports
        .map(({ from }) => target(source, from))
        .filter((path) => path !== null && path !== source.path && paths.has(path)),
    ]),
  );
  const reach = (from: string): Set<string> => {
    const seen = new Set<string>();
    const waiting = [...(edges.get(from) ?? [])];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next === null || seen.has(next)) continue;
      seen.add(next);
      waiting.push(...(edges.get(next) ?? []));
    }
    return seen;
  };
  const reached = new Map([...paths].map((path) => [path, reach(path)]));
  const circle = (path: string): string[] =>
    [...(reached.get(path) ?? [])].filter((other) => reached.get(other)?.has(path) === true).sort();
  const groups = [...paths].filter((path) => reached.get(path)?.has(path) === true).map(circle);
  return [...new Map(groups.map((group) => [group.join(' '), group])).values()];
}

/** Keys, and the values they take, that one language has and the other has not. */
export function messageViolations(file: string, en: Record<string, unknown>, sv: Record<string, unknown>): string[] {
  const holes = (message: unknown): string =>
    [...JSON.stringify(message).matchAll(/\{\w+\}/g)]
      .map(([hole]) => hole)
      .sort()
      .join(' ');
  const keys = [...new Set([...Object.keys(en), ...Object.keys(sv)])].filter((key) => key !== '$schema');
  return keys.flatMap((key) => {
    if (!(key in en)) return [`${file}: ${key} is missing in English`];
    if (!(key in sv)) return [`${file}: ${key} is missing in Swedish`];
    if (en[key] === '' || sv[key] === '') return [`${file}: ${key} is empty`];
    return holes(en[key]) === holes(sv[key]) ? [] : [`${file}: ${key} takes other values in Swedish than in English`];
  });
}
