import type { Mark } from './mark.ts';
import type { SectionKey } from './section.ts';
import type { TopicId } from './topic.ts';

export type PassageKind = 'paragraph' | 'list-item' | 'table-row' | 'note';

/** The smallest citable unit of a report. */
export interface Passage {
  /** Its place in the report, from 1. */
  readonly order: number;
  readonly section: SectionKey;
  /** Its place among the passages directly in its section, from 1: the number in `2021/mli#1.c:4`. */
  readonly number: number;
  readonly kind: PassageKind;
  /** The run-in label it opens with, without its colon ("Physical Conditions"), or null. Part of `text`. */
  readonly label: string | null;
  /** The run-in label it stands under: its own, or the last one before it in its section. */
  readonly underLabel: string | null;
  /** The whole text, run-in label included, white space collapsed. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** SHA-256 of the text as UTF-8, first 16 hexadecimal digits. */
  readonly digest: string;
  readonly words: number;
  /** The topics it belongs to: those of its run-in label if that has any, else of the nearest heading. */
  readonly topics: readonly TopicId[];
}
