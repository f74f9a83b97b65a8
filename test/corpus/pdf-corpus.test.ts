import { beforeAll, describe, expect, test } from 'vitest';
import { gatherPublication } from '../../src/domain/publication.ts';
import type { Report } from '../../src/domain/report.ts';
import { loadPdfFonts } from '../../src/export/pdf/pdf-fonts.ts';
import { renderPdf } from '../../src/export/pdf/render-pdf.ts';
import { loadCatalog } from '../../src/workbench/load-catalog.ts';
import { publishReport } from '../../src/workbench/publish-report.ts';
import { hasPoppler, readInfo } from '../export/pdf/pdf-reader.ts';
import { expectSameWords } from '../export/pdf/same-words.ts';
import { corpusFolder } from './corpus-folder.ts';
import { readCorpusReports } from './corpus-reports.ts';

const SAMPLE_SIZE = 50;

describe.skipIf(corpusFolder === null)('the real reports as PDF', () => {
  let reports: readonly Report[] = [];

  beforeAll(() => {
    reports = [...readCorpusReports().values()].flat().map((report) => ({
      ...report,
      provenance: { ...report.provenance, capturedAt: '2025-08-14T00:00:00Z' },
    }));
  });

  test('have a font for every character', () => {
    const { findUncovered } = loadPdfFonts();
    expect(findUncovered([...countCharacters(reports).keys()].join(''))).toEqual([]);
  });

  test.skipIf(!hasPoppler)('have every word, in fifty that hold every character between them', async () => {
    const sample = pickSample(reports);
    expect(sample.length).toBe(SAMPLE_SIZE);
    expect(countCharacters(sample).size).toBe(countCharacters(reports).size);
    const catalog = loadCatalog();
    const library = {
      version: '0'.repeat(12),
      revision: 1,
      reports: 1,
      passages: 1,
      words: 1,
      sampleOnly: false,
    };
    for (const report of sample) {
      const view = { report, area: catalog.getArea(report.area), versions: [report] };
      const publication = publishReport(view, catalog.getEdition(report.edition), catalog, library);
      const gathered = await gatherPublication(publication);
      const pdf = await renderPdf(gathered, { paper: 'letter' });
      expectSameWords(pdf, gathered);
      expect(readInfo(pdf).get('Tagged')).toBe('yes');
    }
  });
});

/** In how many of the reports each character stands. */
function countCharacters(reports: readonly Report[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const report of reports) {
    for (const character of charactersOf(report)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return counts;
}

const known = new Map<Report, ReadonlySet<string>>();

function charactersOf(report: Report): ReadonlySet<string> {
  const found = known.get(report) ?? new Set(listTexts(report).join(''));
  known.set(report, found);
  return found;
}

function listTexts({ sections, passages }: Report): string[] {
  return [...sections.map(({ printed }) => printed), ...passages.map(({ text }) => text)];
}

/** For each character, the rarest first, a report that has it; then reports spread over all. */
function pickSample(reports: readonly Report[]): Report[] {
  const picked = new Set<Report>();
  const covered = new Set<string>();
  const pick = (report: Report | undefined): void => {
    if (report === undefined) return;
    picked.add(report);
    for (const character of charactersOf(report)) covered.add(character);
  };
  for (const [character] of [...countCharacters(reports)].sort(([, one], [, other]) => one - other)) {
    if (!covered.has(character)) pick(reports.find((report) => charactersOf(report).has(character)));
  }
  const step = Math.floor(reports.length / SAMPLE_SIZE);
  for (let i = 0; picked.size < SAMPLE_SIZE; i += step) pick(reports[i % reports.length]);
  return [...picked];
}
