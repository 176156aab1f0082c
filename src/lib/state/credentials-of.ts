// The credentials that evidence is wanted for: those that were read, but for specimens, which nothing settles.
import type { ParsedCredential } from '../core/model/credential.ts';
import type { WalletItem } from './wallet-item.ts';

export function credentialsOf(items: readonly Pick<WalletItem, 'examination'>[]): readonly ParsedCredential[] {
  return items.flatMap(({ examination }) =>
    examination.outcome === 'credential' && examination.judgement.verdict !== 'specimen'
      ? [examination.credential]
      : [],
  );
}
