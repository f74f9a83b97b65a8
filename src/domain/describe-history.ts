import { formatAddress } from './address.ts';
import { type Correction, formatMoment, KIND_WORDS, nameJudged } from './correction.ts';
import { describeCount, formatScore, nameSection } from './describe-pair.ts';
import { formAddress, type HistoryForm, hasEnded, type PassageHistory } from './passage-history.ts';
import type { GapReason } from './publication.ts';
import { describeYears } from './selection.ts';

/** "History of 2021/mli#1.c:4" */
export function describeHistoryTitle(history: PassageHistory): string {
  const form = history.forms[history.asked];
  return form === undefined ? 'History' : `History of ${formAddress(form)}`;
}

/** What a history is made of; said in every format. */
export const HOW_HISTORIES_ARE_MADE =
  'Each edition held is compared with the next one held, and every passage followed to the passage that is most its later form; one that an edition lacks is followed on where a later one has it again, nearly word for word. A program pairs them; every form is quoted and cited so that anybody can check.';

/** First seen, how long unchanged, when reworded or moved, last seen: a sentence each. */
export function describeLife(history: PassageHistory): readonly string[] {
  return [
    ...describeAsked(history),
    describeFirst(history),
    describeUnchanged(history),
    ...describeChanges(history),
    describeLast(history),
    ...history.corrections.map(describeFollowed),
  ];
}

/** How a form came out of the one before: "Reworded, 87% alike; moved from “…” to “…”". */
export function describeStep(history: PassageHistory, index: number): string {
  const form = history.forms[index];
  const before = history.forms[index - 1];
  if (form === undefined) return '';
  if (before === undefined || form.step === null)
    return form.head.edition === history.held[0] ? 'In the oldest edition held' : 'First reported';
  const { same, score, moved, absent } = form.step;
  const likeness = same ? 'word for word the same' : `reworded, ${formatScore(score)} alike`;
  const parts = [
    absent.length === 0
      ? `${likeness[0]?.toUpperCase()}${likeness.slice(1)}`
      : `Left out of ${describeYears(absent)} and reported again, ${likeness}`,
  ];
  if (moved === 'section')
    parts.push(`moved from “${nameSection(before.section)}” to “${nameSection(form.section)}”`);
  if (moved === 'order') parts.push('moved to another place in its section');
  return parts.join('; ');
}

/** What a step does not show of split and merged passages, a sentence each. */
export function describeRelatives({ step }: HistoryForm): readonly string[] {
  if (step === null) return [];
  return [
    ...(step.alsoFrom.length === 0 ? [] : [`It also has words of ${step.alsoFrom.join(', ')}.`]),
    ...(step.alsoInto.length === 0
      ? []
      : [`Words of the form before also stand in ${step.alsoInto.join(', ')}.`]),
  ];
}

/** The editions that were not looked at, and what that means. */
export function describeHistoryGaps({ gaps }: Pick<PassageHistory, 'gaps'>): readonly string[] {
  const yearsOf = (wanted: GapReason): number[] =>
    gaps.filter(({ reason }) => reason === wanted).map(({ edition }) => edition);
  const [notHeld, notPublished] = [yearsOf('published-not-held'), yearsOf('not-published')];
  return [
    ...(notHeld.length === 0
      ? []
      : [
          `Published, but not held here, and so not looked at: ${describeYears(notHeld)}. What first stands or last stands beside such an edition may have come or gone in it.`,
        ]),
    ...(notPublished.length === 0 ? [] : [`No report was published in: ${describeYears(notPublished)}.`]),
  ];
}

function describeFollowed(correction: Correction): string {
  const { kind, by, at } = correction;
  const [left, right] = nameJudged(correction);
  return `Corrected by a reader, which this history follows: ${by}, ${formatMoment(at)}, ${KIND_WORDS[kind]} ${left} ${kind === 'pair' ? 'with' : 'from'} ${right}.`;
}

function describeAsked({ olderVersion, forms, asked }: PassageHistory): string[] {
  const form = forms[asked];
  if (olderVersion === null || form === undefined) return [];
  const likeness = olderVersion.same ? 'word for word the same' : `${formatScore(olderVersion.score)} alike`;
  return [
    `Asked for as ${formatAddress(olderVersion.address)}, in an older version of the text. Histories follow the newest versions held: there it is ${formAddress(form)}, ${likeness}.`,
  ];
}

function describeFirst({ forms, held }: PassageHistory): string {
  const first = forms[0]?.head.edition ?? 0;
  return first === held[0]
    ? `It stands in the oldest edition held, ${first}; what was reported before is not known here.`
    : `First reported, of the editions held, in ${first}.`;
}

function describeUnchanged({ forms, asked }: PassageHistory): string {
  let from = asked;
  while (from > 0 && forms[from]?.step?.same === true) from -= 1;
  let to = asked;
  while (forms[to + 1]?.step?.same === true) to += 1;
  const years = forms.slice(from, to + 1).map(({ head }) => head.edition);
  const year = forms[asked]?.head.edition ?? 0;
  return years.length === 1
    ? `In the words of ${year} it stands in no other edition held.`
    : `In the words of ${year} it stands in ${describeCount(years.length, 'edition')} held: ${describeYears(years)}.`;
}

function describeChanges({ forms }: PassageHistory): string[] {
  const yearsOf = (wanted: (form: HistoryForm) => boolean): number[] =>
    forms.filter(wanted).map(({ head }) => head.edition);
  const reworded = yearsOf(({ step }) => step !== null && !step.same);
  const moved = yearsOf(({ step }) => step !== null && step.moved !== null);
  return [
    ...forms.flatMap(({ head, step }) =>
      step === null || step.absent.length === 0
        ? []
        : [`Left out of ${describeYears(step.absent)}; reported again in ${head.edition}.`],
    ),
    ...(reworded.length === 0 ? [] : [`Reworded in ${listYears(reworded)}.`]),
    ...(moved.length === 0 ? [] : [`Moved in ${listYears(moved)}.`]),
  ];
}

function describeLast(history: PassageHistory): string {
  const { forms, held } = history;
  const last = forms.at(-1)?.head.edition ?? 0;
  if (!hasEnded(history)) return `It stands in the newest edition held, ${last}.`;
  const next = held.find((year) => year > last) ?? 0;
  return `Last reported in ${last}: it was looked for in the whole ${next} report, the next one held, and not found.`;
}

/** "2018, 2020 and 2024" */
function listYears(years: readonly number[]): string {
  return years.length < 2
    ? years.join('')
    : `${years.slice(0, -1).join(', ')} and ${years[years.length - 1]}`;
}
