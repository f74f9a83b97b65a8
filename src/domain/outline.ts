import type { EditionLayout } from './edition.ts';
import type { Section, SectionKey } from './section.ts';
import type { TopicId } from './topic.ts';

/** A heading of an edition's standard outline. */
export interface OutlineEntry {
  readonly key: SectionKey;
  readonly label?: string;
  readonly heading: string;
  /** Stands only in some of the edition's reports. */
  readonly optional?: boolean;
}

/** The outline that most reports of an edition share. */
export interface StandardOutline {
  readonly edition: number;
  readonly layout: EditionLayout;
  readonly entries: readonly OutlineEntry[];
}

/** Consecutive passages of one section that share their topics; `first` and `last` are orders in the report. */
export interface Stretch {
  readonly section: SectionKey;
  readonly first: number;
  readonly last: number;
  readonly topics: readonly TopicId[];
  readonly words: number;
}

/** What a selection needs to know of a report before any text is read. */
export interface ReportOutline {
  readonly sections: readonly Section[];
  readonly stretches: readonly Stretch[];
}

/** The stretches of a report's passages, in order. */
export function findStretches(
  passages: readonly { order: number; section: SectionKey; topics: readonly TopicId[]; words: number }[],
): Stretch[] {
  const stretches: Stretch[] = [];
  for (const passage of passages) {
    const open = stretches.at(-1);
    if (
      open !== undefined &&
      open.section === passage.section &&
      open.topics.length === passage.topics.length &&
      open.topics.every((topic, i) => topic === passage.topics[i])
    ) {
      stretches[stretches.length - 1] = {
        ...open,
        last: passage.order,
        words: open.words + passage.words,
      };
    } else {
      const { order, section, topics, words } = passage;
      stretches.push({ section, first: order, last: order, topics, words });
    }
  }
  return stretches;
}
