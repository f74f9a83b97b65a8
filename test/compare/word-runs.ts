/** One way to cut a text into words. */
export type WordReading = (text: string) => string[];

/** What stands between white space, as it is. */
export const readAsPrinted: WordReading = (text) => text.split(/\s+/).filter((word) => word !== '');

/** The same in lower case, without the punctuation at a word's ends. */
export const readPlainly: WordReading = (text) =>
  readAsPrinted(text.toLowerCase())
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');

/**
 * Distinct runs of four words as text, by other means than the comparison's own. A text of fewer words is one run.
 */
export function listRuns(text: string, read: WordReading = readPlainly): Set<string> {
  const words = read(text);
  const runs = new Set<string>();
  if (words.length > 0 && words.length < 4) runs.add(words.join(' '));
  for (let i = 0; i + 4 <= words.length; i += 1) runs.add(words.slice(i, i + 4).join(' '));
  return runs;
}

/** The largest part of a text's runs that stands in one of the others, and in which; 0 for a text without words. */
export function findMostHeld(
  runs: ReadonlySet<string>,
  others: readonly ReadonlySet<string>[],
): { readonly part: number; readonly at: number } {
  let most = { part: 0, at: -1 };
  others.forEach((other, at) => {
    let held = 0;
    for (const run of runs) if (other.has(run)) held += 1;
    const part = runs.size === 0 ? 0 : held / runs.size;
    if (part > most.part) most = { part, at };
  });
  return most;
}
