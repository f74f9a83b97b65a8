import { type Citation, citeReport, describePinpoint } from '../../../src/domain/citation.ts';
import type { Edition } from '../../../src/domain/edition.ts';
import type { Passage } from '../../../src/domain/passage.ts';
import type { ReportHead } from '../../../src/domain/report.ts';
import type { Section } from '../../../src/domain/section.ts';
import { loadCatalog } from '../../../src/workbench/load-catalog.ts';

/** Facts of a real report, without a word of its text. */
export const MALI: ReportHead = {
  edition: 2021,
  area: 'mli',
  version: '0123456789ab',
  title: '2021 Country Reports on Human Rights Practices: Mali',
  areaName: 'Mali',
  provenance: {
    address: 'https://www.state.gov/reports/2021-country-reports-on-human-rights-practices/mali/',
    host: 'www.state.gov',
    capturedAddress: null,
    capturedAt: '2025-08-14T00:00:00.000Z',
    capturedAtSource: 'archive-entry',
    sha256: 'c'.repeat(64),
    bytes: 1000,
    importedFrom: '2021/mali.html',
    readerVersion: '1',
  },
  sectionCount: 1,
  passageCount: 1,
  passageWords: 5,
  headingWords: 2,
  findingCount: 0,
  sample: false,
};

export const EDITION_2021: Edition = loadCatalog().getEdition(2021);

/** A heading and what the page prints before it. */
export type Step = readonly [key: string, label: string | null, heading: string];

const CHAPTER_1: Step = ['1', 'Section 1.', 'Respect for the Integrity of the Person'];
export const STEPS = {
  '1.a': [CHAPTER_1, ['1.a', 'a.', 'Arbitrary Deprivation of Life']],
  '1.c/prison': [CHAPTER_1, ['1.c', 'c.', 'Torture'], ['1.c/prison', null, 'Prison Conditions']],
  '6/women': [
    ['6', 'Section 6.', 'Discrimination and Societal Abuses'],
    ['6/women', null, 'Women'],
  ],
  'executive-summary': [['executive-summary', null, 'Executive Summary']],
  '2~2.d': [
    ['2~2', 'Section 2.', 'Respect for Civil Liberties'],
    ['2~2.d', 'd.', 'Freedom of Movement'],
  ],
} satisfies Readonly<Record<string, readonly Step[]>>;

/** A place in the Mali report, or in another one that differs from it in some facts. */
export function cite(
  place: keyof typeof STEPS | null = null,
  passage: number | null = null,
  head: Partial<ReportHead> = {},
  edition: Partial<Edition> = {},
  newest = true,
): Citation {
  const path: readonly Section[] = (place === null ? [] : STEPS[place]).map(([key, label, heading], i) => ({
    key,
    parent: null,
    depth: i + 1,
    label,
    heading,
    printed: heading,
    topics: [],
    firstPassage: 1,
    passageCount: 1,
    endPassage: 2,
  }));
  return citeReport(
    { ...MALI, ...head },
    { ...EDITION_2021, ...edition },
    newest,
    place === null ? null : describePinpoint(path, passage === null ? null : makePassage(passage)),
    { section: place, passage },
  );
}

function makePassage(number: number): Passage {
  return {
    order: number,
    section: '1.a',
    number,
    kind: 'paragraph',
    label: null,
    underLabel: null,
    text: 'A sentence.',
    marks: [],
    digest: '0123456789abcdef',
    words: 2,
    topics: [],
  };
}
