// Text -> parsed credential, for tests that start after recognising.
import { encodeUtf8 } from '../../src/lib/core/bytes/utf8.ts';
import type { ParsedCredential, SdJwtVc, VcDataIntegrity, VcJwt } from '../../src/lib/core/model/credential.ts';
import type { EvidenceDocument } from '../../src/lib/core/model/trust.ts';
import { parse } from '../../src/lib/core/parse/parse.ts';
import { recognise } from '../../src/lib/core/recognise/recognise.ts';

/** The credential in `bytes`; an Error that names the reason when there is none. */
export async function parsedFrom(
  bytes: Uint8Array<ArrayBuffer> | string,
  documents: readonly EvidenceDocument[] = [],
): Promise<ParsedCredential> {
  const recognition = await recognise(typeof bytes === 'string' ? encodeUtf8(bytes) : bytes);
  if (recognition.outcome === 'unreadable') throw new Error(`not recognised: ${recognition.why}`);
  const parsing = await parse(recognition.recognised, documents);
  if (parsing.outcome === 'unreadable') throw new Error(`not parsed: ${parsing.why}`);
  return parsing.credential;
}

export async function parsedSdJwt(text: string): Promise<SdJwtVc> {
  const credential = await parsedFrom(text);
  if (credential.kind !== 'sd-jwt-vc') throw new Error(`read as ${credential.kind}`);
  return credential;
}

export async function parsedJwt(text: string): Promise<VcJwt> {
  const credential = await parsedFrom(text);
  if (credential.kind !== 'vc-jwt') throw new Error(`read as ${credential.kind}`);
  return credential;
}

export async function parsedDocument(document: object): Promise<VcDataIntegrity> {
  const credential = await parsedFrom(JSON.stringify(document));
  if (credential.kind !== 'vc-di') throw new Error(`read as ${credential.kind}`);
  return credential;
}

/** Plain objects, so that values without prototypes compare with literals. */
export const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
