// Markdown from strangers: what becomes of it, and what never does.
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/lib/ui/markdown/read-markdown.ts';
import type { Block, Inline } from '../../../src/lib/ui/markdown/read-markdown.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const paragraph = (...inlines: readonly Inline[]): Block => ({ kind: 'paragraph', inlines });

describe('Markdown of an issuer', () => {
  it('is read into paragraphs, lists, emphasis, links and code', () => {
    expect(readMarkdown('# Krav\n\nSimma *200* **m**, se [krav](https://a.example/x).\n\n- ett\n- `två`')).toEqual([
      { kind: 'heading', inlines: [text('Krav')] },
      paragraph(
        text('Simma '),
        { kind: 'emphasis', inlines: [text('200')] },
        text(' '),
        { kind: 'strong', inlines: [text('m')] },
        text(', se '),
        { kind: 'link', address: 'https://a.example/x', text: 'krav' },
        text('.'),
      ),
      {
        kind: 'list',
        start: null,
        items: [[paragraph(text('ett'))], [paragraph({ kind: 'code', text: 'två' })]],
      },
    ]);
  });

  it('keeps the number an ordered list starts at', () => {
    expect(readMarkdown('3. tre')).toEqual([{ kind: 'list', start: 3, items: [[paragraph(text('tre'))]] }]);
  });

  it('shows raw HTML as the text it is', () => {
    expect(readMarkdown('<img src=x onerror=alert(1)>\n\nA <b onclick="x()">b</b>')).toEqual([
      paragraph(text('<img src=x onerror=alert(1)>')),
      paragraph(text('A '), text('<b onclick="x()">'), text('b'), text('</b>')),
    ]);
  });

  it('never loads a picture: its words stand in its place', () => {
    const told = JSON.stringify(readMarkdown('![En simmare](https://track.example/p.gif) ![](data:image/svg+xml,x)'));
    expect(told).toContain('En simmare');
    expect(told).not.toContain('track.example');
    expect(told).not.toContain('data:');
  });

  it('hands unsafe addresses on as links that are never made, and flattens what stands in a link', () => {
    expect(readMarkdown('[**a** <i>](javascript:alert(1))')).toEqual([
      paragraph({ kind: 'link', address: 'javascript:alert(1)', text: 'a <i>' }),
    ]);
  });

  it.each([
    ['quotes in quotes', '>'.repeat(700)],
    ['lists in lists', '- '.repeat(300)],
    ['emphasis in emphasis', '*_'.repeat(150) + 'x' + '_*'.repeat(150)],
  ])('bounds %s: the tree is never deep', (_, hostile) => {
    const told = readMarkdown(hostile);
    expect(depthOf(told)).toBeLessThan(40);
  });

  it.each([
    ['too long', 'a'.repeat(8001)],
    ['too much markup', '*a_ '.repeat(500)],
    ['too many brackets', '['.repeat(2000)],
    ['too many numbers', '1. '.repeat(1000)],
  ])('is plain text when %s', (_, hostile) => {
    expect(readMarkdown(hostile)).toBeNull();
  });

  it('does not take keys of a prototype for nodes', () => {
    expect(readMarkdown('[constructor]: https://a.example\n\n[constructor] toString')).toEqual([
      paragraph(text('constructor'), text(' toString')),
    ]);
  });
});

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
