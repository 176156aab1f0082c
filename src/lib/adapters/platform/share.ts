// Handing something to another app or to the clipboard. `refused` also when the learner changed their mind.
export type Handed = 'handed' | 'refused' | 'unavailable';

/** Whether this browser can hand over files at all. */
export function canShareFile(file: File): boolean {
  return 'canShare' in navigator && navigator.canShare({ files: [file] });
}

export async function shareFile(file: File, title: string): Promise<Handed> {
  if (!canShareFile(file)) return 'unavailable';
  return handed(() => navigator.share({ files: [file], title }));
}

export async function copyText(text: string): Promise<Handed> {
  if (!('clipboard' in navigator)) return 'unavailable';
  return handed(() => navigator.clipboard.writeText(text));
}

async function handed(hand: () => Promise<void>): Promise<Handed> {
  try {
    await hand();
    return 'handed';
  } catch {
    return 'refused';
  }
}
