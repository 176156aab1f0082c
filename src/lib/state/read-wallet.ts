// Reads everything kept, newest first, a page at a time, so that the first cards show before the last are read.
import type { DamagedRecord, Stored, StoredCredential } from '../core/ports.ts';
import { world } from './compose.ts';
import { basisNow, isOfThisBuild } from './examine-stored.ts';
import { itemFromDerived } from './wallet-item.ts';
import type { WalletItem } from './wallet-item.ts';

const FIRST_PAGE = 100;
/** Each page is so much larger than the one before: few redraws, however many there are. */
const GROWTH = 4;

export interface WalletPage {
  readonly items: readonly WalletItem[];
  /** Nothing usable is derived of these. */
  readonly fresh: readonly StoredCredential[];
  readonly damaged: readonly DamagedRecord[];
}

/** Tells each page as it is read. Stops at the first refusal of storage and returns it. */
export async function readWallet(told: (page: WalletPage) => void): Promise<Stored<null>> {
  const ids = await world().credentials.ids();
  if (!ids.ok) return ids;
  let size = FIRST_PAGE;
  for (let from = 0; from < ids.value.length;) {
    const wanted = ids.value.slice(from, from + size);
    const [rows, derived] = await Promise.all([world().credentials.some(wanted), world().derived.some(wanted)]);
    if (!rows.ok) return rows;
    const usable = derived.ok ? derived.value.filter(({ basis }) => isOfThisBuild(basis)) : [];
    const known = new Map(usable.map((record) => [record.id, record]));
    const today = { basis: basisNow(), now: world().clock() };
    const items: WalletItem[] = [];
    const fresh: StoredCredential[] = [];
    for (const credential of rows.value.credentials) {
      const record = known.get(credential.id);
      if (record === undefined) fresh.push(credential);
      else items.push(itemFromDerived(credential, record, today));
    }
    told({ items, fresh, damaged: rows.value.damaged });
    from += size;
    size *= GROWTH;
  }
  return { ok: true, value: null };
}
