// Addresses that are this machine, this network, or nobody's (RFC 6890 and the IANA registries it began; RFC 1918,
// RFC 6598, RFC 3927, RFC 4193, RFC 4291, RFC 6052). One table for the app and the command.

const V4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
/** Also those that hide an IPv4 address: compatible, translated (NAT64), 6to4, Teredo. */
const V6: readonly (readonly [network: string, prefix: number])[] = [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];
const MAPPED: readonly [network: string, prefix: number] = ['::ffff:0:0', 96];

/** Whether nothing may be fetched from `address`, an IP address without brackets; what is no address counts as such. */
export function isPrivateAddress(address: string): boolean {
  const four = readV4(address);
  if (four !== null) return V4.some(([network, prefix]) => within(four, readV4(network), prefix));
  const six = readV6(address);
  if (six === null) return true;
  if (within(six, readV6(MAPPED[0]), MAPPED[1])) return isPrivateAddress(six.slice(12).join('.'));
  return V6.some(([network, prefix]) => within(six, readV6(network), prefix));
}

/** Whether `host` is written as an IPv4 address, as the URL standard writes every spelling of one. */
export function isV4(host: string): boolean {
  return readV4(host) !== null;
}

function within(bytes: readonly number[], network: readonly number[] | null, prefix: number): boolean {
  return (
    network !== null &&
    bytes.every((byte, index) => {
      const bits = Math.min(8, Math.max(0, prefix - index * 8));
      const mask = (0xff << (8 - bits)) & 0xff;
      return (byte & mask) === ((network[index] ?? 0) & mask);
    })
  );
}

/** Four bytes of a dotted address (no leading zeros, which some read as octal), else null. */
function readV4(text: string): readonly number[] | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part))) return null;
  const bytes = parts.map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : null;
}

/** Sixteen bytes of an address in any form of RFC 4291 §2.2, else null; a zone makes it no address here. */
function readV6(text: string): readonly number[] | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [head, tail] = [readGroups(halves[0] ?? '', halves.length === 1), readGroups(halves[1] ?? '', true)];
  if (head === null || tail === null) return null;
  const missing = 16 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 2) return null;
  return [...head, ...Array.from({ length: missing }, () => 0), ...tail];
}

function readGroups(text: string, last: boolean): readonly number[] | null {
  if (text === '') return [];
  const groups = text.split(':');
  const bytes: number[] = [];
  for (const [index, group] of groups.entries()) {
    const dotted = last && index === groups.length - 1 ? readV4(group) : null;
    if (dotted !== null) bytes.push(...dotted);
    else if (/^[0-9a-f]{1,4}$/i.test(group))
      bytes.push(Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff);
    else return null;
  }
  return bytes;
}
