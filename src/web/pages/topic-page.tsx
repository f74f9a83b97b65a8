import type { TopicHeading, TopicView } from '../../workbench/read-topic.ts';
import {
  builderAddress,
  editionAddress,
  sideBySideAddress,
  topicAddress,
  wideAddress,
} from '../addresses.ts';
import { Crumbs } from '../components/crumbs.tsx';
import { DataLinks } from '../components/data-links.tsx';
import type { Site } from '../document.tsx';
import { formatNumber, RELATION_WORDS } from '../plain-words.ts';

/** Headings met in fewer reports stand behind a fold. */
const MOST_SHOWN = 8;

/** One topic: in how many reports it stands, and under which headings, edition by edition. */
export function TopicPage({ site, view }: { readonly site: Site; readonly view: TopicView }) {
  const { topic, narrower, headings, reportsByEdition } = view;
  const broader = topic.broader === null ? null : site.catalog.findTopic(topic.broader);
  const editions = [...new Set(headings.map(({ edition }) => edition))].sort((a, b) => b - a);
  const [from, to] = reportsByEdition.flatMap(({ edition, held }) => (held > 0 ? edition : [])).slice(-2);
  return (
    <div class="wrap">
      <header class="page-head">
        <Crumbs
          steps={[
            ['Topics', '/topics'],
            ...(broader === null ? [] : [[broader.label, topicAddress(broader.id)] as const]),
          ]}
        />
        <h1>{topic.label}</h1>
        <p class="lead">{topic.description}</p>
        {narrower.length === 0 ? null : (
          <p>
            With it come the narrower topics{' '}
            {narrower.map(({ id, label }, i) => (
              <>
                {i > 0 ? ', ' : ''}
                <a href={topicAddress(id)}>{label}</a>
              </>
            ))}
            .
          </p>
        )}
        <ul class="ways-on">
          <li>
            <a href={builderAddress({ sections: topic.id })}>Build a report on this topic</a>
          </li>
          <li>
            <a href={sideBySideAddress(`sections=${topic.id}`)}>Lay countries side by side on this topic</a>
          </li>
          {from === undefined || to === undefined ? null : (
            <li>
              <a href={wideAddress({ from, to }, `topics=${topic.id}`)}>
                What the {to} edition kept of {from} on it, for all countries and areas
              </a>
            </li>
          )}
        </ul>
      </header>
      <section aria-labelledby="editions">
        <h2 id="editions">In how many reports</h2>
        <div class="table-frame">
          <table class="plain-table">
            <caption class="unseen">Reports with text on {topic.label}, by edition</caption>
            <thead>
              <tr>
                <th scope="col">Edition</th>
                <th scope="col" class="number">
                  Reports with text on it
                </th>
                <th scope="col" class="number">
                  Reports held
                </th>
              </tr>
            </thead>
            <tbody>
              {reportsByEdition.toReversed().map(({ edition, reports, held }) => (
                <tr>
                  <th scope="row">
                    <a href={editionAddress(edition)}>{edition}</a>
                  </th>
                  <td class="number">{formatNumber(reports)}</td>
                  <td class="number">{formatNumber(held)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p class="hint">
          Counted in version <code>{site.stamp.version}</code> of the library. A topic may be written of under
          another heading; absence of reporting is not evidence of absence.
        </p>
      </section>
      <section aria-labelledby="headings">
        <h2 id="headings">Under which headings</h2>
        {headings.length === 0 ? <p>No report held has a heading of its own for it.</p> : null}
        {editions.map((edition) => (
          <HeadingsOf edition={edition} headings={headings.filter((one) => one.edition === edition)} />
        ))}
      </section>
      <DataLinks address={topicAddress(topic.id)} />
    </div>
  );
}

function HeadingsOf({
  edition,
  headings,
}: {
  readonly edition: number;
  readonly headings: readonly TopicHeading[];
}) {
  const rest = headings.slice(MOST_SHOWN);
  return (
    <div class="headings-of">
      <h3>{edition}</h3>
      <HeadingTable edition={edition} headings={headings.slice(0, MOST_SHOWN)} />
      {rest.length === 0 ? null : (
        <details>
          <summary>{rest.length} rarer ones</summary>
          <HeadingTable edition={edition} headings={rest} />
        </details>
      )}
    </div>
  );
}

function HeadingTable({
  edition,
  headings,
}: {
  readonly edition: number;
  readonly headings: readonly TopicHeading[];
}) {
  return (
    <div class="table-frame">
      <table class="plain-table heading-table">
        <caption class="unseen">Headings of the {edition} edition</caption>
        <thead>
          <tr>
            <th scope="col">Heading as printed</th>
            <th scope="col">How it relates to the topic</th>
            <th scope="col" class="number">
              Reports
            </th>
          </tr>
        </thead>
        <tbody>
          {headings.map(({ heading, above, kind, relation, reason, reports }) => (
            <tr>
              <td>
                {heading}
                {kind === 'run-in' ? <small> (at the head of a paragraph)</small> : null}
                {above === null ? null : <small class="above">in “{above}”</small>}
              </td>
              <td>
                {RELATION_WORDS[relation]}
                {reason === '' ? null : <small class="above">{reason}</small>}
              </td>
              <td class="number">{formatNumber(reports)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
