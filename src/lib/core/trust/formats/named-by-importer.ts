// What the person who imports a list says of it, where the format itself does not: a registry or a set of keys has no
// name, and keys alone do not say whose they are.
import type { EpochSeconds } from '../../model/brand.ts';
import type { ListedIssuer } from '../../model/trust.ts';
import type { LocalisedText } from '../../model/localised.ts';

export interface ImportedAs {
  readonly name: string;
  /** What credentials call the issuer (`iss`, `issuer.id`); null where the list names its issuers itself. */
  readonly issuerId: string | null;
  readonly importedAt: EpochSeconds;
}

/** An issuer known by `name` and `ids` alone, who may issue everything. */
export function plainIssuer(name: LocalisedText, ids: readonly string[]): ListedIssuer {
  return {
    name,
    country: null,
    homepage: null,
    ids,
    keys: [],
    certificates: [],
    subjects: [],
    mayIssue: ['*'],
    statusLists: [],
    documents: [],
    validFrom: null,
    validUntil: null,
  };
}
