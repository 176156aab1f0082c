// Runs in a page of its own for the kill test: stores groups one after another and says which are acknowledged.
import { dexieStores } from '../../src/lib/adapters/storage/dexie-stores.ts';
import { contentDigest, credentialId, epochSeconds } from '../../src/lib/core/model/brand.ts';
import type { StoredCredential } from '../../src/lib/core/ports.ts';

const stores = dexieStores('kill-test');

function credential(group: string, index: number): StoredCredential {
  const raw = new Uint8Array(20_000).fill(index);
  return {
    id: credentialId(`${group}/${index}`),
    raw,
    kind: 'document',
    contentDigest: contentDigest(`${group}/${index}`),
    fileName: null,
    mediaType: '',
    origin: 'file',
    receivedAt: epochSeconds(0),
    holderKey: null,
  };
}

async function storeGroups(
  kill: number,
  count: number,
  size: number,
  acknowledge: (group: string) => void,
): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const group = `${kill}.${index}`;
    const stored = await stores.credentials.add(Array.from({ length: size }, (_, at) => credential(group, at)));
    if (stored.ok) acknowledge(group);
  }
}

/** How many whole credentials each group has. */
async function storedGroups(): Promise<Record<string, number>> {
  const all = await stores.credentials.all();
  if (!all.ok) throw new Error(all.failure);
  const sizes: Record<string, number> = {};
  for (const { id } of all.value) {
    const group = id.slice(0, id.indexOf('/'));
    sizes[group] = (sizes[group] ?? 0) + 1;
  }
  return sizes;
}

// The test calls these by name, and gives the page `acknowledge`.
const page = globalThis as unknown as { acknowledge: (group: string) => void } & Record<string, unknown>;
page['storeGroups'] = (kill: number, count: number, size: number) =>
  storeGroups(kill, count, size, (group) => page.acknowledge(group));
page['storedGroups'] = storedGroups;
