export type TopicId = string;

/** A stable subject, independent of any edition's outline. */
export interface Topic {
  readonly id: TopicId;
  readonly label: string;
  readonly description: string;
  /** `chapter`: stands for a chapter of an outline and brings everything beneath that heading. */
  readonly kind: 'topic' | 'chapter';
  /** The wider topic it belongs to (SKOS broader), or null. Asking for a topic brings its narrower ones too. */
  readonly broader: TopicId | null;
  /** The group in which a reader finds it in a list. */
  readonly group: string;
}

/** How a printed heading relates to the topic (SKOS mapping relations, read from heading to topic). */
export type MappingRelation = 'exact' | 'close' | 'broad' | 'narrow';

/** A topic found for a heading, and how well it fits. */
export interface TopicMatch {
  readonly topic: TopicId;
  readonly relation: MappingRelation;
}
