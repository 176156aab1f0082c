// A show link carries a person's data after the `#`. It is taken out of the address, and so out of the browser's
// history, before the app starts; whoever asks for it gets it once.
const SHOWN_AT = /\/(V|verify|add)\/?$/;

let taken: string | null = null;

/** Called by the first line of ours that runs in the page, before the router reads the address. */
export function takeFragment(): void {
  if (location.hash.length < 2 || !SHOWN_AT.test(location.pathname)) return;
  taken = location.hash.slice(1);
  history.replaceState(history.state, '', location.pathname + location.search);
}

/** The fragment this page was opened with; null when there was none or it was given away. */
export function fragmentOnce(): string | null {
  const fragment = taken;
  taken = null;
  return fragment;
}
