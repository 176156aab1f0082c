// Where an issuer's page is. Which issuer stands after the #, which no server is ever told: whose merits somebody
// looks at is content too.

/** `root`: the app's own root, ending in a slash. */
export const issuerAddress = (root: string, id: string): string => `${root}issuer#id=${encodeURIComponent(id)}`;

/** The issuer named in the fragment of an address; null when there is none. */
export function issuerInFragment(hash: string): string | null {
  const id = new URLSearchParams(hash.replace(/^#/, '').replace(/\+/g, '%2B')).get('id');
  return id === null || id === '' ? null : id;
}
