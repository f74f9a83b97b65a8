import { stringify } from 'csv-stringify/sync';
import { ABSENCE_NOTE } from '../domain/absence-note.ts';
import { describeStep } from '../domain/describe-history.ts';
import { formAddress, hasEnded, type PassageHistory } from '../domain/passage-history.ts';

/** The columns, in order. */
export const HISTORY_COLUMNS = [
  'edition',
  'area',
  'area_name',
  'address',
  'heading',
  'change',
  'moved',
  'score',
  'words_kept',
  'words_removed',
  'words_added',
  'says',
  'also_from',
  'also_into',
  'text',
  'words',
  'digest',
  'version',
  'official_address',
  'captured_at',
  'sha256',
  'note',
] as const;

/** A table as RFC 4180 has it, a row a form, the oldest first; an edition that is not held is a row with a note. */
export function renderHistoryCsv(history: PassageHistory): string {
  const { forms, area } = history;
  const rows = forms.map((form, i) => {
    const { head, section, passage, step } = form;
    const difference = step?.difference ?? null;
    return [
      String(head.edition),
      area.id,
      head.areaName,
      formAddress(form),
      section.heading,
      step === null ? 'first' : step.same ? 'same' : 'edited',
      step?.moved ?? '',
      step === null ? '' : String(Math.round(step.score * 10_000) / 10_000),
      difference === null ? '' : String(difference.kept),
      difference === null ? '' : String(difference.removed),
      difference === null ? '' : String(difference.added),
      describeStep(history, i),
      (step?.alsoFrom ?? []).join(';'),
      (step?.alsoInto ?? []).join(';'),
      passage.text,
      String(passage.words),
      passage.digest,
      head.version,
      head.provenance.address,
      head.provenance.capturedAt ?? '',
      head.provenance.sha256,
      describeAbsence(history, i),
    ];
  });
  const gaps = history.gaps.map(({ edition, reason }) => [
    String(edition),
    area.id,
    ...HISTORY_COLUMNS.slice(2, -1).map(() => ''),
    reason === 'not-published' ? 'No report was published.' : 'Published, but not held: not looked at.',
  ]);
  const all = [...rows, ...gaps].sort((one, other) => Number(one[0]) - Number(other[0]));
  // Left to itself it quotes only the line ending it writes, not a lone line feed.
  return stringify([[...HISTORY_COLUMNS], ...all], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}

/** Where editions held beside a form lack the passage: before it, or after the last. */
function describeAbsence(history: PassageHistory, index: number): string {
  const { forms, held } = history;
  const form = forms[index];
  const isNew = form?.step === null && form.head.edition !== held[0];
  const isBack = (form?.step?.absent ?? []).length > 0;
  const isLast = index === forms.length - 1 && hasEnded(history);
  return [
    ...(isLast ? ['Not found in the next edition held.'] : []),
    ...(isNew || isBack || isLast ? [ABSENCE_NOTE] : []),
  ].join(' ');
}
