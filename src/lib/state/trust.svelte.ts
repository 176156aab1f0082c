// Whom this device trusts: imported lists and pins, as state.
import { encodeBase64url } from '../core/bytes/base64url.ts';
import { digest } from '../core/bytes/digest.ts';
import { encodeUtf8 } from '../core/bytes/utf8.ts';
import type { PublicJwk } from '../core/model/jwk.ts';
import { NO_TRUST } from '../core/model/trust.ts';
import type { EvidenceDocument, Pin, TrustList, TrustMaterial } from '../core/model/trust.ts';
import type { Stored, StorageFailure, StoredTrustList } from '../core/ports.ts';
import type { ImportedAs, TrustListParsing, TrustListProblem } from '../core/trust/parse-trust-list.ts';
import { CLOCK_SKEW_SECONDS } from '../core/verify/question.ts';
import { world } from './compose.ts';

export interface ImportedList {
  readonly id: string;
  readonly list: TrustList;
  readonly stored: StoredTrustList;
}

/**
 * `older`: one with the same name and a later `issued` is in hand (rollback). `already-here`: the very same bytes.
 * `from-the-future`: one of the two dates is wrong; kept, the list would put every verdict in doubt.
 */
export type ImportProblem = TrustListProblem | 'older' | 'already-here' | 'from-the-future' | StorageFailure;
export type ImportOutcome =
  | { readonly ok: true; readonly imported: ImportedList; readonly replaced: boolean }
  /** `needs`: it can be read once the person says what it is called, and whose keys they are when `issuer`. */
  | { readonly ok: false; readonly why: ImportProblem; readonly needs?: NeedsName };
export type NeedsName = Omit<Extract<TrustListParsing, { why: 'needs-name' }>, 'ok' | 'why'>;

class Trust {
  #lists = $state.raw<readonly ImportedList[]>([]);
  #pins = $state.raw<readonly Pin[]>([]);
  #material = $state.raw<TrustMaterial>(NO_TRUST);
  #basis = '';
  #opened: Promise<void> | null = null;
  #reading: Promise<void> = Promise.resolve();
  readonly #listeners = new Set<() => void>();

  get lists(): readonly ImportedList[] {
    return this.#lists;
  }

  get pins(): readonly Pin[] {
    return this.#pins;
  }

  /** The same object until something changes. */
  get material(): TrustMaterial {
    return this.#material;
  }

  /** Digest of the material: two equal ones give equal verdicts. */
  get basis(): string {
    return this.#basis;
  }

  open(): Promise<void> {
    this.#opened ??= this.#start();
    return this.#opened;
  }

  /** Called after the material changed, here or in another tab. */
  onChange(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  list(id: string): ImportedList | null {
    return this.#lists.find((list) => list.id === id) ?? null;
  }

  /** `about`: what the person says of a list whose format has no name (`needs`). */
  async importList(
    raw: Uint8Array<ArrayBuffer>,
    fileName: string | null,
    about: Omit<ImportedAs, 'importedAt'> | null = null,
  ): Promise<ImportOutcome> {
    await this.open();
    const importedAt = world().clock();
    const named = about === null ? null : { name: about.name, issuerId: about.issuerId, importedAt };
    const parsed = await parseList(raw, named);
    if (!parsed.ok) return notImported(parsed);
    if (parsed.list.issued > world().clock() + CLOCK_SKEW_SECONDS) return { ok: false, why: 'from-the-future' };
    const id = await listId(parsed.list, named);
    const held = this.list(id);
    if (held && sameBytes(held.stored.raw, raw)) return { ok: false, why: 'already-here' };
    if (held && parsed.list.issued < held.list.issued) return { ok: false, why: 'older' };
    const stored: StoredTrustList = { id, raw, fileName, importedAt, ...(named === null ? {} : { about: named }) };
    const kept = await world().trust.putList(stored);
    if (!kept.ok) return { ok: false, why: kept.failure };
    await this.#read();
    return { ok: true, imported: { id, list: parsed.list, stored }, replaced: held !== null };
  }

  removeList(id: string): Promise<Stored<null>> {
    return this.#changing(world().trust.removeList(id));
  }

  pin(issuerId: string, key: PublicJwk): Promise<Stored<null>> {
    return this.#changing(world().trust.putPin({ issuerId, key, since: world().clock() }));
  }

  unpin(issuerId: string): Promise<Stored<null>> {
    return this.#changing(world().trust.removePin(issuerId));
  }

  /** Keeps documents as evidence; every verdict is worked out anew with them. */
  keepDocuments(documents: readonly EvidenceDocument[]): Promise<Stored<null>> {
    return this.#changing(world().evidence.put(documents));
  }

  removeDocuments(urls: readonly string[]): Promise<Stored<null>> {
    return this.#changing(world().evidence.remove(urls));
  }

  async #changing(change: Promise<Stored<null>>): Promise<Stored<null>> {
    const changed = await change;
    if (changed.ok) await this.#read();
    return changed;
  }

  async #start(): Promise<void> {
    world().trust.watch(() => void this.#read());
    world().evidence.watch(() => void this.#read());
    await this.#read();
  }

  /** One reading at a time, so that a change is told once. */
  #read(): Promise<void> {
    this.#reading = this.#reading.then(() => this.#readNow());
    return this.#reading;
  }

  async #readNow(): Promise<void> {
    const { trust: kept, evidence } = world();
    const [lists, pins, documents] = await Promise.all([kept.lists(), kept.pins(), evidence.all()]);
    if (!lists.ok || !pins.ok) return;
    // Evidence that cannot be read is evidence not in hand: no reason to forget whom to trust.
    const inHand = documents.ok ? documents.value : [];
    const basis = await basisOf(lists.value, pins.value, inHand);
    if (basis === this.#basis) return;
    this.#lists = (await Promise.all(lists.value.map(readList))).filter((list) => list !== null);
    this.#pins = pins.value;
    this.#material = { lists: this.#lists.map(({ list }) => list), pins: pins.value, documents: inHand };
    this.#basis = basis;
    for (const changed of this.#listeners) changed();
  }
}

export const trust = new Trust();

/** One name and signer is one list: a newer issue replaces the one in hand; another signer's never does. */
async function listId({ name, signedBy, format }: TrustList, about: ImportedAs | null): Promise<string> {
  const own = format === 'meritfolio' ? [name, signedBy] : [name, signedBy, format, about?.issuerId ?? null];
  return encodeBase64url(await digest('SHA-256', encodeUtf8(JSON.stringify(own)))).slice(0, 22);
}

/** The reader of lists comes with the first list: a wallet without any does not load it. */
async function parseList(raw: Uint8Array<ArrayBuffer>, about: ImportedAs | null): Promise<TrustListParsing> {
  const { parseTrustList } = await import('../core/trust/parse-trust-list.ts');
  return parseTrustList(raw, 'imported', about);
}

function notImported(parsing: Extract<TrustListParsing, { ok: false }>): ImportOutcome {
  if (parsing.why !== 'needs-name') return parsing;
  const { format, issuer } = parsing;
  return { ok: false, why: 'trust-list-unfamiliar', needs: { format, issuer } };
}

async function readList(stored: StoredTrustList): Promise<ImportedList | null> {
  const parsed = await parseList(stored.raw, stored.about ?? null);
  return parsed.ok ? { id: stored.id, list: parsed.list, stored } : null;
}

async function basisOf(
  lists: readonly StoredTrustList[],
  pins: readonly Pin[],
  documents: readonly EvidenceDocument[],
): Promise<string> {
  const told = await Promise.all(
    lists.map(async ({ raw, about }) => [encodeBase64url(await digest('SHA-256', raw)), about ?? null]),
  );
  const papers = await Promise.all(
    documents.map((document) => digest('SHA-256', encodeUtf8(JSON.stringify(document)))),
  );
  const text = JSON.stringify([
    told.map((one) => JSON.stringify(one)).sort(),
    pins,
    papers.map(encodeBase64url).sort(),
  ]);
  return encodeBase64url(await digest('SHA-256', encodeUtf8(text)));
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);
