import { formatMoment, KIND_WORDS, nameJudged } from '../domain/correction.ts';
import { type CorrectionList, type ListedCorrection, STATE_WORDS } from '../domain/correction-list.ts';

/** Corrections as text, one after the other. */
export function describeCorrections({ corrections }: CorrectionList): string {
  return corrections.map(describeOne).join('\n');
}

function describeOne({ correction, state, reason }: ListedCorrection): string {
  const { id, kind, by, at, note, withdrawn } = correction;
  const [left, right] = nameJudged(correction);
  const lines = [
    `${id}  ${left} ${KIND_WORDS[kind]} ${kind === 'pair' ? 'with' : 'from'} ${right}`,
    `  by ${by}, ${formatMoment(at)}; ${STATE_WORDS[state]}${reason === null ? '' : `: ${reason}`}`,
  ];
  if (note !== null) lines.push(`  note: ${note}`);
  if (withdrawn !== null) lines.push(`  withdrawn by ${withdrawn.by}, ${formatMoment(withdrawn.at)}`);
  return `${lines.join('\n')}\n`;
}
