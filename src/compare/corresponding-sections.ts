import type { ReportText } from '../domain/comparison.ts';
import type { Passage } from '../domain/passage.ts';

/** Words of kept passages that each section gave to each section of the newer report. */
export class CorrespondingSections {
  readonly #left: ReportText;
  readonly #right: ReportText;
  readonly #words = new Map<string, Map<string, number>>();
  readonly #wordsBack = new Map<string, Map<string, number>>();
  readonly #rightTopics: ReadonlySet<string>;
  readonly #headings: readonly [ReadonlyMap<string, string>, ReadonlyMap<string, string>];

  constructor(left: ReportText, right: ReportText) {
    this.#left = left;
    this.#right = right;
    this.#headings = [headingsOf(left), headingsOf(right)];
    this.#rightTopics = new Set(right.passages.flatMap(({ topics }) => topics));
  }

  /** @param left, right: passages that belong together, from 0 */
  count(left: number, right: number): void {
    const one = this.#left.passages[left];
    const other = this.#right.passages[right];
    if (one === undefined || other === undefined) return;
    const words = Math.min(one.words, other.words);
    addTo(this.#words, one.section, other.section, words);
    addTo(this.#wordsBack, other.section, one.section, words);
  }

  /**
   * True if a reader of the older passage's section would look for it where the newer one stands: the headings are
   * the same, or the passages have a topic in common; or, where the newer report has none of the older passage's
   * topics, each section is where most of the other's text is.
   */
  correspond(left: Passage, right: Passage): boolean {
    const [inLeft, inRight] = this.#headings;
    if (inLeft.get(left.section) === inRight.get(right.section)) return true;
    if (left.topics.some((topic) => right.topics.includes(topic))) return true;
    return (
      !left.topics.some((topic) => this.#rightTopics.has(topic)) &&
      mostOf(this.#words.get(left.section)) === right.section &&
      mostOf(this.#wordsBack.get(right.section)) === left.section
    );
  }
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
