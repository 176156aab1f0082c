// CLR 2.0: a record of several achievements. The parts are the achievements inside it; the whole is never claimed from them.
import { decodeCompactJws } from '../../bytes/decode-compact-jws.ts';
import type { LearningAchievement, Part } from '../../model/achievement.ts';
import { firstText, localisedOf, nodeAt, nodesOf, statedBy, textOf } from '../achievement/claim-node.ts';
import type { ClaimNode } from '../achievement/claim-node.ts';
import { completeAchievement } from '../achievement/complete-achievement.ts';
import { readImage } from '../achievement/read-image.ts';
import {
  openBadgeAchievement,
  readWorkload,
  stateWorkload,
  subjectWithAchievement,
} from '../open-badge/open-badge-achievement.ts';
import { readEndorsements } from '../open-badge/read-endorsements.ts';
import { readEvidence } from '../open-badge/read-evidence.ts';
import { readIssuerElements } from '../open-badge/read-issuer-elements.ts';
import { readLearner } from '../open-badge/read-learner.ts';
import { readParties } from '../open-badge/read-parties.ts';
import { vcDocument } from '../vc/vc-document.ts';
import { readRelations } from './read-relations.ts';

/** A record of records of records; more is no transcript. */
const MAX_DEPTH = 4;
const MAX_PARTS = 1_000;

export function clrAchievement(credential: ClaimNode): LearningAchievement {
  const subject = nodesOf(nodeAt(credential, 'credentialSubject'))[0] ?? nodeAt(credential, 'credentialSubject');
  const own = nodesOf(nodeAt(subject, 'achievement'));
  const relations = readRelations(nodesOf(nodeAt(subject, 'association')));
  const embedded = nodesOf(nodeAt(subject, 'verifiableCredential'))
    .flatMap((node) => readEmbedded(node, relations))
    .slice(0, MAX_PARTS);
  // One achievement of the record's own is what the record as a whole is about; several are parts beside the others.
  const whole = own.length === 1 ? own[0] : undefined;
  const title = statedBy([nodeAt(credential, 'name'), ...(whole ? [nodeAt(whole, 'name')] : [])]);
  const described = statedBy([nodeAt(credential, 'description'), ...(whole ? [nodeAt(whole, 'description')] : [])]);
  const badge = whole ? openBadgeAchievement(credential) : null;
  const workload = badge?.workload ?? [];
  const learner = readLearner(subject);
  return completeAchievement({
    title: firstText(title),
    description: firstText(described),
    type: badge?.type ?? null,
    issuerName: localisedOf(nodeAt(credential, 'issuer', 'name')),
    image: badge?.image ?? readImage(nodeAt(credential, 'image')),
    elements: {
      ...badge?.elements,
      ...readIssuerElements(credential),
      learner,
      title,
      workload: stateWorkload(workload[0]),
    },
    workload,
    levels: badge?.levels ?? [],
    alignments: badge?.alignments ?? [],
    results: badge?.results ?? [],
    evidence: readEvidence(nodesOf(nodeAt(credential, 'evidence')), null),
    endorsements: readEndorsements(credential, nodeAt(subject, 'achievement')),
    parties: readParties(credential, subject),
    supervision: badge?.supervision ?? null,
    parts: [...embedded, ...(whole ? [] : unembedded(own, embedded, relations))],
  });
}

/**
 * A credential inside, as JSON, as a compact JWS or enveloped, and what is inside it in turn. Its own proof is not
 * checked here: the record's covers it.
 */
function readEmbedded(node: ClaimNode, relations: ReadonlyMap<string, string>, depth = 1): readonly Part[] {
  const token = textOf(node) ?? envelopedToken(node);
  const credential = token === null ? node : decodeEmbedded(token, node.path);
  const subject = subjectWithAchievement(credential);
  const achievements = nodesOf(nodeAt(subject, 'achievement'));
  const named = localisedOf(nodeAt(credential, 'name'));
  const inside = depth < MAX_DEPTH ? nodesOf(nodeAt(subject, 'verifiableCredential')) : [];
  const deeper = inside.flatMap((one) => readEmbedded(one, relations, depth + 1));
  if (achievements.length === 0)
    return [...(named.length === 0 ? [] : [partWithoutAchievement(credential)]), ...deeper];
  const own = achievements.map((achievement) => {
    const language = textOf(nodeAt(achievement, 'inLanguage'));
    const title = localisedOf(nodeAt(achievement, 'name'), language);
    return toPart(achievement, title.length > 0 ? title : named, relations, readWorkload(subject)[0] ?? null);
  });
  return [...own, ...deeper];
}

/** EnvelopedVerifiableCredential (VCDM 2.0 §4.12.2): the token in its data URL. */
function envelopedToken(node: ClaimNode): string | null {
  const enveloped = nodesOf(nodeAt(node, 'type')).some(({ value }) => value === 'EnvelopedVerifiableCredential');
  const url = enveloped ? textOf(nodeAt(node, 'id')) : null;
  return url === null ? null : (/^data:application\/[\w.+-]+[;,](.+)$/s.exec(url)?.[1] ?? null);
}

function decodeEmbedded(token: string, path: string): ClaimNode {
  const decoding = decodeCompactJws(token);
  return { value: decoding.ok ? vcDocument(decoding.jws.payload) : undefined, path };
}

function unembedded(
  own: readonly ClaimNode[],
  embedded: readonly Part[],
  relations: ReadonlyMap<string, string>,
): readonly Part[] {
  const known = new Set(embedded.map((part) => part.id));
  return own
    .filter((achievement) => !known.has(textOf(nodeAt(achievement, 'id'))))
    .map((achievement) => toPart(achievement, localisedOf(nodeAt(achievement, 'name')), relations, null));
}

function toPart(
  achievement: ClaimNode,
  title: Part['title'],
  relations: ReadonlyMap<string, string>,
  workload: Part['workload'],
): Part {
  const id = textOf(nodeAt(achievement, 'id'));
  return { id, title, workload, relation: id === null ? null : (relations.get(id) ?? null), path: achievement.path };
}

function partWithoutAchievement(credential: ClaimNode): Part {
  return {
    id: null,
    title: localisedOf(nodeAt(credential, 'name')),
    workload: null,
    relation: null,
    path: credential.path,
  };
}
