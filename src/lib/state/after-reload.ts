// What the reader was doing when the page had to load itself anew, so that the keyboard goes on from there.
const KEY = 'after-reload';

export function rememberForReload(what: string): void {
  try {
    sessionStorage.setItem(KEY, what);
  } catch {
    // A browser that keeps nothing: the page starts at its top.
  }
}

/** What was remembered, once; null when nothing was. */
export function rememberedOnce(): string | null {
  try {
    const what = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return what;
  } catch {
    return null;
  }
}
