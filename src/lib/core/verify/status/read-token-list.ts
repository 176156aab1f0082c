// Token Status List in JWT form (draft-ietf-oauth-status-list §5.1): one value of 1, 2, 4 or 8 bits a credential.
import type { CompactJws } from '../../bytes/decode-compact-jws.ts';
import { isJsonObject, stringOrNull } from '../../model/json.ts';
import { valueFromLowest } from './packed-values.ts';
import { readMoment } from './read-moment.ts';
import { unknown } from './status-list.ts';
import type { Lookup, NoList, StatusList } from './status-list.ts';
import { unpackTokenList } from './unpack-list.ts';

export const TOKEN_LIST_TYPE = 'statuslist+jwt';
const SIZES: readonly unknown[] = [1, 2, 4, 8];

/** The list in `jws`, whose `typ` is `statuslist+jwt`. `sub` and `iat` are required (§5.1). */
export function readTokenList(jws: CompactJws): StatusList | NoList {
  const { payload } = jws;
  const list = payload['status_list'];
  const [issuedAt, expires] = [readMoment(payload['iat']), readMoment(payload['exp'])];
  const { ttl } = payload;
  const address = stringOrNull(payload['sub']);
  if (!isJsonObject(list) || address === null || typeof issuedAt !== 'number') return 'status-list-unreadable';
  const { bits, lst } = list;
  if (expires === undefined || typeof lst !== 'string') return 'status-list-unreadable';
  if (typeof bits !== 'number' || !SIZES.includes(bits)) return 'status-list-unreadable';
  let unpacked: Uint8Array | null | undefined;
  return {
    answers: ['TokenStatusList'],
    secured: { by: 'jws', jws },
    issuerId: stringOrNull(payload['iss']),
    address,
    issuedAt,
    expires,
    ttl: typeof ttl === 'number' && ttl > 0 ? ttl : null,
    lookUp: ({ index }) => {
      // Not before somebody asks, and that is after the signature was checked.
      unpacked = unpacked === undefined ? unpackTokenList(lst) : unpacked;
      if (unpacked === null) return unknown('status-list-unreadable');
      return index === null ? unknown('status-index-outside') : told(valueFromLowest(unpacked, bits, index));
    },
  };
}

/** Status types of §7.1; the others are the issuer's own or reserved. */
function told(value: number | null): Lookup {
  if (value === null) return unknown('status-index-outside');
  if (value === 0) return { found: 'nothing-against' };
  if (value === 1) return { found: 'revoked' };
  return value === 2 ? { found: 'suspended' } : unknown('status-value-unknown');
}
