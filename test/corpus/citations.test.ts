import { expect, test } from 'vitest';
import { type Citation, citeReport, describePinpoint } from '../../src/domain/citation.ts';
import {
  DATA_STYLES,
  type DataStyle,
  PROSE_STYLES,
  type ProseStyle,
} from '../../src/domain/citation-style.ts';
import type { Report } from '../../src/domain/report.ts';
import type { Section } from '../../src/domain/section.ts';
import { runsToText } from '../../src/export/citation/citation-runs.ts';
import { renderCitation, renderRecords } from '../../src/export/citation/render-citations.ts';
import { loadCatalog } from '../../src/workbench/load-catalog.ts';
import { corpusFolder } from './corpus-folder.ts';
import { readCorpusReports } from './corpus-reports.ts';

/** A part that came out empty, or a value that is none. */
const BROKEN = /undefined|null|NaN|\[object|\(\)|\( |, ,|,,|: ,| {2}(?!-)|“”|‘’|<>|\(, /;
/** The publisher and its addresses, the one of a report itself. */
const ADDRESS =
  /^https:\/\/www\.state\.gov\/reports\/\d{4}-country-reports-on-human-rights-practices\/[\w-]+(\/[\w-]+)*\/?$/;

test.skipIf(corpusFolder === null)(
  'every report and every section of CORPUS is cited in every style without an empty part',
  { timeout: 600_000 },
  () => {
    const catalog = loadCatalog();
    let cited = 0;
    for (const report of [...readCorpusReports().values()].flat()) {
      const edition = catalog.getEdition(report.edition);
      const whole = citeReport(report, edition, true);
      const places = report.sections.map((section) =>
        citeReport(report, edition, true, describePinpoint(pathTo(report, section), null), {
          section: section.key,
          passage: null,
        }),
      );
      for (const citation of [whole, ...places]) checkProse(citation);
      for (const style of Object.keys(DATA_STYLES) as DataStyle[]) {
        const text = renderRecords([whole, ...places], style);
        expect(text.match(BROKEN_RECORD), `${whole.addressText} ${style}`).toBeNull();
      }
      expect(whole.officialAddress, whole.addressText).toMatch(ADDRESS);
      expect(whole.releaseDate, whole.addressText).toMatch(/^20\d\d-\d\d-\d\d$/);
      cited += 1;
    }
    expect(cited).toBeGreaterThan(0);
  },
);

/** Indented JSON and BibTeX have runs of spaces. */
const BROKEN_RECORD = /undefined|null|NaN|\[object|\(\)|, ,|,,|: ,|\{\}|""/;

function checkProse(citation: Citation): void {
  for (const style of Object.keys(PROSE_STYLES) as ProseStyle[]) {
    const text = runsToText(renderCitation(citation, style));
    const found = text.match(BROKEN);
    if (found !== null) throw new Error(`${citation.addressText} ${style}: “${found[0]}” in “${text}”`);
  }
}

function pathTo(report: Report, section: Section): readonly Section[] {
  const parent = report.sections.find(({ key }) => key === section.parent);
  return parent === undefined ? [section] : [...pathTo(report, parent), section];
}
