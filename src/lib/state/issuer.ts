// All that this device knows of one issuer: lists that name it, its keys and where they come from, the learner's pin,
// and the merits that name it. Nothing is fetched.
import type { PublicJwk } from '../core/model/jwk.ts';
import type { LocalisedText } from '../core/model/localised.ts';
import type { EpochSeconds } from '../core/model/brand.ts';
import type { ListedIssuer, Pin, TrustList, TrustMaterial } from '../core/model/trust.ts';
import { isStale } from '../core/trust/list-age.ts';
import { certificateName, keyName } from './key-names.ts';
import { isForged, pinnableKey, signingKey } from './pinnable-key.ts';
import type { WalletItem } from './wallet-item.ts';

/** A list as the trust pages know it; a bundled one has no page of its own. */
export interface HeldList {
  readonly id: string | null;
  readonly list: TrustList;
}

export interface Naming extends HeldList {
  readonly issuer: ListedIssuer;
  readonly stale: boolean;
}

export type KeySource =
  | { readonly kind: 'list'; readonly list: string }
  | { readonly kind: 'document' | 'given'; readonly fetched: EpochSeconds }
  | { readonly kind: 'id' }
  | { readonly kind: 'pin'; readonly since: EpochSeconds }
  | { readonly kind: 'merit' };

export interface KnownKey {
  /** RFC 7638 thumbprint; for a certificate its SHA-256. */
  readonly name: string;
  /** `P-256`, `Ed25519`, `RSA`; null for a certificate. */
  readonly type: string | null;
  readonly sources: readonly KeySource[];
  /** To be pinned on the learner's word; null when that would change nothing. */
  readonly pinnable: PublicJwk | null;
}

export interface KnownIssuer {
  readonly namings: readonly Naming[];
  readonly keys: readonly KnownKey[];
  readonly pin: { readonly pin: Pin; readonly name: string } | null;
  /** What merits say it is called, each once. */
  readonly ownNames: readonly LocalisedText[];
  readonly homepage: string | null;
  /** Merits whose signing key was found to be the issuer's. */
  readonly proven: readonly WalletItem[];
  /** Merits that only say so. */
  readonly claimed: readonly WalletItem[];
}

interface Sighting {
  readonly key: PublicJwk;
  readonly source: KeySource;
  readonly pinnable: boolean;
}

/** What is known of `id`: a DID, an address, or a name that stands in certificates. */
export async function knownIssuer(
  id: string,
  held: readonly HeldList[],
  trust: TrustMaterial,
  items: readonly WalletItem[],
  now: EpochSeconds,
): Promise<KnownIssuer> {
  const namings = namingsOf(id, held, now);
  const merits = items.filter(({ examination }) => isFrom(id, examination));
  const pin = trust.pins.find(({ issuerId }) => issuerId === id) ?? null;
  const [stated, certificates] = await Promise.all([statedKeys(id, namings, trust), certificatesOf(namings)]);
  const pinned: readonly Sighting[] =
    pin === null ? [] : [{ key: pin.key, source: { kind: 'pin', since: pin.since }, pinnable: false }];
  const sightings = [...stated, ...pinned, ...merits.flatMap(sightingIn)];
  return {
    namings,
    keys: [...(await together(sightings)), ...certificates],
    pin: pin === null ? null : { pin, name: await keyName(pin.key) },
    ownNames: ownNames(merits),
    homepage: namings.find(({ issuer }) => issuer.homepage !== null)?.issuer.homepage ?? null,
    proven: merits.filter(isProven),
    claimed: merits.filter((item) => !isProven(item)),
  };
}

function namingsOf(id: string, held: readonly HeldList[], now: EpochSeconds): readonly Naming[] {
  return held.flatMap(({ id: listId, list }) =>
    list.issuers
      .filter((issuer) => issuer.ids.includes(id) || issuer.subjects.includes(id))
      .map((issuer) => ({ id: listId, list, issuer, stale: isStale(list, now) })),
  );
}

function isFrom(id: string, examination: WalletItem['examination']): boolean {
  return examination.outcome === 'credential' && examination.credential.issuer.id === id;
}

/** The keys that lists, documents and the identifier itself state. Readers of DIDs are loaded here and not before. */
async function statedKeys(id: string, namings: readonly Naming[], trust: TrustMaterial): Promise<readonly Sighting[]> {
  const [{ documentedKeys }, { resolveDid }] = await Promise.all([
    import('../core/trust/find-document.ts'),
    import('../core/trust/resolve-did.ts'),
  ]);
  const resolved = id.startsWith('did:') ? resolveDid(id) : null;
  const listed = namings.flatMap(({ list, issuer }) =>
    issuer.keys.map((key): Sighting => ({ key, source: { kind: 'list', list: list.name }, pinnable: false })),
  );
  const own: readonly Sighting[] =
    resolved?.outcome === 'key' ? [{ key: resolved.key, source: { kind: 'id' }, pinnable: false }] : [];
  const documented = documentedKeys(id, trust).map(({ key, document, vouched }): Sighting => {
    const source = { kind: vouched ? ('document' as const) : ('given' as const), fetched: document.fetched };
    return { key, source, pinnable: false };
  });
  return [...listed, ...own, ...documented];
}

function sightingIn({ examination }: WalletItem): readonly Sighting[] {
  if (examination.outcome !== 'credential' || isForged(examination.judgement.findings)) return [];
  const { credential, judgement } = examination;
  const key = signingKey(judgement);
  const pinnable = pinnableKey(credential, judgement) !== null;
  return key === null ? [] : [{ key, source: { kind: 'merit' }, pinnable }];
}

/** One row a key, in the order of the strongest word for it; each source once. */
async function together(sightings: readonly Sighting[]): Promise<readonly KnownKey[]> {
  const byName = new Map<string, KnownKey>();
  for (const { key, source, pinnable } of sightings) {
    const name = await keyName(key);
    const known = byName.get(name) ?? { name, type: key.crv ?? key.kty, sources: [], pinnable: null };
    const told = known.sources.some((other) => JSON.stringify(other) === JSON.stringify(source));
    byName.set(name, {
      ...known,
      sources: told ? known.sources : [...known.sources, source],
      pinnable: known.pinnable ?? (pinnable ? key : null),
    });
  }
  return [...byName.values()];
}

async function certificatesOf(namings: readonly Naming[]): Promise<readonly KnownKey[]> {
  const rows = namings.flatMap(({ list, issuer }) =>
    issuer.certificates.map(async (text): Promise<KnownKey | null> => {
      const name = await certificateName(text);
      return name === null ? null : { name, type: null, sources: [{ kind: 'list', list: list.name }], pinnable: null };
    }),
  );
  return (await Promise.all(rows)).filter((row) => row !== null);
}

function ownNames(merits: readonly WalletItem[]): readonly LocalisedText[] {
  const names = merits.flatMap(({ examination }) => {
    if (examination.outcome !== 'credential') return [];
    const { issuer, achievement } = examination.credential;
    return [issuer.name.length > 0 ? issuer.name : achievement.issuerName];
  });
  const stated = new Map(names.filter((name) => name.length > 0).map((name) => [JSON.stringify(name), name]));
  return [...stated.values()];
}

function isProven({ examination }: WalletItem): boolean {
  if (examination.outcome !== 'credential') return false;
  const { findings } = examination.judgement;
  return findings.some(({ reason }) => reason === 'issuer-key-ok') && !isForged(findings);
}
