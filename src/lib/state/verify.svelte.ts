// The verifier's desk: one thing examined at a time, nothing kept. What is shown is forgotten with the next one.
import type { Examination } from '../core/model/examination.ts';
import type { VerificationContext, VerdictString } from '../core/model/verdict.ts';
import type { EnvelopeProblem } from '../core/present/envelope/unpack-envelope.ts';
import { decodeUtf8, encodeUtf8 } from '../core/bytes/utf8.ts';
import { signalVerdict } from '../adapters/signal/signal-verdict.ts';
import { world } from './compose.ts';
import { examineNow } from './question.ts';
import { carriesKeyBinding, readCode, readFragment } from './read-code.ts';
import type { CodeContent } from './read-code.ts';
import type { FoundCode, Scan } from './scan.svelte.ts';

export type ShownBy = 'link' | 'camera' | 'image' | 'file' | 'paste';
/** Why there was nothing to examine. `broken` is our own fault. */
export type DeskTrouble =
  EnvelopeProblem | 'no-code' | 'code-not-readable' | 'too-large' | 'file-unreadable' | 'broken';

export interface Checked {
  readonly by: ShownBy;
  readonly context: VerificationContext['kind'];
  readonly found: Examination | DeskTrouble;
  /** Host that stood in the code and was ignored; null when none did. */
  readonly host: string | null;
}

const SHOW: VerificationContext = { kind: 'presented', mode: 'show' };
const DOCUMENT: VerificationContext = { kind: 'document' };
const MUTED = 'verify-muted';
/** Above this a file is not a credential and not a picture of a code. */
const MAX_FILE_BYTES = 20_000_000;

export class Desk {
  #checking = $state(false);
  #shown = $state.raw<Checked | null>(null);
  #count = $state(0);
  #muted = $state(false);
  /** Only the newest question may answer: a slow file must not show up after the next person's code. */
  #asked = 0;

  get checking(): boolean {
    return this.#checking;
  }
  /** What is on the screen; null between two people. */
  get shown(): Checked | null {
    return this.#shown;
  }
  /** How many were examined since the page was opened. A number, nothing else. */
  get count(): number {
    return this.#count;
  }
  get muted(): boolean {
    return this.#muted;
  }

  async open(): Promise<void> {
    const muted = await world().settings.get(MUTED);
    this.#muted = muted.ok && muted.value === 'yes';
  }

  async mute(muted: boolean): Promise<void> {
    this.#muted = muted;
    await world().settings.set(MUTED, muted ? 'yes' : 'no');
  }

  /** The page was opened with a code in its address. */
  openedByLink(fragment: string): Promise<void> {
    return this.#examine('link', async () => this.#ofContent('link', await readFragment(fragment, null)));
  }

  scanned(code: FoundCode): Promise<void> {
    return this.#examine('camera', async () => this.#ofContent('camera', await readCode(code.text)));
  }

  pasted(text: string): Promise<void> {
    return this.#examine('paste', async () => this.#ofContent('paste', await readCode(text)));
  }

  /** A credential's file, or a picture of a code. */
  file(file: File, scan: Pick<Scan, 'readImage'>): Promise<void> {
    return this.#examine('file', () => this.#ofFile(file, scan));
  }

  /** Forgets what is shown. */
  next(): void {
    this.#asked += 1;
    this.#checking = false;
    this.#shown = null;
  }

  async #examine(by: ShownBy, work: () => Promise<Checked>): Promise<void> {
    const asked = (this.#asked += 1);
    this.#shown = null;
    this.#checking = true;
    let checked: Checked;
    try {
      checked = await work();
    } catch {
      checked = { by, context: 'presented', found: 'broken', host: null };
    }
    if (asked !== this.#asked) return;
    this.#checking = false;
    this.#shown = checked;
    this.#count += 1;
    if (!this.#muted) await signalVerdict(verdictOf(checked));
  }

  async #ofContent(by: ShownBy, content: CodeContent): Promise<Checked> {
    if (content.kind === 'damaged') return { by, context: 'presented', found: content.why, host: content.host };
    const shown = content.kind === 'shown' || by === 'camera' || by === 'image' || carriesKeyBinding(content.text);
    const context = shown ? SHOW : DOCUMENT;
    const found = await examineNow(encodeUtf8(content.text), context);
    return { by, context: context.kind, found, host: content.kind === 'shown' ? content.host : null };
  }

  async #ofFile(file: File, scan: Pick<Scan, 'readImage'>): Promise<Checked> {
    const nothing = (found: DeskTrouble): Checked => ({ by: 'file', context: 'document', found, host: null });
    if (file.size > MAX_FILE_BYTES) return nothing('too-large');
    const bytes = await bytesOf(file);
    if (bytes === null) return nothing('file-unreadable');
    const document = await examineNow(bytes, DOCUMENT);
    if (document.outcome === 'credential') {
      const made = document.credential.kind === 'sd-jwt-vc' && document.credential.keyBinding !== null;
      const found = made ? await examineNow(bytes, SHOW) : document;
      return { by: 'file', context: made ? 'presented' : 'document', found, host: null };
    }
    const text = document.why === 'web-address' ? decodeUtf8(bytes) : null;
    if (text !== null) return this.#ofContent('file', await readCode(text));
    const reading = await scan.readImage(file);
    if (reading.outcome === 'code') return this.#ofContent('image', await readCode(reading.text));
    if (reading.outcome === 'seen') return nothing('code-not-readable');
    if (reading.outcome === 'none' && document.why === 'image-without-credential') return nothing('no-code');
    return { by: 'file', context: 'document', found: document, host: null };
  }
}

/** What outputs say of it. */
export function verdictOf({ found }: Checked): VerdictString {
  return typeof found === 'string' || found.outcome === 'unreadable' ? 'unrecognised' : found.judgement.verdict;
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}
