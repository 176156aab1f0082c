// A credential of no family known here: what the data model itself says of it, and nothing more.
import type { LearningAchievement } from '../../model/achievement.ts';
import { plainText } from '../../model/localised.ts';
import { firstText, localisedOf, nodeAt, nodeAtPath, nodesOf, statedBy } from './claim-node.ts';
import type { ClaimNode } from './claim-node.ts';
import { completeAchievement } from './complete-achievement.ts';
import { readImage } from './read-image.ts';
import { readEndorsements } from '../open-badge/read-endorsements.ts';
import { readEvidence } from '../open-badge/read-evidence.ts';
import { readIssuerElements } from '../open-badge/read-issuer-elements.ts';
import { readLearner } from '../open-badge/read-learner.ts';

/** Where wallets and pilots put the name of what was achieved. */
const TITLES = [
  'name',
  'title',
  'credentialSubject.hasCredential.name',
  'credentialSubject.degree.name',
  'credentialSubject.achievement.name',
];

/** `type` is the most specific type; it stands in for a title when none is stated, but is not one of the elements. */
export function plainAchievement(credential: ClaimNode, type: string | null): LearningAchievement {
  const subject = nodesOf(nodeAt(credential, 'credentialSubject'))[0] ?? nodeAt(credential, 'credentialSubject');
  const title = statedBy(TITLES.map((path) => nodeAtPath(credential, path)));
  return completeAchievement({
    title: title === null && type !== null ? plainText(type) : firstText(title),
    description: localisedOf(nodeAt(credential, 'description')),
    type,
    issuerName: localisedOf(nodeAt(credential, 'issuer', 'name')),
    image: readImage(nodeAt(credential, 'image')),
    elements: { ...readIssuerElements(credential), learner: readLearner(subject), title },
    evidence: readEvidence(nodesOf(nodeAt(credential, 'evidence')), null),
    endorsements: readEndorsements(credential, nodeAt(subject, 'achievement')),
  });
}
