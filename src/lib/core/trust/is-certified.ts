// Does a certificate chain make its leaf the key of a listed issuer?
import type { ListedIssuer } from '../model/trust.ts';
import type { CertificateChain } from './certificate-chain.ts';

/**
 * Whether `chain` ends in a certificate listed for `issuer` and, unless that is the leaf itself, its subject or a
 * subject alternative name is among the listed `subjects`. A CA listed without `subjects` matches nothing: otherwise
 * everybody with a certificate under it would be that issuer.
 */
export function isCertified(issuer: ListedIssuer, chain: CertificateChain): boolean {
  const anchors = chain.anchors.filter(({ certificate }) => issuer.certificates.includes(certificate));
  if (anchors.length === 0) return false;
  return anchors.some(({ isLeaf }) => isLeaf) || isNamedIn(issuer.subjects, chain);
}

function isNamedIn(subjects: readonly string[], chain: CertificateChain): boolean {
  const leaf = nameParts(chain.subject);
  return subjects.some(
    (subject) =>
      (leaf !== '' && nameParts(subject) === leaf) ||
      chain.alternativeNames.some((name) => name.toLowerCase() === subject.toLowerCase()),
  );
}

/** A distinguished name without regard to the order and spacing its parts were written in. */
function nameParts(name: string): string {
  return name
    .split(/(?<!\\)[,+]/)
    .map((part) => part.trim().replace(/\s*=\s*/, '='))
    .filter((part) => part !== '')
    .sort()
    .join(',');
}
