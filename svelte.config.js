import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { writePrecacheList } from './tests/tools/precache-list.js';

/** Where the app lives on its host: nothing for the root, else a path such as /meritfolio. @type {'' | `/${string}`} */
const basePath = process.env['BASE_PATH']?.startsWith('/') ? `/${process.env['BASE_PATH'].slice(1)}` : '';

/** Names a build after its sources, so that equal sources give equal builds and every change a new service worker. */
function sourceVersion() {
  const hash = createHash('sha256');
  /** @param {string} folder */
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'paraglide' && entry.name !== 'cache') walk(path);
      } else hash.update(path).update('\0').update(readFileSync(path));
    }
  };
  for (const folder of ['src', 'static']) walk(folder);
  hash.update(readFileSync('package-lock.json'));
  return hash.digest('hex').slice(0, 12);
}

const toFiles = adapter({ fallback: '404.html' });

/** Files as adapter-static writes them, and the list of them where the service worker reads it. */
const staticSite = {
  ...toFiles,
  /** @param {import('@sveltejs/kit').Builder} builder */
  adapt: async (builder) => {
    await toFiles.adapt(builder);
    writePrecacheList('build');
  },
};

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: staticSite,
    alias: { $lib: 'src/lib' },
    version: { name: process.env['MERITFOLIO_VERSION'] ?? sourceVersion() },
    // One shell answers every address, so what it refers to cannot be relative to the address.
    paths: { base: basePath, relative: false },
    serviceWorker: { register: false },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self', 'wasm-unsafe-eval'],
        'style-src': ['self'],
        'style-src-attr': ['unsafe-inline'],
        'connect-src': ['self'],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        'media-src': ['self', 'blob:'],
        'worker-src': ['self'],
        'manifest-src': ['self'],
        'form-action': ['none'],
        'base-uri': ['none'],
        'object-src': ['none'],
        'require-trusted-types-for': ['script'],
        'trusted-types': ['svelte-trusted-html', 'default'],
      },
    },
  },
};
