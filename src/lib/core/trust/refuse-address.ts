// Which addresses are never asked, told from the address alone (THREATS P7). Whom a name leads to, only the network knows.
import { isPrivateAddress, isV4 } from './is-private-address.ts';

/** `unusual-address`: carries a name or password, or a port other than 443: no issuer's document lies there. */
export type AddressProblem = 'not-https' | 'private-address' | 'unusual-address';

const MAX_LENGTH = 2_048;
/** Names that mean this machine or this network (RFC 6761, RFC 6762, RFC 8375, and what routers use). */
const LOCAL = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|home\.arpa|corp|private|onion)$/;

/** Why `address` is not asked; null when it may be. */
export function refuseAddress(address: string): AddressProblem | null {
  if (address.length > MAX_LENGTH || !URL.canParse(address)) return 'not-https';
  const { protocol, hostname, username, password, port } = new URL(address);
  if (protocol !== 'https:') return 'not-https';
  if (isLocalHost(hostname)) return 'private-address';
  return username !== '' || password !== '' || port !== '' ? 'unusual-address' : null;
}

/** `hostname` as the URL standard writes it: lower case, IPv4 in dots whatever it was written as, IPv6 in brackets. */
function isLocalHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return isPrivateAddress(hostname.slice(1, -1));
  const name = hostname.replace(/\.$/, '');
  if (isV4(name)) return isPrivateAddress(name);
  return !name.includes('.') || LOCAL.test(name);
}
