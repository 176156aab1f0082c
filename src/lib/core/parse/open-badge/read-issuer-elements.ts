// What every VC says about its issuer and its date, as EU elements.
import type { Elements } from '../achievement/complete-achievement.ts';
import { nodeAt, statedBy } from '../achievement/claim-node.ts';
import type { ClaimNode } from '../achievement/claim-node.ts';

export function readIssuerElements(credential: ClaimNode): Elements {
  const address = nodeAt(credential, 'issuer', 'address');
  return {
    'issuer-country': statedBy([
      nodeAt(address, 'addressCountryCode'),
      nodeAt(address, 'addressCountry'),
      nodeAt(address, 'addressRegion'),
    ]),
    'awarding-body': statedBy([nodeAt(credential, 'issuer', 'name')]),
    'issue-date': statedBy([
      nodeAt(credential, 'validFrom'),
      nodeAt(credential, 'issuanceDate'),
      nodeAt(credential, 'awardedDate'),
    ]),
  };
}
