// The name of a key as people compare it.

/** Groups of four, so that an eye finds its way back. A certificate's hexadecimal has its colons already. */
export const inGroups = (name: string): string => (name.includes(':') ? name : (name.match(/.{1,4}/g) ?? []).join(' '));

/** "NzbLsX…s9Xs": enough to tell two keys of one issuer apart, never to compare with one somebody else sent. */
export const shortKeyName = (name: string): string =>
  name.length <= 16 ? name : `${name.slice(0, 6)}…${name.slice(-4)}`;
