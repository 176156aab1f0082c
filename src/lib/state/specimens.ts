// "Try with specimens": one click in, one click out.
import { epochSeconds } from '../core/model/brand.ts';
import type { Stored } from '../core/ports.ts';
import { world } from './compose.ts';
import type { Kept } from './wallet.svelte.ts';
import type { WalletItem } from './wallet-item.ts';
import { wallet } from './wallet.svelte.ts';

const isSpecimen = ({ stored }: WalletItem): boolean => stored.origin === 'specimen';

/** Issues the four specimens to this device and keeps those it does not have. Nothing is asked of any server. */
export async function addSpecimens(): Promise<Stored<Kept>> {
  const { keys, clock, random } = world();
  const made = await keys.create();
  if (!made.ok) return made;
  const { issueSpecimens } = await import('../core/issuance/specimens/issue-specimens.ts');
  const issued = await issueSpecimens({ now: epochSeconds(clock()), holderKey: made.value.publicKey, random });
  await wallet.open();
  const here = new Set(wallet.items.filter(isSpecimen).map(({ stored }) => stored.fileName));
  const missing = issued.filter((specimen) => !here.has(specimen.fileName));
  if (!missing.some(({ boundToHolder }) => boundToHolder)) await keys.remove([made.value.id]);
  const received = missing.map(({ bytes, fileName, mediaType }) => ({ raw: bytes, fileName, mediaType }));
  const { previews } = await wallet.receive(received, 'specimen');
  return wallet.keep(previews);
}

export async function removeSpecimens(): Promise<Stored<null>> {
  await wallet.open();
  const ids = wallet.items.filter(isSpecimen).map(({ stored }) => stored.id);
  return wallet.remove(ids);
}
