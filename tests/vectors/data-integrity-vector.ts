// Reads a published Data Integrity credential and checks its proofs as the program does, with no list in hand.
import { digest } from '../../src/lib/core/bytes/digest.ts';
import { parseJson } from '../../src/lib/core/bytes/parse-json.ts';
import { encodeUtf8 } from '../../src/lib/core/bytes/utf8.ts';
import { isJsonObject, many, stringOrNull } from '../../src/lib/core/model/json.ts';
import type { JsonObject } from '../../src/lib/core/model/json.ts';
import { readProof } from '../../src/lib/core/verify/data-integrity/read-proof.ts';
import { takeApart, whatIsSigned } from '../../src/lib/core/verify/data-integrity/transform.ts';
import { verifyDataIntegrity } from '../../src/lib/core/verify/data-integrity/verify-proof.ts';
import type { KeyLookup, ProofCheck } from '../../src/lib/core/verify/data-integrity/verify-proof.ts';
import { vectorText } from './folder.ts';

export function readDocument(text: string): JsonObject {
  const parsed = parseJson(text);
  if (!parsed.ok || !isJsonObject(parsed.value)) throw new Error('not a JSON object');
  return parsed.value;
}

export const vectorDocument = (file: string): JsonObject => readDocument(vectorText(file));

export function issuerId(document: JsonObject): string | null {
  const { issuer = null } = document;
  return isJsonObject(issuer) ? stringOrNull(issuer['id']) : stringOrNull(issuer);
}

export function checkDocument(document: JsonObject, lookUp?: KeyLookup): Promise<ProofCheck> {
  return verifyDataIntegrity({ document, issuer: { id: issuerId(document), name: [], homepage: null } }, lookUp);
}

/** Every vector whose `checked` column in INDEX.tsv says what others made of a proof in `suite`. */
export function checkedByOthers(
  format: string,
  suite = 'eddsa-rdfc-2022',
): readonly { readonly file: string; readonly checked: string }[] {
  const [head = '', ...lines] = vectorText('INDEX.tsv').trimEnd().split('\n');
  const columns = head.split('\t');
  const at = (line: string, name: string): string => line.split('\t')[columns.indexOf(name)] ?? '';
  return lines
    .filter((line) => at(line, 'format') === format && at(line, 'checked').includes(suite))
    .map((line) => ({ file: at(line, 'file'), checked: at(line, 'checked') }));
}

/** reasons and what the method's address says of the issuer, on one line. */
export function told({ reasons, issuerKey }: ProofCheck): string {
  return [...reasons, ...(issuerKey === null ? [] : [issuerKey])].join(' ');
}

/** Each step of the first proof of `document`: the texts that are hashed, and their hashes in hex. */
export async function stepsOf(document: JsonObject): Promise<Readonly<Record<string, string>>> {
  const [first = null] = many(document['proof']);
  const reading = readProof(first);
  if (reading.kind !== 'ours') throw new Error('the first proof is none of ours');
  const signed = whatIsSigned(takeApart(document), reading.proof);
  const [whole, config] = await Promise.all([signed.document, signed.config]);
  if (!whole.ok || !config.ok) throw new Error('the document or its proof is not made into text');
  const hash = reading.proof.signature.length === 96 ? 'SHA-384' : 'SHA-256';
  const [documentHash = '', proofHash = ''] = await Promise.all(
    [whole, config].map(async ({ text }) => hex(await digest(hash, encodeUtf8(text)))),
  );
  return {
    document: whole.text,
    config: config.text,
    documentHash,
    proofHash,
    signature: hex(reading.proof.signature),
  };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** `document` with members of its first proof changed. */
export function withProof(document: JsonObject, changes: JsonObject): JsonObject {
  const [first = null, ...rest] = many(document['proof']);
  return { ...document, proof: [{ ...(isJsonObject(first) ? first : {}), ...changes }, ...rest] };
}
