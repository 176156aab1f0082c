// The names that pages and the service worker use to find each other. Nothing else is shared between them.

/** One cache a build, so that a tab that still runs an older build keeps that build's files. */
export const CACHE_PREFIX = 'meritfolio-build-';

/** Every tab holds a shared Web Lock with this prefix and its build's version for as long as it lives. */
export const BUILD_LOCK_PREFIX = 'meritfolio-runs-';

/** Held, shared, by a tab that is in the middle of something an update must not interrupt. */
export const BUSY_LOCK = 'meritfolio-busy';

/** What a page asks of the active service worker; it answers with a `PrecacheReport`. */
export const ASK_COMPLETE = 'IS_COMPLETE';

/** Whether the files of the build the worker serves are all on this device. */
export interface PrecacheReport {
  readonly version: string;
  readonly complete: boolean;
  readonly files: number;
}
