// Says how a change went: what was done, with a way back, or why it was not.
import type { Stored } from '$lib/core/ports.ts';
import { notices } from '$lib/state/notices.svelte.ts';
import { storageMessage } from '$lib/ui/storage-message.ts';

export function said(stored: Stored<unknown>, message: string): void {
  notices.say({ message: stored.ok ? message : storageMessage(stored.failure) });
}

export function saidWithUndo(stored: Stored<unknown>, message: string, undo: () => Promise<Stored<unknown>>): void {
  if (!stored.ok) said(stored, message);
  else notices.say({ message, action: () => void undo().then(complain) });
}

/** A success speaks for itself. */
export function complain(stored: Stored<unknown>): void {
  if (!stored.ok) said(stored, '');
}
