import type { PassageLink, ReportText } from '../../src/domain/comparison.ts';
import type { Passage } from '../../src/domain/passage.ts';
import { withPassages } from './report-text.ts';
import { findMostHeld, listRuns } from './word-runs.ts';

/** What was done to a passage. */
export type Fate = 'kept' | 'deleted' | 'moved' | 'reworded' | 'split' | 'merged' | 'reordered';

/** A report, the same report reworked, and what a comparison of the two must find. */
export interface Rework {
  readonly left: ReportText;
  readonly right: ReportText;
  /** By the order of the left passage. */
  readonly fates: ReadonlyMap<number, Fate>;
  /** Orders of passages of either side that belong together. */
  readonly links: readonly Pick<PassageLink, 'left' | 'right'>[];
  /** Orders, in the right report, of passages put in from another report. */
  readonly distractors: readonly number[];
}

type Draft = Pick<Passage, 'section' | 'text' | 'topics' | 'label'> & { readonly from: readonly number[] };

/** Shorter passages are not reworded: of three words half may be none that is recognisable. */
const LEAST_WORDS = 6;

/**
 * Deletes, moves, rewords, splits, merges and reorders passages of a report, and puts in others. What would stand
 * twice anyway is neither deleted nor put in, for then no right answer is known.
 * @param share the part of a reworded passage's words that are replaced, followed by another or deleted
 */
export function reworkReport(
  left: ReportText,
  neighbour: ReportText,
  share: number,
  random: () => number,
): Rework {
  const runs = left.passages.map(({ text }) => listRuns(text));
  const words = left.passages.flatMap(({ text }) => text.split(' '));
  const fates = new Map<number, Fate>();
  const drafts: Draft[] = [];
  for (let i = 0; i < left.passages.length; i += 1) {
    const passage = left.passages[i];
    if (passage === undefined) continue;
    const next = left.passages[i + 1];
    const draft: Draft = { ...passage, from: [passage.order] };
    const chance = random();
    const isUnique =
      findMostHeld(
        runs[i] ?? new Set(),
        runs.filter((_, j) => j !== i),
      ).part < 0.4;
    const add = (fate: Fate, ...some: Draft[]): void => {
      fates.set(passage.order, fate);
      drafts.push(...some);
    };
    if (chance < 0.1 && isUnique) fates.set(passage.order, 'deleted');
    else if (chance < 0.16 && passage.words >= LEAST_WORDS) add('moved', moveDraft(draft, left, random));
    else if (chance < 0.22 && passage.words >= 4 * LEAST_WORDS && isUnique)
      add('split', ...splitDraft(draft));
    else if (chance < 0.28 && next !== undefined && next.section === passage.section && isUnique) {
      add('merged', { ...draft, text: `${passage.text} ${next.text}`, from: [passage.order, next.order] });
      fates.set(next.order, 'merged');
      i += 1;
    } else if (chance < 0.33 && next !== undefined && next.section === passage.section) {
      add('reordered', { ...next, from: [next.order] }, draft);
      fates.set(next.order, 'reordered');
      i += 1;
    } else if (chance < 0.8 && passage.words >= LEAST_WORDS) {
      add('reworded', { ...draft, text: rewordText(passage.text, words, share, random) });
    } else add('kept', draft);
  }
  const strangers = pickStrangers(neighbour, left, runs, random);
  const right = withPassages(left, [...drafts, ...strangers]);
  // The same drafts in the same order: section by section.
  const inOrder = left.sections.flatMap(({ key }) =>
    [...drafts, ...strangers].filter(({ section }) => section === key),
  );
  return {
    left,
    right,
    fates,
    links: inOrder.flatMap(({ from }, i) => from.map((order) => ({ left: order, right: i + 1 }))),
    distractors: inOrder.flatMap(({ from }, i) => (from.length === 0 ? [i + 1] : [])),
  };
}

function moveDraft(draft: Draft, { passages }: ReportText, random: () => number): Draft {
  const others = passages.filter(
    ({ section, topics }) => section !== draft.section && topics[0] !== draft.topics[0],
  );
  const target = others[Math.floor(random() * others.length)];
  return target === undefined ? draft : { ...draft, section: target.section, topics: target.topics };
}

function splitDraft(draft: Draft): Draft[] {
  const words = draft.text.split(' ');
  // At the end of a sentence near the middle, else in the middle.
  const middle = words.length / 2;
  let cut = Math.floor(middle);
  words.forEach((word, i) => {
    const isEnd = /[.!?]$/.test(word) && i > words.length / 4 && i < (3 * words.length) / 4;
    if (isEnd && (!/[.!?]$/.test(words[cut - 1] ?? '') || Math.abs(i + 1 - middle) < Math.abs(cut - middle)))
      cut = i + 1;
  });
  return [
    { ...draft, text: words.slice(0, cut).join(' ') },
    { ...draft, text: words.slice(cut).join(' '), label: null },
  ];
}

/** Replaces, inserts and deletes words, a third of the share each, with words of the same report. */
export function rewordText(
  text: string,
  vocabulary: readonly string[],
  share: number,
  random: () => number,
): string {
  const words = text.split(' ');
  const chosen = new Set<number>();
  while (chosen.size < Math.round(words.length * share)) chosen.add(Math.floor(random() * words.length));
  const anyWord = (): string => vocabulary[Math.floor(random() * vocabulary.length)] ?? '';
  return words
    .flatMap((word, i) => {
      if (!chosen.has(i)) return [word];
      const way = random();
      return way < 1 / 3 ? [anyWord()] : way < 2 / 3 ? [word, anyWord()] : [];
    })
    .join(' ');
}

function pickStrangers(
  neighbour: ReportText,
  left: ReportText,
  runs: readonly ReadonlySet<string>[],
  random: () => number,
): Draft[] {
  return neighbour.passages.flatMap((passage): Draft[] => {
    if (random() >= 0.1) return [];
    // Under a label that the report has too, it would rightly be taken for what became of that passage.
    if (passage.label !== null && left.passages.some(({ label }) => label === passage.label)) return [];
    const own = listRuns(passage.text);
    if (findMostHeld(own, runs).part >= 0.4 || runs.some((other) => findMostHeld(other, [own]).part >= 0.4))
      return [];
    const fellow =
      left.passages.find(({ topics }) => topics.some((topic) => passage.topics.includes(topic))) ??
      left.passages[0];
    return fellow === undefined
      ? []
      : [{ ...passage, section: fellow.section, topics: fellow.topics, from: [] }];
  });
}
