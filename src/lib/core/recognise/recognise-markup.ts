// Text that begins with `<`: a baked SVG, or something that is not ours and says so.
import { foreign } from './recognised.ts';
import type { Recognition } from './recognised.ts';

/** How far in the root element is looked for. */
const HEAD = 4096;

export async function recogniseMarkup(text: string): Promise<Recognition> {
  const head = text.slice(0, HEAD);
  if (/^<!doctype html|^<html[\s>]/i.test(withoutProlog(head))) return foreign('html-page');
  if (/<([a-z]\w*:)?svg[\s>]/i.test(head)) {
    // The XML parser is wanted for these files only: a chunk of its own.
    const { recogniseSvg } = await import('./recognise-svg.ts');
    return recogniseSvg(text);
  }
  if (/<([a-z]\w*:)?elmo[\s>]/i.test(head)) return foreign('elmo');
  return foreign(/<html[\s>]/i.test(head) ? 'html-page' : 'not-recognised');
}

function withoutProlog(head: string): string {
  return head.replace(/^(?:\s|<\?[^>]*>|<!--[\s\S]*?-->)+/, '');
}
