import type { ReportText } from '../domain/comparison.ts';
import type { Passage } from '../domain/passage.ts';

interface Sides<T> {
  readonly left: T;
  readonly right: T;
}

/**
 * Words of kept passages that each section gave to each section of the newer report, and each section of the second
 * rank (`2.a`) with all beneath it.
 */
export class CorrespondingSections {
  readonly #left: ReportText;
  readonly #right: ReportText;
  readonly #words = new Map<string, Map<string, number>>();
  readonly #wordsBack = new Map<string, Map<string, number>>();
  readonly #wholeWords = new Map<string, Map<string, number>>();
  readonly #wholeWordsBack = new Map<string, Map<string, number>>();
  /** The section of the second rank that a section belongs to; a chapter is its own. */
  readonly #wholes: Sides<ReadonlyMap<string, string>>;
  /** By section. */
  readonly #headings: Sides<ReadonlyMap<string, string>>;
  /** All of a report. */
  readonly #printed: Sides<ReadonlySet<string>>;

  constructor(left: ReportText, right: ReportText) {
    this.#left = left;
    this.#right = right;
    this.#wholes = { left: wholesOf(left), right: wholesOf(right) };
    this.#headings = { left: headingsOf(left), right: headingsOf(right) };
    this.#printed = {
      left: new Set(this.#headings.left.values()),
      right: new Set(this.#headings.right.values()),
    };
  }

  /** @param left, right: passages that belong together, from 0 */
  count(left: number, right: number): void {
    const one = this.#left.passages[left];
    const other = this.#right.passages[right];
    if (one === undefined || other === undefined) return;
    const words = Math.min(one.words, other.words);
    addTo(this.#words, one.section, other.section, words);
    addTo(this.#wordsBack, other.section, one.section, words);
    const [whole, otherWhole] = [this.#wholeOf('left', one), this.#wholeOf('right', other)];
    addTo(this.#wholeWords, whole, otherWhole, words);
    addTo(this.#wholeWordsBack, otherWhole, whole, words);
  }

  /**
   * True if a reader of the older passage's section would look for it where the newer one stands: the headings are
   * the same, or the passages have a topic in common; or the section was renamed, alone or with all beneath it: one
   * heading is gone and the other new, and each is where most of the other's text is.
   */
  correspond(left: Passage, right: Passage): boolean {
    if (this.#headings.left.get(left.section) === this.#headings.right.get(right.section)) return true;
    if (left.topics.some((topic) => right.topics.includes(topic))) return true;
    return (
      (this.#isRenamed(left.section, right.section) &&
        mostOf(this.#words.get(left.section)) === right.section &&
        mostOf(this.#wordsBack.get(right.section)) === left.section) ||
      this.#isWholeRenamed(this.#wholeOf('left', left), this.#wholeOf('right', right))
    );
  }

  #isWholeRenamed(left: string, right: string): boolean {
    return (
      this.#isRenamed(left, right) &&
      mostOf(this.#wholeWords.get(left)) === right &&
      mostOf(this.#wholeWordsBack.get(right)) === left
    );
  }

  #isRenamed(left: string, right: string): boolean {
    return (
      !this.#printed.right.has(this.#headings.left.get(left) ?? '') &&
      !this.#printed.left.has(this.#headings.right.get(right) ?? '')
    );
  }

  #wholeOf(side: 'left' | 'right', { section }: Passage): string {
    return this.#wholes[side].get(section) ?? section;
  }
}

function wholesOf({ sections }: ReportText): ReadonlyMap<string, string> {
  const wholes = new Map<string, string>();
  // A section stands behind the one it belongs to.
  for (const { key, parent, depth } of sections)
    wholes.set(key, depth > 2 && parent !== null ? (wholes.get(parent) ?? key) : key);
  return wholes;
}

/** Headings in lower case, by key. */
export function headingsOf({ sections }: ReportText): ReadonlyMap<string, string> {
  return new Map(sections.map(({ key, heading }) => [key, heading.toLowerCase()]));
}

function addTo(counts: Map<string, Map<string, number>>, from: string, to: string, words: number): void {
  const row = counts.get(from) ?? new Map<string, number>();
  counts.set(from, row);
  row.set(to, (row.get(to) ?? 0) + words);
}

function mostOf(row: ReadonlyMap<string, number> | undefined): string | null {
  let most: string | null = null;
  for (const [section, words] of row ?? []) {
    if (most === null || words > (row?.get(most) ?? 0)) most = section;
  }
  return most;
}
