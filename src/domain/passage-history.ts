import { type Address, formatAddress } from './address.ts';
import type { Area } from './area.ts';
import type { Move } from './comparison.ts';
import type { Correction } from './correction.ts';
import type { Edition } from './edition.ts';
import type { LibraryStamp } from './library-stamp.ts';
import type { AreaLineage, LineagePassage } from './lineage.ts';
import type { Passage } from './passage.ts';
import type { Gap } from './publication.ts';
import type { ReportHead } from './report.ts';
import type { Section } from './section.ts';
import type { Topic } from './topic.ts';
import type { WordDifference } from './word-difference.ts';

/** The lineage of an area, with what it is of. */
export interface LineageView {
  readonly area: Area;
  /** The newest versions held, oldest edition first: those the lineage was traced through. */
  readonly heads: readonly ReportHead[];
  readonly lineage: AreaLineage;
  /** Editions that are not there, from the first one published to the last. */
  readonly gaps: readonly Gap[];
  readonly library: LibraryStamp;
}

/** A passage as one edition has it. */
export interface HistoryForm {
  readonly head: ReportHead;
  readonly edition: Edition;
  readonly section: Section;
  readonly passage: Passage;
  /** How it came out of the form before; null: it is the first. */
  readonly step: HistoryStep | null;
}

export interface HistoryStep {
  /** Word for word the same. */
  readonly same: boolean;
  readonly score: number;
  /** Null if it came back: nobody looked for it where it stands now. */
  readonly moved: Move | null;
  /** Editions held between the form before and this one, which lack it: it came back. */
  readonly absent: readonly number[];
  /** Between the text of the form before and this one; null if they are the same. */
  readonly difference: WordDifference | null;
  /** Addresses of other passages of the edition before that this one was made from too. */
  readonly alsoFrom: readonly string[];
  /** Addresses of other passages of this edition that were made from the form before too. */
  readonly alsoInto: readonly string[];
}

/** One passage followed through every edition held. */
export interface PassageHistory {
  readonly area: Area;
  /** Oldest first. */
  readonly forms: readonly HistoryForm[];
  /** Which of the forms was asked for. */
  readonly asked: number;
  /** The form that was asked for, in its place. */
  readonly place: LineagePassage;
  /** Editions held of the area, oldest first. */
  readonly held: readonly number[];
  readonly gaps: readonly Gap[];
  /** Set if it was asked for by the address of an older version of its report. */
  readonly olderVersion: OlderVersion | null;
  /** What readers corrected of its forms, between neighbouring editions held; the history follows it. */
  readonly corrections: readonly Correction[];
  readonly library: LibraryStamp;
}

/** The passage of an older version, and how the newest one, which has the history, differs from it. */
export interface OlderVersion {
  readonly address: Address;
  readonly same: boolean;
  readonly score: number;
}

/** What one edition was the last to have. */
export interface EndedEdition {
  readonly head: ReportHead;
  /** The edition held after it, in which it was looked for. */
  readonly next: number;
  /** In the order of the report. */
  readonly topics: readonly EndedTopic[];
  readonly passages: number;
  readonly words: number;
}

export interface EndedTopic {
  /** Null: under headings that the crosswalk takes to no topic. */
  readonly topic: Topic | null;
  readonly passages: readonly EndedPassage[];
}

export interface EndedPassage {
  readonly passage: Passage;
  readonly section: Section;
  readonly place: LineagePassage;
}

/** A topic through the editions of an area. */
export interface TopicSpan {
  readonly topic: Topic | null;
  /** The last edition held with a passage on the topic. */
  readonly last: number;
  /** For each edition that was the last to have passages on it: how many. */
  readonly ended: ReadonlyMap<number, number>;
}

/** All passages on an area that are in no later edition held, by the edition that had them last. */
export interface LastReported {
  readonly area: Area;
  readonly held: readonly number[];
  /** Newest first. */
  readonly editions: readonly EndedEdition[];
  /** In the order for readers, or as it was asked for. */
  readonly topics: readonly TopicSpan[];
  /** The topics it was narrowed to, each with its narrower ones; null: all. */
  readonly narrowedTo: readonly Topic[] | null;
  /** The last edition held with text on what it was narrowed to; null: none has any. */
  readonly lastText: number | null;
  readonly gaps: readonly Gap[];
  readonly library: LibraryStamp;
}

/** `2021/mli#1.c:4` */
export function formAddress({ head, passage }: Pick<HistoryForm, 'head' | 'passage'>): string {
  const { edition, area } = head;
  return formatAddress({ edition, area, section: passage.section, passage: passage.number });
}

/** True if an edition newer than the last form is held, and has none. */
export function hasEnded({ forms, held }: Pick<PassageHistory, 'forms' | 'held'>): boolean {
  return (forms.at(-1)?.head.edition ?? 0) < (held.at(-1) ?? 0);
}

/** True if any edition held lacks the passage: before its first form, between two, or after its last. */
export function isAbsentSomewhere({ forms, held }: Pick<PassageHistory, 'forms' | 'held'>): boolean {
  return forms.length < held.length;
}
