import type { ContentsEntry, Excerpt, Publication } from '../domain/publication.ts';
import { listReportFacts, noticeFor, type ReportFact } from '../domain/report-facts.ts';
import type { Section } from '../domain/section.ts';
import { runsToText } from './citation/citation-runs.ts';
import { citeHead } from './citation/head-citation.ts';

/** What every export says of itself. */
export const WHAT_IT_IS =
  'A custom report from the annual Country Reports on Human Rights Practices. Made with Variorum, which is no government service; each report in it names its official address.';

/** Said where a report comes out empty; the gaps behind it say why: not published, not held, no such section. */
export const NOTHING_FOUND = 'Nothing of what was asked for can be given.';

/** What was asked for, what it comes to, and from which state of which library: enough to repeat it. */
export function listFrontMatter(publication: Omit<Publication, 'readExcerpts'>): readonly ReportFact[] {
  const { description, library, query } = publication;
  const lines = [
    ['Editions', description.years],
    ['Sections and topics', description.sections],
    ['Countries and areas', description.areas],
    ['Order', description.order],
    ['Contents', describeContents(publication)],
    ['Library version', `${library.version} (${countOf(library.reports, 'report')} held)`],
    ['Selection', query],
  ] as const;
  return lines.map(([label, value]) => ({ label, value, href: null }));
}

/** The label of the citation among the facts. */
export const CITE_AS = 'Cite as';

/** The facts of an excerpt's report, how it is cited among them, the notice last. */
export function listExcerptFacts({
  report,
  edition,
  newest,
}: Pick<Excerpt, 'report' | 'edition' | 'newest'>): {
  readonly facts: readonly ReportFact[];
  readonly notice: string;
} {
  const citation = runsToText(citeHead({ report, edition, newest }));
  const cited = { label: CITE_AS, value: citation, href: null };
  return { facts: [...listReportFacts(report, edition), cited], notice: noticeFor(report) };
}

/** "1 report, 5 passages, 577 words" */
export function describeContents({
  reports,
  passages,
  words,
}: Pick<Publication, 'reports' | 'passages' | 'words'>): string {
  return `${countOf(reports, 'report')}, ${countOf(passages, 'passage')}, ${countOf(words, 'word')}`;
}

/** "5 passages, 577 words" */
export function describeEntry({ passages, words }: Pick<ContentsEntry, 'passages' | 'words'>): string {
  return `${countOf(passages, 'passage')}, ${countOf(words, 'word')}`;
}

/** "1 word", "2,333 words" */
export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

/** The heading as printed, or, where the page prints none, ours in square brackets. */
export function headingText({ printed, heading }: Pick<Section, 'printed' | 'heading'>): string {
  return printed === '' ? `[${heading}]` : printed;
}

/** "1-4, 6": the numbers of passages of one section. */
export function formatNumbers(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}
