// Watches everything a browser context does and remembers what must never happen.
import type { BrowserContext, ConsoleMessage, Request } from '@playwright/test';

export interface Guard {
  /** Watches every page, worker and request of a context, present and to come. */
  watch(context: BrowserContext): Promise<void>;
  /** Another origin that counts as the app's own: a server that the test itself started. */
  own(origin: string): void;
  /** A problem that this test causes on purpose. */
  allow(problem: RegExp): void;
  /** Everything that happened, also what was allowed. */
  seen(): readonly string[];
  /** What happened that must not. */
  problems(): readonly string[];
}

const MARK = 'content security policy violation:';

/** Runs in every page: says aloud which policy was broken, by what. */
function reportViolations(mark: string): void {
  addEventListener('securitypolicyviolation', (event) => {
    console.error(`${mark} ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
}

export function createGuard(): Guard {
  const seen: string[] = [];
  const origins = new Set<string>();
  const allowed: RegExp[] = [];

  const onConsole = (message: ConsoleMessage): void => {
    if (message.type() === 'error') seen.push(`console error: ${message.text()} (${message.location().url})`);
  };
  const onRequest = (request: Request): void => {
    const url = new URL(request.url());
    if (url.protocol === 'data:' || url.protocol === 'blob:' || url.protocol === 'about:') return;
    if (!origins.has(url.origin)) seen.push(`foreign request: ${request.method()} ${request.url()}`);
  };

  return {
    async watch(context) {
      context.on('console', onConsole);
      context.on('weberror', (error) => seen.push(`page error: ${error.error().stack ?? error.error().message}`));
      context.on('request', onRequest);
      await context.addInitScript(reportViolations, MARK);
    },
    own: (origin) => void origins.add(origin),
    allow: (problem) => void allowed.push(problem),
    seen: () => seen,
    problems: () => seen.filter((problem) => !allowed.some((pattern) => pattern.test(problem))),
  };
}
