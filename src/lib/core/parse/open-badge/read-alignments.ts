// Alignments of an achievement: to skills and standards, to a qualification level, to a quality assurance decision.
import type { Alignment, Level, Stated } from '../../model/achievement.ts';
import { localisedOf, nodeAt, nodesOf, textOf } from '../achievement/claim-node.ts';
import type { ClaimNode } from '../achievement/claim-node.ts';
import { frameworkOfUrl } from '../achievement/framework-of-url.ts';
import { readLevel } from '../achievement/read-level.ts';

/** Npuls' extension of AlignmentTargetType (OB 3.0 allows `ext:…`). */
const QUALITY_ASSURANCE = 'ext:QualityAssurance';
const LEVEL_TYPE = /^ext:(QF-EHEA|[A-Za-z]{1,5}QF)$/;
/** A framework named by its letters, or in full. */
const FRAMEWORK = /\b(QF-EHEA|[A-Z][A-Za-z]{0,4}QF)\b/;
/** Of those told by an address, the ones that have levels. */
const LEVEL_FRAMEWORKS: readonly string[] = ['EQF', 'SeQF'];
const NAMED_IN_FULL = /european qualifications framework/i;

interface NamedLevel extends Level {
  /** As a reader should see it: `EQF 6`. */
  readonly label: string;
}

/** Levels, in the order stated; only alignments that name a qualifications framework count. */
export function readLevels(achievement: ClaimNode): readonly NamedLevel[] {
  return alignmentsOf(achievement).flatMap((alignment) => {
    const framework = frameworkOf(alignment);
    const code = nodeAt(alignment, 'targetCode');
    const stated = [code, nodeAt(alignment, 'targetUrl'), nodeAt(alignment, 'targetName')]
      .map((node) => readLevel(node))
      .find((level) => level !== null && (level.framework !== null || level.path === code.path));
    if (framework === null || stated === null || stated === undefined) return [];
    return [{ framework, value: stated.value, path: stated.path, label: `${framework} ${stated.value}` }];
  });
}

/** Every alignment, the ones to levels and quality assurance too: nothing the issuer said is left out. */
export function readAlignments(achievement: ClaimNode, language: string | null): readonly Alignment[] {
  return alignmentsOf(achievement).map((alignment) => ({
    name: localisedOf(nodeAt(alignment, 'targetName'), language),
    framework: textOf(nodeAt(alignment, 'targetFramework')) ?? toldOtherwise(alignment),
    code: textOf(nodeAt(alignment, 'targetCode')),
    url: textOf(nodeAt(alignment, 'targetUrl')),
    type: textOf(nodeAt(alignment, 'targetType')),
    path: alignment.path,
  }));
}

export function readQualityAssurance(achievement: ClaimNode, language: string | null): Stated | null {
  for (const alignment of alignmentsOf(achievement)) {
    if (textOf(nodeAt(alignment, 'targetType')) !== QUALITY_ASSURANCE) continue;
    const name = nodeAt(alignment, 'targetName');
    const values = localisedOf(name, language);
    if (values.length > 0) return { values: [values], path: name.path };
  }
  return null;
}

function alignmentsOf(achievement: ClaimNode): readonly ClaimNode[] {
  return nodesOf(nodeAt(achievement, 'alignment'));
}

function frameworkOf(alignment: ClaimNode): string | null {
  const byType = LEVEL_TYPE.exec(textOf(nodeAt(alignment, 'targetType')) ?? '')?.[1];
  if (byType !== undefined) return byType;
  const name = textOf(nodeAt(alignment, 'targetFramework')) ?? '';
  if (NAMED_IN_FULL.test(name)) return 'EQF';
  const stated = FRAMEWORK.exec(name)?.[1] ?? readLevel(nodeAt(alignment, 'targetUrl'))?.framework;
  if (stated !== undefined && stated !== null) return stated;
  return LEVEL_FRAMEWORKS.find((one) => one === frameworkOfUrl(textOf(nodeAt(alignment, 'targetUrl')))) ?? null;
}

/** The framework of an alignment that does not name it: by where the entry lives, or by Npuls' type. */
function toldOtherwise(alignment: ClaimNode): string | null {
  const byType = LEVEL_TYPE.exec(textOf(nodeAt(alignment, 'targetType')) ?? '')?.[1] ?? null;
  return frameworkOfUrl(textOf(nodeAt(alignment, 'targetUrl'))) ?? byType;
}
