// Collects bytes and texts into one byte string.
import { encodeUtf8 } from '../../bytes/utf8.ts';

export class ByteSink {
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  bytes(part: Uint8Array): void {
    this.#parts.push(part);
    this.#length += part.length;
  }

  code(...codes: readonly number[]): void {
    this.bytes(Uint8Array.from(codes));
  }

  text(part: string): void {
    if (part !== '') this.bytes(encodeUtf8(part));
  }

  joined(): Uint8Array<ArrayBuffer> {
    const all = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}
