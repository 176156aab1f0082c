/// <reference lib="webworker" />
// Keeps the whole app on the device and answers every page address with its shell, so that it works with the network
// off. Only GET requests to this origin are looked at; everything else goes past.
import { base, version } from '$service-worker';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { ASK_COMPLETE, CACHE_PREFIX, type PrecacheReport } from '../lib/adapters/offline/names.ts';
import { isComplete, keepKnownFiles, removeAbandonedBuilds } from './build-caches.ts';
import { isPage } from './is-page.ts';

declare const self: ServiceWorkerGlobalScope;

// The list of files is written here after the build (tests/tools/precache-list.js), by content, so it misses nothing.
const files = self.__WB_MANIFEST.map((entry) =>
  typeof entry === 'string' ? `${base}/${entry}` : { ...entry, url: `${base}/${entry.url}` },
);
const cacheName = CACHE_PREFIX + version;
const precache = new PrecacheController({ cacheName });
precache.addToCacheList(files);

self.addEventListener('install', (event) => {
  event.waitUntil(keepKnownFiles(precache, cacheName).then(() => precache.install(event)));
});

self.addEventListener('activate', (event) => {
  // The first page was loaded without a worker: from here on its later files come from the device too.
  event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  const message: unknown = event.data;
  if (typeof message !== 'object' || message === null || !('type' in message)) return;
  if (message.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  if (message.type === ASK_COMPLETE) event.waitUntil(answer(event.ports[0]));
});

/** Tells a page whether it may promise to work offline, and takes the opportunity to tidy up. */
async function answer(port: MessagePort | undefined): Promise<void> {
  await self.clients.claim();
  const complete = await isComplete(precache, cacheName);
  const report: PrecacheReport = { version, complete, files: files.length };
  port?.postMessage(report);
  const updating = self.registration.installing !== null || self.registration.waiting !== null;
  if (!updating) await removeAbandonedBuilds(cacheName);
}

registerRoute(
  ({ request, url }) => isPage(request.mode, url, self.location.origin, base),
  precache.createHandlerBoundToURL(`${base}/`),
);
registerRoute(new PrecacheRoute(precache, { directoryIndex: '', cleanURLs: false }));
// A file of an older build, asked for by a tab that still runs it.
registerRoute(
  ({ url }) => url.origin === self.location.origin && url.pathname.startsWith(`${base}/_app/immutable/`),
  async ({ request }) => (await caches.match(request)) ?? fetch(request),
);
