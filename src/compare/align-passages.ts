import type { CorrectedLink } from '../domain/correction.ts';
import type { Passage } from '../domain/passage.ts';
import { linkCarriedSentences } from './carried-sentences.ts';
import { CorrectedLinks } from './corrected-links.ts';
import { CorrespondingSections, headingsOf } from './corresponding-sections.ts';
import { type Candidate, findCandidates } from './find-candidates.ts';
import type { Link, Links } from './links.ts';
import { featuresOf, type PassageOverlap, runsOf } from './passage-overlap.ts';
import type { PreparedReport } from './prepare-report.ts';
import { listSentenceViews } from './sentence-view.ts';
import { linkWanderedSentences } from './wandered-sentences.ts';

export interface Alignment {
  readonly links: readonly Link[];
  /** For each left passage without a link the right one most like it, or -1. */
  readonly nearest: Int32Array;
}

// The numbers below are measured: docs/guide/how-comparison-works.md.

/** Words from which a text that stands once in both reports is itself wherever it stands. */
const UNMISTAKABLE_WORDS = 8;
/** Strength from which passages belong together whatever their places say. */
const STRONG = 0.6;
/** How much stronger than the next candidate of either passage. */
const FAR_BETTER = 0.2;
/** Candidates are taken from this strength on, bonuses included. */
const TAKEN = 0.36;
/** Where sections correspond. */
const PLACE_BONUS = 0.08;
/** For a neighbour whose partner is the candidate's neighbour. */
const NEIGHBOUR_BONUS = 0.08;
/** For every run of four words that both have, up to a number of them; half of it elsewhere. */
const RUN_BONUS = 0.015;
const MOST_RUNS = 12;
/** What a passage that joins a pair must add to it: a part of its weight, or so many runs of words. */
const NEWS = 0.25;
const NEW_RUNS = 8;
/**
 * Part of a passage's runs of four words that must not stand in the other report if it is called removed or added.
 * The promise is 0.6, however words are counted; the difference leaves room for other ways to count.
 */
const PROMISED_RUNS = 0.5;

/** Finds which passages of two reports belong together, and heeds what readers said. */
export function alignPassages(
  overlap: PassageOverlap,
  corrections: readonly CorrectedLink[] = [],
): Alignment {
  const { left, right } = overlap;
  const links = new CorrectedLinks(left.count, right.count, corrections);
  linkUnmistakable(left, right, links);
  const { list, nearest } = findCandidates(
    overlap,
    (l) => links.hasLeft(l),
    (r) => links.hasRight(r),
  );
  linkStrong(list, links, left.count, right.count);
  const sections = new CorrespondingSections(left.report, right.report);
  for (const link of links.list) sections.count(link.left, link.right);
  linkByPlace(list, links, overlap, sections);
  keepPromise(list, links);
  const views = listSentenceViews(overlap, links, sections);
  linkCarriedSentences(views, links);
  linkWanderedSentences(views, links);
  links.addPaired();
  return { links: links.list, nearest };
}

/** The same text under the same heading, the first with the first; then a long text that both reports have once. */
function linkUnmistakable(left: PreparedReport, right: PreparedReport, links: Links): void {
  const [leftHeadings, rightHeadings] = [headingsOf(left.report), headingsOf(right.report)];
  const underHeading = (headings: ReadonlyMap<string, string>) => (one: Passage) =>
    `${one.digest} ${headings.get(one.section)}`;
  const inPlace = indexPassages(right, underHeading(rightHeadings));
  for (const [key, passages] of indexPassages(left, underHeading(leftHeadings))) {
    const others = inPlace.get(key) ?? [];
    passages.slice(0, others.length).forEach((l, i) => {
      links.add({ left: l, right: others[i] ?? 0 });
    });
  }
  const longText = (one: Passage): string | null => (one.words >= UNMISTAKABLE_WORDS ? one.digest : null);
  const anywhere = indexPassages(right, longText);
  for (const [key, [l = -1, ...more]] of indexPassages(left, longText)) {
    const [r = -1, ...others] = anywhere.get(key) ?? [];
    if (r < 0 || more.length > 0 || others.length > 0) continue;
    if (!links.hasLeft(l) && !links.hasRight(r)) links.add({ left: l, right: r });
  }
}

/** Passages by a key, from 0; those without a key are left out. */
function indexPassages(
  { report }: PreparedReport,
  keyOf: (passage: Passage) => string | null,
): Map<string, number[]> {
  const index = new Map<string, number[]>();
  report.passages.forEach((passage, i) => {
    const key = keyOf(passage);
    if (key === null) return;
    const known = index.get(key);
    if (known === undefined) index.set(key, [i]);
    else known.push(i);
  });
  return index;
}

/** Links what is each other's best by far, so that sections and neighbours are known for what is less plain. */
function linkStrong(list: readonly Candidate[], links: Links, leftCount: number, rightCount: number): void {
  const ofLeft = new BestTwo(leftCount);
  const ofRight = new BestTwo(rightCount);
  for (const { left, right, strength } of list) {
    ofLeft.add(left, strength);
    ofRight.add(right, strength);
  }
  for (const one of list) {
    const { left, right, strength } = one;
    if (strength < STRONG || links.hasLeft(left) || links.hasRight(right)) continue;
    if (ofLeft.isAlone(left, strength) && ofRight.isAlone(right, strength)) links.add(one);
  }
}

/** The two strongest candidates of each passage. */
class BestTwo {
  readonly #first: Float64Array;
  readonly #second: Float64Array;

  constructor(count: number) {
    this.#first = new Float64Array(count);
    this.#second = new Float64Array(count);
  }

  add(passage: number, strength: number): void {
    const first = this.#first[passage] ?? 0;
    if (strength > first) {
      this.#second[passage] = first;
      this.#first[passage] = strength;
    } else if (strength > (this.#second[passage] ?? 0)) this.#second[passage] = strength;
  }

  isAlone(passage: number, strength: number): boolean {
    return strength === this.#first[passage] && strength - (this.#second[passage] ?? 0) >= FAR_BETTER;
  }
}

/** Takes all other candidates by what they share and where they stand, the best first; then once more the weak. */
function linkByPlace(
  list: readonly Candidate[],
  links: Links,
  overlap: PassageOverlap,
  sections: CorrespondingSections,
): void {
  const open = list.filter((one) => !links.hasLeft(one.left) || !links.hasRight(one.right));
  const withPlace = open.map((candidate) => ({
    candidate,
    priority: candidate.strength + placeBonus(candidate, overlap, sections),
  }));
  const first = withPlace.map(({ candidate, priority }) => ({
    candidate,
    priority: priority + neighbourBonus(candidate, links),
  }));
  for (const { candidate, priority } of rank(first)) if (priority >= TAKEN) take(candidate, links, overlap);
  // What was too weak before may have got a neighbour by now.
  for (const { candidate, priority } of rank(withPlace)) {
    if (priority + NEIGHBOUR_BONUS < TAKEN) break;
    if (links.hasLeft(candidate.left) || links.hasRight(candidate.right)) continue;
    if (priority + neighbourBonus(candidate, links) >= TAKEN) links.add(candidate);
  }
}

interface Ranked {
  readonly candidate: Candidate;
  readonly priority: number;
}

function rank(list: readonly Ranked[]): Ranked[] {
  return list.toSorted(
    (a, b) =>
      b.priority - a.priority || a.candidate.left - b.candidate.left || a.candidate.right - b.candidate.right,
  );
}

function placeBonus(
  { left, right, bodyRuns }: Candidate,
  overlap: PassageOverlap,
  sections: CorrespondingSections,
): number {
  const one = overlap.left.report.passages[left];
  const other = overlap.right.report.passages[right];
  if (one === undefined || other === undefined) return 0;
  const runs = RUN_BONUS * Math.min(MOST_RUNS, bodyRuns);
  // Among equals, the one at the same place in its report.
  const apart = Math.abs(left / overlap.left.count - right / overlap.right.count);
  const near = 0.01 * (1 - apart);
  if (!sections.correspond(one, other)) return runs / 2 + near;
  return PLACE_BONUS + runs + near;
}

function neighbourBonus(link: Link, links: Links): number {
  return links.haveNeighbours(link) ? NEIGHBOUR_BONUS : 0;
}

function take(candidate: Candidate, links: Links, overlap: PassageOverlap): void {
  const leftTaken = links.hasLeft(candidate.left);
  const rightTaken = links.hasRight(candidate.right);
  if (!leftTaken && !rightTaken) links.add(candidate);
  else if (leftTaken !== rightTaken && bringsNews(candidate, links, overlap)) links.add(candidate);
}

/** True if the free passage shares with the taken one what none of that one's partners shares with it. */
function bringsNews({ left, right }: Link, links: Links, overlap: PassageOverlap): boolean {
  const isLeftFree = !links.hasLeft(left);
  const free = isLeftFree
    ? { report: overlap.left, passage: left }
    : { report: overlap.right, passage: right };
  const taken = isLeftFree
    ? { report: overlap.right, passage: right }
    : { report: overlap.left, passage: left };
  const partners = isLeftFree ? links.ofRight(right) : links.ofLeft(left);
  const runs = newsOf(runsOf, free, taken, partners);
  if (runs.length >= NEW_RUNS) return true;
  const features = newsOf(featuresOf, free, taken, partners);
  const weight = features.reduce((sum, feature) => sum + overlap.weightOf(feature), 0);
  const whole = (isLeftFree ? overlap.leftWeight : overlap.rightWeight)[free.passage] ?? 0;
  return weight >= NEWS * whole;
}

interface PassageOf {
  readonly report: PreparedReport;
  readonly passage: number;
}

/** What a passage shares with one of the other report and with no passage beside it in its own. */
function newsOf(
  numbersOf: (report: PreparedReport, passage: number) => Int32Array,
  free: PassageOf,
  taken: PassageOf,
  partners: readonly number[],
): number[] {
  const inTaken = new Set(numbersOf(taken.report, taken.passage));
  for (const one of partners) for (const number of numbersOf(free.report, one)) inTaken.delete(number);
  return [...numbersOf(free.report, free.passage)].filter((number) => inTaken.has(number));
}

/** Joins what would be called removed or added although its runs stand in the other report. */
function keepPromise(list: readonly Candidate[], links: Links): void {
  const held = (one: Candidate): number =>
    Math.max(links.hasLeft(one.left) ? 0 : one.leftRuns, links.hasRight(one.right) ? 0 : one.rightRuns);
  const owed = list
    .map((candidate) => ({ candidate, priority: held(candidate) }))
    .filter(({ priority }) => priority >= PROMISED_RUNS);
  for (const { candidate } of rank(owed)) if (held(candidate) >= PROMISED_RUNS) links.add(candidate);
}
