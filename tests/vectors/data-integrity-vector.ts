// Reads a published Data Integrity credential and checks its proofs as the program does, with no list in hand.
import { parseJson } from '../../src/lib/core/bytes/parse-json.ts';
import { isJsonObject, stringOrNull } from '../../src/lib/core/model/json.ts';
import type { JsonObject } from '../../src/lib/core/model/json.ts';
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

/** Every vector whose `checked` column in INDEX.tsv says what others made of an eddsa-rdfc-2022 proof. */
export function checkedByOthers(format: string): readonly { readonly file: string; readonly checked: string }[] {
  const [head = '', ...lines] = vectorText('INDEX.tsv').trimEnd().split('\n');
  const columns = head.split('\t');
  const at = (line: string, name: string): string => line.split('\t')[columns.indexOf(name)] ?? '';
  return lines
    .filter((line) => at(line, 'format') === format && at(line, 'checked').includes('eddsa-rdfc-2022'))
    .map((line) => ({ file: at(line, 'file'), checked: at(line, 'checked') }));
}

/** reasons and what the method's address says of the issuer, on one line. */
export function told({ reasons, issuerKey }: ProofCheck): string {
  return [...reasons, ...(issuerKey === null ? [] : [issuerKey])].join(' ');
}
