// Qualification levels: `EQF-6`, "SeQF 6", a URI of the EU's list, or an alignment to a framework.
import type { Level } from '../../model/achievement.ts';
import { textOf } from './claim-node.ts';
import type { ClaimNode } from './claim-node.ts';

const FRAMEWORK_AND_VALUE = /^(QF-EHEA|[A-Z]{1,5}QF)(?:[\s-]*(?:level|nivå))?[\s:-]+(\S.*)$/i;
/** A level is a word or two; longer text is something else, and costs patterns time. */
const MAX_LENGTH = 200;
const EQF_URI = /data\.europa\.eu\/snb\/eqf\/([1-8])$/;

/** Null when nothing is stated. The framework is null when the issuer named none. */
export function readLevel(node: ClaimNode): Level | null {
  const text = textOf(node)?.trim() ?? (typeof node.value === 'number' ? String(node.value) : null);
  if (text === null || text.length > MAX_LENGTH) return null;
  const uri = EQF_URI.exec(text)?.[1];
  if (uri !== undefined) return { framework: 'EQF', value: uri, path: node.path };
  const [, framework, value] = FRAMEWORK_AND_VALUE.exec(text) ?? [];
  if (framework === undefined || value === undefined) return { framework: null, value: text, path: node.path };
  return { framework, value, path: node.path };
}
