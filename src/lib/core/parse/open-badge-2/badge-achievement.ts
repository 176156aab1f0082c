// Assertion with badge class and issuer in place -> view (Open Badges 2.0 §3; 1.x and 0.5 name fewer things).
import type { Alignment, EvidenceItem, LearningAchievement, Level, Stated } from '../../model/achievement.ts';
import type { JsonObject } from '../../model/json.ts';
import { plainText } from '../../model/localised.ts';
import type { EvidenceDocument } from '../../model/trust.ts';
import { firstText, localisedOf, nodeAt, nodesOf, rootNode, statedBy, textOf } from '../achievement/claim-node.ts';
import type { ClaimNode } from '../achievement/claim-node.ts';
import { completeAchievement } from '../achievement/complete-achievement.ts';
import { frameworkOfUrl } from '../achievement/framework-of-url.ts';
import { readImage } from '../achievement/read-image.ts';
import { readLevels, readQualityAssurance } from '../open-badge/read-alignments.ts';
import { readBadgeTime } from './badge-time.ts';
import { findVouchedJson } from './find-json.ts';
import { inOtherLanguages } from './other-languages.ts';
import { readBadgeEndorsements } from './read-badge-endorsements.ts';

const ADDRESS = /^(?:https?:\/\/|mailto:)/i;

export function badgeAchievement(claims: JsonObject, documents: readonly EvidenceDocument[]): LearningAchievement {
  const assertion = rootNode(claims);
  const badge = nodeAt(assertion, 'badge');
  const issuer = nodeAt(badge, 'issuer');
  const language = textOf(nodeAt(badge, '@language'));
  const named = statedBy([nodeAt(badge, 'name')], language);
  const names = [...firstText(named), ...inOtherLanguages(badge, 'name', documents)];
  const title = named === null ? null : { values: [names], path: named.path };
  const described = localisedOf(nodeAt(badge, 'description'), language);
  const levels = readLevels(badge);
  const awarder = statedBy([nodeAt(issuer, 'name')], textOf(nodeAt(issuer, '@language')));
  const images = [nodeAt(assertion, 'image'), nodeAt(badge, 'image')].map(readImage).filter((image) => image !== null);
  return completeAchievement({
    title: firstText(title),
    description: [...described, ...inOtherLanguages(badge, 'description', documents)],
    issuerName: firstText(awarder),
    image: images.find(({ data }) => data !== null) ?? images[0] ?? null,
    language,
    elements: {
      learner: readLearner(assertion),
      title,
      'awarding-body': awarder,
      'issue-date': readIssueDate(assertion),
      'learning-outcomes': readCriteria(badge, language, documents),
      level: stateLevel(levels[0]),
      'quality-assurance': readQualityAssurance(badge, language),
    },
    levels: levels.map(({ framework, value, path }) => ({ framework, value, path })),
    alignments: nodesOf(nodeAt(badge, 'alignment')).map((node) => readAlignment(node, language)),
    evidence: readEvidence(assertion, textOf(nodeAt(assertion, '@language'))),
    endorsements: readBadgeEndorsements(assertion, documents),
  });
}

const stateLevel = (level: (Level & { readonly label: string }) | undefined): Stated | null =>
  level === undefined ? null : { values: [plainText(level.label)], path: level.path };

/** The address when it stands there in clear, else its hash: it identifies the learner to whoever knows the address. */
function readLearner(assertion: ClaimNode): Stated | null {
  return statedBy([nodeAt(assertion, 'recipient', 'identity'), nodeAt(assertion, 'recipient')]);
}

/** As written; a number of seconds as the day it means. */
function readIssueDate(assertion: ClaimNode): Stated | null {
  const nodes = [nodeAt(assertion, 'issuedOn'), nodeAt(assertion, 'issued_on')];
  const stated = nodes.find(({ value }) => value !== undefined);
  const moment = typeof stated?.value === 'number' ? readBadgeTime(stated.value, false) : null;
  if (stated === undefined || typeof moment !== 'number') return statedBy(nodes);
  return { values: [plainText(new Date(moment * 1000).toISOString().slice(0, 10))], path: stated.path };
}

/** `criteria` as Criteria object; or its text, when the address it names is in hand. An address alone states nothing. */
function readCriteria(
  badge: ClaimNode,
  language: string | null,
  documents: readonly EvidenceDocument[],
): Stated | null {
  const criteria = nodeAt(badge, 'criteria');
  const inside = statedBy([nodeAt(criteria, 'narrative')], language);
  if (inside !== null) return inside;
  const text = textOf(criteria) ?? textOf(nodeAt(criteria, 'id'));
  if (text !== null && textOf(criteria) !== null && !ADDRESS.test(text)) return statedBy([criteria], language);
  const found = findVouchedJson(text, documents);
  return found === null ? null : statedBy([{ value: found.value['narrative'], path: criteria.path }], language);
}

/** 2.0 `targetName` …; 1.x `name`, `url`. */
function readAlignment(node: ClaimNode, language: string | null): Alignment {
  const url = textOf(nodeAt(node, 'targetUrl')) ?? textOf(nodeAt(node, 'url'));
  return {
    name: firstText(statedBy([nodeAt(node, 'targetName'), nodeAt(node, 'name')], language)),
    framework: textOf(nodeAt(node, 'targetFramework')) ?? frameworkOfUrl(url),
    code: textOf(nodeAt(node, 'targetCode')),
    url,
    type: null,
    path: node.path,
  };
}

/** An address, Evidence objects, and the narrative that holds them together. */
function readEvidence(assertion: ClaimNode, language: string | null): readonly EvidenceItem[] {
  const items = nodesOf(nodeAt(assertion, 'evidence')).map((node): EvidenceItem => {
    const address = textOf(node) ?? textOf(nodeAt(node, 'id'));
    return {
      name: localisedOf(nodeAt(node, 'name'), language),
      description: firstText(statedBy([nodeAt(node, 'description'), nodeAt(node, 'narrative')], language)),
      url: address !== null && ADDRESS.test(address) ? address : null,
      path: node.path,
    };
  });
  const narrative = nodeAt(assertion, 'narrative');
  const told = localisedOf(narrative, language);
  return told.length === 0 ? items : [...items, { name: [], description: told, url: null, path: narrative.path }];
}
