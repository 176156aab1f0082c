// Open Badges 3.0 (and the shape DC4EU and Npuls built on it): AchievementCredential -> view.
import type { LearningAchievement, Stated, Workload } from '../../model/achievement.ts';
import { plainText } from '../../model/localised.ts';
import { firstText, localisedOf, nodeAt, nodesOf, statedBy, textOf } from '../achievement/claim-node.ts';
import type { ClaimNode } from '../achievement/claim-node.ts';
import { completeAchievement } from '../achievement/complete-achievement.ts';
import { readImage } from '../achievement/read-image.ts';
import { workloadIn } from '../achievement/read-workload.ts';
import { readAlignments, readLevels, readQualityAssurance } from './read-alignments.ts';
import { readEndorsements } from './read-endorsements.ts';
import { readEvidence } from './read-evidence.ts';
import { readIssuerElements } from './read-issuer-elements.ts';
import { readLearner } from './read-learner.ts';
import { readParties } from './read-parties.ts';
import { readResults } from './read-results.ts';

/** `credential` is the document; its first subject with an achievement is the one shown. */
export function openBadgeAchievement(credential: ClaimNode): LearningAchievement {
  const subject = subjectWithAchievement(credential);
  const achievement = nodeAt(subject, 'achievement');
  const language = textOf(nodeAt(achievement, 'inLanguage'));
  const title = statedBy([nodeAt(achievement, 'name'), nodeAt(credential, 'name')], language);
  const levels = readLevels(achievement);
  const workload = readWorkload(subject);
  return completeAchievement({
    title: firstText(title),
    description: firstText(statedBy([nodeAt(achievement, 'description'), nodeAt(credential, 'description')], language)),
    type: textOf(nodeAt(achievement, 'achievementType')),
    issuerName: localisedOf(nodeAt(credential, 'issuer', 'name')),
    image: readImage(nodeAt(achievement, 'image')) ?? readImage(nodeAt(credential, 'image')),
    language,
    elements: {
      ...readIssuerElements(credential),
      learner: readLearner(subject),
      title,
      // A criteria `id` is only the address of the criteria: what they say is not stated here.
      'learning-outcomes': statedBy([nodeAt(achievement, 'criteria', 'narrative')], language),
      workload: stateWorkload(workload[0]),
      level: levels[0] === undefined ? null : { values: [plainText(levels[0].label)], path: levels[0].path },
      assessment: statedBy([nodeAt(achievement, 'assessmentType')]),
      participation: statedBy([nodeAt(achievement, 'participationType')]),
      'quality-assurance': readQualityAssurance(achievement, language),
    },
    workload,
    levels: levels.map(({ framework, value, path }) => ({ framework, value, path })),
    results: readResults(subject, achievement, language),
    alignments: readAlignments(achievement, language),
    evidence: readEvidence(nodesOf(nodeAt(credential, 'evidence')), language),
    endorsements: readEndorsements(credential, achievement),
    parties: readParties(credential, subject),
    supervision: statedBy([nodeAt(achievement, 'supervisionType')]),
  });
}

/** Amounts in claims whose own definitions fix the unit; OB's credits have none (DOMAIN section 6, row 7). */
export function readWorkload(subject: ClaimNode): readonly Workload[] {
  const achievement = nodeAt(subject, 'achievement');
  const credits =
    workloadIn(nodeAt(achievement, 'creditsAvailable'), 'credits') ??
    workloadIn(nodeAt(subject, 'creditsEarned'), 'credits');
  return [
    workloadIn(nodeAt(achievement, 'ECTS'), 'ects'),
    // Studiebelastingsuren: study load in hours.
    workloadIn(nodeAt(achievement, 'SBU'), 'hours'),
    credits,
  ].filter((workload) => workload !== null);
}

export function subjectWithAchievement(credential: ClaimNode): ClaimNode {
  const subjects = nodesOf(nodeAt(credential, 'credentialSubject'));
  const subject = subjects.find((node) => nodeAt(node, 'achievement').value !== undefined) ?? subjects[0];
  return subject ?? nodeAt(credential, 'credentialSubject');
}

export function stateWorkload(workload: Workload | undefined): Stated | null {
  if (workload === undefined) return null;
  const unit = workload.unit === 'ects' ? 'ECTS' : workload.unit;
  return { values: [plainText(`${String(workload.amount)} ${unit}`)], path: workload.path };
}
