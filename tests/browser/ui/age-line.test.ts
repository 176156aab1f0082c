// One line on how old each piece of evidence is.
import { describe, expect, test } from 'vitest';
import { epochSeconds } from '../../../src/lib/core/model/brand.ts';
import { finding } from '../../../src/lib/core/model/finding.ts';
import { overwriteGetLocale } from '../../../src/lib/i18n/paraglide/runtime.js';
import { ageLine } from '../../../src/lib/ui/age-line.ts';

const NOW = epochSeconds(Date.UTC(2026, 10, 21, 12) / 1000);
const daysAgo = (days: number) => epochSeconds(NOW - days * 86_400);

describe('the age of evidence', () => {
  overwriteGetLocale(() => 'en');
  const listed = finding('issuer-listed', { source: 'List', asOf: daysAgo(9) });

  test('signature, list and status each have their own', () => {
    const status = finding('status-ok', { source: 'https://issuer.example/status', asOf: NOW });
    const line = ageLine([finding('signature-ok'), listed, status], NOW, NOW);
    expect(line).toMatch(/^Signature checked now · issuer list of 12 Nov · status of today \d\d:\d\d$/);
  });

  test('a status of another day is told with its day', () => {
    const status = finding('status-stale', { source: 'https://issuer.example/status', asOf: daysAgo(40) });
    expect(ageLine([finding('signature-ok'), status], NOW, NOW)).toMatch(/status of 12 Oct/);
  });

  test('no signature was checked where there is none', () => {
    for (const reason of ['unsigned', 'hosted-assertion-same', 'hosted-assertion-not-in-hand'] as const) {
      expect(ageLine([finding(reason), finding('issuer-not-listed')], NOW, NOW)).toBe(
        'Checked now · in no issuer list',
      );
    }
  });

  test('a check of some days ago says when', () => {
    expect(ageLine([finding('signature-ok')], daysAgo(2), NOW)).toMatch(/^Signature checked 19 /);
  });
});
