// The holder's own proof that what is left of a credential is the issuer's (vc-di-ecdsa §3.5.6, vc-di-bbs §3.3.6). Calls
// the suites of @digitalbazaar, with contexts in hand only; what they throw is null. Loaded when something is shown.
import { canonicaliseJson } from '../bytes/canonicalise-json.ts';
import { parseJson } from '../bytes/parse-json.ts';
import { readSelectiveProofValue } from '../bytes/selective-proof-value.ts';
import { loadBundledContext } from '../contexts/load-bundled-context.ts';
import type { SelectiveDisclosure, VcDataIntegrity } from '../model/credential.ts';
import { isJsonObject, stringOrNull } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';
import { alwaysPointers, shownDocument } from './choose-statements.ts';

/**
 * JSON text of `credential` with nothing in it but `ticked` (JSON pointers) and what cannot be withheld. null when it
 * cannot be made, or would say anything else than what was on the screen: then nothing may leave.
 */
export async function deriveCredential(credential: VcDataIntegrity, ticked: readonly string[]): Promise<string | null> {
  const { selective } = credential;
  const base = selective === undefined ? undefined : baseProofOf(credential, selective);
  if (selective === undefined || base === undefined) return null;
  const { proof, ...document } = credential.document;
  if (proof === undefined) return null;
  const derived = await derive(selective.suite, document, base, [...alwaysPointers(credential), ...ticked]);
  if (derived === null) return null;
  const { proof: made, ...rest } = derived;
  const isAsShown = canonicaliseJson(rest) === canonicaliseJson(shownDocument(credential, ticked));
  return isAsShown && isDerived(selective.suite, made ?? null) ? JSON.stringify(derived) : null;
}

function baseProofOf(credential: VcDataIntegrity, { suite }: SelectiveDisclosure): JsonObject | undefined {
  return credential.proofs.find(({ cryptosuite, proofValue }) => {
    const value = cryptosuite === suite ? readSelectiveProofValue(suite, stringOrNull(proofValue) ?? '') : 'malformed';
    return typeof value !== 'string' && 'mandatoryPointers' in value;
  });
}

async function derive(
  suite: SelectiveDisclosure['suite'],
  document: JsonObject,
  proof: JsonObject,
  selectivePointers: readonly string[],
): Promise<JsonObject | null> {
  try {
    const { createDiscloseCryptosuite } =
      suite === 'bbs-2023'
        ? await import('@digitalbazaar/bbs-2023-cryptosuite')
        : await import('@digitalbazaar/ecdsa-sd-2023-cryptosuite');
    const cryptosuite = createDiscloseCryptosuite({ selectivePointers });
    const made = await cryptosuite.derive({
      cryptosuite,
      document,
      purpose: { term: 'assertionMethod' },
      proofSet: [proof],
      documentLoader: loadBundledContext,
      dataIntegrityProof: { matchProof: () => Promise.resolve(true) },
    });
    const parsed = parseJson(JSON.stringify(made));
    return parsed.ok && isJsonObject(parsed.value) ? parsed.value : null;
  } catch {
    return null;
  }
}

/** The issuer's own proof would give away what was left out: that it is gone is looked at, not believed. */
function isDerived(suite: SelectiveDisclosure['suite'], proof: JsonObject[string]): boolean {
  const text = isJsonObject(proof) ? stringOrNull(proof['proofValue']) : null;
  const value = readSelectiveProofValue(suite, text ?? '');
  return typeof value !== 'string' && !('mandatoryPointers' in value);
}
