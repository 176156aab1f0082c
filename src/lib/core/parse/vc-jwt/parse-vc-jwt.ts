// A VC secured as a compact JWS: credential in `vc` (VCDM 1.1 §6.3.1) or at the top level (OB 3.0 §8.2, VC-JOSE-COSE).
import { decodeCompactJws } from '../../bytes/decode-compact-jws.ts';
import type { ReasonCode } from '../../model/reason.ts';
import type { Recognised } from '../../recognise/recognised.ts';
import { readAchievement } from '../achievement/read-achievement.ts';
import { digestOfJwt } from '../content-digest.ts';
import type { Parsing } from '../parsing.ts';
import { readHolder } from '../read-holder.ts';
import { readStatus } from '../read-status.ts';
import { isVcJwtType } from '../token-type.ts';
import { readVcFacts } from '../vc/read-vc-facts.ts';
import { vcDocument } from '../vc/vc-document.ts';

export async function parseVcJwt({ text, carrier }: Recognised): Promise<Parsing> {
  const decoding = decodeCompactJws(text);
  if (!decoding.ok) return { outcome: 'unreadable', why: decoding.why, mine: true };
  const { jws } = decoding;
  const document = vcDocument(jws.payload);
  const { problems: found, ...facts } = readVcFacts(document, jws.payload);
  const problems: ReasonCode[] = [...found];
  if (!isVcJwtType(jws.header)) problems.push('token-type-unexpected');
  return {
    outcome: 'parsed',
    credential: {
      kind: 'vc-jwt',
      carrier,
      source: text,
      contentDigest: await digestOfJwt(text),
      ...facts,
      holder: readHolder(jws.payload, document),
      status: readStatus(jws.payload, document),
      claims: document,
      achievement: readAchievement(document, facts.types),
      problems,
      jws,
    },
  };
}
