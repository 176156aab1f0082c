// Proofs over JSON in its canonical text: no library in hand makes them, so they are put together from the text of the
// specifications (vc-di-eddsa §3.3, vc-di-ecdsa §3.3) with keys of other people's libraries.
import { canonicaliseJson } from '../../src/lib/core/bytes/canonicalise-json.ts';
import { digest } from '../../src/lib/core/bytes/digest.ts';
import { joinBytes } from '../../src/lib/core/bytes/join-bytes.ts';
import { encodeUtf8 } from '../../src/lib/core/bytes/utf8.ts';
import { isJsonObject, many } from '../../src/lib/core/model/json.ts';
import type { JsonObject } from '../../src/lib/core/model/json.ts';
import { encodeBase58btc } from '../../src/lib/core/trust/base58btc.ts';

export interface JcsKey {
  readonly id: string;
  signer(): { sign(options: { data: Uint8Array }): Promise<Uint8Array> };
}

/** `document`, with its earlier proofs kept and one more; `options` are members of the new proof. */
export async function addJcsProof(
  document: JsonObject,
  key: JcsKey,
  cryptosuite: string,
  options: JsonObject = {},
  hash: 'SHA-256' | 'SHA-384' = 'SHA-256',
): Promise<JsonObject> {
  const { proof: earlier, ...unsecured } = document;
  const config: JsonObject = {
    type: 'DataIntegrityProof',
    cryptosuite,
    created: '2026-01-15T08:00:00Z',
    verificationMethod: key.id,
    proofPurpose: 'assertionMethod',
    '@context': unsecured['@context'] ?? null,
    ...options,
  };
  const { previousProof } = options;
  const previous = many(earlier).filter((one) => isJsonObject(one) && 'id' in one && one['id'] === previousProof);
  const signed = previous.length === 0 ? unsecured : { ...unsecured, proof: previous };
  const hashes = [config, signed].map((one) => digest(hash, encodeUtf8(canonicaliseJson(one))));
  const signature = await key.signer().sign({ data: joinBytes(await Promise.all(hashes)) });
  return { ...unsecured, proof: [...many(earlier), { ...config, proofValue: `z${encodeBase58btc(signature)}` }] };
}
