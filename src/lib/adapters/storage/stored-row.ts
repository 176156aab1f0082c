// A credential <-> its row. A row that storage damaged is told apart from a credential somebody tampered with.
import { contentDigest, credentialId, epochSeconds, holderKeyId } from '../../core/model/brand.ts';
import type { DamagedRecord, Origin, StoredCredential } from '../../core/ports.ts';
import type { CredentialRow } from './schema.ts';

const ORIGINS: readonly string[] = [
  'file',
  'drop',
  'paste',
  'camera',
  'qr-image',
  'link',
  'specimen',
] satisfies readonly Origin[];

/** FNV-1a, 32 bits: notices a damaged row; says nothing against somebody who damages on purpose. */
function checksum(raw: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of raw) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

export function toRow(credential: StoredCredential): CredentialRow {
  return { ...credential, checksum: checksum(credential.raw) };
}

/** The credential of a row, or null when the row is not what `toRow` made. */
export function fromRow(row: unknown): StoredCredential | null {
  if (!isRecord(row)) return null;
  const { id, raw, kind, contentDigest: digest, fileName, mediaType, origin, receivedAt, holderKey } = row;
  if (!isText(id) || !isBytes(raw) || !isText(kind) || !isText(digest) || !isText(mediaType)) return null;
  if (typeof receivedAt !== 'number' || !isOrigin(origin)) return null;
  if (!(fileName === null || isText(fileName)) || !(holderKey === null || isText(holderKey))) return null;
  if (row['checksum'] !== checksum(raw)) return null;
  return {
    id: credentialId(id),
    raw,
    kind,
    contentDigest: contentDigest(digest),
    fileName,
    mediaType,
    origin,
    receivedAt: epochSeconds(receivedAt),
    holderKey: holderKey === null ? null : holderKeyId(holderKey),
  };
}

/** What can be saved of a row that `fromRow` refuses. */
export function salvage(key: string, row: unknown): DamagedRecord {
  const raw = isRecord(row) ? row['raw'] : null;
  return { id: key, raw: isBytes(raw) ? raw : new Uint8Array() };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isOrigin = (value: unknown): value is Origin => isText(value) && ORIGINS.includes(value);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isBytes(value: unknown): value is Uint8Array<ArrayBuffer> {
  return value instanceof Uint8Array && value.buffer instanceof ArrayBuffer;
}
