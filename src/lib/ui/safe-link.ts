// Addresses from strangers: only https: and mailto: are ever made into links (THREATS B15).
export interface SafeLink {
  readonly href: string;
  /** What opens: the host, or the mail address. In the form a look-alike host cannot hide in (punycode). */
  readonly opens: string;
}

/** `address` as a link, or null when it is of any other kind, has a user part, or is no address. */
export function safeLink(address: string): SafeLink | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || address.length > 2000) return null;
  if (url.protocol === 'https:' && url.username === '' && url.password === '') {
    return { href: url.href, opens: url.host };
  }
  const mail = /^[^\s?&,;%]+@[^\s?&,;%]+$/.exec(url.pathname)?.[0];
  return url.protocol === 'mailto:' && mail !== undefined ? { href: `mailto:${mail}`, opens: mail } : null;
}
