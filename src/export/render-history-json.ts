import { ABSENCE_NOTE } from '../domain/absence-note.ts';
import { formatAddress } from '../domain/address.ts';
import { describeHistoryTitle, describeLife, describeStep } from '../domain/describe-history.ts';
import { formAddress, type HistoryForm, hasEnded, type PassageHistory } from '../domain/passage-history.ts';
import { WHAT_A_HISTORY_IS } from './history-front-matter.ts';
import { reportToJson } from './report-json.ts';

/**
 * One JSON object. `change` of a form is `first`, `same` or `edited`, seen from the form before; offsets in
 * `difference` are UTF-16 code units of the text of the form before and of this one.
 */
export function renderHistoryJson(history: PassageHistory): string {
  const { area, forms, asked, place, held, gaps, olderVersion, library } = history;
  const form = forms[asked];
  return `${JSON.stringify({
    about: WHAT_A_HISTORY_IS,
    title: describeHistoryTitle(history),
    note: ABSENCE_NOTE,
    library: { version: library.version, reports: library.reports },
    area: { id: area.id, name: area.name },
    address: form === undefined ? null : formAddress(form),
    askedInOlderVersion:
      olderVersion === null
        ? null
        : {
            address: formatAddress(olderVersion.address),
            same: olderVersion.same,
            score: olderVersion.score,
          },
    first: place.first,
    since: place.since,
    editionsUnchanged: place.editionsUnchanged,
    last: place.last,
    ended: hasEnded(history),
    held,
    gaps: gaps.map(({ edition, reason }) => ({ edition, reason })),
    says: describeLife(history),
    forms: forms.map((one, i) => describeForm(history, one, i)),
  })}\n`;
}

function describeForm(history: PassageHistory, form: HistoryForm, index: number): object {
  const { head, edition, section, passage, step } = form;
  return {
    edition: head.edition,
    address: formAddress(form),
    version: head.version,
    change: step === null ? 'first' : step.same ? 'same' : 'edited',
    moved: step?.moved ?? null,
    absentFrom: step?.absent ?? [],
    score: step?.score ?? null,
    says: describeStep(history, index),
    difference:
      step === null || step.difference === null
        ? null
        : {
            wordsKept: step.difference.kept,
            wordsRemoved: step.difference.removed,
            wordsAdded: step.difference.added,
            pieces: step.difference.pieces,
          },
    alsoFrom: step?.alsoFrom ?? [],
    alsoInto: step?.alsoInto ?? [],
    section: section.key,
    heading: section.heading,
    text: passage.text,
    words: passage.words,
    digest: passage.digest,
    topics: passage.topics,
    report: reportToJson(head, edition),
  };
}
