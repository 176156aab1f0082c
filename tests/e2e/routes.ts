// Every address of the app that a visitor may open first: what must open offline, and have no barrier.
export const ROUTES: readonly string[] = [
  '/',
  '/add',
  '/portfolio',
  '/share',
  '/verify',
  '/V',
  '/settings',
  '/settings/trust',
  '/settings/prepare',
  '/settings/licences',
  '/issuer',
  '/issuer#id=did%3Aweb%3Anorrsken.example',
  '/credential/not-kept-here',
];
