// Received bytes on their way into the wallet: examined, not yet stored.
import { encodeBase64url } from '../core/bytes/base64url.ts';
import { digest } from '../core/bytes/digest.ts';
import { contentDigest, credentialId } from '../core/model/brand.ts';
import type { ContentDigest, CredentialId } from '../core/model/brand.ts';
import type { Examination } from '../core/model/examination.ts';
import type { Origin, StoredCredential } from '../core/ports.ts';
import { world } from './compose.ts';
import { basisNow } from './examine-stored.ts';
import { examineNow } from './question.ts';
import { trust } from './trust.svelte.ts';

/** Bytes as they came. */
export interface Received {
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly fileName: string | null;
  readonly mediaType: string;
}

/** What it is and what was found, before anything is kept. */
export interface Preview extends Received {
  /** Unique among previews; for keyed lists. */
  readonly key: string;
  readonly origin: Origin;
  readonly examination: Examination;
  readonly contentDigest: ContentDigest;
  /** What the examination rests on; when it has changed by the time of keeping, it is done again. */
  readonly basis: string;
  /** The credential in the wallet that is the same one, in whatever wrapping. */
  readonly duplicateOf: CredentialId | null;
}

/** Not read at all. `broken` is our own bug: the file may be fine. */
export interface NotRead {
  readonly fileName: string | null;
  readonly why: 'too-large' | 'file-unreadable' | 'broken';
}

export interface Receipt {
  readonly previews: readonly Preview[];
  readonly notRead: readonly NotRead[];
}

/** Examines `received` as a document; null when the corridor broke on it. */
export async function preview(
  received: Received,
  origin: Origin,
  held: (digest: ContentDigest) => CredentialId | null,
): Promise<Preview | null> {
  try {
    await trust.open();
    const basis = basisNow();
    const examination = await examineNow(received.raw, { kind: 'document' });
    const whole = await digestOf(received.raw, examination);
    return {
      ...received,
      key: newId(0),
      origin,
      examination,
      contentDigest: whole,
      basis,
      duplicateOf: held(whole),
    };
  } catch {
    return null;
  }
}

/** Those of `previews` that are not in the wallet, each once, and the ids of those that are. */
export function newOnes(
  previews: readonly Preview[],
  held: (digest: ContentDigest) => CredentialId | null,
): { readonly fresh: readonly Preview[]; readonly alreadyHere: readonly CredentialId[] } {
  const fresh = new Map<ContentDigest, Preview>();
  const alreadyHere: CredentialId[] = [];
  for (const one of previews) {
    const id = held(one.contentDigest);
    if (id !== null) alreadyHere.push(id);
    else if (!fresh.has(one.contentDigest)) fresh.set(one.contentDigest, one);
  }
  return { fresh: [...fresh.values()], alreadyHere };
}

/** What is stored of a preview. */
export async function toStored(kept: Preview, index: number): Promise<StoredCredential> {
  const { raw, fileName, mediaType, origin, examination } = kept;
  return {
    id: credentialId(newId(index)),
    raw,
    kind: examination.outcome === 'credential' ? examination.credential.kind : 'document',
    contentDigest: kept.contentDigest,
    fileName,
    mediaType,
    origin,
    receivedAt: world().clock(),
    holderKey: await holderKeyOf(examination),
  };
}

/** Local ids sort by time of receipt, then by place in the batch backwards, so that the newest-first list keeps it. */
function newId(index: number): string {
  const second = world().clock().toString(16).padStart(9, '0');
  const place = (0xffff - index).toString(16).padStart(4, '0');
  return second + place + Array.from(world().random(10), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function digestOf(raw: Uint8Array<ArrayBuffer>, examination: Examination): Promise<ContentDigest> {
  if (examination.outcome === 'credential') return examination.credential.contentDigest;
  return contentDigest(encodeBase64url(await digest('SHA-256', raw)));
}

async function holderKeyOf(examination: Examination): Promise<StoredCredential['holderKey']> {
  if (examination.outcome !== 'credential' || examination.credential.holder.key === null) return null;
  const found = await world().keys.find(examination.credential.holder.key);
  return found.ok && found.value ? found.value.id : null;
}
