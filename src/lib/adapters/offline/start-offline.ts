// Registers the service worker and says what becomes of it. Nothing is promised before every file is on the device.
import { Workbox } from 'workbox-window';
import { isAnotherTabBusy } from './busy.ts';
import { ASK_COMPLETE, BUILD_LOCK_PREFIX, type PrecacheReport } from './names.ts';

export interface OfflineEvents {
  /** Every file of the running build is on the device and this tab is served from there. */
  ready(): void;
  /** This browser or host cannot do it: the app works, but only with the network. */
  unavailable(): void;
  /** A newer build is on the device and waits for consent. */
  waiting(): void;
  /** Another tab agreed to the newer build: this tab still runs the older one, with its files kept. */
  replaced(): void;
}

export interface OfflineLink {
  /** Lets the waiting build take over and reloads this tab; refuses while another tab is busy. */
  update(): Promise<'updating' | 'busy-elsewhere'>;
}

interface OfflineOptions {
  readonly scriptUrl: string;
  /** The version of the build this tab runs. */
  readonly version: string;
  readonly events: OfflineEvents;
  readonly reload: () => void;
}

/** Starts once per tab. Null when the browser has no service workers (or hides them in a private window). */
export function startOffline({ scriptUrl, version, events, reload }: OfflineOptions): OfflineLink | null {
  if (!('serviceWorker' in navigator)) {
    events.unavailable();
    return null;
  }
  // Held for the life of the tab: the service worker keeps this build's files as long as somebody holds it.
  void navigator.locks.request(BUILD_LOCK_PREFIX + version, { mode: 'shared' }, () => new Promise(() => undefined));

  const workbox = new Workbox(scriptUrl);
  let agreed = false;
  workbox.addEventListener('waiting', () => {
    events.waiting();
  });
  workbox.addEventListener('redundant', () => {
    if (navigator.serviceWorker.controller === null) events.unavailable();
  });
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (agreed) reload();
    else void reportReplaced(version, events);
  });
  void promiseOffline(workbox, version, events);
  return {
    async update() {
      if (await isAnotherTabBusy()) return 'busy-elsewhere';
      agreed = true;
      workbox.messageSkipWaiting();
      return 'updating';
    },
  };
}

async function promiseOffline(workbox: Workbox, version: string, events: OfflineEvents): Promise<void> {
  try {
    await workbox.register();
    const registration = await navigator.serviceWorker.ready;
    const report = await ask(registration.active);
    if (report?.complete === true) events.ready();
    else events.unavailable();
    if (report !== null && report.version !== version && registration.waiting === null) events.replaced();
  } catch {
    // A refused registration (private window, plain http): the page itself still works.
    events.unavailable();
  }
}

async function reportReplaced(version: string, events: OfflineEvents): Promise<void> {
  const report = await ask(navigator.serviceWorker.controller);
  if (report !== null && report.version !== version) events.replaced();
}

/** Asks a worker whether it has everything. Its answer is structured data of our own build, checked all the same. */
async function ask(worker: ServiceWorker | null): Promise<PrecacheReport | null> {
  if (worker === null) return null;
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<unknown>((resolve) => {
    port1.onmessage = ({ data }) => {
      resolve(data);
    };
  });
  worker.postMessage({ type: ASK_COMPLETE }, [port2]);
  const data = await answer;
  port1.close();
  return isReport(data) ? data : null;
}

function isReport(data: unknown): data is PrecacheReport {
  return typeof data === 'object' && data !== null && 'version' in data && 'complete' in data && 'files' in data;
}
