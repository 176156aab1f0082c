// What leaves the wallet: names, types, and an index a person can read.
import { describe, expect, it } from 'vitest';
import { epochSeconds } from '../../src/lib/core/model/brand.ts';
import { archiveEntries, exportedFile } from '../../src/lib/state/export.ts';
import type { WalletItem } from '../../src/lib/state/wallet-item.ts';
import { issueSpecimens } from '../../src/lib/core/issuance/specimens/issue-specimens.ts';
import { examine } from '../../src/lib/core/examine.ts';
import { NO_TRUST } from '../../src/lib/core/model/trust.ts';
import { stored, UNREADABLE_EXAMINATION } from '../builders/stored-credential.ts';
import { makeHolder, NOW, random } from '../builders/show-specimen.ts';

const document = (fileName: string | null): WalletItem => ({
  stored: stored('d', { fileName, raw: new TextEncoder().encode('abc') }),
  examination: UNREADABLE_EXAMINATION,
  checkedAt: NOW,
  stale: false,
});

async function specimenItems(withName: boolean): Promise<WalletItem[]> {
  const { publicKey } = await makeHolder();
  const issued = await issueSpecimens({ now: NOW, holderKey: publicKey, random });
  return Promise.all(
    issued.map(async ({ bytes, fileName, mediaType }) => ({
      stored: stored(fileName, { raw: bytes, mediaType, fileName: withName ? fileName : null, kind: 'x' }),
      examination: await examine(bytes, { trust: NO_TRUST, now: NOW, context: { kind: 'document' }, clockFloor: NOW }),
      checkedAt: NOW,
      stale: false,
    })),
  );
}

describe('an exported file', () => {
  it('keeps the name it came with', async () => {
    const names = (await specimenItems(true)).map((item) => exportedFile(item).name);
    expect(names).toEqual([
      'norrsken-hogskolepedagogik.sd-jwt',
      'norrsken-klinisk-handledare.png',
      'norrsken-studieutdrag.jwt',
      'norrsken-betyg-och-bedomning.jwt',
    ]);
  });

  it('is named after its title, with the extension of what it is, when it came without a name', async () => {
    const files = (await specimenItems(false)).map(exportedFile);
    expect(files.map(({ name }) => name.split('.').at(-1))).toEqual(['sd-jwt', 'png', 'jwt', 'jwt']);
    expect(files.map(({ mediaType }) => mediaType)).toEqual([
      'application/dc+sd-jwt',
      'image/png',
      'application/jwt',
      'application/jwt',
    ]);
  });

  it('of a document keeps its extension, and gets a plain name when it had none', () => {
    expect(exportedFile(document('brev.pdf')).name).toBe('brev.pdf');
    expect(exportedFile(document(null)).name).toBe('document');
    expect(exportedFile(document('../../.hidden')).name).toBe('-..-.hidden');
  });
});

describe('the archive of everything', () => {
  it('has a README, an index, and each file byte by byte', async () => {
    const items = await specimenItems(true);
    const entries = await archiveEntries(items, 'Läs mig', NOW);
    expect(entries.slice(0, 2).map(({ name }) => name)).toEqual(['README.txt', 'index.json']);
    expect(new TextDecoder().decode(entries[0]?.content)).toBe('Läs mig');
    expect(entries.slice(2).map(({ content }) => content)).toEqual(items.map((item) => item.stored.raw));
  });

  it('lists title, issuer, kind, time and digest of each', async () => {
    const at = epochSeconds(Date.UTC(2026, 10, 21) / 1000);
    const entries = await archiveEntries([document('a.txt')], '', at);
    const index = JSON.parse(new TextDecoder().decode(entries[1]?.content)) as unknown;
    expect(index).toEqual({
      format: 'meritfolio-export',
      version: 1,
      exported: '2026-11-21T00:00:00.000Z',
      credentials: [
        {
          file: 'a.txt',
          title: null,
          issuer: null,
          kind: 'document',
          received: '2026-11-18T11:06:40.000Z',
          sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
        },
      ],
    });
  });

  it('never has two files of one name, nor one that takes the place of the index', async () => {
    const entries = await archiveEntries([document('a.txt'), document('A.TXT'), document('index.json')], '', NOW);
    expect(entries.map(({ name }) => name)).toEqual([
      'README.txt',
      'index.json',
      'a.txt',
      'A (2).TXT',
      'index (2).json',
    ]);
  });
});
