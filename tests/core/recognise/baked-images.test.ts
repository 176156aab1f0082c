import { zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { insertPngText } from '../../../src/lib/core/bytes/png-chunks.ts';
import { joinBytes } from '../../../src/lib/core/bytes/join-bytes.ts';
import { encodeUtf8 } from '../../../src/lib/core/bytes/utf8.ts';
import { recognise } from '../../../src/lib/core/recognise/recognise.ts';
import { png, pngChunk, pngOfSize } from '../../builders/png.ts';
import { BADGE, jwt } from '../../builders/tokens.ts';

const JSON_TEXT = JSON.stringify(BADGE);
const bake = (text: string, keyword = 'openbadgecredential', into = png()): Uint8Array<ArrayBuffer> =>
  insertPngText(into, keyword, text) ?? new Uint8Array();
const unreadable = (why: string, mine: boolean): object => ({ outcome: 'unreadable', why, mine });

describe('PNG', () => {
  test('a JWT and a JSON document baked in are recognised, and where they came from', async () => {
    expect(await recognise(bake(jwt(BADGE)))).toMatchObject({ recognised: { kind: 'vc-jwt', carrier: 'png' } });
    expect(await recognise(bake(JSON_TEXT))).toMatchObject({
      recognised: { kind: 'vc-di', carrier: 'png', text: JSON_TEXT },
    });
  });

  test('a compressed chunk is read', async () => {
    const head = encodeUtf8('openbadgecredential\0\u0001\0\0\0');
    const chunk = pngChunk('iTXt', joinBytes([head, zlibSync(encodeUtf8(JSON_TEXT))]));
    expect(await recognise(png(chunk))).toMatchObject({ recognised: { kind: 'vc-di', carrier: 'png' } });
  });

  test.each([
    ['nothing baked in', png(), 'image-without-credential', false],
    ['an Open Badges 2.0 chunk with other JSON', bake('{}', 'openbadges'), 'json-not-a-credential', false],
    ['an empty Open Badges 2.0 chunk', bake(' ', 'openbadges'), 'image-without-credential', true],
    ['its second half missing', bake(JSON_TEXT).slice(0, 300), 'truncated-image', false],
    ['only part of its signature', png().slice(0, 5), 'truncated-image', false],
    ['a changed byte', bake(JSON_TEXT).map((byte, at) => (at === 200 ? byte ^ 1 : byte)), 'damaged-image', false],
    ['65535 by 65535 pixels', bake(JSON_TEXT, 'openbadgecredential', pngOfSize(65535, 65535)), 'bomb', true],
    ['a broken credential', bake(JSON_TEXT.slice(0, -3)), 'malformed-json', true],
    ['an empty credential', bake(' '), 'not-recognised', false],
  ])('with %s', async (_, bytes, why, mine) => {
    expect(await recognise(bytes)).toEqual(unreadable(why, mine));
  });
});

describe('SVG', () => {
  const svg = (inside: string, before = ''): Uint8Array<ArrayBuffer> =>
    encodeUtf8(
      `<?xml version="1.0"?>${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">${inside}<circle r="1"/></svg>`,
    );
  const text = `<openbadges:credential><![CDATA[${JSON_TEXT}]]></openbadges:credential>`;
  const attribute = `<openbadges:credential verify="${jwt(BADGE)}"></openbadges:credential>`;
  const DOCTYPE = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';

  test('JSON as text and a JWT in `verify` are recognised', async () => {
    expect(await recognise(svg(text))).toMatchObject({
      recognised: { kind: 'vc-di', carrier: 'svg', text: JSON_TEXT },
    });
    expect(await recognise(svg(attribute))).toMatchObject({
      recognised: { kind: 'vc-jwt', carrier: 'svg', text: jwt(BADGE) },
    });
  });

  test('the document type drawing programs write is no obstacle', async () => {
    expect(await recognise(svg(attribute, DOCTYPE))).toMatchObject({ recognised: { kind: 'vc-jwt' } });
  });

  test('the signed form is read when both are there', async () => {
    const both = attribute.replace('></', `>{"@context":"other"}</`);
    expect(await recognise(svg(both))).toMatchObject({ recognised: { kind: 'vc-jwt' } });
  });

  test.each([
    ['entities', svg(text, '<!DOCTYPE svg [<!ENTITY x "boom">]>'), 'svg-declares-entities', false],
    ['nothing baked in', svg(''), 'image-without-credential', false],
    [
      'an Open Badges 2.0 element that says nothing',
      svg('<o:assertion xmlns:o="http://openbadges.org"/>'),
      'image-without-credential',
      true,
    ],
    ['the element in no namespace', svg(text.replaceAll('openbadges:', '')), 'image-without-credential', false],
    ['an empty element', svg('<openbadges:credential/>'), 'image-without-credential', true],
    ['its end missing', svg(text).slice(0, -20), 'malformed-svg', false],
    ['100,000 groups in each other', svg('<g>'.repeat(100_000)), 'bomb', false],
    ['5 MB of drawing', svg(`<path d="${'M0 0'.repeat(1_250_000)}"/>`), 'too-large', false],
  ])('with %s', async (_, bytes, why, mine) => {
    expect(await recognise(bytes)).toEqual(unreadable(why, mine));
  });
});
