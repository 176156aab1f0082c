// Whether this device has the whole app, and whether a newer one waits. Pages show it; nothing here decides for them.
import { dev, version } from '$app/environment';
import { resolve } from '$app/paths';
import { beBusy } from '$lib/adapters/offline/busy.ts';
import { startOffline, type OfflineLink } from '$lib/adapters/offline/start-offline.ts';

export type Readiness = 'preparing' | 'ready' | 'unavailable';
export type Update = 'none' | 'waiting' | 'busy-elsewhere' | 'updating' | 'replaced';

export interface OfflineState {
  readonly readiness: Readiness;
  readonly update: Update;
  /** Once per tab, from the layout. In development there is no worker: no promise either. */
  start(): void;
  /** The user agreed to the newer version. */
  agree(): Promise<void>;
  /** The user wants to go on for now. */
  postpone(): void;
  /** Says to other tabs that this one must not be interrupted, until the returned function is called. */
  beBusy(): () => void;
}

function createOffline(): OfflineState {
  let readiness = $state<Readiness>('preparing');
  let update = $state<Update>('none');
  let link: OfflineLink | null = null;

  const events = {
    ready: () => void (readiness = 'ready'),
    unavailable: () => void (readiness = 'unavailable'),
    waiting: () => void (update = 'waiting'),
    replaced: () => void (update = 'replaced'),
  };

  return {
    get readiness() {
      return readiness;
    },
    get update() {
      return update;
    },
    start() {
      const reload = (): void => {
        location.reload();
      };
      if (dev) events.unavailable();
      else link ??= startOffline({ scriptUrl: `${resolve('/')}service-worker.js`, version, events, reload });
    },
    async agree() {
      if (update === 'replaced') location.reload();
      else if (link !== null) update = await link.update();
    },
    postpone() {
      update = 'none';
    },
    beBusy,
  };
}

export const offline = createOffline();
