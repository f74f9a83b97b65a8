import type { ComparisonFilter } from '../../domain/comparison-filter.ts';
import type { ComparisonView } from '../../domain/comparison-view.ts';
import type { Paper } from '../../domain/paper.ts';
import { Problem } from '../../domain/problem.ts';
import { describeRemovalsTitle, type Removals, type RemovalsItem } from '../../domain/removals.ts';
import type { Press } from '../press/press.ts';
import { pressPieces } from '../press/press-pieces.ts';

/** Words of the reports compared that a chart in one file may have. */
const MOST_WORDS = 1_500_000;

/** A comparison as PDF, made when its first piece is asked for. */
export function pressComparison(
  view: ComparisonView,
  filter: ComparisonFilter,
  paper: Paper,
  press: Press,
): AsyncIterable<Uint8Array> {
  return pressPieces((signal) =>
    press.make({ kind: 'comparison', format: 'pdf', view, filter, paper }, signal),
  );
}

/**
 * A chart of removals as PDF.
 * @throws Problem invalid-input, with the first piece, if there is more than one file should hold
 */
export function pressRemovals(removals: Removals, paper: Paper, press: Press): AsyncIterable<Uint8Array> {
  return pressPieces(async (signal) => {
    const { readItems, ...rest } = removals;
    const items: RemovalsItem[] = [];
    let words = 0;
    for await (const item of readItems()) {
      signal.throwIfAborted();
      items.push(item);
      if (item.kind === 'compared') words += item.view.counts.left.words + item.view.counts.right.words;
      if (words > MOST_WORDS) throw tooMuch(removals);
    }
    return press.make({ kind: 'removals', format: 'pdf', removals: { ...rest, items }, paper }, signal);
  });
}

function tooMuch(removals: Removals): Problem {
  return new Problem(
    'invalid-input',
    `“${describeRemovalsTitle(removals)}” is too large for one PDF: the reports compared may have at most ${MOST_WORDS.toLocaleString('en-US')} words together.`,
    ['Ask for one region or topic at a time.', 'Plain text, Markdown, CSV and JSON can be of any length.'],
  );
}
