// A JSON-LD credential with its proofs inside (Data Integrity 1.0), or without any: verify calls that `unsigned`.
import { isJsonObject, many } from '../../model/json.ts';
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
    },
  };
}
