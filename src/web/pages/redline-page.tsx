import type { Child } from 'hono/jsx';
import type { ComparisonView } from '../../domain/comparison-view.ts';
import { describeTitle, HOW_TO_READ } from '../../domain/describe-pair.ts';
import { areaAddress, comparisonAddress, removalsAddress } from '../addresses.ts';
import { type CompareQuestion, formatCompareQuery } from '../compare-question.ts';
import { ChangeSummary, TopicSummary } from '../components/change-summary.tsx';
import { ComparedReports } from '../components/compared-reports.tsx';
import { ComparisonDownloads } from '../components/comparison-downloads.tsx';
import { CopyAddress } from '../components/copy-address.tsx';
import { CorrectionsUse } from '../components/corrections-use.tsx';
import { Crumbs } from '../components/crumbs.tsx';
import { RedlineTools } from '../components/redline-tools.tsx';
import type { Site } from '../document.tsx';
import { UNOFFICIAL_NOTICE } from '../plain-words.ts';

/** Two editions of an area side by side; `children` is where the topics with their changes stand. */
export function RedlinePage({
  site,
  view,
  question,
  firstChange,
  children,
}: {
  readonly site: Site;
  readonly view: ComparisonView;
  readonly question: CompareQuestion;
  readonly firstChange: string | null;
  readonly children?: Child;
}) {
  const { area, from, to, query, topics, filter, layout, corrections } = question;
  return (
    <div class="wrap redline-page">
      <header class="page-head">
        <Crumbs
          steps={[
            ['Countries and areas', '/areas'],
            [view.area.name, areaAddress(view.area)],
            ['Compare', `/compare?area=${area}&from=${from.edition}`],
          ]}
        />
        <h1>{describeTitle(view)}</h1>
        {view.narrowedTo === null ? null : (
          <p class="subtitle">Only {view.narrowedTo.map(({ label }) => label).join('; ')}</p>
        )}
        <p class="print-only">{UNOFFICIAL_NOTICE}</p>
      </header>
      <ComparedReports view={view} />
      <ChangeSummary view={view} />
      <CorrectionsUse
        view={view}
        question={question}
        addressWith={(used) =>
          comparisonAddress(area, from, to, formatCompareQuery(filter, topics, layout, used))
        }
      />
      {firstChange === null ? null : (
        <p class="screen-only">
          <a href={`#${firstChange}`}>Go to the first change</a>
        </p>
      )}
      <TopicSummary
        view={view}
        onlyTopic={
          topics.length === 1
            ? null
            : (topic) =>
                comparisonAddress(area, from, to, formatCompareQuery(filter, [topic], layout, corrections))
        }
      />
      <div class="custom-tools">
        <div>
          <CopyAddress
            id="address"
            label="The lasting address of this comparison"
            address={site.origin + lastingAddress(view, comparisonAddress, query)}
          />
          <p class="hint">
            It names both versions of the text: should either report be captured again with a change, it still
            shows these words. Every pair has an address of its own, behind its sign #.
            {view.corrections.used && view.corrections.applied.length > 0
              ? ' How they are paired may change with a further correction.'
              : ''}
          </p>
          <p class="screen-only">
            <a
              href={removalsAddress(
                area,
                from,
                to,
                formatCompareQuery({ only: null, all: false }, topics, 'two', corrections),
              )}
            >
              What was removed, as a chart to print and file
            </a>
          </p>
        </div>
        <ComparisonDownloads
          formats={['pdf', 'docx', 'html', 'txt', 'md', 'csv', 'json', 'jsonl']}
          addressOf={(format) => comparisonAddress(area, from, to, query, format)}
        />
      </div>
      <details class="how-to-read">
        <summary>How to read this, and how far to trust it</summary>
        {HOW_TO_READ.map((line) => (
          <p>{line}</p>
        ))}
        <p>
          Words that are gone are <del>struck through</del>, words that are new <ins>underlined</ins>.
          Passages stand by topic, for outlines change from edition to edition: what stands under another
          heading on the same topic has not moved.
        </p>
      </details>
      <RedlineTools question={question} />
      <p class="jump-hint screen-only">
        <span id="jump-keys" hidden>
          The keys <kbd>n</kbd> and <kbd>p</kbd> go to the next and the previous change, the arrows beside
          each change likewise.{' '}
          <button type="button" class="quiet" id="jump-switch">
            Turn these keys off
          </button>
        </span>
      </p>
      <div class={`redline redline-${layout}`}>{children}</div>
    </div>
  );
}

/** The address with both versions. */
export function lastingAddress(
  { area, left, right }: ComparisonView,
  write: typeof comparisonAddress,
  query: string,
): string {
  const [from, to] = [left, right].map(({ head, edition }) => ({
    edition: edition.year,
    version: head.version,
  }));
  return from === undefined || to === undefined ? '' : write(area.id, from, to, query);
}
