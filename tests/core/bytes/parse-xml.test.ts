import { expect, test } from 'vitest';
import { measureXml } from '../../../src/lib/core/bytes/measure-xml.ts';
import { parseXml } from '../../../src/lib/core/bytes/parse-xml.ts';
import { describeVectors, vectorText } from '../../vectors/folder.ts';

const NS = 'urn:example';
const wrap = (inside: string): string => `<?xml version="1.0"?><a xmlns:n="${NS}">${inside}</a>`;

test('an element is found by namespace, whatever its prefix', () => {
  const parsing = parseXml(wrap('<n:b c="&lt;1&gt;"><![CDATA[{"x":"<"}]]></n:b>'));
  const found = parsing.ok ? parsing.find(NS, 'b') : null;
  expect(found?.attribute('c')).toBe('<1>');
  expect(found?.text).toBe('{"x":"<"}');
  expect(parsing.ok && parsing.find('urn:other', 'b')).toBeNull();
});

test('the document type of a drawing program declares nothing and is left out', () => {
  const doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
  expect(parseXml(`<?xml version="1.0"?>\n<!-- drawn -->${doctype}<svg/>`).ok).toBe(true);
});

test.each([
  ['an internal subset', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
  ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
  ['a subset after a public identifier', '<!DOCTYPE a PUBLIC "p" "s" [<!ENTITY x "y">]><a/>'],
  ['a second declaration', '<!DOCTYPE a><!DOCTYPE a [<!ENTITY x "y">]><a/>'],
  ['a declaration in lower case', '<!doctype a [<!entity x "y">]><a/>'],
])('%s is refused before parsing', (_, text) => {
  expect(parseXml(text)).toEqual({ ok: false, why: 'entities' });
});

test.each([
  ['an open element', '<a><b></a>'],
  ['an unknown entity', '<a>&nbsp;</a>'],
  ['two roots', '<a/><b/>'],
  ['an attribute twice', '<a b="1" b="2"/>'],
  ['an unbound prefix', '<n:a/>'],
  ['an open quote', '<a b="1/>'],
  ['an open comment', '<a><!-- </a>'],
  ['nothing', ''],
])('%s is malformed', (_, text) => {
  expect(parseXml(text)).toEqual({ ok: false, why: 'malformed' });
});

test('depth, attributes and elements are bounded before the parser runs', () => {
  expect(measureXml('<a>'.repeat(257))).toBe('too-much');
  expect(measureXml(`<a ${'b="" '.repeat(257)}/>`)).toBe('too-much');
  expect(measureXml('<a/>'.repeat(50_001))).toBe('too-much');
  expect(measureXml(`<a ${'b="" '.repeat(250)}/>`.repeat(401))).toBe('too-much');
  expect(parseXml(`<a>${'<b>'.repeat(100_000)}`)).toEqual({ ok: false, why: 'too-much' });
});

test('a > inside a value or a comment does not end the tag', () => {
  expect(measureXml(`<a b=">" c="/>"><!-- > <b> --><![CDATA[<c>]]></a>`)).toBe('ok');
  expect(measureXml(`<a z=">" ${'b="" '.repeat(257)}/>`)).toBe('too-much');
});

describeVectors('XXE fixtures of European Digital Credentials', () => {
  const folder =
    'negative-json-xml/european-commission-empl__european-digital-credentials/edci-data-model/src/test/resources/xxeTest';
  test.each(['xxe_dos', 'xxe_entity', 'xxe_file', 'xxe_remote', 'xxe_base64'])(
    '%s is refused before parsing',
    (name) => {
      expect(parseXml(vectorText(`${folder}/${name}.xml`))).toEqual({ ok: false, why: 'entities' });
    },
  );
});
