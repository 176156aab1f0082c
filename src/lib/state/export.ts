// What was received leaves as it came: one credential as a file, or everything as one ZIP with an index.
import { fileName, uniqueName } from '../adapters/files/file-name.ts';
import { saveFile } from '../adapters/files/save-file.ts';
import type { ZipEntry } from '../adapters/files/zip.ts';
import { digest } from '../core/bytes/digest.ts';
import { encodeUtf8 } from '../core/bytes/utf8.ts';
import { pickText } from '../core/model/localised.ts';
import type { LocalisedText } from '../core/model/localised.ts';
import type { DamagedRecord } from '../core/ports.ts';
import { world } from './compose.ts';
import type { WalletItem } from './wallet-item.ts';

export interface ExportedFile {
  readonly name: string;
  readonly mediaType: string;
}

const EXTENSIONS: ReadonlyMap<string, ExportedFile> = new Map([
  ['sd-jwt-vc', { name: 'sd-jwt', mediaType: 'application/dc+sd-jwt' }],
  ['vc-jwt', { name: 'jwt', mediaType: 'application/jwt' }],
  ['vc-di', { name: 'json', mediaType: 'application/ld+json' }],
]);

/** Name and media type of the file of `item`. The given name is kept when there was one, made safe. */
export function exportedFile({ stored, examination }: WalletItem): ExportedFile {
  if (examination.outcome !== 'credential') {
    const [stem, extension] = split(stored.fileName ?? 'document');
    return { name: fileName(stem, extension), mediaType: stored.mediaType || 'application/octet-stream' };
  }
  const { carrier, kind, achievement } = examination.credential;
  const wanted = stored.fileName ?? plain(achievement.title) ?? kind;
  if (carrier === 'png') return { name: fileName(wanted, 'png'), mediaType: 'image/png' };
  if (carrier === 'svg') return { name: fileName(wanted, 'svg'), mediaType: 'image/svg+xml' };
  const [stem, extension] = split(wanted);
  // A given extension stays: what came as .json or .txt should open with the same program again.
  if (stored.fileName !== null && extension !== '')
    return { name: fileName(stem, extension), mediaType: stored.mediaType };
  const usual = EXTENSIONS.get(kind);
  return { name: fileName(wanted, usual?.name ?? ''), mediaType: usual?.mediaType ?? 'application/octet-stream' };
}

/** Saves the received bytes of `item` as a file. */
export function exportOne(item: WalletItem): void {
  const { name, mediaType } = exportedFile(item);
  saveFile(new Blob([item.stored.raw], { type: mediaType }), name);
}

/** Saves what is left of a damaged row. */
export function exportDamaged({ id, raw }: DamagedRecord): void {
  saveFile(new Blob([raw]), fileName(`damaged-${id}`, 'bin'));
}

/** Saves everything as one ZIP: each file as received, `index.json`, and `readme` as README.txt. */
export async function exportAll(
  items: readonly WalletItem[],
  readme: string,
  progress?: (done: number, total: number) => void,
): Promise<void> {
  const now = world().clock();
  const { zip } = await import('../adapters/files/zip.ts');
  const archive = await zip(await archiveEntries(items, readme, now), progress);
  saveFile(archive, `meritfolio-${new Date(now * 1000).toISOString().slice(0, 10)}.zip`);
}

/** The files of the archive, README and index first. */
export async function archiveEntries(items: readonly WalletItem[], readme: string, now: number): Promise<ZipEntry[]> {
  const taken = new Set(['readme.txt', 'index.json']);
  const files: ZipEntry[] = [];
  const index: unknown[] = [];
  for (const item of items) {
    const name = uniqueName(exportedFile(item).name, taken);
    taken.add(name.toLowerCase());
    files.push({ name, content: item.stored.raw, modified: item.stored.receivedAt });
    index.push(await indexRow(name, item));
  }
  const written = { format: 'meritfolio-export', version: 1, exported: iso(now), credentials: index };
  return [
    { name: 'README.txt', content: encodeUtf8(readme), modified: now },
    { name: 'index.json', content: encodeUtf8(`${JSON.stringify(written, null, 2)}\n`), modified: now },
    ...files,
  ];
}

async function indexRow(file: string, { stored, examination }: WalletItem): Promise<unknown> {
  const sha256 = Array.from(await digest('SHA-256', stored.raw), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const credential = examination.outcome === 'credential' ? examination.credential : null;
  return {
    file,
    title: credential && plain(credential.achievement.title),
    issuer: credential && (plain(credential.issuer.name) ?? credential.issuer.id),
    kind: stored.kind,
    received: iso(stored.receivedAt),
    sha256,
  };
}

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();
const plain = (text: LocalisedText): string | null => pickText(text, ['en'])?.text ?? null;

function split(name: string): readonly [stem: string, extension: string] {
  const dot = name.lastIndexOf('.');
  const extension = name.slice(dot + 1);
  return dot > 0 && /^[A-Za-z0-9-]{1,8}$/.test(extension) ? [name.slice(0, dot), extension] : [name, ''];
}
