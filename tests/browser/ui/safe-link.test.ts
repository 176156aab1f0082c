import { expect, it } from 'vitest';
import { safeLink } from '../../../src/lib/ui/safe-link.ts';

it('a web address with https and a mail address become links that say where they lead', () => {
  expect(safeLink('https://bevis.example/a?b#c')).toEqual({
    href: 'https://bevis.example/a?b#c',
    opens: 'bevis.example',
  });
  expect(safeLink('mailto:kurs@example.org?bcc=spy@evil.example')).toEqual({
    href: 'mailto:kurs@example.org',
    opens: 'kurs@example.org',
  });
});

it('a host with look-alike letters is shown in the form that gives it away', () => {
  expect(safeLink('https://кi.example/')?.opens).toMatch(/^xn--/);
});

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'blob:https://a.example/1',
  'file:///etc/passwd',
  'http://plain.example/',
  'ftp://a.example/',
  '//a.example/',
  '/settings',
  'https://ki.se@evil.example/',
  'mailto:a@b.example,c@d.example',
  'mailto:',
  '',
  `https://a.example/${'x'.repeat(2000)}`,
])('%j does not', (address) => {
  expect(safeLink(address)).toBeNull();
});
