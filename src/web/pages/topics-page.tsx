import type { Topic } from '../../domain/topic.ts';
import { topicAddress } from '../addresses.ts';
import { DataLinks } from '../components/data-links.tsx';
import { groupTopics } from '../components/sections-step.tsx';
import type { Site } from '../document.tsx';

/** All topics, in their groups. */
export function TopicsPage({ site }: { readonly site: Site }) {
  const { topics } = site.catalog;
  return (
    <div class="wrap">
      <header class="page-head">
        <h1>Topics</h1>
        <p class="lead">
          Headings change from edition to edition; the subjects beneath them mostly do not. A topic gathers
          what the editions say on one subject, whatever they call it. Each page shows which headings it was
          found under, and why.
        </p>
      </header>
      {groupTopics(topics).map(([group, members]) => (
        <section class="topic-section">
          <h2>{group}</h2>
          <TopicLines members={members} all={topics} />
        </section>
      ))}
      <DataLinks address="/topics" />
    </div>
  );
}

function TopicLines({
  members,
  all,
}: {
  readonly members: readonly Topic[];
  readonly all: readonly Topic[];
}) {
  return (
    <ul class="topic-lines">
      {members.map((topic) => {
        const narrower = all.filter(({ broader, group }) => broader === topic.id && group === topic.group);
        return (
          <li>
            <div class="topic-line">
              <a href={topicAddress(topic.id)}>{topic.label}</a> <span class="hint">{topic.description}</span>
            </div>
            {narrower.length === 0 ? null : <TopicLines members={narrower} all={all} />}
          </li>
        );
      })}
    </ul>
  );
}
