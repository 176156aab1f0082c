// Claims -> LearningAchievement, by the shape the claims have: an SD-JWT VC may carry a badge, a JWT a flat set.
import type { LearningAchievement } from '../../model/achievement.ts';
import type { JsonObject } from '../../model/json.ts';
import { clrAchievement } from '../clr/clr-achievement.ts';
import { DC4EU, WE_BUILD } from '../flat/claim-table.ts';
import { flatAchievement } from '../flat/flat-achievement.ts';
import { openBadgeAchievement, subjectWithAchievement } from '../open-badge/open-badge-achievement.ts';
import { nodeAt, rootNode } from './claim-node.ts';
import { plainAchievement } from './plain-achievement.ts';

const DC4EU_CLAIM =
  /^(?:identification_of_the_learner|title_of_the_micro_credential|awarding_body|learning_outcomes|education_level)$/;

/** `types` are the vct or the VC types of the credential. */
export function readAchievement(claims: JsonObject, types: readonly string[]): LearningAchievement {
  const root = rootNode(claims);
  const type = types.findLast((name) => name !== 'VerifiableCredential') ?? null;
  if (types.includes('ClrCredential')) return clrAchievement(root);
  if (nodeAt(subjectWithAchievement(root), 'achievement').value !== undefined) return openBadgeAchievement(root);
  if (Object.keys(claims).some((name) => DC4EU_CLAIM.test(name))) return flatAchievement(root, DC4EU, type);
  if ('@context' in claims || 'credentialSubject' in claims) return plainAchievement(root, type);
  const flat = flatAchievement(root, WE_BUILD, type);
  return flat.title.length > 0 || type === null ? flat : { ...flat, title: [{ language: null, text: type }] };
}
