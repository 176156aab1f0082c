// Whether something among what was kept can only be settled by documents that nobody has asked for yet.
import { credentialsOf } from '$lib/state/credentials-of.ts';
import { Prepare } from '$lib/state/prepare.svelte.ts';
import type { Preview } from '$lib/state/received.ts';

export function needsFetching(previews: readonly Preview[]): boolean {
  return new Prepare().plan(credentialsOf(previews)).some(({ due, credentials }) => due && credentials > 0);
}
