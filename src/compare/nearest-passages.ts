import type { ReportText } from '../domain/comparison.ts';
import { diffWords } from './diff-words.ts';
import { measureOverlap } from './passage-overlap.ts';
import { prepareReport } from './prepare-report.ts';

export interface NearPassage {
  /** Its order in the other report. */
  readonly order: number;
  readonly score: number;
}

/** So many times what is asked for is weighed word by word, for the likeness orders otherwise than what is shared. */
const WEIGHED = 3;

/** The passages of the other report that are most like one of these, the likest first; none that shares no word. */
export function findNearestPassages(
  left: ReportText,
  right: ReportText,
  { side, order }: { readonly side: 'left' | 'right'; readonly order: number },
  most: number,
): readonly NearPassage[] {
  const prepared = prepareReport(left);
  const overlap = measureOverlap(prepared, prepareReport(right, prepared.lexicon));
  const { touched, shared } = side === 'left' ? overlap.fromLeft(order - 1) : overlap.fromRight(order - 1);
  const [own, others] = side === 'left' ? [left, right] : [right, left];
  const text = own.passages[order - 1]?.text ?? '';
  return [...touched]
    .sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b)
    .slice(0, most * WEIGHED)
    .map((other) => {
      const otherText = others.passages[other]?.text ?? '';
      const [older, newer] = side === 'left' ? [text, otherText] : [otherText, text];
      return { order: other + 1, score: diffWords(older, newer).score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, most);
}
