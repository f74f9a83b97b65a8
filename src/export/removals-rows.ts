import type { Pair } from '../domain/comparison.ts';
import { type ComparisonFilter, isAskedFor } from '../domain/comparison-filter.ts';
import {
  type ComparisonView,
  findSection,
  listPassages,
  passageAddress,
  sideText,
  type TopicChanges,
} from '../domain/comparison-view.ts';
import { describeApplied, listPairCorrections } from '../domain/corrected-comparison.ts';
import {
  describeAbsence,
  describePair,
  nameSection,
  nameTopic,
  WORTH_QUOTING,
} from '../domain/describe-pair.ts';
import type { Passage } from '../domain/passage.ts';
import { citePassages } from './comparison-front-matter.ts';
import { countOf } from './front-matter.ts';
import { type DifferenceMarks, markNewer, markOlder } from './mark-difference.ts';

/** A passage quoted with where it stands. */
export interface Quotation {
  readonly passages: readonly Passage[];
  /** Marked and escaped by the writer's marks. */
  readonly text: string;
  /** `2016/mli#1.c:4` */
  readonly address: string;
  readonly heading: string;
}

/** A row of a removals chart: what stood in the older report, and what the newer one has of it. */
export interface RemovalsRow {
  readonly pair: Pair;
  readonly older: Quotation;
  /** "Removed", or "Reworded, 54% alike". */
  readonly change: string;
  /** What readers corrected, where it was looked for and what comes nearest, in sentences. */
  readonly notes: readonly string[];
  /** The nearest passage, if it is worth quoting, or the reworded one with its new words marked. */
  readonly newer: Quotation | null;
  /** The nearest passage whether it is worth quoting or not; null of what is reworded. */
  readonly nearest: { readonly passage: Passage; readonly address: string; readonly score: number } | null;
}

/** The rows of one topic; empty if nothing of it is asked for. */
export function listRemovalsRows(
  view: ComparisonView,
  { pairs }: TopicChanges,
  filter: ComparisonFilter,
  marks: DifferenceMarks,
): RemovalsRow[] {
  return pairs.filter((pair) => isAskedFor(pair, filter)).map((pair) => toRow(view, pair, marks));
}

/** "Torture and cruel treatment: 5 passages, 320 words removed" */
export function describeRemovalsTopic(topic: TopicChanges): string {
  const { removed } = topic.counts;
  return `${nameTopic(topic)}: ${countOf(removed.passages, 'passage')}, ${countOf(removed.words, 'word')} removed`;
}

function toRow(view: ComparisonView, pair: Pair, marks: DifferenceMarks): RemovalsRow {
  const { difference, absence } = pair;
  const left = sideText(view, pair, 'left');
  const olderPassages = listPassages(view, pair, 'left');
  const older = {
    ...quote(view, 'left', olderPassages),
    text: difference === null ? marks.plain(left) : markOlder(difference, left, marks),
  };
  const change = describePair(view, pair);
  const corrected = listPairCorrections(view, pair).map((one) => describeApplied(view, one));
  if (absence === null) {
    const right = sideText(view, pair, 'right');
    const text = difference === null ? marks.plain(right) : markNewer(difference, right, marks);
    const newer = { ...quote(view, 'right', listPassages(view, pair, 'right')), text };
    return { pair, older, change, notes: corrected, newer, nearest: null };
  }
  const { looked, nearest, topics } = describeAbsence(view, pair);
  const near = absence.nearest;
  const passage = near === null ? undefined : view.right.passages[near.order - 1];
  return {
    pair,
    older,
    change,
    notes: [...corrected, looked, nearest, ...topics],
    nearest:
      near === null || passage === undefined
        ? null
        : { passage, address: passageAddress(view, 'right', passage), score: near.score },
    newer:
      near === null || passage === undefined || near.score < WORTH_QUOTING
        ? null
        : { ...quote(view, 'right', [passage]), text: marks.plain(passage.text) },
  };
}

function quote(
  view: ComparisonView,
  side: 'left' | 'right',
  passages: readonly Passage[],
): Omit<Quotation, 'text'> {
  const [first] = passages;
  return {
    passages,
    address: citePassages(view, side, passages),
    heading: first === undefined ? '' : nameSection(findSection(view[side], first)),
  };
}
