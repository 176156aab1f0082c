// What was derived <-> its row. As JSON text: read back several times faster than the objects themselves would be.
import { decodeBase64url, encodeBase64url } from '../../core/bytes/base64url.ts';
import type { Jws } from '../../core/model/credential.ts';
import type { Examination } from '../../core/model/examination.ts';
import type { DerivedRecord } from '../../core/ports.ts';

export type DerivedRow = Omit<DerivedRecord, 'examination'> & { readonly examination: string };

export function toDerivedRow({ examination, ...facts }: DerivedRecord): DerivedRow {
  return { ...facts, examination: JSON.stringify(examination, bytesAsText) };
}

/** None when the text is not what `toDerivedRow` made. */
export function fromDerivedRow({ examination, ...facts }: DerivedRow): DerivedRecord[] {
  try {
    // Written by this program. Whoever reads it must compare `basis`: another build may have meant another shape.
    const read = withSignature(JSON.parse(examination) as Examination);
    return read === null ? [] : [{ ...facts, examination: read }];
  } catch {
    return [];
  }
}

/** The signature of a JWS is all that is bytes in an examination. */
const bytesAsText = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? encodeBase64url(value) : value;

function withSignature(read: Examination): Examination | null {
  if (read.outcome !== 'credential' || read.credential.kind === 'vc-di') return read;
  const { credential, judgement } = read;
  if (credential.kind === 'open-badge-2' && credential.jws === null) return read;
  const signature = decodeBase64url(String(credential.jws?.signature));
  if (signature === null) return null;
  const jws = { ...credential.jws, signature } as Jws;
  return { outcome: 'credential', credential: { ...credential, jws }, judgement };
}
