import { ABSENCE_NOTE } from './absence-note.ts';
import { describeHistoryGaps } from './describe-history.ts';
import { describeCount } from './describe-pair.ts';
import type { LastReported } from './passage-history.ts';
import { describeYears } from './selection.ts';

/** "Mali: last reported", with the topics it was narrowed to. */
export function describeLastReportedTitle({ area, narrowedTo }: LastReported): string {
  const topics = narrowedTo === null ? '' : ` (${narrowedTo.map(({ label }) => label).join('; ')})`;
  return `${area.name}: last reported${topics}`;
}

/** What it comes to, in a sentence. */
export function describeLastReported({ held, editions, narrowedTo, lastText }: LastReported): string {
  const [oldest, newest] = [held[0], held.at(-1)];
  const on = narrowedTo === null ? '' : ' on these topics';
  const years = describeYears(held);
  if (lastText === null)
    return `No edition held (${years}) has text under a heading${on === '' ? '' : `${on} or narrower ones`}.`;
  if (held.length < 2) return `Only the edition of ${oldest} is held: there is none after it to look in.`;
  const passages = editions.reduce((sum, one) => sum + one.passages, 0);
  const words = editions.reduce((sum, one) => sum + one.words, 0);
  return passages === 0
    ? `Every passage${on} of the editions held (${years}) was found again in the newest one, ${newest}.`
    : `${describeCount(passages, 'passage')}${on} with ${describeCount(words, 'word')} of the editions held (${years}) ${passages === 1 ? 'was' : 'were'} looked for in the edition after and not found.`;
}

/** What has to be said besides, in every format. */
export function listLastReportedNotes(found: LastReported): readonly string[] {
  const { held, library } = found;
  return [
    ABSENCE_NOTE,
    `Editions held: ${describeYears(held)}.`,
    ...describeHistoryGaps(found),
    `Library version ${library.version}.`,
  ];
}
