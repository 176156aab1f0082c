import { describe, expect, it } from 'vitest';
import { packEnvelope } from '../../../src/lib/core/present/envelope/pack-envelope.ts';
import { showLinkText } from '../../../src/lib/core/present/show-link.ts';
import { carriesKeyBinding, readCode } from '../../../src/lib/state/read-code.ts';

async function linkAt(base: string, text: string): Promise<string> {
  const envelope = await packEnvelope(text);
  if (envelope === null) throw new Error('no envelope');
  return showLinkText(base, envelope);
}

describe('what stands in a code', () => {
  it('is taken out of a link of any host, whose name is only reported', async () => {
    const link = await linkAt('https://Look-Alike.example/', 'something shown');
    expect(await readCode(link)).toEqual({ kind: 'shown', text: 'something shown', host: 'look-alike.example' });
  });

  it('is taken out of a link with a port, a base path, or spaces around it', async () => {
    for (const base of ['http://127.0.0.1:4173/', 'https://host.example/apps/merit/'])
      expect(await readCode(`  ${await linkAt(base, 'shown')}\n`)).toMatchObject({ kind: 'shown', text: 'shown' });
  });

  it('is damaged when a link of our kind was cut or changed', async () => {
    const link = await linkAt('https://host.example/', 'something shown to somebody');
    expect(await readCode(link.slice(0, -4))).toMatchObject({ kind: 'damaged' });
    expect(await readCode('https://host.example/V#')).toMatchObject({ kind: 'text' });
    expect(await readCode('https://host.example/V#99999999999999999')).toMatchObject({ kind: 'damaged' });
  });

  it('is plain text when it is another page, a token or a word', async () => {
    for (const text of ['https://host.example/page#12', 'https://host.example/V?x=1', 'a.b.c~', 'hello', ''])
      expect(await readCode(text)).toEqual({ kind: 'text', text });
  });

  it('counts as made to be shown only with a key binding at its end', () => {
    expect(carriesKeyBinding('a.b.c~d~e.f.g')).toBe(true);
    expect(carriesKeyBinding('a.b.c~d\n~e.f.g\n')).toBe(true);
    for (const text of ['a.b.c~d~', 'a.b.c', 'a.b.c~d', 'https://x/V#1']) expect(carriesKeyBinding(text)).toBe(false);
  });
});
