import { groupGaps } from '../../src/domain/gap.ts';
import type { Mark } from '../../src/domain/mark.ts';
import type { Passage } from '../../src/domain/passage.ts';
import type {
  ContentsEntry,
  Excerpt,
  ExcerptSection,
  Gap,
  Publication,
} from '../../src/domain/publication.ts';
import type { ReportHead } from '../../src/domain/report.ts';
import type { Section } from '../../src/domain/section.ts';
import {
  describeSelection,
  formatSelection,
  type SectionChoice,
  type Selection,
} from '../../src/domain/selection.ts';
import { countWords } from '../../src/domain/words.ts';
import { catalog } from '../domain/invented-catalog.ts';

/** A passage in short: its text, and what is not usual about it. */
export interface SmallPassage {
  readonly text: string;
  readonly label?: string;
  readonly number?: number;
  readonly kind?: Passage['kind'];
  readonly marks?: readonly Mark[];
  readonly topics?: readonly string[];
}

/** A heading with passages beneath it. */
export interface SmallSection {
  readonly key: string;
  readonly printed: string;
  readonly heading?: string;
  readonly context?: boolean;
  readonly depth?: number;
  readonly passages: readonly SmallPassage[];
}

export function makeSection({
  key,
  printed,
  heading,
  context = false,
  depth = 1,
  passages,
}: SmallSection): ExcerptSection {
  const section: Section = {
    key,
    parent: null,
    depth,
    label: null,
    heading: heading ?? printed,
    printed,
    topics: [],
    firstPassage: 1,
    passageCount: passages.length,
    endPassage: passages.length + 1,
  };
  return {
    section,
    context,
    passages: passages.map(
      ({ text, label = null, number, kind = 'paragraph', marks = [], topics = [] }, i) => ({
        order: i + 1,
        section: key,
        number: number ?? i + 1,
        kind,
        label,
        underLabel: label,
        text,
        marks,
        digest: '0123456789abcdef',
        words: countWords(text),
        topics,
      }),
    ),
  };
}

export function makeExcerpt(
  edition: number,
  area: string,
  sections: readonly SmallSection[],
  more: Partial<ReportHead> & { choice?: SectionChoice } = {},
): Excerpt {
  const { choice = null, ...head } = more;
  const found = catalog.getArea(area);
  const made = sections.map(makeSection);
  const passages = made.flatMap((section) => section.passages);
  const report: ReportHead = {
    edition,
    area,
    version: `${edition}aaaaaaaa`,
    title: `${edition} Country Reports: ${found.name}`,
    areaName: found.name,
    provenance: {
      address: `https://reports.example/${edition}/${area}/`,
      host: 'reports.example',
      capturedAddress: null,
      capturedAt: '2025-08-14T09:12:33Z',
      capturedAtSource: 'archive-entry',
      sha256: 'b'.repeat(64),
      bytes: 4321,
      importedFrom: `pages/${area}.html`,
      readerVersion: '1',
    },
    sectionCount: made.length,
    passageCount: passages.length,
    passageWords: passages.reduce((sum, { words }) => sum + words, 0),
    headingWords: 1,
    findingCount: 0,
    sample: found.kind === 'sample',
    ...head,
  };
  const name = `${report.areaName}, ${edition}`;
  const heading = choice === null || choice.kind === 'all' ? name : `${choice.kind}: ${name}`;
  return {
    report,
    newest: true,
    edition: catalog.getEdition(edition),
    area: found,
    choice,
    heading,
    sections: made,
    gaps: [],
  };
}

/** A publication of these excerpts, as if a library had resolved it. */
export function makePublication(
  excerpts: readonly Excerpt[],
  gaps: readonly Gap[] = [],
  more: Partial<Selection> = {},
): Publication {
  const selection: Selection = {
    years: [...new Set(excerpts.map(({ edition }) => edition.year))].sort(),
    sections: [{ kind: 'all' }],
    areas: [...new Set(excerpts.map(({ area }) => area.id))].map((area) => ({ kind: 'area', area })),
    order: 'area',
    ...more,
  };
  const contents = excerpts.map(({ sections, gaps: _, ...excerpt }): ContentsEntry => {
    const passages = sections.flatMap((section) => section.passages);
    const words = passages.reduce((sum, one) => sum + one.words, 0);
    return { ...excerpt, passages: passages.length, words };
  });
  return {
    selection,
    query: formatSelection(selection),
    description: describeSelection(selection, catalog),
    library: {
      version: 'fedcba987654',
      revision: 7,
      reports: 12,
      passages: 99,
      words: 999,
      sampleOnly: false,
    },
    reports: excerpts.length,
    passages: contents.reduce((sum, { passages }) => sum + passages, 0),
    words: contents.reduce((sum, { words }) => sum + words, 0),
    contents,
    gaps,
    gapGroups: groupGaps(gaps, catalog),
    async *readExcerpts() {
      yield* excerpts;
    },
  };
}

/** All pieces of a rendering. */
export async function collect(pieces: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}
