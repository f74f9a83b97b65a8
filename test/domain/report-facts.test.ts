import { describe, expect, it } from 'vitest';
import type { ReportHead } from '../../src/domain/report.ts';
import { formatDay, formatInstant, listReportFacts, noticeFor } from '../../src/domain/report-facts.ts';
import { catalog } from './invented-catalog.ts';

const head: ReportHead = {
  edition: 2021,
  area: 'vel',
  version: '0123456789ab',
  title: '2021 Country Reports: Velmora',
  areaName: 'Velmora',
  provenance: {
    address: 'https://reports.example/2021/velmora/',
    host: 'web.archive.org',
    capturedAddress: 'https://web.archive.org/web/20250814091233/https://reports.example/2021/velmora/',
    capturedAt: '2025-08-14T09:12:33Z',
    capturedAtSource: 'archive-address',
    sha256: 'a'.repeat(64),
    bytes: 1000,
    importedFrom: 'pages/velmora.html',
    readerVersion: '1',
  },
  sectionCount: 1,
  passageCount: 1,
  passageWords: 5,
  headingWords: 2,
  findingCount: 0,
  sample: false,
};

describe('the facts of a report', () => {
  it('say what it is, who released it when, and where and when the copy was made', () => {
    const facts = listReportFacts(head, catalog.getEdition(2021));
    expect(facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Edition: 2021, covers events of 2021',
      'Bureau: Bureau of Democracy, Human Rights, and Labor',
      'Released: 9 March 2022',
      'Captured: 14 August 2025, 09:12:33 UTC (from the archive’s address)',
      'Official address: https://reports.example/2021/velmora/',
      'Captured from: web.archive.org',
      'Address of the copy: https://web.archive.org/web/20250814091233/https://reports.example/2021/velmora/',
      `SHA-256 of the captured bytes: ${'a'.repeat(64)}`,
      'Version: 0123456789ab',
    ]);
    expect(noticeFor(head)).toBe(
      'Unofficial copy prepared from the official publication at the address above; not certified.',
    );
  });

  it('do not claim what is not known', () => {
    const provenance = {
      ...head.provenance,
      capturedAt: null,
      capturedAtSource: null,
      capturedAddress: null,
    };
    const facts = listReportFacts({ ...head, provenance }, catalog.getEdition(2024));
    const values = new Map(facts.map(({ label, value }) => [label, value]));
    expect(values.get('Released')).toBe('date not known');
    expect(values.get('Captured')).toBe('time not known');
    expect(values.has('Address of the copy')).toBe(false);
  });

  it('pass on what is to be said of a release date', () => {
    const facts = listReportFacts(head, catalog.getEdition(2020));
    expect(facts[2]?.value).toBe('9 March 2021 (amended later in the year)');
  });

  it('never present an invented report as anybody’s publication', () => {
    const sample = { ...head, sample: true };
    const facts = listReportFacts(sample, catalog.getEdition(2021));
    expect(facts.map(({ label }) => label)).not.toContain('Bureau');
    expect(facts.map(({ label }) => label)).not.toContain('Official address');
    expect(facts.every(({ href }) => href === null)).toBe(true);
    expect(noticeFor(sample)).toBe('Invented sample, not a publication of any government.');
  });
});

describe('dates', () => {
  it('are written in words', () => {
    expect(formatDay('2025-08-04')).toBe('4 August 2025');
    expect(formatInstant('2025-08-14T09:12:33.120Z')).toBe('14 August 2025, 09:12:33 UTC');
  });

  it('stay as they are where they are no dates', () => {
    expect(formatDay('2025-13-04')).toBe('2025-13-04');
    expect(formatInstant('yesterday')).toBe('yesterday');
  });
});
