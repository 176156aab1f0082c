import { expect, it } from 'vitest';
import { errorReport, routeOf } from '../../../src/lib/ui/error-report.ts';

it('a report names the version, the place and the kind of fault', () => {
  const report = errorReport(new TypeError('x'), '/settings/trust');
  expect(report).toMatch(/^Meritfolio \d+\.\d+\.\d+ /);
  expect(report).toContain('Where: /settings/trust');
  expect(report).toContain('What: TypeError');
});

it('a report holds nothing of what an error or an address said', () => {
  const error = new Error('cannot read "Astrid Lindqvist" of eyJhbGciOi');
  error.name = 'Astrid 19910302';
  const report = errorReport(error, '/credential/0693af01c-astrid');
  for (const secret of ['Astrid', 'eyJ', '0693', '1991']) expect(report).not.toContain(secret);
  expect(routeOf('/credential/0693af01c')).toBe('/credential/[id]');
  expect(routeOf('/Astrid Lindqvist')).toBe('/[id]');
});

it('anything can be thrown', () => {
  for (const thrown of [null, undefined, 'eyJ', { name: 'Astrid' }, Symbol('Astrid')]) {
    expect(errorReport(thrown, '/')).not.toMatch(/eyJ|Astrid/);
  }
});
