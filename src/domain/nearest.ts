/** The candidates nearest to what was typed, best first; those that have nothing to do with it are left out. */
export function findNearest(typed: string, candidates: Iterable<string>, most: number): string[] {
  const limit = Math.max(2, Math.floor(typed.length / 3));
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of candidates) {
    const contained =
      (typed.length >= 3 && candidate.includes(typed)) ||
      (candidate.length >= 4 && typed.includes(candidate));
    const score = contained
      ? 0.5 + Math.abs(candidate.length - typed.length) / 100
      : editDistance(typed, candidate, limit);
    // Of a short candidate at least half must stand in what was typed, or every code would be near to every name.
    if (score <= limit && (contained || score * 2 < Math.max(candidate.length, 2)))
      scored.push({ candidate, score });
  }
  scored.sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1));
  return scored.slice(0, most).map(({ candidate }) => candidate);
}

/**
 * Optimal string alignment distance (insertions, deletions, substitutions, swaps of neighbours), or
 * `limit + 1` as soon as it must be greater than `limit`. Cost: length × length, both cut at 80 characters.
 */
export function editDistance(left: string, right: string, limit: number): number {
  const a = left.slice(0, 80);
  const b = right.slice(0, 80);
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? limit + 1;
}
