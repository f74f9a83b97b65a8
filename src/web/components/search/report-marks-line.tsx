import { formatFragment } from '../../../domain/address.ts';
import type { Passage } from '../../../domain/passage.ts';
import type { Report } from '../../../domain/report.ts';
import type { Section } from '../../../domain/section.ts';
import type { ReportMarks } from '../../../workbench/search/mark-report.ts';
import type { SearchRequest } from '../../../workbench/search/search-request.ts';
import { searchAddress } from '../../addresses.ts';
import { formatCount, formatNumber } from '../../plain-words.ts';
import { Searched } from './search-counts.tsx';

/** So many passages are named one by one. */
const MOST_NAMED = 60;

/** What a report page marks, and why. */
export interface MarkedSearch {
  readonly request: SearchRequest;
  /** Null where the query cannot be searched; then the problems say why. */
  readonly marks: ReportMarks | null;
  readonly problems: readonly string[];
}

/** Says what is marked in the text beneath, leads to each passage, and takes the marks off. */
export function ReportMarksLine({
  report,
  search: { request, marks, problems },
  address,
}: {
  readonly report: Report;
  readonly search: MarkedSearch;
  /** Of the report without marks. */
  readonly address: string;
}) {
  const found = [...(marks?.ranges.keys() ?? [])].flatMap((order) => report.passages[order - 1] ?? []);
  return (
    <section class="report-marks" aria-label="Marked in this report">
      {marks === null ? (
        <>
          <p>Nothing is marked, because “{request.text.slice(0, 200)}” cannot be searched:</p>
          <ul>
            {problems.map((problem) => (
              <li>{problem}</li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p class="report-marks-count">
            {found.length === 0
              ? 'Nothing in this report answers to the search.'
              : `${formatCount(found.length, 'passage')} of ${formatNumber(report.passageCount)} in this report ${found.length === 1 ? 'answers' : 'answer'} to the search; its words are marked in ${found.length === 1 ? 'it' : 'them'}.`}
          </p>
          <Searched query={marks.query} />
          {found.length === 0 ? null : <PlacesFound report={report} found={found} />}
        </>
      )}
      <p class="report-marks-off">
        <a href={address}>Take the marks off</a> ·{' '}
        <a href={searchAddress(request)}>Search all reports for it</a>
      </p>
    </section>
  );
}

/** The passages found, section by section, each a press away. */
function PlacesFound({ report, found }: { readonly report: Report; readonly found: readonly Passage[] }) {
  const named = found.slice(0, MOST_NAMED);
  const sections = report.sections.filter(({ key }) => named.some(({ section }) => section === key));
  return (
    <ul class="report-marks-places" aria-label="Passages found">
      {sections.map((section) => (
        <li>
          {nameSection(section)}{' '}
          {named
            .filter((passage) => passage.section === section.key)
            .map(({ number }) => (
              <a href={formatFragment(section.key, number)} aria-label={`Passage ${section.key}:${number}`}>
                {number}
              </a>
            ))}
        </li>
      ))}
      {found.length > named.length ? <li>and {formatNumber(found.length - named.length)} more</li> : null}
    </ul>
  );
}

/** `1.c`, or the heading where there is no number to name it by. */
function nameSection({ key, heading }: Section): string {
  return /^\d+(?:\.[a-z])?$/.test(key) ? key : heading;
}
