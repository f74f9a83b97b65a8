import type { TopicId } from './topic.ts';

/** What is known of a passage without its text. */
export interface PassageFacts {
  /** The place of its section in the outline, from 0. */
  readonly section: number;
  readonly words: number;
  readonly underLabel: string | null;
  readonly topics: readonly TopicId[];
}
