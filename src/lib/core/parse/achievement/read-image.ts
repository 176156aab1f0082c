// The picture of an achievement: carried as a data URI, or only named by an address that is never fetched.
import type { AchievementImage } from '../../model/achievement.ts';
import { nodeAt, textOf } from './claim-node.ts';
import type { ClaimNode } from './claim-node.ts';

/** Kinds a browser shows in <img> without running anything (THREATS B10). */
const CARRIED = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i;
const REMOTE = /^https?:\/\//i;

/** A string or an OB 3.0 Image object; null when there is neither picture nor address. */
export function readImage(node: ClaimNode): AchievementImage | null {
  const address = textOf(node) ?? textOf(nodeAt(node, 'id'));
  if (address === null) return null;
  const caption = textOf(nodeAt(node, 'caption'));
  if (CARRIED.test(address)) return { data: address, remote: null, caption };
  return REMOTE.test(address) ? { data: null, remote: address, caption } : null;
}
