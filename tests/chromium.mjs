// The one place that says which browser the tests run and how it is started.
/** Debian's Chromium unless the environment names another. */
export const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** No sandbox (containers run as root), no GPU, and nothing that Chromium does in the background by itself. */
export const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
