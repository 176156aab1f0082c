// A JSON-LD credential with its proofs inside (Data Integrity 1.0), or without any: verify calls that `unsigned`.
import type { SelectiveDisclosure } from '../../model/credential.ts';
import { isJsonObject, many } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ReasonCode } from '../../model/reason.ts';
import type { Recognised } from '../../recognise/recognised.ts';
import { readAchievement } from '../achievement/read-achievement.ts';
import { digestOfDocument } from '../content-digest.ts';
import type { Parsing } from '../parsing.ts';
import { readHolder } from '../read-holder.ts';
import { readStatus } from '../read-status.ts';
import { readVcFacts } from '../vc/read-vc-facts.ts';

export async function parseDataIntegrity({ text, json, carrier }: Recognised): Promise<Parsing> {
  if (json === null) return { outcome: 'unreadable', why: 'json-not-a-credential', mine: true };
  const { problems: found, ...facts } = readVcFacts(json, null);
  const stated = many(json['proof']);
  const proofs = stated.filter(isJsonObject);
  const problems: ReasonCode[] = [...found];
  if (proofs.length < stated.length) problems.push('proof-malformed');
  const selective = await readSelective(proofs);
  return {
    outcome: 'parsed',
    credential: {
      kind: 'vc-di',
      carrier,
      source: text,
      contentDigest: await digestOfDocument(json),
      ...facts,
      holder: readHolder({}, json),
      status: readStatus({}, json),
      claims: json,
      achievement: readAchievement(json, facts.types),
      problems,
      document: json,
      proofs,
      ...(selective === null ? {} : { selective }),
    },
  };
}

const SELECTIVE_SUITES = ['ecdsa-sd-2023', 'bbs-2023'] as const;

/** The first proof that lets claims be left out. Its reader is loaded only for a proof that says so. */
async function readSelective(proofs: readonly JsonObject[]): Promise<SelectiveDisclosure | null> {
  for (const { cryptosuite, proofValue } of proofs) {
    const suite = SELECTIVE_SUITES.find((known) => known === cryptosuite);
    if (suite === undefined || typeof proofValue !== 'string') continue;
    const { hiddenMessages, readSelectiveProofValue } = await import('../../bytes/selective-proof-value.ts');
    const value = readSelectiveProofValue(suite, proofValue);
    if (typeof value === 'string') continue;
    if ('mandatoryPointers' in value)
      return { suite, mode: 'base', mandatory: value.mandatoryPointers, whole: value.kind === 'bbs-base' };
    return {
      suite,
      mode: 'derived',
      mandatory: [],
      whole: value.kind === 'bbs-derived' && hiddenMessages(value) === 0,
    };
  }
  return null;
}
