import { formatAddress, formatReportId } from '../domain/address.ts';
import type { Correction, JudgedPassage } from '../domain/correction.ts';
import {
  type CorrectionList,
  describeListTitle,
  type ListedCorrection,
  WHAT_CORRECTIONS_ARE,
} from '../domain/correction-list.ts';
import type { DataTable } from './render-table.ts';

/** Corrections as data, the withdrawn ones too. The JSON can be brought into another library. */
export function tabulateCorrections(list: CorrectionList): DataTable {
  const title = describeListTitle(list);
  return {
    title,
    notes: [WHAT_CORRECTIONS_ARE, `Library version: ${list.library.version}.`],
    json: {
      about: WHAT_CORRECTIONS_ARE,
      title,
      library: { version: list.library.version },
      area: list.area?.id ?? null,
      editions: list.editions,
      corrections: list.corrections.map(correctionToJson),
    },
    columns: [
      'id',
      'kind',
      'left',
      'right',
      'by',
      'at',
      'note',
      'state',
      'reason',
      'withdrawn_by',
      'withdrawn_at',
      'left_now',
      'right_now',
      'left_digest',
      'left_copy',
      'right_digest',
      'right_copy',
    ],
    rows: list.corrections.map(toRow),
  };
}

function toRow({ correction, state, reason, now }: ListedCorrection): (string | number | null)[] {
  const { id, kind, left, right, by, at, note, withdrawn } = correction;
  return [
    id,
    kind,
    nameVersion(left),
    nameVersion(right),
    by,
    at,
    note,
    state,
    reason,
    withdrawn?.by ?? null,
    withdrawn?.at ?? null,
    now === null ? null : formatAddress(now.left),
    now === null ? null : formatAddress(now.right),
    left.digest,
    left.copy,
    right.digest,
    right.copy,
  ];
}

/** The address with the version in which it was judged. */
function nameVersion({ edition, area, version, section, passage }: JudgedPassage): string {
  return formatAddress({ edition, area, version, section, passage });
}

function correctionToJson({ correction, state, reason, now }: ListedCorrection): object {
  const { id, kind, left, right, by, at, note, withdrawn } = correction;
  return {
    id,
    kind,
    left: judgedToJson(left),
    right: judgedToJson(right),
    by,
    at,
    note,
    withdrawn,
    state,
    reason,
    leftNow: now === null ? null : formatAddress(now.left),
    rightNow: now === null ? null : formatAddress(now.right),
  };
}

function judgedToJson(judged: Correction['left']): object {
  return {
    report: formatReportId(judged),
    address: nameVersion(judged),
    digest: judged.digest,
    copy: judged.copy,
  };
}
