import { raw } from 'hono/html';
import { ABSENCE_NOTE } from '../../domain/absence-note.ts';
import type { Coverage } from '../../domain/coverage.ts';
import { excerptAnchor } from '../../domain/excerpt-anchor.ts';
import { describeGap } from '../../domain/gap.ts';
import type { Excerpt, Gap, Publication } from '../../domain/publication.ts';
import { labelAreaChoice, labelSectionChoice, type Selection } from '../../domain/selection.ts';
import { customReportAddress, reportAddress, sideBySideAddress } from '../addresses.ts';
import { ComparisonDownloads } from '../components/comparison-downloads.tsx';
import { CopyAddress } from '../components/copy-address.tsx';
import { ErrorSummary, type FieldProblem } from '../components/error-summary.tsx';
import { ExcerptHead } from '../components/excerpt-head.tsx';
import { SideBySideForm } from '../components/side-by-side-form.tsx';
import type { Site } from '../document.tsx';
import { formatCount, UNOFFICIAL_NOTICE } from '../plain-words.ts';

/** What stands in the column of one area. */
export interface SideColumn {
  readonly excerpt: Excerpt;
  /** Its text, escaped. */
  readonly html: string;
}

/** One edition on one section or topic, a column for each area in the order asked for. */
export function SideBySidePage({
  site,
  coverage,
  publication,
  columns,
}: {
  readonly site: Site;
  readonly coverage: Coverage;
  readonly publication: Publication;
  readonly columns: readonly SideColumn[];
}) {
  const { selection, gaps, contents, words, passages, reports, library } = publication;
  const { catalog } = site;
  const [choice] = selection.sections;
  const areas = selection.areas.flatMap((one) => (one.kind === 'area' ? one.area : []));
  const names = selection.areas.map((one) => labelAreaChoice(one, catalog));
  return (
    <div class="side-by-side-page">
      <div class="wrap">
        <header class="page-head">
          <p class="eyebrow">Areas side by side</p>
          <h1>
            {choice === undefined ? '' : labelSectionChoice(choice, catalog)}, {selection.years[0]}
          </h1>
          <p class="subtitle">{joinNames(names)}</p>
          <p class="print-only">{UNOFFICIAL_NOTICE}</p>
        </header>
        <p class="counts">
          {formatCount(reports, 'report')}, {formatCount(passages, 'passage')}, {formatCount(words, 'word')}.
        </p>
        {gaps.length === 0 ? null : <p class="absence-notice">{ABSENCE_NOTE}</p>}
        <details class="edit-panel">
          <summary>Choose others</summary>
          <SideBySideForm site={site} coverage={coverage} selection={selection} typed={names} />
        </details>
      </div>
      <div class="side-columns" data-columns={String(areas.length)}>
        {areas.map((area) => {
          const column = columns.find(({ excerpt }) => excerpt.area.id === area);
          return column === undefined ? (
            <GapColumn site={site} gaps={gaps.filter((gap) => gap.area === area)} area={area} />
          ) : (
            <ExcerptColumn
              site={site}
              column={column}
              words={contents.find((entry) => entry.area.id === area)?.words ?? 0}
            />
          );
        })}
      </div>
      <div class="wrap custom-tools">
        <div>
          <CopyAddress
            id="address"
            label="The lasting address of this page"
            address={site.origin + sideBySideAddress(selection)}
          />
          <p class="hint">
            <a href={customReportAddress(selection)}>The same selection as a custom report</a>, one area below
            the other. Made from version <code>{library.version}</code> of the library.
          </p>
        </div>
        <ComparisonDownloads
          formats={['md', 'txt', 'html', 'csv', 'json']}
          addressOf={(format) => sideBySideAddress(selection, format)}
        />
      </div>
    </div>
  );
}

function ExcerptColumn({
  site,
  column: { excerpt, html },
  words,
}: {
  readonly site: Site;
  readonly column: SideColumn;
  readonly words: number;
}) {
  const { report, sections } = excerpt;
  const anchor = excerptAnchor(excerpt);
  const passages = sections.reduce((sum, section) => sum + section.passages.length, 0);
  return (
    <article
      class="side-column"
      aria-labelledby={anchor}
      data-address={reportAddress(report, report.version)}
      data-prefix={`${anchor}-`}
    >
      <ExcerptHead excerpt={excerpt} catalog={site.catalog} />
      <p class="side-counts">
        {passages === 0
          ? 'A heading without text beneath it.'
          : `${formatCount(passages, 'passage')}, ${formatCount(words, 'word')}`}
      </p>
      <div class="report-text">{raw(html)}</div>
    </article>
  );
}

function GapColumn({
  site: { catalog },
  gaps,
  area,
}: {
  readonly site: Site;
  readonly gaps: readonly Gap[];
  readonly area: string;
}) {
  const [gap] = gaps;
  const held = gap !== undefined && gap.choice !== null;
  return (
    <article class="side-column side-gap" aria-labelledby={`gap-${area}`}>
      <header class="excerpt-head">
        <h2 id={`gap-${area}`}>
          {catalog.getArea(area).name}
          {gap === undefined ? '' : `, ${gap.edition}`}
        </h2>
        {gaps.map((one) => (
          <p>{describeGap(one, catalog)}</p>
        ))}
        {held ? (
          <p>
            <a href={reportAddress(gap)}>Read the whole report</a>
          </p>
        ) : null}
      </header>
    </article>
  );
}

/** The way in: what can be laid side by side, with what is to be mended. */
export function SideBySideStart({
  site,
  coverage,
  selection,
  typed,
  problems,
}: {
  readonly site: Site;
  readonly coverage: Coverage;
  readonly selection: Selection;
  readonly typed: readonly string[];
  readonly problems: readonly FieldProblem[];
}) {
  return (
    <div class="wrap">
      <header class="page-head">
        <h1>Areas side by side</h1>
        <p class="lead">
          What one edition says on one topic or section, for up to four countries or areas beside one another.
        </p>
      </header>
      <ErrorSummary problems={problems} anchors="side-" />
      <SideBySideForm site={site} coverage={coverage} selection={selection} typed={typed} />
      <p class="hint">
        A topic finds its passages under whatever heading a report gives them; a section such as 1.c may be
        about something else in another edition. Where a report has nothing, its column says why.{' '}
        {ABSENCE_NOTE}
      </p>
      <p class="hint">
        To lay two editions of one report side by side, <a href="/compare">compare editions</a>.
      </p>
    </div>
  );
}

/** "Mali, Niger and Togo" */
function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
