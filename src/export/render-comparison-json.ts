import { ABSENCE_NOTE } from '../domain/absence-note.ts';
import { countKept } from '../domain/change-counts.ts';
import type { Pair } from '../domain/comparison.ts';
import { type ComparisonFilter, isAskedFor } from '../domain/comparison-filter.ts';
import {
  type ComparedReport,
  type ComparisonView,
  countWords,
  findSection,
  listPassages,
  pairId,
  passageAddress,
  type Side,
  sideText,
} from '../domain/comparison-view.ts';
import { type AppliedCorrection, listPairCorrections } from '../domain/corrected-comparison.ts';
import { describeTitle } from '../domain/describe-pair.ts';
import type { WordDifference } from '../domain/word-difference.ts';
import { WHAT_A_COMPARISON_IS } from './comparison-front-matter.ts';
import { reportToJson } from './report-json.ts';

/**
 * One JSON object, a topic's pairs a piece. Without `only`, every passage of both reports is in exactly one pair.
 * `wordsKept` of all pairs adds up to that of the counts; `difference` counts words as it cuts them (an address is several).
 * Its offsets are UTF-16 code units of `left.text` and `right.text`.
 */
export function* renderComparisonJson(view: ComparisonView, filter: ComparisonFilter): Generator<string> {
  const head = JSON.stringify({
    about: WHAT_A_COMPARISON_IS,
    title: describeTitle(view),
    note: ABSENCE_NOTE,
    library: { version: view.library.version, reports: view.library.reports },
    ...describeComparison(view),
    only: filter.only,
  });
  yield `${head.slice(0, -1)},"pairs":[`;
  let separator = '\n';
  for (const { topic, pairs } of view.topics) {
    let piece = '';
    for (const pair of pairs) {
      if (!isAskedFor(pair, filter)) continue;
      piece += `${separator}${JSON.stringify(pairToJson(view, pair, topic?.id ?? null))}`;
      separator = ',\n';
    }
    if (piece !== '') yield piece;
  }
  yield '\n]}\n';
}

/** Both reports and what became of how much, without the pairs. */
export function describeComparison(view: ComparisonView): object {
  const { area, comparison, corrections, counts, topics, narrowedTo } = view;
  return {
    area: { id: area.id, name: area.name },
    left: describeReport(view.left),
    right: describeReport(view.right),
    algorithm: comparison.algorithm,
    corrections: { used: corrections.used, applying: corrections.applied.length },
    topicsAsked: narrowedTo?.map(({ id }) => id) ?? null,
    counts,
    topics: topics.map((one) => ({
      topic: one.topic?.id ?? null,
      label: one.topic?.label ?? null,
      leftSections: one.leftSections.map(({ key }) => key),
      rightSections: one.rightSections.map(({ key }) => key),
      counts: one.counts,
    })),
  };
}

/** A pair with the text of both sides. */
export function pairToJson(view: ComparisonView, pair: Pair, topic: string | null): object {
  const { change, moved, shape, score, difference, links, absence } = pair;
  const nearest = absence?.nearest ?? null;
  const near = nearest === null ? undefined : view.right.passages[nearest.order - 1];
  const nameLink = (side: Side, order: number): string | null => {
    const passage = view[side].passages[order - 1];
    return passage === undefined ? null : passageAddress(view, side, passage);
  };
  return {
    id: pairId(view, pair),
    topic,
    change,
    moved,
    shape,
    score,
    wordsKept: countKept(pair, countWords(view, pair, 'left'), countWords(view, pair, 'right')),
    left: sideToJson(view, pair, 'left'),
    right: sideToJson(view, pair, 'right'),
    links: links.map(({ left, right, same, score: likeness }) => ({
      left: nameLink('left', left),
      right: nameLink('right', right),
      same,
      score: likeness,
    })),
    difference: difference === null ? null : differenceToJson(difference),
    corrections: listPairCorrections(view, pair).map((one) => correctionToJson(view, one)),
    absence:
      absence === null
        ? null
        : {
            lookedIn: { passages: view.right.passages.length, words: view.right.head.passageWords },
            nearest:
              nearest === null || near === undefined
                ? null
                : {
                    address: passageAddress(view, 'right', near),
                    text: near.text,
                    score: nearest.score,
                    difference: differenceToJson(nearest.difference),
                  },
            topicsWithText: absence.topicsWithText,
            topicsWithoutText: absence.topicsWithout,
          },
  };
}

function correctionToJson(
  view: ComparisonView,
  { correction, automatic, left, right }: AppliedCorrection,
): object {
  const { id, kind, by, at, note } = correction;
  const [older, newer] = [view.left.passages[left - 1], view.right.passages[right - 1]];
  return {
    id,
    kind,
    left: older === undefined ? null : passageAddress(view, 'left', older),
    right: newer === undefined ? null : passageAddress(view, 'right', newer),
    by,
    at,
    note,
    automatic: {
      paired: automatic.together !== null,
      score: automatic.together?.score ?? null,
      left: automatic.left,
      right: automatic.right,
    },
  };
}

function differenceToJson({ kept, removed, added, pieces }: WordDifference): object {
  return { wordsKept: kept, wordsRemoved: removed, wordsAdded: added, pieces };
}

/** Null for the side a removed or added passage does not stand on. */
function sideToJson(view: ComparisonView, pair: Pair, side: Side): object | null {
  const passages = listPassages(view, pair, side);
  const [first] = passages;
  if (first === undefined) return null;
  return {
    address: passageAddress(view, side, first),
    text: sideText(view, pair, side),
    passages: passages.map((passage) => ({
      address: passageAddress(view, side, passage),
      heading: findSection(view[side], passage)?.heading ?? null,
      words: passage.words,
      topics: passage.topics,
      digest: passage.digest,
      text: passage.text,
    })),
  };
}

function describeReport({ head, edition }: ComparedReport): object {
  return { ...reportToJson(head, edition), passages: head.passageCount, words: head.passageWords };
}
