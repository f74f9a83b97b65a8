import type { PassageFacts } from '../domain/passage-facts.ts';
import type { ReportHead } from '../domain/report.ts';
import type { Section, SectionKey } from '../domain/section.ts';
import type { Topic, TopicId } from '../domain/topic.ts';
import type { Collection } from './score-postings.ts';

/** Where passages stand that share section and run-in label: what filters and facets ask about. */
export interface Place {
  /** Of the section and those above it. */
  readonly keys: readonly SectionKey[];
  /** Of the section and those above it, and the run-in label. */
  readonly headings: readonly string[];
  /**
   * All that a selection of a topic would find it by: its own, its section's, those of chapters above it, and
   * all that are broader.
   */
  readonly topics: readonly TopicId[];
}

/** What the index holds of one report. */
export interface ReportPart {
  readonly head: ReportHead;
  /** Words of each passage. */
  readonly lengths: Uint16Array;
  /** The place of each passage, by its number in the list of places. */
  readonly places: Uint32Array;
}

/**
 * All passages of a library's newest versions, numbered from 0: report after report by edition and area, passage
 * after passage. Knows everything of them but the text.
 */
export interface PassageIndex extends Collection {
  readonly heads: readonly ReportHead[];
  /** The number of each report's first passage, and behind them the number of all passages. */
  readonly starts: Int32Array;
  /** The report of each passage, by its place in `heads`. */
  readonly reportOf: Uint16Array;
  readonly placeOf: Uint32Array;
  readonly places: readonly Place[];
  readonly words: number;
}

/** Numbers places that are met again and again. */
export class PlaceList {
  readonly places: Place[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #topics: ReadonlyMap<TopicId, Topic>;

  constructor(topics: readonly Topic[]) {
    this.#topics = new Map(topics.map((topic) => [topic.id, topic]));
  }

  /** The part of an index for one report. */
  describe(head: ReportHead, sections: readonly Section[], facts: readonly PassageFacts[]): ReportPart {
    const paths = tracePaths(sections);
    const lengths = new Uint16Array(facts.length);
    const places = new Uint32Array(facts.length);
    facts.forEach((one, i) => {
      lengths[i] = Math.min(one.words, 65_535);
      places[i] = this.#numberOf(paths[one.section] ?? [], one);
    });
    return { head, lengths, places };
  }

  #numberOf(path: readonly Section[], { underLabel, topics }: PassageFacts): number {
    const keys = path.map(({ key }) => key);
    const headings = path.map(({ heading }) => heading);
    const found = [
      topics,
      path[0]?.topics.map(({ topic }) => topic) ?? [],
      path.flatMap((section) => section.topics.map(({ topic }) => topic)).filter((id) => this.#isChapter(id)),
    ].flat();
    const name = JSON.stringify([keys, headings, underLabel, found]);
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.places.length;
    this.places.push({
      keys,
      headings: underLabel === null ? headings : [...headings, underLabel],
      topics: [...new Set(found.flatMap((id) => this.#withBroader(id)))],
    });
    this.#numbers.set(name, number);
    return number;
  }

  #isChapter(id: TopicId): boolean {
    return this.#topics.get(id)?.kind === 'chapter';
  }

  #withBroader(id: TopicId): TopicId[] {
    const all: TopicId[] = [];
    for (let next: TopicId | null = id; next !== null && !all.includes(next); ) {
      all.push(next);
      next = this.#topics.get(next)?.broader ?? null;
    }
    return all;
  }
}

/** @param parts by edition, then area id */
export function joinParts(parts: readonly ReportPart[], places: readonly Place[]): PassageIndex {
  const starts = new Int32Array(parts.length + 1);
  parts.forEach((part, i) => {
    starts[i + 1] = (starts[i] ?? 0) + part.lengths.length;
  });
  const passages = starts[parts.length] ?? 0;
  const lengths = new Uint16Array(passages);
  const placeOf = new Uint32Array(passages);
  const reportOf = new Uint16Array(passages);
  let words = 0;
  parts.forEach((part, i) => {
    const start = starts[i] ?? 0;
    lengths.set(part.lengths, start);
    placeOf.set(part.places, start);
    reportOf.fill(i, start, starts[i + 1]);
    words += part.head.passageWords;
  });
  return {
    heads: parts.map(({ head }) => head),
    starts,
    reportOf,
    placeOf,
    places,
    passages,
    lengths,
    words,
    averageLength: Math.max(1, words / Math.max(1, passages)),
  };
}

/** A mask of the passages whose report is wanted. */
export function maskReports(index: PassageIndex, isWanted: (head: ReportHead) => boolean): Uint8Array {
  const mask = new Uint8Array(index.passages);
  index.heads.forEach((head, i) => {
    if (isWanted(head)) mask.fill(1, index.starts[i], index.starts[i + 1]);
  });
  return mask;
}

/** A mask of the passages that stand in a wanted place. */
export function maskPlaces(index: PassageIndex, isWanted: (place: Place) => boolean): Uint8Array {
  const wanted = Uint8Array.from(index.places, (place) => (isWanted(place) ? 1 : 0));
  const mask = new Uint8Array(index.passages);
  for (let id = 0; id < mask.length; id += 1) mask[id] = wanted[index.placeOf[id] ?? 0] ?? 0;
  return mask;
}

/** Each section's path: itself, then those above it. */
function tracePaths(sections: readonly Section[]): Section[][] {
  const byKey = new Map(sections.map((section) => [section.key, section]));
  return sections.map((section) => {
    const path: Section[] = [];
    for (let next: Section | undefined = section; next !== undefined && path.length < 20; ) {
      path.push(next);
      next = next.parent === null ? undefined : byKey.get(next.parent);
    }
    return path;
  });
}
