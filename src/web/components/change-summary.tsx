import { ABSENCE_NOTE } from '../../domain/absence-note.ts';
import type { ComparisonView, TopicChanges } from '../../domain/comparison-view.ts';
import { describeKept, formatScore, listCounts, nameTopic } from '../../domain/describe-pair.ts';
import { topicAnchor } from '../../workbench/compare/render-comparison.ts';
import { formatNumber } from '../plain-words.ts';

/** What became of how much, in numbers. */
export function ChangeSummary({ view }: { readonly view: ComparisonView }) {
  return (
    <>
      <p class="counts">{describeKept(view)}</p>
      <p class="absence-notice">{ABSENCE_NOTE}</p>
      <div class="table-frame">
        <table class="plain-table change-counts">
          <caption class="unseen">Passages and words by what became of them</caption>
          <thead>
            <tr>
              <th scope="col">What became of it</th>
              <th scope="col" class="number">
                Passages
              </th>
              <th scope="col" class="number">
                Words
              </th>
            </tr>
          </thead>
          <tbody>
            {listCounts(view.counts).map(({ choice, label, count, note }) => (
              <tr class={`count-${choice}`}>
                <th scope="row">
                  {label}
                  {note === null ? null : <small> {note}</small>}
                </th>
                <td class="number">{formatNumber(count.passages)}</td>
                <td class="number">{formatNumber(count.words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The same by topic, in the order of the older outline, each topic leading to its changes. */
export function TopicSummary({
  view,
  onlyTopic,
}: {
  readonly view: ComparisonView;
  /** The address of this page with one topic alone, or null where there is none. */
  readonly onlyTopic: ((topic: string) => string) | null;
}) {
  return (
    <details class="by-topic" open>
      <summary>
        <h2 id="by-topic">By topic</h2>
      </summary>
      <div class="table-frame">
        <table class="plain-table topic-counts">
          <caption class="unseen">Passages and words by topic, in the order of the older report</caption>
          <thead>
            <tr>
              <th scope="col">Topic</th>
              <th scope="col" class="number">
                Words in {view.left.edition.year}
              </th>
              <th scope="col" class="number">
                of them still stand
              </th>
              <th scope="col" class="number wide">
                Kept
              </th>
              <th scope="col" class="number wide">
                Reworded
              </th>
              <th scope="col" class="number wide">
                Moved
              </th>
              <th scope="col" class="number">
                Removed
              </th>
              <th scope="col" class="number">
                Added
              </th>
            </tr>
          </thead>
          <tbody>
            {view.topics.map((topic) => (
              <TopicLine topic={topic} onlyTopic={onlyTopic} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="hint">
        Kept, reworded, moved and removed count passages of the older report, added those of the newer one.
      </p>
    </details>
  );
}

function TopicLine({
  topic,
  onlyTopic,
}: {
  readonly topic: TopicChanges;
  readonly onlyTopic: ((topic: string) => string) | null;
}) {
  const { left, wordsKept, same, edited, moved, removed, added } = topic.counts;
  return (
    <tr>
      <th scope="row">
        <a href={`#${topicAnchor(topic)}`}>{nameTopic(topic)}</a>
        {topic.topic === null || onlyTopic === null ? null : (
          <small class="screen-only only-this">
            {' '}
            <a href={onlyTopic(topic.topic.id)} aria-label={`only this topic: ${topic.topic.label}`}>
              only this
            </a>
          </small>
        )}
      </th>
      <td class="number">{formatNumber(left.words)}</td>
      <td class="number kept-share">
        {left.words === 0 ? (
          '–'
        ) : (
          <>
            <meter aria-hidden="true" min={0} max={100} value={(100 * wordsKept) / left.words} />{' '}
            <span class="share">{formatScore(wordsKept / left.words)}</span>
          </>
        )}
      </td>
      {[same.left, edited.left, moved, removed, added].map(({ passages }, i) => (
        <td class={`number${passages === 0 ? ' none' : ''}${i < 3 ? ' wide' : ''}`}>
          {formatNumber(passages)}
        </td>
      ))}
    </tr>
  );
}
