// A badge class in other languages: `related` classes (Open Badges 2.0 §5.1), when this device has them in hand.
import type { LocalisedText } from '../../model/localised.ts';
import type { EvidenceDocument } from '../../model/trust.ts';
import { localisedOf, nodeAt, nodesOf, textOf } from '../achievement/claim-node.ts';
import type { ClaimNode } from '../achievement/claim-node.ts';
import { findVouchedJson } from './find-json.ts';

const MAX_LANGUAGES = 40;

/** `member` of the related classes that state a language and live where `badge` lives: another's words are not its. */
export function inOtherLanguages(
  badge: ClaimNode,
  member: 'name' | 'description',
  documents: readonly EvidenceDocument[],
): LocalisedText {
  const home = originOf(textOf(nodeAt(badge, 'id')));
  return nodesOf(nodeAt(badge, 'related'))
    .slice(0, MAX_LANGUAGES)
    .flatMap((related) => {
      const url = textOf(nodeAt(related, 'id'));
      const language = textOf(nodeAt(related, '@language'));
      if (home === null || language === null || originOf(url) !== home) return [];
      const value = findVouchedJson(url, documents)?.value[member];
      return localisedOf({ value, path: related.path }, language);
    });
}

function originOf(address: string | null): string | null {
  return address !== null && URL.canParse(address) ? new URL(address).origin : null;
}
