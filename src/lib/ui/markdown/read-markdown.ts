// Markdown (CommonMark) from an issuer -> a small tree that our own components draw. No HTML ever comes of it: raw HTML
// is text, a picture is its words, and what is too much or too deep stays as it was written (THREATS B1).
import { fromMarkdown } from 'mdast-util-from-markdown';

export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'emphasis' | 'strong'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'link'; readonly address: string; readonly text: string }
  | { readonly kind: 'break' };
export type Block =
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'heading'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string };

const MAX_CHARACTERS = 8000;
/** The parser's work grows with the square of what could be markup, not with the length of a text. */
const MAX_MARKS = 800;
const MAX_NODES = 2000;
const MAX_DEPTH = 10;
const MARK = /[^\p{L}\p{N}\s.,;:'"()]|\d+[.)]/gu;

interface Node {
  readonly type: string;
  readonly children: readonly unknown[];
  readonly value: string;
  readonly alt: string;
  readonly url: string;
  readonly start: number | null;
}

/** The blocks of `text`; null when it has to be shown as plain text. */
export function readMarkdown(text: string): readonly Block[] | null {
  if (text.length > MAX_CHARACTERS || (text.match(MARK)?.length ?? 0) > MAX_MARKS) return null;
  const left = { nodes: MAX_NODES };
  const root = nodeOf(fromMarkdown(text));
  const blocks = root === null ? null : blocksOf(root, left, 0);
  return left.nodes < 0 ? null : blocks;
}

interface Budget {
  nodes: number;
}

function blocksOf({ children }: Node, left: Budget, depth: number): readonly Block[] {
  return children.flatMap((child) => {
    const node = nodeOf(child);
    return node === null || (left.nodes -= 1) < 0 ? [] : blockOf(node, left, depth);
  });
}

function blockOf(node: Node, left: Budget, depth: number): readonly Block[] {
  if (depth > MAX_DEPTH) return paragraph([{ kind: 'text', text: wordsOf(node, depth) }]);
  switch (node.type) {
    case 'paragraph':
      return paragraph(inlinesOf(node, left, depth));
    case 'heading':
      return [{ kind: 'heading', inlines: inlinesOf(node, left, depth) }];
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocksOf(node, left, depth + 1) }];
    case 'list':
      return [{ kind: 'list', start: node.start, items: itemsOf(node, left, depth + 1) }];
    case 'code':
      return [{ kind: 'code', text: node.value }];
    // Raw HTML is what its issuer typed, seen and not obeyed.
    case 'html':
      return paragraph([{ kind: 'text', text: node.value }]);
    default:
      return [];
  }
}

function paragraph(inlines: readonly Inline[]): readonly Block[] {
  return [{ kind: 'paragraph', inlines }];
}

function itemsOf({ children }: Node, left: Budget, depth: number): readonly (readonly Block[])[] {
  return children.flatMap((child) => {
    const item = nodeOf(child);
    return item === null || (left.nodes -= 1) < 0 ? [] : [blocksOf(item, left, depth)];
  });
}

function inlinesOf({ children }: Node, left: Budget, depth: number): readonly Inline[] {
  return children.flatMap((child) => {
    const node = nodeOf(child);
    return node === null || (left.nodes -= 1) < 0 ? [] : inlineOf(node, left, depth);
  });
}

function inlineOf(node: Node, left: Budget, depth: number): readonly Inline[] {
  if (depth > MAX_DEPTH) return [{ kind: 'text', text: wordsOf(node, depth) }];
  switch (node.type) {
    case 'inlineCode':
      return [{ kind: 'code', text: node.value }];
    case 'emphasis':
    case 'strong':
      return [{ kind: node.type, inlines: inlinesOf(node, left, depth + 1) }];
    case 'link':
      return [{ kind: 'link', address: node.url, text: wordsOf(node, depth) }];
    case 'break':
      return [{ kind: 'break' }];
    default:
      return [{ kind: 'text', text: wordsOf(node, depth) }];
  }
}

/** All words in `node`; of a picture, which is never loaded, what it is said to show. */
function wordsOf(node: Node, depth: number): string {
  if (node.children.length === 0) return node.value === '' ? node.alt : node.value;
  if (depth > 4 * MAX_DEPTH) return '…';
  return node.children
    .map(nodeOf)
    .map((child) => (child === null ? '' : wordsOf(child, depth + 1)))
    .join('');
}

/** The parser's types name a package that only has types: what is used of a node is read here. */
function nodeOf(value: unknown): Node | null {
  if (typeof value !== 'object' || value === null || !('type' in value) || typeof value.type !== 'string') return null;
  return {
    type: value.type,
    children: 'children' in value && Array.isArray(value.children) ? value.children : [],
    value: 'value' in value && typeof value.value === 'string' ? value.value : '',
    alt: 'alt' in value && typeof value.alt === 'string' ? value.alt : '',
    url: 'url' in value && typeof value.url === 'string' ? value.url : '',
    start: 'start' in value && 'ordered' in value && value.ordered === true ? Number(value.start ?? 1) : null,
  };
}
