import { assertNever } from './assert-never.ts';
import type { ChangeCounts, TextCount } from './change-counts.ts';
import type { Pair } from './comparison.ts';
import type { ChangeChoice } from './comparison-filter.ts';
import {
  type ComparedReport,
  type ComparisonView,
  findSection,
  isWithItself,
  isWithinEdition,
  listPassages,
  passageAddress,
  type Side,
  type TopicChanges,
} from './comparison-view.ts';
import { listPairCorrections } from './corrected-comparison.ts';
import type { Section } from './section.ts';

/** As a reader reads them. */
export const CHANGE_WORDS: Readonly<Record<ChangeChoice, string>> = {
  same: 'Kept',
  edited: 'Reworded',
  added: 'Added',
  removed: 'Removed',
  moved: 'Moved',
};

/** Said where a comparison is shown: what the words and numbers mean. */
export const HOW_TO_READ = [
  'Kept: word for word the same, punctuation included. Reworded: at least one statement is carried over; split and merged passages are among them. Removed: no passage of the newer report carries any of it over, as far as words show. Added: likewise, of the older report. Moved is said besides, of what was kept or reworded and stands elsewhere.',
  '“87% alike” is the part of the words of both sides that both have in the same order. A program pairs the passages, and it reads words, not meaning: a statement written anew in other words is removed and added, and one word may turn a sentence into its opposite. Both texts stand beside each other so that anybody can check; read the pair before you quote it.',
] as const;

/** From this likeness on, a passage that remains may speak of the same matter; below, the words are common ones. */
export const WORTH_QUOTING = 0.2;

/** "Mali: 2023 and 2024 compared" */
export function describeTitle(view: ComparisonView): string {
  const { area, left, right } = view;
  if (!isWithinEdition(view)) return `${area.name}: ${left.edition.year} and ${right.edition.year} compared`;
  return isWithItself(view)
    ? `${area.name}: ${left.edition.year} compared with itself`
    : `${area.name}: two versions of ${left.edition.year} compared`;
}

/** "Mali: removed between 2023 and 2024" */
export function describeRemovedTitle(view: ComparisonView): string {
  return isWithItself(view)
    ? describeTitle(view)
    : `${view.area.name}: removed between ${nameSide(view, 'left')} and ${nameSide(view, 'right')}`;
}

/** How much was removed, in a sentence, then how much still stands. */
export function describeRemoved(view: ComparisonView): string {
  const { removed } = view.counts;
  return isWithItself(view)
    ? `${describeKept(view)} Nothing can have been removed.`
    : `${describeCount(removed.passages, 'passage')} of ${nameReport(view, 'left')} with ${describeCount(removed.words, 'word')} ${removed.passages === 1 ? 'was' : 'were'} looked for in the whole of ${nameReport(view, 'right')} and not found. ${describeKept(view)}`;
}

/** "2023", or "2023, version 0123456789ab" where the year alone would not tell. */
export function nameSide(view: ComparisonView, side: Side): string {
  const { edition, head } = view[side];
  return isWithinEdition(view) ? `${edition.year}, version ${head.version}` : String(edition.year);
}

/** "the 2024 report" */
export function nameReport(view: Pick<ComparisonView, 'left' | 'right'>, side: Side): string {
  const { edition, head } = view[side];
  return isWithinEdition(view)
    ? `version ${head.version} of the ${edition.year} report`
    : `the ${edition.year} report`;
}

/** The topic as a heading, "Torture and cruel treatment". */
export function nameTopic({ topic }: Pick<TopicChanges, 'topic'>): string {
  return topic?.label ?? 'Under headings without a topic';
}

/** `87%`; never 100% for what is not the same, nor 0% for what has something in common. */
export function formatScore(score: number): string {
  const percent = Math.round(score * 100);
  if (score > 0 && percent === 0) return 'under 1%';
  return `${score < 1 && percent === 100 ? 99 : percent}%`;
}

/** "Reworded, 87% alike; split into 2 passages; moved from section 1.c to section 3.a" */
export function describePair(view: ComparisonView, pair: Pair): string {
  const parts = [
    pair.change === 'edited' && pair.difference !== null
      ? `${CHANGE_WORDS.edited}, ${formatScore(pair.score)} alike`
      : CHANGE_WORDS[pair.change],
    ...describeShape(pair),
    ...describeMove(view, pair),
    ...(listPairCorrections(view, pair).length > 0 ? ['corrected by a reader'] : []),
  ];
  return parts.join('; ');
}

function describeShape({ shape, left, right }: Pair): string[] {
  switch (shape) {
    case 'single':
      return [];
    case 'split':
      return [`split into ${right.length} passages`];
    case 'merge':
      return [`${left.length} passages merged into one`];
    case 'regrouped':
      return [`${left.length} passages regrouped as ${right.length}`];
    default:
      return assertNever(shape);
  }
}

function describeMove(view: ComparisonView, pair: Pair): string[] {
  switch (pair.moved) {
    case null:
      return [];
    case 'order':
      return ['moved to another place in its section'];
    case 'section': {
      const [older] = listPassages(view, pair, 'left');
      const [newer] = listPassages(view, pair, 'right');
      if (older === undefined || newer === undefined) return ['moved'];
      const from = nameSection(findSection(view.left, older));
      return [`moved from “${from}” to “${nameSection(findSection(view.right, newer))}”`];
    }
    default:
      return assertNever(pair.moved);
  }
}

/** "c. Torture and Other Cruel Treatment": a heading as printed, or ours in square brackets. */
export function nameSection(section: Section | null): string {
  if (section === null) return '';
  return section.printed === '' ? `[${section.heading}]` : section.printed;
}

/** What can be said of a removed passage: where it was looked for, what comes nearest, what the topic still has. */
export interface AbsenceNotes {
  readonly looked: string;
  readonly nearest: string;
  readonly topics: readonly string[];
}

export function describeAbsence(view: ComparisonView, { absence }: Pair): AbsenceNotes {
  const report = nameReport(view, 'right');
  const labelOf = (topic: string): string => view.topicLabels.get(topic) ?? topic;
  return {
    looked:
      view.right.passages.length === 0
        ? `Not found: ${report} has no passage at all.`
        : `Looked for in ${describeAll(view.right)} of ${report}, and not found.`,
    nearest: describeNearest(view, absence?.nearest ?? null),
    topics: [
      ...(absence?.topicsWithText ?? []).map(
        (topic) => `On the same topic, ${labelOf(topic)}, ${report} still has text.`,
      ),
      ...(absence?.topicsWithout ?? []).map(
        (topic) => `Under a heading on the same topic, ${labelOf(topic)}, ${report} has no text.`,
      ),
    ],
  };
}

/** Said where not even a common word stands in both. */
export const NOTHING_NEAR = 'No passage that remains is like it at all.';

function describeNearest(
  view: ComparisonView,
  nearest: { readonly order: number; readonly score: number } | null,
): string {
  const passage = nearest === null ? undefined : view.right.passages[nearest.order - 1];
  if (nearest === null || passage === undefined || nearest.score === 0) return NOTHING_NEAR;
  const address = passageAddress(view, 'right', passage);
  return `The nearest passage that remains is ${address}, ${formatScore(nearest.score)} alike${nearest.score < WORTH_QUOTING ? ': little more than common words' : ''}.`;
}

function describeAll({ passages, head }: ComparedReport): string {
  return passages.length === 1
    ? `the one passage (${describeCount(head.passageWords, 'word')})`
    : `all ${describeCount(passages.length, 'passage')} (${describeCount(head.passageWords, 'word')})`;
}

/** One line of the summary: what became of how much. */
export interface CountLine {
  readonly choice: ChangeChoice;
  readonly label: string;
  readonly count: TextCount;
  readonly note: string | null;
}

/** The summary's lines, in the order of the older report's fate, then what is new. */
export function listCounts({ same, edited, moved, removed, added }: ChangeCounts): readonly CountLine[] {
  const gone = edited.left.words - edited.wordsKept;
  const fresh = edited.right.words - edited.wordsKept;
  const line = (choice: ChangeChoice, count: TextCount, note: string | null): CountLine => ({
    choice,
    label: CHANGE_WORDS[choice],
    count,
    note,
  });
  return [
    line('same', same.left, 'word for word'),
    line(
      'edited',
      edited.left,
      edited.left.passages === 0
        ? null
        : `${describeCount(edited.wordsKept, 'word')} of them still stand, ${formatNumber(gone)} are gone, ${formatNumber(fresh)} are new`,
    ),
    line('removed', removed, null),
    line('added', added, null),
    line('moved', moved, 'counted among the kept and the reworded'),
  ];
}

/** "Of 8,218 words of the 2023 report 1,907 (23%) still stand in the 2024 report." */
export function describeKept(view: ComparisonView): string {
  const { left, wordsKept } = view.counts;
  const subject = view.narrowedTo === null ? '' : ' on these topics';
  if (left.words === 0) return `${capitalise(nameReport(view, 'left'))} has no text${subject}.`;
  if (isWithItself(view))
    return `Both sides are the same report: all ${describeCount(left.words, 'word')}${subject} stand in both.`;
  return `Of ${describeCount(left.words, 'word')} of ${nameReport(view, 'left')}${subject}, ${formatNumber(wordsKept)} (${formatScore(wordsKept / left.words)}) still stand in ${nameReport(view, 'right')}.`;
}

/** "1 word", "2,333 words" */
export function describeCount(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function formatNumber(number: number): string {
  return number.toLocaleString('en-US');
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
