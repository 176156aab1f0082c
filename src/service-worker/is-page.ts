/**
 * Whether a request is for a page of the app, which the shell answers, and not for a file that happens to be opened
 * in a tab. A file's last part has a dot in it; no page's has.
 */
export function isPage(mode: RequestMode, url: URL, origin: string, base: string): boolean {
  if (mode !== 'navigate' || url.origin !== origin || !url.pathname.startsWith(`${base}/`)) return false;
  return !/\.[^/]*$/.test(url.pathname);
}
