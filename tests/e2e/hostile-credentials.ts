// Credentials, lists and presentations in which every word that could be shown is an attack.
import { badge, file } from './badge.ts';
import { BAD_ADDRESSES } from './xss-payloads.ts';

type InputFile = ReturnType<typeof file>;

/** A picture that runs a script, asks another host and holds a whole page: harmless only as an image. */
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9" onload="top.pwned()">' +
  '<script>top.pwned()</script><script href="https://elsewhere.example/x.js"/><image xlink:href="https://elsewhere.example/x.png"/>' +
  '<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml"><img src="https://elsewhere.example/y.png" onerror="top.pwned()"/></body></foreignObject></svg>';
export const SVG_IMAGE = `data:image/svg+xml;base64,${Buffer.from(SVG).toString('base64')}`;

/** An Open Badge 3.0 that says `words` wherever it says anything, and whose addresses are bad ones. */
export function hostileBadge(words: string, at: number): InputFile {
  const address = BAD_ADDRESSES[at % BAD_ADDRESSES.length] ?? '';
  const alignment = {
    type: ['Alignment'],
    targetName: words,
    targetDescription: words,
    targetFramework: words,
    targetCode: words,
    targetType: words,
    targetUrl: address,
  };
  const achievement = {
    achievementType: words,
    description: words,
    criteria: { id: address, narrative: words },
    image: { id: SVG_IMAGE, type: 'Image', caption: words },
    fieldOfStudy: words,
    specialization: words,
    humanCode: words,
    creditsAvailable: words,
    assessmentType: words,
    participationType: words,
    tag: [words],
    inLanguage: words,
    creator: { id: address, type: ['Profile'], name: words },
    alignment: [
      alignment,
      { ...alignment, targetType: 'ext:EQF' },
      { ...alignment, targetType: 'ext:QualityAssurance' },
    ],
    resultDescription: [
      { id: 'urn:r', type: ['ResultDescription'], name: words, resultType: words, allowedValue: [words] },
    ],
    endorsement: [
      { type: ['VerifiableCredential'], issuer: { name: words }, credentialSubject: { endorsementComment: words } },
    ],
    related: [{ id: address, type: ['Related'], inLanguage: words, version: words }],
  };
  const more = {
    name: words,
    description: words,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: words, identityType: 'name' }],
      result: [{ type: ['Result'], resultDescription: 'urn:r', value: words, status: words, achievedLevel: words }],
      creditsEarned: words,
      role: words,
      term: words,
      narrative: words,
      source: { id: address, name: words },
      achievement: { id: `urn:a:${String(at)}`, type: ['Achievement'], name: words, ...achievement },
    },
    evidence: BAD_ADDRESSES.map((id) => ({
      id,
      type: ['Evidence'],
      name: words,
      description: words,
      genre: words,
      narrative: words,
    })),
    endorsement: [{ type: ['VerifiableCredential'], issuer: words, credentialSubject: { endorsementComment: words } }],
  };
  return file(`${String(at)}.jwt`, badge({ issuer: words, id: `hostile-${String(at)}`, more }));
}

/** An Open Badges 2.0 assertion with everything in it. */
export function hostileOldBadge(words: string, at: number): InputFile {
  const address = BAD_ADDRESSES[at % BAD_ADDRESSES.length] ?? '';
  const assertion = {
    '@context': 'https://w3id.org/openbadges/v2',
    id: `https://old.example/${String(at)}`,
    type: 'Assertion',
    recipient: { type: 'email', hashed: false, identity: words },
    image: { id: SVG_IMAGE, caption: words, author: words },
    evidence: [{ id: address, narrative: words, name: words, description: words, genre: words, audience: words }],
    narrative: words,
    issuedOn: '2026-01-01T00:00:00Z',
    verification: { type: 'hosted' },
    badge: {
      type: 'BadgeClass',
      id: `https://old.example/class/${String(at)}`,
      name: words,
      description: words,
      image: SVG_IMAGE,
      criteria: { id: address, narrative: words },
      tags: [words],
      alignment: [
        { targetName: words, targetUrl: address, targetDescription: words, targetFramework: words, targetCode: words },
      ],
      issuer: {
        type: 'Issuer',
        id: 'https://old.example/issuer',
        name: words,
        url: address,
        email: words,
        description: words,
      },
    },
  };
  return file(`old-${String(at)}.json`, JSON.stringify(assertion), 'application/json');
}

/** A trust list whose own name, issuers and everything they are allowed are attacks. */
export function hostileList(payloads: readonly string[]): InputFile {
  const issuer = (words: string, at: number): object => ({
    name: { sv: words, en: words },
    country: 'SE',
    ids: [`https://hostile.example/${String(at)}`, words],
    keys: [],
    certificates: [],
    subjects: [words],
    mayIssue: [words],
    statusLists: [],
    documents: [],
  });
  const list = {
    name: payloads.slice(0, 3).join(' '),
    version: 1,
    issued: '2026-11-01T00:00:00Z',
    validUntil: '2099-01-01T00:00:00Z',
    issuers: payloads.map(issuer),
    verifiers: [],
  };
  return file('list.json', JSON.stringify(list), 'application/json');
}
