/// <reference lib="webworker" />
// One cache a build. Files whose names carry their content are carried over, old builds go when no tab runs them.
import type { PrecacheController } from 'workbox-precaching';
import { BUILD_LOCK_PREFIX, CACHE_PREFIX } from '../lib/adapters/offline/names.ts';

/** Copies the files that an earlier build already brought, so that an update costs only what changed. */
export async function keepKnownFiles(precache: PrecacheController, cacheName: string): Promise<void> {
  const cache = await caches.open(cacheName);
  for (const key of precache.getURLsToCacheKeys().values()) {
    const known = await caches.match(key);
    if (known !== undefined) await cache.put(key, known);
  }
}

/** True when every file of the build is in its cache. */
export async function isComplete(precache: PrecacheController, cacheName: string): Promise<boolean> {
  const cache = await caches.open(cacheName);
  const held = new Set((await cache.keys()).map((request) => request.url));
  return [...precache.getURLsToCacheKeys().values()].every((key) => held.has(key));
}

/**
 * Deletes the caches of builds that no open tab runs. A tab says what it runs by holding a lock, which the browser
 * releases when the tab is gone, however it went.
 */
export async function removeAbandonedBuilds(own: string): Promise<void> {
  const { held = [] } = await navigator.locks.query();
  const running = new Set(held.map(({ name }) => name));
  for (const name of await caches.keys()) {
    const version = name.startsWith(CACHE_PREFIX) ? name.slice(CACHE_PREFIX.length) : null;
    if (version !== null && name !== own && !running.has(BUILD_LOCK_PREFIX + version)) await caches.delete(name);
  }
}
