import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import type { Finding } from '../../src/domain/finding.ts';
import type { Provenance } from '../../src/domain/provenance.ts';
import type { BoilerplateCount, Report } from '../../src/domain/report.ts';
import type { KeptBytes } from '../../src/store/store.ts';
import { makeReport, type ShortSection } from '../workbench/small-library.ts';

/** What is not usual about an invented report. */
export interface Invention {
  readonly sections?: readonly ShortSection[];
  /** Names the bytes: two captures of one text differ in it. By default the text names its bytes. */
  readonly capture?: string;
  readonly capturedAt?: string | null;
  readonly reader?: string;
  readonly title?: string;
  readonly findings?: readonly Finding[];
  readonly boilerplate?: readonly BoilerplateCount[];
}

/** A small report about an invented area, consistent in all its numbers. */
export function inventReport(edition: number, area: string, invention: Invention = {}): Report {
  const { sections = [{ key: '1', texts: [`Nothing happened in ${area} in ${edition}.`] }] } = invention;
  const report = makeReport(edition, area, sections);
  const { findings = report.findings, boilerplate = report.boilerplate, capturedAt, capture } = invention;
  const provenance: Provenance = {
    ...report.provenance,
    ...(capturedAt === undefined
      ? {}
      : { capturedAt, capturedAtSource: capturedAt === null ? null : 'file-time' }),
    sha256: capture === undefined ? report.provenance.sha256 : hashOf(capture),
    readerVersion: invention.reader ?? report.provenance.readerVersion,
  };
  return {
    ...report,
    title: invention.title ?? report.title,
    provenance,
    findings,
    findingCount: findings.length,
    boilerplate,
  };
}

/** A report of one section with this one passage: the shortest way to say "the same text" or "other text". */
export function inventText(
  edition: number,
  area: string,
  text: string,
  invention: Omit<Invention, 'sections'> = {},
): Report {
  return inventReport(edition, area, { ...invention, sections: [{ key: '1', texts: [text] }] });
}

/** The kept bytes of a report's capture; others for every capture. */
export function bytesOf({ provenance }: Report): KeptBytes {
  return { encoding: 'br', data: brotliCompressSync(`an invented page ${provenance.sha256}`) };
}

/** The same report with its passages under a heading that it does not have: no library can hold it. */
export function breakReport(report: Report): Report {
  const last = report.passages.length - 1;
  return {
    ...report,
    passages: report.passages.map((passage, i) =>
      i === last ? { ...passage, section: 'nowhere' } : passage,
    ),
  };
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A report with something of everything that a report can have. */
export const RICH: Report = inventReport(2021, 'vel', {
  sections: [
    { key: 'executive-summary', topic: 'executive-summary', texts: ['All was well.', 'So it was said.'] },
    { key: '1', topic: 'integrity' },
    { key: '1.a', topic: 'killings', texts: ['None — not one; “none”, said the ministry.'] },
    {
      key: '1.c',
      topic: 'ill-treatment',
      texts: [
        'A first passage.',
        { text: 'Jails: They stood empty.', label: 'Jails', topics: ['jails', 'ill-treatment'] },
        {
          text: 'Côte d’Ambre 日本 😀 \u200E<b>&amp;',
          marks: [
            { kind: 'emphasis', start: 0, end: 4 },
            { kind: 'link', start: 5, end: 12, href: 'https://reports.example/?a=1&b="2"' },
          ],
        },
        { text: 'Row | one', kind: 'table-row' },
        { text: 'A point', kind: 'list-item' },
        { text: 'Note: Read with care.', kind: 'note', label: 'Note' },
      ],
    },
    { key: '6', printed: '', texts: ['Under no printed heading.'] },
    { key: '6/women', topic: 'women' },
    { key: '6~2', texts: ['Printed twice.'] },
  ],
  findings: [
    { kind: 'repeated-label', section: '6~2', detail: 'Section 6', count: 1 },
    { kind: 'odd-character', section: null, detail: 'U+200E', count: 3 },
  ],
  boilerplate: [
    { rule: 'navigation', words: 12 },
    { rule: 'share-links', words: 3 },
  ],
});
