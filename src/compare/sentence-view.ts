import type { CorrespondingSections } from './corresponding-sections.ts';
import type { Link, Links } from './links.ts';
import { featuresOf, type OverlapRow, type PassageOverlap } from './passage-overlap.ts';
import type { PreparedReport } from './prepare-report.ts';

/** Two reports as seen from the one whose sentences are looked for in the other. */
export interface SentenceView {
  readonly own: PreparedReport;
  readonly other: PreparedReport;
  readonly weightOf: (feature: number) => number;
  /** What a sentence shares with each passage of the other report. */
  readonly row: (features: Int32Array) => OverlapRow;
  readonly partnersOf: (own: number) => readonly number[];
  readonly partnersOfOther: (other: number) => readonly number[];
  /** True where sections correspond. */
  readonly inPlace: (own: number, other: number) => boolean;
  readonly linkOf: (own: number, other: number) => Link;
}

/** A passage that holds a sentence of the other report, and the part of the sentence's weight that stands in it. */
export interface Holder {
  readonly passage: number;
  readonly part: number;
}

/** From the older report, then from the newer one; both see links as they are made. */
export function listSentenceViews(
  overlap: PassageOverlap,
  links: Links,
  sections: CorrespondingSections,
): readonly SentenceView[] {
  const { left, right, weightOf } = overlap;
  const inPlace = (l: number, r: number): boolean => {
    const one = left.report.passages[l];
    const other = right.report.passages[r];
    return one !== undefined && other !== undefined && sections.correspond(one, other);
  };
  const ofLeft = (l: number): readonly number[] => links.ofLeft(l);
  const ofRight = (r: number): readonly number[] => links.ofRight(r);
  return [
    {
      own: left,
      other: right,
      weightOf,
      row: overlap.fromLeftFeatures,
      partnersOf: ofLeft,
      partnersOfOther: ofRight,
      inPlace,
      linkOf: (l, r) => ({ left: l, right: r }),
    },
    {
      own: right,
      other: left,
      weightOf,
      row: overlap.fromRightFeatures,
      partnersOf: ofRight,
      partnersOfOther: ofLeft,
      inPlace: (r, l) => inPlace(l, r),
      linkOf: (r, l) => ({ left: l, right: r }),
    },
  ];
}

/**
 * The passage of the other report in which most of a sentence stands, or null if in none stands enough.
 * @param enough parts of the sentence's weight, where sections correspond and where they do not
 */
export function findHolder(
  sentence: Int32Array,
  own: number,
  enough: { readonly inPlace: number; readonly elsewhere: number },
  view: SentenceView,
): Holder | null {
  const weight = weigh(sentence, view);
  const { touched, shared } = view.row(sentence);
  let holder: number | null = null;
  let most = enough.inPlace * weight;
  for (const other of touched) {
    const part = shared[other] ?? 0;
    if (part <= most || (part < enough.elsewhere * weight && !view.inPlace(own, other))) continue;
    most = part;
    holder = other;
  }
  return holder === null ? null : { passage: holder, part: most / weight };
}

/** Part of a sentence's weight that stands in the passages taken together. */
export function partIn(
  sentence: Int32Array,
  report: PreparedReport,
  passages: readonly number[],
  view: SentenceView,
): number {
  const there = new Set<number>();
  for (const passage of passages) for (const feature of featuresOf(report, passage)) there.add(feature);
  return (
    weigh(
      sentence.filter((feature) => there.has(feature)),
      view,
    ) / weigh(sentence, view)
  );
}

function weigh(features: Int32Array, { weightOf }: SentenceView): number {
  let weight = 0;
  for (const feature of features) weight += weightOf(feature);
  return weight;
}
