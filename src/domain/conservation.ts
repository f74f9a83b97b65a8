import type { Passage } from './passage.ts';
import type { Section } from './section.ts';
import { splitWords } from './words.ts';

/** Where the words of a page and of the report read from it first part. */
export interface WordDifference {
  /** The number of the word, from 1. */
  readonly at: number;
  /** Words of the page that the report lacks there, or null at its end. */
  readonly onPage: string | null;
  readonly inReport: string | null;
  /** How many words the two differ by, order included: lost, added or moved; at least 1. */
  readonly words: number;
}

/** All words of a report, headings and passages in the order of the page, one space between them. */
export function joinReportText(
  sections: readonly Pick<Section, 'printed' | 'firstPassage' | 'passageCount'>[],
  passages: readonly Pick<Passage, 'text'>[],
): string {
  const parts: string[] = [];
  for (const { printed, firstPassage, passageCount } of sections) {
    if (printed !== '') parts.push(printed);
    for (let order = firstPassage; order < firstPassage + passageCount; order += 1) {
      const passage = passages[order - 1];
      if (passage !== undefined) parts.push(passage.text);
    }
  }
  return parts.join(' ');
}

/** Null if the report has every word of the page, in order, and no other. */
export function findWordDifference(pageText: string, reportText: string): WordDifference | null {
  if (pageText === reportText) return null;
  const page = splitWords(pageText);
  const report = splitWords(reportText);
  let same = 0;
  while (same < page.length && same < report.length && page[same] === report[same]) same += 1;
  if (same === page.length && same === report.length) return null;
  let tail = 0;
  while (
    tail < page.length - same &&
    tail < report.length - same &&
    page[page.length - 1 - tail] === report[report.length - 1 - tail]
  ) {
    tail += 1;
  }
  return {
    at: same + 1,
    onPage: page[same] ?? null,
    inReport: report[same] ?? null,
    words: Math.max(page.length, report.length) - same - tail,
  };
}
