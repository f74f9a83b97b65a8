import { raw } from 'hono/html';
import { ABSENCE_NOTE } from '../../domain/absence-note.ts';
import type { ComparisonView } from '../../domain/comparison-view.ts';
import {
  describeCount,
  describeRemoved,
  describeRemovedTitle,
  nameReport,
  WORTH_QUOTING,
} from '../../domain/describe-pair.ts';
import { areaAddress, comparisonAddress, removalsAddress, removalsListAddress } from '../addresses.ts';
import { type CompareQuestion, formatCompareQuery } from '../compare-question.ts';
import { ComparedReports } from '../components/compared-reports.tsx';
import { ComparisonDownloads } from '../components/comparison-downloads.tsx';
import { CopyAddress } from '../components/copy-address.tsx';
import { CorrectionsUse } from '../components/corrections-use.tsx';
import { Crumbs } from '../components/crumbs.tsx';
import type { Site } from '../document.tsx';
import { UNOFFICIAL_NOTICE } from '../plain-words.ts';
import { lastingAddress } from './redline-page.tsx';

/** A chart to print and file: what the older report has and the newer one has not, by topic. */
export function RemovalsPage({
  site,
  view,
  question,
  table,
}: {
  readonly site: Site;
  readonly view: ComparisonView;
  readonly question: CompareQuestion;
  /** Escaped; empty if nothing was removed. */
  readonly table: string;
}) {
  const { area, from, to, query, topics, filter, corrections } = question;
  const { edited } = view.counts;
  const withReworded = filter.only?.includes('edited') === true;
  const queryWith = (reworded: boolean, used: boolean): string =>
    formatCompareQuery({ only: reworded ? ['removed', 'edited'] : null, all: false }, topics, 'two', used);
  const other = queryWith(!withReworded, corrections);
  const listQuery = [`from=${from.edition}`, `to=${to.edition}`, `areas=${area}`, query]
    .filter((part) => part !== '')
    .join('&');
  return (
    <div class="wrap removals-page">
      <header class="page-head">
        <Crumbs
          steps={[
            ['Countries and areas', '/areas'],
            [view.area.name, areaAddress(view.area)],
            [`${from.edition} and ${to.edition}`, comparisonAddress(area, from, to)],
          ]}
        />
        <h1>{describeRemovedTitle(view)}</h1>
        {view.narrowedTo === null ? null : (
          <p class="subtitle">Only {view.narrowedTo.map(({ label }) => label).join('; ')}</p>
        )}
        <p class="print-only">{UNOFFICIAL_NOTICE}</p>
      </header>
      <ComparedReports view={view} />
      <p class="counts">{describeRemoved(view)}</p>
      <p class="absence-notice">{ABSENCE_NOTE}</p>
      <CorrectionsUse
        view={view}
        question={question}
        addressWith={(used) => removalsAddress(area, from, to, queryWith(withReworded, used))}
      />
      <p class="chart-note">
        The left column quotes what stood in {nameReport(view, 'left')}; the right one says where it was
        looked for and quotes the nearest passage of {nameReport(view, 'right')} if at least{' '}
        {WORTH_QUOTING * 100}% of the words of both are the same.{' '}
        {withReworded
          ? 'Reworded passages stand among them, words that are gone struck through and words that are new underlined.'
          : edited.left.passages === 0
            ? 'No passage was reworded.'
            : `${describeCount(edited.left.passages, 'more passage')} ${edited.left.passages === 1 ? 'was' : 'were'} reworded and lost ${describeCount(edited.left.words - edited.wordsKept, 'word')}.`}{' '}
        {withReworded || edited.left.passages > 0 ? (
          <a class="screen-only" href={removalsAddress(area, from, to, other)}>
            {withReworded ? 'Show removed passages only' : 'Show them too'}
          </a>
        ) : null}
      </p>
      <div class="custom-tools">
        <div>
          <CopyAddress
            id="address"
            label="The lasting address of this chart"
            address={site.origin + lastingAddress(view, removalsAddress, query)}
          />
          <p class="hint">
            It names both versions of the text. Made from version <code>{view.library.version}</code> of the
            library.
          </p>
        </div>
        <ComparisonDownloads
          formats={['pdf', 'docx', 'md', 'txt', 'csv', 'json']}
          addressOf={(format) => removalsAddress(area, from, to, query, format)}
        />
      </div>
      <p class="screen-only hint">
        <a href={removalsListAddress(listQuery)}>The same for other countries too</a>
      </p>
      {table === '' ? <p class="nothing-shown">Nothing was removed.</p> : raw(table)}
    </div>
  );
}
