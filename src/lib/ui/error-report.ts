// A report a person can paste into a mail: what broke, where in our code, in which browser. Never any content:
// an error's message may quote a credential, an address may carry one, so neither is in it.
const ROUTE_WORDS = new Set([
  'add',
  'credential',
  'issuer',
  'portfolio',
  'share',
  'verify',
  'V',
  'settings',
  'trust',
  'licences',
]);

/** `/credential/3f…` → `/credential/[id]`: only words that are routes of ours stay. */
export function routeOf(pathname: string): string {
  return pathname
    .split('/')
    .map((part) => (part === '' || ROUTE_WORDS.has(part) ? part : '[id]'))
    .join('/');
}

/** Places in our own built files, without addresses or messages: "chunks/abc.js:1:203". */
function placesIn(stack: string | undefined): readonly string[] {
  return (stack ?? '')
    .split('\n')
    .flatMap((line) => /_app\/immutable\/([\w./-]+:\d+:\d+)/.exec(line)?.[1] ?? [])
    .slice(0, 6);
}

function nameOf(error: unknown): string {
  const name = error instanceof Error || error instanceof DOMException ? error.name : typeof error;
  return /^[A-Za-z]{1,40}$/.test(name) ? name : 'Error';
}

/** Plain text of some lines. `pathname` is where it happened. */
export function errorReport(error: unknown, pathname: string): string {
  const places = error instanceof Error ? placesIn(error.stack) : [];
  return [
    `Meritfolio ${__APP_VERSION__} (${__RELEASED__})`,
    `Where: ${routeOf(pathname)}`,
    `What: ${nameOf(error)}`,
    ...places.map((place) => `At: ${place}`),
    `Browser: ${navigator.userAgent}`,
    `Language: ${document.documentElement.lang}, offline: ${navigator.onLine ? 'no' : 'yes'}`,
  ].join('\n');
}
