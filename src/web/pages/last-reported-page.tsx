import { ABSENCE_NOTE } from '../../domain/absence-note.ts';
import type { Area } from '../../domain/area.ts';
import { describeHistoryGaps } from '../../domain/describe-history.ts';
import { describeLastReported } from '../../domain/describe-last-reported.ts';
import { nameTopic } from '../../domain/describe-pair.ts';
import type { EndedEdition, EndedPassage, EndedTopic, LastReported } from '../../domain/passage-history.ts';
import { formatDay, noticeFor } from '../../domain/report-facts.ts';
import type { Topic } from '../../domain/topic.ts';
import {
  formatLastReported,
  type LastReportedRequest,
} from '../../workbench/lineage/read-last-reported-request.ts';
import { countEnded } from '../../workbench/lineage/sort-spans.ts';
import {
  areaAddress,
  comparisonAddress,
  historyAddress,
  lastReportedAddress,
  removalsAddress,
  reportAddress,
} from '../addresses.ts';
import { Crumbs } from '../components/crumbs.tsx';
import { DataLinks } from '../components/data-links.tsx';
import { OutwardAddress, VersionLink } from '../components/report-facts.tsx';
import { SampleMark } from '../components/sample-banner.tsx';
import { TopicChoice } from '../components/topic-choice.tsx';
import type { Site } from '../document.tsx';
import { formatCount, formatNumber, UNOFFICIAL_NOTICE } from '../plain-words.ts';

/** What the newest report no longer has, by the edition that had it last, then by topic. */
export function LastReportedPage({
  site,
  found,
  request,
}: {
  readonly site: Site;
  readonly found: LastReported;
  readonly request: LastReportedRequest;
}) {
  const { area, held, editions, library, narrowedTo } = found;
  const newest = held.at(-1);
  const query = formatLastReported(request);
  return (
    <div class="wrap last-reported">
      <header class="page-head">
        <Crumbs
          steps={[
            ['Countries and areas', '/areas'],
            [area.name, areaAddress(area)],
          ]}
        />
        <h1>{area.name}: last reported</h1>
        <p class="subtitle">Passages that no later edition has, by the edition that had them last</p>
        {area.kind === 'sample' ? <SampleMark /> : null}
        <p class="print-only">{UNOFFICIAL_NOTICE}</p>
      </header>
      {narrowedTo === null ? null : (
        <p class="narrowed-to">
          Only {narrowedTo.map(({ label }) => label).join('; ')}, with narrower topics.{' '}
          <a
            class="screen-only"
            href={lastReportedAddress(area, formatLastReported({ ...request, topics: [] }))}
          >
            Show all topics
          </a>
        </p>
      )}
      <p class="counts">{describeLastReported(found)}</p>
      <p class="absence-notice">{ABSENCE_NOTE}</p>
      {describeHistoryGaps(found).map((line) => (
        <p class="history-gap">{line}</p>
      ))}
      <p class="hint">
        Each edition held is compared with the next one held; what was reworded, moved, split or merged counts
        as found. A topic on which {newest} still has text may have lost passages all the same.
      </p>
      <TopicForm site={site} area={area} request={request} />
      {editions.length === 0 ? null : <TopicsTable found={found} request={request} />}
      {editions.map((edition) => (
        <Ended edition={edition} />
      ))}
      <p class="hint">
        Made from version <code>{library.version}</code> of the library.
      </p>
      <DataLinks address={lastReportedAddress(area)} query={query === '' ? '' : `?${query}`} />
    </div>
  );
}

/** Narrows the page to a topic. */
function TopicForm({
  site,
  area,
  request,
}: {
  readonly site: Site;
  readonly area: Area;
  readonly request: LastReportedRequest;
}) {
  return (
    <form class="last-form" action={lastReportedAddress(area)} method="get">
      <TopicChoice id="last-topics" catalog={site.catalog} chosen={request.topics} />
      {request.sort === null ? null : <input type="hidden" name="sort" value={request.sort} />}
      <button type="submit">Narrow</button>
    </form>
  );
}

/** Topics down, editions across: how many passages each edition was the last to have. */
function TopicsTable({
  found: { area, topics, editions, held },
  request,
}: {
  readonly found: LastReported;
  readonly request: LastReportedRequest;
}) {
  const years = editions.map(({ head }) => head.edition).toReversed();
  const newest = held.at(-1);
  return (
    <div class="table-frame">
      <table class="plain-table sorted-table">
        <caption>Passages last reported, by topic and edition</caption>
        <thead>
          <tr>
            <SortHead area={area} request={request} by="topic" name="Topic" />
            <SortHead area={area} request={request} by="last" name="Last edition with text on it" />
            {years.map((year) => (
              <th scope="col" class="number">
                {year}
              </th>
            ))}
            <SortHead area={area} request={request} by="passages" name="All" />
          </tr>
        </thead>
        <tbody>
          {topics.map((span) => {
            const { topic, last, ended } = span;
            return (
              <tr>
                <th scope="row">{nameTopic({ topic })}</th>
                <td>{last === newest ? last : <strong>{last}</strong>}</td>
                {years.map((year) => (
                  <td class="number">
                    {ended.has(year) ? (
                      <a href={`#${anchor(year, topic)}`}>{formatNumber(ended.get(year) ?? 0)}</a>
                    ) : (
                      <span class="absent">–</span>
                    )}
                  </td>
                ))}
                <td class="number">{formatNumber(countEnded(span))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Pressed once more, the order is turned round. */
function SortHead({
  area,
  request,
  by,
  name,
}: {
  readonly area: Area;
  readonly request: LastReportedRequest;
  readonly by: 'topic' | 'last' | 'passages';
  readonly name: string;
}) {
  const { sort } = request;
  const isOn = sort === by || sort === `-${by}`;
  // Names go up from A as they are; years and numbers come down from the greatest.
  const isUp = (sort === by) === (by === 'topic');
  const next = sort === by ? (`-${by}` as const) : by;
  return (
    <th
      scope="col"
      class={by === 'passages' ? 'number' : undefined}
      aria-sort={isOn ? (isUp ? 'ascending' : 'descending') : undefined}
    >
      <a href={lastReportedAddress(area, formatLastReported({ ...request, sort: next }))}>
        {name}
        <span class="sort-sign" aria-hidden="true">
          {isOn ? (isUp ? ' ▲' : ' ▼') : ''}
        </span>
      </a>
    </th>
  );
}

function Ended({ edition: { head, next, topics, passages, words } }: { readonly edition: EndedEdition }) {
  const { edition, area } = head;
  const pair = [
    { edition, version: null },
    { edition: next, version: null },
  ] as const;
  return (
    <section class="ended" aria-labelledby={`in-${edition}`}>
      <h2 id={`in-${edition}`}>
        Last reported in {edition}{' '}
        <small>
          {formatCount(passages, 'passage')}, {formatCount(words, 'word')}, not found in {next}
        </small>
      </h2>
      <p class="form-cite">
        <a href={reportAddress(head, head.version)}>
          {head.areaName}, {edition}
        </a>
        , version <VersionLink report={head} />
        {head.provenance.capturedAt === null ? '' : `, captured ${formatDay(head.provenance.capturedAt)}`},{' '}
        {head.sample ? head.provenance.address : <OutwardAddress address={head.provenance.address} />}
        <span class="screen-only">
          {' · '}
          <a href={comparisonAddress(area, ...pair)}>
            {edition} beside {next}
          </a>
          {' · '}
          <a href={removalsAddress(area, ...pair)}>chart of what was removed</a>
        </span>
      </p>
      <p class="print-only">{noticeFor(head)}</p>
      {topics.map((topic) => (
        <Topical head={head} next={next} topic={topic} />
      ))}
    </section>
  );
}

function Topical({
  head,
  next,
  topic: { topic, passages },
}: Pick<EndedEdition, 'head' | 'next'> & { readonly topic: EndedTopic }) {
  return (
    <details class="ended-topic">
      <summary>
        <h3>{nameTopic({ topic })}</h3> {formatCount(passages.length, 'passage')}
      </summary>
      {/* Inside: who follows a link into what is folded finds it opened. */}
      <div class="ended-passages" id={anchor(head.edition, topic)}>
        {passages.map((one) => (
          <Passed head={head} next={next} one={one} />
        ))}
      </div>
    </details>
  );
}

function Passed({
  head,
  next,
  one: { passage, place },
}: Pick<EndedEdition, 'head' | 'next'> & { readonly one: EndedPassage }) {
  const { edition, area } = head;
  const { section, number, text } = passage;
  const name = `${section}:${number}`;
  return (
    <div class="ended-passage">
      <p class="form-cite">
        <a href={historyAddress({ edition, area, section, passage: number })}>
          <span class="unseen">History of </span>
          {name}
        </a>{' '}
        {place.first === edition ? `only in ${edition}` : `reported since ${place.first}`}
        <span class="screen-only">
          {' · '}
          <a
            href={`${comparisonAddress(area, { edition, version: null }, { edition: next, version: null })}#from-${name}`}
          >
            beside {next}
            <span class="unseen">: {name}</span>
          </a>
        </span>
      </p>
      <p class="form-text">{text}</p>
    </div>
  );
}

function anchor(year: number, topic: Topic | null): string {
  return `in-${year}-${topic?.id ?? 'none'}`;
}
