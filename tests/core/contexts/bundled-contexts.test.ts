// Every bundled context is the one its publisher keeps, and each can be worked out without jsonld or is known not to be.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonicaliseJson } from '../../../src/lib/core/bytes/canonicalise-json.ts';
import { BUNDLED_CONTEXT_URLS, bundledContext } from '../../../src/lib/core/contexts/bundled-contexts.ts';
import type { JsonValue } from '../../../src/lib/core/model/json.ts';
import { applyContext, initialContext } from '../../../src/lib/core/verify/data-integrity/json-ld/apply-context.ts';
import { describeVectors } from '../../vectors/folder.ts';
import { vectorDocument } from '../../vectors/data-integrity-vector.ts';

const VALIDATOR = 'contexts/1EdTech__digital-credentials-public-validator';
const OPEN_BADGES = 'ob3/1EdTech__openbadges-specification/ob_v3p0';

/** Where the publisher's own copy stands among the vectors. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'https://www.w3.org/2018/credentials/v1': 'contexts/w3c__vc-data-model/contexts/credentials/v1',
  'https://www.w3.org/ns/credentials/v2': 'contexts/w3c__vc-data-model/contexts/credentials/v2',
  'https://www.w3.org/ns/credentials/examples/v2': 'contexts/w3c__vc-data-model/contexts/credentials/examples/v2',
  'https://www.w3.org/ns/credentials/undefined-terms/v2':
    'contexts/w3c__vc-data-model/contexts/credentials/undefined-terms/v2',
  'https://www.w3.org/ns/credentials/status/v1': 'contexts/w3c__vc-bitstring-status-list/contexts/v1.jsonld',
  'https://w3id.org/vc/status-list/2021/v1': 'contexts/w3c__vc-bitstring-status-list/contexts/2021/v1.jsonld',
  'https://w3id.org/security/data-integrity/v1': 'contexts/w3c__vc-data-integrity/contexts/data-integrity/v1',
  'https://w3id.org/security/data-integrity/v2': 'contexts/w3c__vc-data-integrity/contexts/data-integrity/v2',
  'https://w3id.org/security/multikey/v1': 'contexts/w3c__vc-data-integrity/contexts/multikey/v1',
  'https://w3id.org/security/suites/ed25519-2020/v1': `${VALIDATOR}/security-suites-ed25519-2020-v1.jsonld`,
  'https://www.w3.org/ns/did/v1': `${VALIDATOR}/did-v1.jsonld`,
  'https://purl.imsglobal.org/spec/clr/v2p0/context.json': `${VALIDATOR}/clr-v2p0.json`,
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json': `${VALIDATOR}/clr-v2p0-2.0.1.json`,
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json': `${OPEN_BADGES}/context.json`,
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json': `${OPEN_BADGES}/context-3.0.1.json`,
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json': `${OPEN_BADGES}/context-3.0.2.json`,
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': `${OPEN_BADGES}/context-3.0.3.json`,
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json': `${VALIDATOR}/ob-v3p0-extensions.json`,
};

const sha256 = (value: JsonValue): string => createHash('sha256').update(canonicaliseJson(value)).digest('hex');

describeVectors('bundled contexts', () => {
  test.each(BUNDLED_CONTEXT_URLS)('%s is the published one, word for word', (url) => {
    expect(sha256(bundledContext(url))).toBe(sha256(vectorDocument(PUBLISHED[url] ?? '')));
  });
});

describe('bundled contexts', () => {
  test('those the README names, and no other', () => {
    expect([...BUNDLED_CONTEXT_URLS].sort()).toEqual(Object.keys(PUBLISHED).sort());
  });

  test.each([
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.4.json',
    'http://www.w3.org/ns/credentials/v2',
    'https://www.w3.org/ns/credentials/v2/',
    'https://www.w3.org/ns/credentials/v2#',
    'OBv3_beta',
    '__proto__',
  ])('%s is not in hand: no address stands in for another', (url) => {
    expect(bundledContext(url)).toBeNull();
  });

  test('all but the two catch-all ones are worked out without jsonld', () => {
    const left = BUNDLED_CONTEXT_URLS.filter((url) => applyContext(initialContext(), url, 'embedded') === null);
    expect(left.map((url) => url.split('/').slice(-2).join('/')).sort()).toEqual(['examples/v2', 'undefined-terms/v2']);
  });
});
