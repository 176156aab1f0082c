// Checks stored credentials again and remembers what was found, a batch at a time.
import type { DerivedRecord, StoredCredential } from '../core/ports.ts';
import { world } from './compose.ts';
import { inTurn } from './in-turn.ts';
import { examineNow } from './question.ts';
import { trust } from './trust.svelte.ts';
import type { WalletItem } from './wallet-item.ts';

/** Keeps every worker of the corridor busy, with a question or two waiting. */
const AT_ONCE = 20;
const BATCH = 100;

export interface Examined {
  readonly items: readonly WalletItem[];
  /** Those on which the corridor itself broke; their bytes are fine to export. */
  readonly broken: readonly StoredCredential[];
}

/** What the verdicts of now rest on. */
export function basisNow(): string {
  return `${world().version} ${trust.basis}`;
}

/** Whether `basis` is of this build: what another wrote may mean something else. */
export function isOfThisBuild(basis: string): boolean {
  return basis.startsWith(`${world().version} `);
}

/** Examines `stored` and tells each batch as soon as it is done; what trust of the past would say is never told. */
export async function examineStored(
  stored: readonly StoredCredential[],
  told: (batch: Examined) => void,
): Promise<void> {
  for (let from = 0; from < stored.length; from += BATCH) {
    const batch = await examineBatch(stored.slice(from, from + BATCH));
    told(batch);
    await remember(batch.items);
  }
}

async function examineBatch(stored: readonly StoredCredential[]): Promise<Examined> {
  const basis = basisNow();
  const broken: StoredCredential[] = [];
  const examined = await inTurn(stored, AT_ONCE, async (credential) => {
    const item = await examineOne(credential);
    if (item === null) broken.push(credential);
    return item;
  });
  // Trust changed under way: half of this rests on what no longer holds.
  if (basis !== basisNow()) return examineBatch(stored);
  return { items: examined.filter((item) => item !== null), broken };
}

/** Writes what was found to the cache. A failure only costs time at the next start. */
export async function remember(items: readonly WalletItem[]): Promise<void> {
  const basis = basisNow();
  const record = ({ stored, examination, checkedAt }: WalletItem): DerivedRecord => ({
    id: stored.id,
    examination,
    checkedAt,
    basis,
  });
  await world().derived.put(items.map(record));
}

async function examineOne(stored: StoredCredential): Promise<WalletItem | null> {
  try {
    const checkedAt = world().clock();
    return { stored, examination: await examineNow(stored.raw, { kind: 'document' }), checkedAt, stale: false };
  } catch {
    return null;
  }
}
