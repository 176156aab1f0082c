// Is a merit issued to one of the learner's own addresses? Compared here; the addresses go nowhere.
import type { Holder } from '../core/model/credential.ts';

/** `no-addresses`: there is something to compare, but the learner has entered no address. */
export type Recipient = 'mine' | 'not-among' | 'none-stated' | 'no-addresses';

/** `addresses`: those of Settings. */
export async function recipientOf({ identities }: Holder, addresses: readonly string[]): Promise<Recipient> {
  if (identities.length === 0) return 'none-stated';
  if (addresses.length === 0) return 'no-addresses';
  const { matchRecipient } = await import('../core/trust/match-recipient.ts');
  return matchRecipient(identities, addresses);
}
