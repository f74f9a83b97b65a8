import type { TextRange } from '../domain/search-answer.ts';
import { tokenise } from '../domain/tokens.ts';
import { type PatternFinder, prepareNear, preparePattern } from '../domain/word-pattern.ts';
import { type HitQuery, leafKey, listMarkedLeaves } from './hit-query.ts';

/** Finds in a text what a query speaks of. */
export interface TextMarker {
  /** In order; those that overlap are one. What is denied and what filters say marks nothing. */
  findRanges(text: string): TextRange[];
}

export function prepareMarker(query: HitQuery): TextMarker {
  const leaves = new Map(listMarkedLeaves(query).map((leaf) => [leafKey(leaf), leaf]));
  const finders = [...leaves.values()].map(
    (leaf): PatternFinder =>
      leaf.kind === 'words' ? preparePattern(leaf.pattern) : prepareNear(leaf.pattern),
  );
  return {
    findRanges(text) {
      if (finders.length === 0) return [];
      const tokens = tokenise(text);
      return mergeRanges(
        finders.flatMap((finder) =>
          finder.find(tokens).map(({ first, last }) => ({
            start: tokens[first]?.start ?? 0,
            end: tokens[last]?.end ?? 0,
          })),
        ),
      );
    },
  };
}

function mergeRanges(ranges: readonly TextRange[]): TextRange[] {
  const merged: TextRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const open = merged.at(-1);
    if (open !== undefined && range.start < open.end) {
      merged[merged.length - 1] = { start: open.start, end: Math.max(open.end, range.end) };
    } else merged.push(range);
  }
  return merged;
}
