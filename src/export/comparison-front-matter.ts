import { ABSENCE_NOTE } from '../domain/absence-note.ts';
import type { CitationRun } from '../domain/citation-style.ts';
import type { Pair } from '../domain/comparison.ts';
import { CHANGE_CHOICES, type ComparisonFilter } from '../domain/comparison-filter.ts';
import { type ComparisonView, isWithinEdition, listPassages, type Side } from '../domain/comparison-view.ts';
import { describeUse } from '../domain/corrected-comparison.ts';
import { CHANGE_WORDS, describeKept, listCounts } from '../domain/describe-pair.ts';
import type { Passage } from '../domain/passage.ts';
import { listReportFacts, noticeFor, type ReportFact } from '../domain/report-facts.ts';
import { type CitedHead, citeHead } from './citation/head-citation.ts';
import { countOf, formatNumbers } from './front-matter.ts';

/** What every export of a comparison says of itself. */
export const WHAT_A_COMPARISON_IS =
  'Two annual Country Reports on Human Rights Practices laid side by side passage by passage. Made with Variorum, which is no government service; each report names its official address.';

/** How differences are marked where there is nothing but letters. */
export const MARKS_LEGEND =
  'Marks: [-words that only the older report has-] {+words that only the newer report has+}; all else stands in both.';

export { ABSENCE_NOTE };

/** The facts of both reports, the notice last. */
export function listSides(view: ComparisonView): readonly {
  readonly side: Side;
  readonly heading: string;
  readonly title: string;
  readonly citation: readonly CitationRun[];
  readonly facts: readonly ReportFact[];
  readonly notice: string;
}[] {
  return (['left', 'right'] as const).map((side) => {
    const { head, edition } = view[side];
    return {
      side,
      heading: `${side === 'left' ? 'Older' : 'Newer'} report: ${head.areaName}, ${edition.year}`,
      title: head.title,
      citation: citeHead(citedSide(view, side)),
      facts: listReportFacts(head, edition),
      notice: noticeFor(head),
    };
  });
}

/** Of two versions of one edition each is named by its version; of two editions, as a rule, both are the newest. */
export function citedSide(view: ComparisonView, side: Side): CitedHead {
  const { head, edition } = view[side];
  return { report: head, edition, newest: !isWithinEdition(view) };
}

/** "Kept: 11 passages, 412 words (word for word)" and so on, the sentence that sums up first. */
export function listSummary(view: ComparisonView): readonly string[] {
  return [
    describeKept(view),
    ...listCounts(view.counts).map(
      ({ label, count, note }) =>
        `${label}: ${countOf(count.passages, 'passage')}, ${countOf(count.words, 'word')}${note === null ? '' : ` (${note})`}`,
    ),
  ];
}

/** What the rendering holds, where that is not everything; and from which library. */
export function listScope(view: ComparisonView, filter: ComparisonFilter) {
  const { narrowedTo, library, comparison } = view;
  return [
    ...[describeUse(view)].filter((line) => line !== null),
    ...(narrowedTo === null ? [] : [`Topics: ${narrowedTo.map(({ label }) => label).join('; ')}`]),
    ...(filter.only === null
      ? []
      : [
          `Only: ${CHANGE_CHOICES.filter((choice) => filter.only?.includes(choice))
            .map((choice) => CHANGE_WORDS[choice].toLowerCase())
            .join(', ')}`,
        ]),
    `Library version: ${library.version}; way of comparing: ${comparison.algorithm}`,
  ];
}

/** `2023/mli#1.c:1-4, 6; 2023/mli#1.d:1`: passages of one side by their addresses, few as they can be. */
export function citePassages(view: ComparisonView, side: Side, passages: readonly Passage[]): string {
  const bySection = new Map<string, number[]>();
  for (const { section, number } of passages) {
    const numbers = bySection.get(section);
    if (numbers === undefined) bySection.set(section, [number]);
    else numbers.push(number);
  }
  const { edition, area, version } = view[side].head;
  const report = `${edition}/${area}${isWithinEdition(view) ? `@${version}` : ''}`;
  return [...bySection]
    .map(([section, numbers]) => `${report}#${section}:${formatNumbers(numbers)}`)
    .join('; ');
}

/** The passages of several pairs on one side, in order. */
export function collectPassages(
  view: ComparisonView,
  pairs: readonly Pair[],
  side: Side,
): readonly Passage[] {
  return pairs.flatMap((pair) => listPassages(view, pair, side)).sort((a, b) => a.order - b.order);
}
