import { type Candidate, findCandidates } from './find-candidates.ts';
import type { PassageOverlap } from './passage-overlap.ts';
import type { PreparedReport } from './prepare-report.ts';

/** Passages that belong together, from 0. */
export interface Link {
  readonly left: number;
  readonly right: number;
}

export interface Alignment {
  readonly links: readonly Link[];
  /** For each left passage without a link the right one most like it, or -1. */
  readonly nearest: Int32Array;
}

/** Words from which a text that stands once in both reports is itself wherever it stands. */
const UNMISTAKABLE_WORDS = 8;
/** Candidates are taken from this strength on, bonuses included. Measured: docs/guide/how-comparison-works.md. */
const TAKEN = 0.36;
/** A bonus for a topic that both passages have, and one for the same heading or run-in label. */
const TOPIC_BONUS = 0.06;
const HEADING_BONUS = 0.03;
const LABEL_BONUS = 0.06;
/** For a neighbour whose partner is the candidate's neighbour. */
const NEIGHBOUR_BONUS = 0.08;
/** What a passage that joins a pair must add to it: the part of its weight not yet found in its fellow. */
const NEWS = 0.4;
const JOINED = 0.42;
/**
 * Part of a passage's runs of four words that must not stand in the other report if it is called removed or added.
 * The promise is 0.6, however words are counted; the difference leaves room for other ways to count.
 */
const PROMISED_RUNS = 0.5;

/** Finds which passages of two reports belong together. */
export function alignPassages(overlap: PassageOverlap): Alignment {
  const links = new Links(overlap.left.count, overlap.right.count);
  linkUnmistakable(overlap, links);
  const { list, nearest } = findCandidates(
    overlap,
    (l) => links.hasLeft(l),
    (r) => links.hasRight(r),
  );
  const places = new Places(overlap);
  const strong = rank(list, (one) => one.strength + places.bonus(one) + neighbourBonus(one, links));
  for (const { candidate, priority } of strong) {
    if (priority < TAKEN) break;
    take(candidate, links, overlap);
  }
  const left = list.filter((one) => !links.hasLeft(one.left) && !links.hasRight(one.right));
  for (const { candidate } of rank(left, (one) => one.strength + places.bonus(one))) {
    if (links.hasLeft(candidate.left) || links.hasRight(candidate.right)) continue;
    const priority = candidate.strength + places.bonus(candidate) + neighbourBonus(candidate, links);
    if (priority >= TAKEN) links.add(candidate);
  }
  keepPromise(list, links);
  return { links: links.list, nearest };
}

/** Each word of a long text that stands once in both reports says where it belongs. */
function linkUnmistakable({ left, right }: PassageOverlap, links: Links): void {
  const inRight = indexDigests(right);
  for (const [digest, l] of indexDigests(left)) {
    const r = inRight.get(digest);
    if (r !== undefined && r >= 0 && l >= 0) links.add({ left: l, right: r });
  }
}

/** Digest → passage, or -1 if it stands more than once. */
function indexDigests({ report }: PreparedReport): Map<string, number> {
  const index = new Map<string, number>();
  report.passages.forEach(({ digest, words }, i) => {
    if (words >= UNMISTAKABLE_WORDS) index.set(digest, index.has(digest) ? -1 : i);
  });
  return index;
}

function rank(
  list: readonly Candidate[],
  priorityOf: (one: Candidate) => number,
): { candidate: Candidate; priority: number }[] {
  return list
    .map((candidate) => ({ candidate, priority: priorityOf(candidate) }))
    .sort(
      (a, b) =>
        b.priority - a.priority ||
        a.candidate.left - b.candidate.left ||
        a.candidate.right - b.candidate.right,
    );
}

function take(candidate: Candidate, links: Links, overlap: PassageOverlap): void {
  const leftTaken = links.hasLeft(candidate.left);
  const rightTaken = links.hasRight(candidate.right);
  if (!leftTaken && !rightTaken) links.add(candidate);
  else if (leftTaken !== rightTaken && candidate.strength >= JOINED) {
    const news = leftTaken
      ? shareOfNews(overlap, candidate, 'right', links.ofLeft(candidate.left))
      : shareOfNews(overlap, candidate, 'left', links.ofRight(candidate.right));
    if (news >= NEWS) links.add(candidate);
  }
}

/** The part of the free passage's weight that stands in the taken one and in none of that one's partners. */
function shareOfNews(
  { left, right, leftWeight, rightWeight, weightOf }: PassageOverlap,
  candidate: Link,
  free: 'left' | 'right',
  partners: readonly number[],
): number {
  const [own, other] = free === 'left' ? [left, right] : [right, left];
  const [passage, taken] =
    free === 'left' ? [candidate.left, candidate.right] : [candidate.right, candidate.left];
  const inTaken = featureSet(other, [taken]);
  const explained = featureSet(own, partners);
  let news = 0;
  const end = own.featureFrom[passage + 1] ?? 0;
  for (let at = own.featureFrom[passage] ?? 0; at < end; at += 1) {
    const feature = own.features[at] ?? 0;
    if (inTaken.has(feature) && !explained.has(feature)) news += weightOf(feature);
  }
  const whole = (free === 'left' ? leftWeight : rightWeight)[passage] ?? 0;
  return whole === 0 ? 0 : news / whole;
}

function featureSet({ features, featureFrom }: PreparedReport, passages: readonly number[]): Set<number> {
  const set = new Set<number>();
  for (const passage of passages) {
    const end = featureFrom[passage + 1] ?? 0;
    for (let at = featureFrom[passage] ?? 0; at < end; at += 1) set.add(features[at] ?? 0);
  }
  return set;
}

/** Joins what would be called removed or added although its runs stand in the other report. */
function keepPromise(list: readonly Candidate[], links: Links): void {
  const held = (one: Candidate): number =>
    Math.max(links.hasLeft(one.left) ? 0 : one.leftRuns, links.hasRight(one.right) ? 0 : one.rightRuns);
  for (const { candidate } of rank(
    list.filter((one) => held(one) >= PROMISED_RUNS),
    held,
  )) {
    if (held(candidate) >= PROMISED_RUNS) links.add(candidate);
  }
}

function neighbourBonus({ left, right }: Link, links: Links): number {
  const near = links.ofLeft(left - 1).includes(right - 1) || links.ofLeft(left + 1).includes(right + 1);
  return near ? NEIGHBOUR_BONUS : 0;
}

/** What the places of two passages say for their belonging together. */
class Places {
  readonly #overlap: PassageOverlap;
  readonly #headings: readonly [readonly string[], readonly string[]];

  constructor(overlap: PassageOverlap) {
    this.#overlap = overlap;
    this.#headings = [headingsOf(overlap.left), headingsOf(overlap.right)];
  }

  bonus({ left, right }: Link): number {
    const one = this.#overlap.left.report.passages[left];
    const other = this.#overlap.right.report.passages[right];
    if (one === undefined || other === undefined) return 0;
    const topic = one.topics.some((topic) => other.topics.includes(topic));
    const heading = this.#headings[0][left] === this.#headings[1][right];
    const label = one.label !== null && one.label === other.label;
    // Among equals, the one at the same place in its report.
    const place = Math.abs(left / this.#overlap.left.count - right / this.#overlap.right.count);
    return (
      (topic ? TOPIC_BONUS : 0) +
      (heading ? HEADING_BONUS : 0) +
      (label && (topic || heading) ? LABEL_BONUS : 0) +
      0.01 * (1 - place)
    );
  }
}

function headingsOf({ report }: PreparedReport): string[] {
  const headings = new Map(report.sections.map(({ key, heading }) => [key, heading.toLowerCase()]));
  return report.passages.map(({ section }) => headings.get(section) ?? section);
}

const NONE: readonly number[] = [];

/** Links as they are made, from both sides. */
class Links {
  readonly list: Link[] = [];
  readonly #ofLeft: (readonly number[] | undefined)[];
  readonly #ofRight: (readonly number[] | undefined)[];

  constructor(leftCount: number, rightCount: number) {
    this.#ofLeft = new Array(leftCount);
    this.#ofRight = new Array(rightCount);
  }

  add({ left, right }: Link): void {
    if (this.ofLeft(left).includes(right)) return;
    this.list.push({ left, right });
    this.#ofLeft[left] = [...this.ofLeft(left), right];
    this.#ofRight[right] = [...this.ofRight(right), left];
  }

  hasLeft(left: number): boolean {
    return this.#ofLeft[left] !== undefined;
  }

  hasRight(right: number): boolean {
    return this.#ofRight[right] !== undefined;
  }

  ofLeft(left: number): readonly number[] {
    return this.#ofLeft[left] ?? NONE;
  }

  ofRight(right: number): readonly number[] {
    return this.#ofRight[right] ?? NONE;
  }
}
