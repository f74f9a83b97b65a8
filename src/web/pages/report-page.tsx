import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Citation } from '../../domain/citation.ts';
import type { Edition } from '../../domain/edition.ts';
import type { ReportHead } from '../../domain/report.ts';
import { formatDay, listReportFacts, noticeFor } from '../../domain/report-facts.ts';
import type { ReportView } from '../../workbench/read-report.ts';
import {
  areaAddress,
  builderAddress,
  comparisonAddress,
  editionAddress,
  reportAddress,
  sideBySideAddress,
} from '../addresses.ts';
import { AgesNote } from '../components/ages-note.tsx';
import { CiteBox } from '../components/cite-box.tsx';
import { Crumbs } from '../components/crumbs.tsx';
import { DataLinks } from '../components/data-links.tsx';
import { FactsList } from '../components/facts-list.tsx';
import { FileLinks } from '../components/file-links.tsx';
import { FindingsList } from '../components/findings-list.tsx';
import { PaperLinks } from '../components/paper-links.tsx';
import { CaptureDay, OutwardAddress, ReleaseDate, VersionLink } from '../components/report-facts.tsx';
import { SampleMark } from '../components/sample-banner.tsx';
import { type MarkedSearch, ReportMarksLine } from '../components/search/report-marks-line.tsx';
import { SectionContents } from '../components/section-contents.tsx';
import type { Site } from '../document.tsx';
import type { AgesState } from '../passage-ages.ts';
import { formatCount, formatNumber } from '../plain-words.ts';

/** One report: its contents, its text, where it comes from and how to name it. */
export function ReportPage({
  site,
  view,
  edition,
  text,
  citation,
  search,
  address,
  ages,
}: {
  readonly site: Site;
  readonly view: ReportView;
  readonly edition: Edition;
  /** The sections and passages, escaped. */
  readonly text: string;
  readonly citation: Citation;
  /** What is marked in the text; null: nothing was asked for. */
  readonly search: MarkedSearch | null;
  readonly address: string;
  readonly ages: AgesState;
}) {
  const { report, area, versions } = view;
  const newest = versions[0];
  return (
    <div class="wrap report-layout">
      <header class="page-head">
        <Crumbs
          steps={[
            ['Editions', '/editions'],
            [String(edition.year), editionAddress(edition.year)],
            [area.name, areaAddress(area)],
          ]}
        />
        <h1>
          {report.areaName}, {edition.year}
        </h1>
        <p class="subtitle">{edition.title}</p>
        {report.sample ? <SampleMark /> : null}
        {newest !== undefined && newest.version !== report.version ? (
          <p class="version-note">
            This is an older version of the text. <a href={reportAddress(report)}>Read the newest one</a>
          </p>
        ) : null}
        <div class="screen-only">
          <FactsList
            layout="row"
            facts={[
              ['Covers events of', String(edition.coversEventsOf)],
              ['Released', report.sample ? null : <ReleaseDate edition={edition} />],
              ['Captured', <CaptureDay report={report} />],
              ['Version', <VersionLink report={report} />],
              ['Length', formatCount(report.passageWords, 'word')],
              [
                report.sample ? 'Address in the sample page' : 'Official address',
                report.sample ? (
                  report.provenance.address
                ) : (
                  <OutwardAddress address={report.provenance.address} />
                ),
              ],
            ]}
          />
          <p class="head-links">
            <a href="#cite">How to cite this report</a> · <a href="#about">About this copy</a>
            <CompareLinks view={view} />
          </p>
          <AgesNote state={ages} area={area} address={address} />
        </div>
        <div class="print-only">
          <FactsList facts={linkFacts(report, edition)} />
          <p>{noticeFor(report)}</p>
        </div>
        <Neighbours view={view} name="Other editions" />
        {search === null ? null : <ReportMarksLine report={report} search={search} address={address} />}
      </header>
      <nav class="report-contents" aria-labelledby="contents">
        <h2 id="contents">Contents</h2>
        <SectionContents sections={report.sections} />
      </nav>
      <article
        class="report-text"
        lang="en"
        data-address={reportAddress(report, report.version)}
        data-prefix=""
      >
        {raw(text)}
      </article>
      <div class="report-end">
        <CiteBox report={report} citation={citation} origin={site.origin} />
        <AboutCopy view={view} edition={edition} />
        <Neighbours view={view} name="Other editions, again" />
        <p class="screen-only">
          <a href={builderAddress({ years: edition.year, areas: area.id })}>
            Build a report from this one, or with others beside it
          </a>
        </p>
        <PaperLinks address={address} />
        <DataLinks address={address} />
        <FileLinks address={address} />
      </div>
    </div>
  );
}

/** The editions beside it, and any other one. */
function CompareLinks({ view: { report, area, earlier, later } }: { readonly view: ReportView }) {
  const here = { edition: report.edition, version: null };
  return (
    <>
      {earlier === null ? null : (
        <>
          {' · '}
          <a href={comparisonAddress(area.id, { edition: earlier.edition, version: null }, here)}>
            Compare with {earlier.edition}
          </a>
        </>
      )}
      {later === null ? null : (
        <>
          {' · '}
          <a href={comparisonAddress(area.id, here, { edition: later.edition, version: null })}>
            Compare with {later.edition}
          </a>
        </>
      )}
      {earlier === null && later === null ? null : (
        <>
          {' · '}
          <a href={`/compare?area=${area.id}&to=${report.edition}`}>with another edition</a>
        </>
      )}
      {' · '}
      <a href={sideBySideAddress(`years=${report.edition}&areas=${area.id}`)}>beside other countries</a>
    </>
  );
}

function Neighbours({
  view: { earlier, later },
  name,
}: {
  readonly view: ReportView;
  readonly name: string;
}) {
  if (earlier === null && later === null) return null;
  return (
    <nav class="neighbours" aria-label={name}>
      {earlier === null ? <span /> : <a href={reportAddress(earlier)}>← {earlier.edition}</a>}
      {later === null ? <span /> : <a href={reportAddress(later)}>{later.edition} →</a>}
    </nav>
  );
}

function AboutCopy({ view, edition }: { readonly view: ReportView; readonly edition: Edition }) {
  const { report, versions } = view;
  const leftOut = report.boilerplate.reduce((sum, { words }) => sum + words, 0);
  return (
    <section class="about-copy" aria-labelledby="about">
      <h2 id="about">About this copy</h2>
      <FactsList facts={linkFacts(report, edition)} />
      <p>{noticeFor(report)}</p>
      <h3>Words</h3>
      <p>
        {formatCount(report.passageWords, 'word')} in {formatCount(report.passageCount, 'passage')},{' '}
        {formatNumber(report.headingWords)} in {formatCount(report.sectionCount, 'heading')}: every word of
        the page, in its order.{' '}
        {leftOut === 0
          ? 'Nothing was left out.'
          : `${formatCount(leftOut, 'word')} that ${leftOut === 1 ? 'is' : 'are'} no part of the report ${leftOut === 1 ? 'was' : 'were'} left out (${report.boilerplate.map(({ rule, words }) => `${rule}: ${words}`).join(', ')}).`}{' '}
        <a class="screen-only" href="/sources#left-out">
          What may be left out
        </a>
      </p>
      <h3>Versions held</h3>
      <VersionList versions={versions} current={report} />
      <h3 id="odd">What was odd about the page</h3>
      <FindingsList findings={report.findings} />
    </section>
  );
}

function linkFacts(report: ReportHead, edition: Edition): [string, Child][] {
  return listReportFacts(report, edition).map(({ label, value, href }) => [
    label,
    href === null ? markCode(value) : <OutwardAddress address={href} />,
  ]);
}

/** A sum or a version is compared letter by letter. */
function markCode(value: string): Child {
  return /^[0-9a-f]{12,64}$/.test(value) ? <code>{value}</code> : value;
}

function VersionList({
  versions,
  current,
}: {
  readonly versions: readonly ReportHead[];
  readonly current: ReportHead;
}) {
  return (
    <ol class="versions">
      {versions.map((head, i) => (
        <li>
          <a
            href={reportAddress(head, head.version)}
            aria-current={head.version === current.version ? 'page' : undefined}
          >
            <code>{head.version}</code>
          </a>
          , captured{' '}
          {head.provenance.capturedAt === null ? 'at an unknown time' : formatDay(head.provenance.capturedAt)}
          , {formatCount(head.passageWords, 'word')}
          {i === 0 && versions.length > 1 ? ', the newest' : ''}
          {i === 0 || versions[0] === undefined ? null : (
            <>
              {', '}
              <a
                href={comparisonAddress(
                  head.area,
                  { edition: head.edition, version: head.version },
                  { edition: head.edition, version: versions[0].version },
                )}
              >
                what the newest one changed
              </a>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
