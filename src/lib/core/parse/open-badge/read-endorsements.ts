// Endorsements of a credential, its achievement and its issuer (OB 3.0 EndorsementCredential; as JSON or as a JWT).
// Carried along: their own proofs are not checked, and nothing in a verdict rests on them.
import { decodeCompactJws } from '../../bytes/decode-compact-jws.ts';
import type { Endorsement } from '../../model/achievement.ts';
import { localisedOf, nodeAt, nodesOf, textOf } from '../achievement/claim-node.ts';
import type { ClaimNode } from '../achievement/claim-node.ts';
import { vcDocument } from '../vc/vc-document.ts';

/** More than anybody reads; each as a JWT costs decoding. */
const MAX_ENDORSEMENTS = 20;

export function readEndorsements(credential: ClaimNode, achievement: ClaimNode): readonly Endorsement[] {
  const places: readonly (readonly [Endorsement['about'], ClaimNode])[] = [
    ['credential', credential],
    ['achievement', achievement],
    ['issuer', nodeAt(credential, 'issuer')],
    ['issuer', nodeAt(achievement, 'creator')],
  ];
  return places
    .flatMap(([about, node]) => endorsementsIn(node).map((endorsement) => ({ about, endorsement })))
    .slice(0, MAX_ENDORSEMENTS)
    .flatMap(({ about, endorsement }) => readOne(about, endorsement));
}

function endorsementsIn(node: ClaimNode): readonly ClaimNode[] {
  return [...nodesOf(nodeAt(node, 'endorsement')), ...nodesOf(nodeAt(node, 'endorsementJwt'))];
}

function readOne(about: Endorsement['about'], node: ClaimNode): readonly Endorsement[] {
  const endorsement = typeof node.value === 'string' ? decoded(node.value, node.path) : node;
  const issuer = nodeAt(endorsement, 'issuer');
  const byId = textOf(issuer) ?? textOf(nodeAt(issuer, 'id'));
  const by = localisedOf(nodeAt(issuer, 'name'));
  const comment = localisedOf(nodeAt(endorsement, 'credentialSubject', 'endorsementComment'));
  const said = comment.length > 0 ? comment : localisedOf(nodeAt(endorsement, 'claim', 'endorsementComment'));
  if (by.length === 0 && byId === null && said.length === 0) return [];
  return [{ about, by, byId, comment: said, path: node.path }];
}

function decoded(token: string, path: string): ClaimNode {
  const decoding = decodeCompactJws(token);
  return { value: decoding.ok ? vcDocument(decoding.jws.payload) : undefined, path };
}
