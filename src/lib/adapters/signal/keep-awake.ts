// Keeps the screen on while a code is shown or looked for (Screen Wake Lock). Without it nothing breaks.

/** Asks for a lit screen, again each time the page comes back to the front. Returns how to let it sleep. */
export function keepAwake(): () => void {
  // Absent in older browsers and outside secure contexts, whatever the types say.
  if (!('wakeLock' in navigator)) return () => undefined;
  let lock: WakeLockSentinel | null = null;
  let over = false;
  const isOver = (): boolean => over;

  const ask = async (): Promise<void> => {
    if (isOver() || document.visibilityState !== 'visible') return;
    try {
      lock = await navigator.wakeLock.request('screen');
      if (isOver()) await lock.release();
    } catch {
      // Refused, as with a low battery.
      lock = null;
    }
  };
  const returned = (): void => void ask();

  document.addEventListener('visibilitychange', returned);
  void ask();
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', returned);
    void lock?.release().catch(() => undefined);
  };
}
