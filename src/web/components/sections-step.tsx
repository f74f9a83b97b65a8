import type { Catalog } from '../../domain/catalog.ts';
import type { Topic } from '../../domain/topic.ts';
import type { BuilderChoices } from '../builder-state.ts';
import { Choice } from './choice.tsx';
import { OutlineChoices } from './outline-choices.tsx';

/** 02: which sections, by topic or by place in an edition's outline. */
export function SectionsStep({
  catalog,
  choices,
  outlineEdition,
  outlineAsked,
}: {
  readonly catalog: Catalog;
  readonly choices: BuilderChoices;
  readonly outlineEdition: number | null;
  readonly outlineAsked: boolean;
}) {
  return (
    <fieldset class="step" id="step-sections" tabindex={-1}>
      <legend>
        <h2>
          <span class="step-number">02</span> Select sections
        </h2>
      </legend>
      <p class="hint">
        Everything, or topics, or sections by their number. A topic is found in every edition, whatever its
        heading is called there.
      </p>
      <div class="choose-all">
        <Choice name="sections" value="all" checked={choices.allSections}>
          Select all sections
        </Choice>
        <span class="step-tools" data-tools="sections" hidden>
          <button type="button" class="quiet" data-check="none">
            Deselect all sections
          </button>
        </span>
      </div>
      <div class="unless-all">
        <details class="way" open>
          <summary>By topic</summary>
          <div class="find" data-find="topics" hidden>
            <label for="find-topic">Type to narrow the list of topics</label>
            <input id="find-topic" type="search" autocomplete="off" spellcheck={false} />
          </div>
          <div class="topic-groups" id="topic-list">
            {groupTopics(catalog.topics).map(([group, topics]) => (
              <fieldset class="group">
                <legend>{group}</legend>
                <TopicList topics={topics} all={catalog.topics} chosen={choices.topics} />
              </fieldset>
            ))}
          </div>
        </details>
        <details class="way" open={outlineAsked || choices.keys.length > 0} id="by-outline">
          <summary>By section number, as an edition prints it</summary>
          <OutlineChoices catalog={catalog} chosen={choices.keys} edition={outlineEdition} />
        </details>
      </div>
    </fieldset>
  );
}

function TopicList({
  topics,
  all,
  chosen,
}: {
  readonly topics: readonly Topic[];
  readonly all: readonly Topic[];
  readonly chosen: ReadonlySet<string>;
}) {
  return (
    <ul class="choices">
      {topics.map((topic) => {
        const narrower = all.filter(({ broader, group }) => broader === topic.id && group === topic.group);
        return (
          <li>
            <Choice name="sections" value={topic.id} checked={chosen.has(topic.id)}>
              {topic.label}
            </Choice>
            {narrower.length === 0 ? null : <TopicList topics={narrower} all={all} chosen={chosen} />}
          </li>
        );
      })}
    </ul>
  );
}

/** Groups in the order of their first topic; in each the topics that stand under no other of the group. */
export function groupTopics(topics: readonly Topic[]): [group: string, topics: Topic[]][] {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const groups = new Map<string, Topic[]>();
  for (const topic of topics) {
    const members = groups.get(topic.group) ?? [];
    groups.set(topic.group, members);
    if (byId.get(topic.broader ?? '')?.group !== topic.group) members.push(topic);
  }
  return [...groups];
}
