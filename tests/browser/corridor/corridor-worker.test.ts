// The corridor in a real module worker gives the same answers as in the page.
import { expect, it } from 'vitest';
import { CorridorClient, corridorWorker } from '../../../src/lib/adapters/corridor/corridor-client.ts';
import { examine } from '../../../src/lib/core/examine.ts';
import { issueSpecimens } from '../../../src/lib/core/issuance/specimens/issue-specimens.ts';
import { epochSeconds } from '../../../src/lib/core/model/brand.ts';
import { NO_TRUST } from '../../../src/lib/core/model/trust.ts';

const NOW = epochSeconds(Date.UTC(2026, 10, 21, 12) / 1000);
const question = { trust: NO_TRUST, now: NOW, context: { kind: 'document' }, clockFloor: NOW } as const;

it('answers four specimens and a broken file at once, as the page itself would', async () => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));
  const issued = await issueSpecimens({ now: NOW, holderKey: { kty: 'EC', crv: 'P-256', x, y }, random });
  const files = [...issued.map(({ bytes }) => bytes), new TextEncoder().encode('{"a":')];
  const client = new CorridorClient(corridorWorker, () => undefined);
  const answers = await Promise.all(files.map((bytes) => client.examine(bytes, question)));
  const here = await Promise.all(files.map((bytes) => examine(bytes, question)));
  expect(answers.map(({ outcome }) => outcome)).toEqual([...issued.map(() => 'credential'), 'unreadable']);
  expect(JSON.stringify(answers)).toBe(JSON.stringify(here));
});
