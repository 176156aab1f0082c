// Endorsements of Open Badges 2.0 (§3.6): inside, or named by an address that is in hand. Never checked, only carried.
import type { Endorsement } from '../../model/achievement.ts';
import { isJsonObject } from '../../model/json.ts';
import type { EvidenceDocument } from '../../model/trust.ts';
import { localisedOf, nodeAt, nodesOf, textOf } from '../achievement/claim-node.ts';
import type { ClaimNode } from '../achievement/claim-node.ts';
import { findVouchedJson } from './find-json.ts';

/** More than anybody reads; each may cost a document. */
const MAX_ENDORSEMENTS = 20;

export function readBadgeEndorsements(
  assertion: ClaimNode,
  documents: readonly EvidenceDocument[],
): readonly Endorsement[] {
  const badge = nodeAt(assertion, 'badge');
  const of = (about: Endorsement['about'], node: ClaimNode): readonly Endorsement[] =>
    nodesOf(nodeAt(node, 'endorsement')).flatMap((one) => readOne(about, one, documents));
  return [...of('credential', assertion), ...of('achievement', badge), ...of('issuer', nodeAt(badge, 'issuer'))].slice(
    0,
    MAX_ENDORSEMENTS,
  );
}

function readOne(
  about: Endorsement['about'],
  node: ClaimNode,
  documents: readonly EvidenceDocument[],
): readonly Endorsement[] {
  const value = isJsonObject(node.value) ? node.value : findVouchedJson(textOf(node), documents)?.value;
  if (value === undefined) return [];
  const endorsement = { value, path: node.path };
  const issuer = nodeAt(endorsement, 'issuer');
  const byId = textOf(issuer) ?? textOf(nodeAt(issuer, 'id'));
  const profile = isJsonObject(issuer.value) ? issuer.value : (findVouchedJson(byId, documents)?.value ?? {});
  const comment = localisedOf(nodeAt(endorsement, 'claim', 'endorsementComment'));
  const by = localisedOf({ value: profile['name'], path: issuer.path });
  if (by.length === 0 && byId === null && comment.length === 0) return [];
  return [{ about, by, byId, comment, path: node.path }];
}
