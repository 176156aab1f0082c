// Open Badges 2.x, 1.x and 0.5 -> the model.
import type { EvidenceDocument } from '../../model/trust.ts';
import type { Recognised } from '../../recognise/recognised.ts';
import type { Parsing } from '../parsing.ts';

export function parseOpenBadge2(_recognised: Recognised, _documents: readonly EvidenceDocument[]): Promise<Parsing> {
  return Promise.resolve({ outcome: 'unreadable', why: 'open-badge-2', mine: true });
}
