import type { Catalog } from '../../domain/catalog.ts';
import type { TopicId } from '../../domain/topic.ts';

/** All topics or one of them; several that an address named stay together as one choice. */
export function TopicChoice({
  id,
  catalog,
  chosen,
}: {
  readonly id: string;
  readonly catalog: Catalog;
  readonly chosen: readonly TopicId[];
}) {
  return (
    <>
      <label for={id}>Topic</label>
      <select id={id} name="topics">
        <option value="">All topics</option>
        {chosen.length < 2 ? null : (
          <option value={chosen.join(',')} selected>
            {chosen.map((topic) => catalog.findTopic(topic)?.label ?? topic).join('; ')}
          </option>
        )}
        {catalog.topics.map((topic) => (
          <option value={topic.id} selected={chosen.length === 1 && chosen[0] === topic.id}>
            {topic.label}
          </option>
        ))}
      </select>
    </>
  );
}
