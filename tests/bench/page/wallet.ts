// Opening and filtering a wallet of many: the stores of the app over IndexedDB, and what the wallet page does first.
import { dexieStores } from '../../../src/lib/adapters/storage/dexie-stores.ts';
import { contentDigest, credentialId, epochSeconds } from '../../../src/lib/core/model/brand.ts';
import { examine } from '../../../src/lib/core/examine.ts';
import { issueSpecimens } from '../../../src/lib/core/issuance/specimens/issue-specimens.ts';
import type { Specimen } from '../../../src/lib/core/issuance/specimens/issue-specimens.ts';
import type { Examination } from '../../../src/lib/core/model/examination.ts';
import { NO_TRUST } from '../../../src/lib/core/model/trust.ts';
import type { Stored, StoredCredential } from '../../../src/lib/core/ports.ts';
import { itemFromDerived } from '../../../src/lib/state/wallet-item.ts';
import type { WalletItem } from '../../../src/lib/state/wallet-item.ts';

export interface WalletTimes {
  readonly count: number;
  readonly add: number;
  readonly readAll: number;
  /** Until the first hundred can be shown. */
  readonly firstCards: number;
  readonly open: number;
  readonly filter: number;
  readonly found: number;
}

const NOW = epochSeconds(Date.UTC(2026, 10, 21, 12) / 1000);
const BATCH = 500;

export async function openWallet(count: number): Promise<WalletTimes> {
  const name = `bench-${String(count)}`;
  const first = dexieStores(name);
  const specimens = await examinedSpecimens();
  const add = await took(async () => {
    for (let start = 0; start < count; start += BATCH) {
      const records = Array.from({ length: Math.min(BATCH, count - start) }, (_, at) => record(specimens, start + at));
      right(await first.credentials.add(records.map(({ stored }) => stored)));
      const derived = records.map(({ stored, examination }) => ({
        id: stored.id,
        examination,
        checkedAt: NOW,
        basis: 'bench',
      }));
      right(await first.derived.put(derived));
    }
  });
  first.close();
  const readAll = await took(async () => right(await dexieStores(name).credentials.all()));
  const started = performance.now();
  const items: WalletItem[] = [];
  let firstCards: number | null = null;
  for await (const page of pages(name)) {
    items.push(...page);
    firstCards ??= performance.now() - started;
  }
  const open = performance.now() - started;
  let found = 0;
  const filter = await took(() => {
    found = items.filter((item) => textOf(item.examination).includes('norrsken')).length;
    return Promise.resolve();
  });
  return { count: items.length, add, readAll, firstCards: firstCards ?? open, open, filter, found };
}

/** As the wallet does when it opens (state/read-wallet.ts): newest first, each page larger than the one before. */
async function* pages(name: string): AsyncGenerator<readonly WalletItem[]> {
  const stores = dexieStores(name);
  const ids = right(await stores.credentials.ids());
  const today = { basis: 'bench', now: NOW };
  for (let from = 0, size = 100; from < ids.length; from += size / 4) {
    const wanted = ids.slice(from, from + size);
    const [rows, derived] = await Promise.all([stores.credentials.some(wanted), stores.derived.some(wanted)]);
    const known = new Map(right(derived).map((one) => [one.id, one]));
    yield right(rows).credentials.flatMap((one) => {
      const found = known.get(one.id);
      return found === undefined ? [] : [itemFromDerived(one, found, today)];
    });
    size *= 4;
  }
}

interface Record {
  readonly stored: StoredCredential;
  readonly examination: Examination;
}

async function examinedSpecimens(): Promise<readonly { specimen: Specimen; examination: Examination }[]> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));
  const specimens = await issueSpecimens({ now: NOW, holderKey: { kty: 'EC', crv: 'P-256', x, y }, random });
  const question = { trust: NO_TRUST, now: NOW, context: { kind: 'document' }, clockFloor: epochSeconds(0) } as const;
  return Promise.all(
    specimens.map(async (specimen) => ({ specimen, examination: await examine(specimen.bytes, question) })),
  );
}

function record(specimens: readonly { specimen: Specimen; examination: Examination }[], index: number): Record {
  const chosen = specimens[index % specimens.length];
  if (chosen === undefined) throw new Error('no specimens');
  const { specimen, examination } = chosen;
  const stored: StoredCredential = {
    id: credentialId(`id-${String(index)}`),
    raw: specimen.bytes,
    kind: examination.outcome === 'credential' ? examination.credential.kind : 'document',
    contentDigest: contentDigest(`digest-${String(index)}`),
    fileName: specimen.fileName,
    mediaType: specimen.mediaType,
    origin: 'specimen',
    receivedAt: epochSeconds(NOW - index),
    holderKey: null,
  };
  return { stored, examination };
}

function textOf(examination: Examination): string {
  if (examination.outcome !== 'credential') return '';
  const { achievement } = examination.credential;
  return [...achievement.title, ...achievement.issuerName, ...achievement.description]
    .map(({ text }) => text.toLowerCase())
    .join('\n');
}

function right<T>(stored: Stored<T>): T {
  if (!stored.ok) throw new Error(`storage: ${stored.failure}`);
  return stored.value;
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
