import type { Change, Comparison, Pair } from './comparison.ts';
import type { ComparisonView } from './comparison-view.ts';
import { formatMoment, nameJudged, type ResolvedCorrection } from './correction.ts';
import { CHANGE_WORDS, formatScore, nameReport } from './describe-pair.ts';

/** What the program alone makes of the two passages of a correction. */
export interface AutomaticFate {
  /** Its link between the two, or null. */
  readonly together: { readonly same: boolean; readonly score: number } | null;
  readonly left: Change;
  readonly right: Change;
}

export interface AppliedCorrection extends ResolvedCorrection {
  readonly automatic: AutomaticFate;
}

/** The corrections that apply to two reports. */
export interface ComparisonCorrections {
  readonly applied: readonly AppliedCorrection[];
  /** False: the automatic result is shown, as if there were none. */
  readonly used: boolean;
}

export const NO_CORRECTIONS: ComparisonCorrections = { applied: [], used: true };

export function applyToAutomatic(
  resolved: readonly ResolvedCorrection[],
  automatic: Comparison,
): readonly AppliedCorrection[] {
  return resolved.map((one) => {
    const left = automatic.pairs.find((pair) => pair.left.includes(one.left));
    const right = automatic.pairs.find((pair) => pair.right.includes(one.right));
    const link = left?.links.find((each) => each.left === one.left && each.right === one.right);
    return {
      ...one,
      automatic: {
        together: link === undefined ? null : { same: link.same, score: link.score },
        left: left?.change ?? 'removed',
        right: right?.change ?? 'added',
      },
    };
  });
}

/** Those that speak of a passage of the pair; none where the automatic result is shown. */
export function listPairCorrections(
  { corrections }: Pick<ComparisonView, 'corrections'>,
  pair: Pick<Pair, 'left' | 'right'>,
): readonly AppliedCorrection[] {
  if (!corrections.used || corrections.applied.length === 0) return [];
  return corrections.applied.filter(
    ({ left, right }) => pair.left.includes(left) || pair.right.includes(right),
  );
}

/** "Corrected by Ada Quill, 2026-01-02, 03:04 UTC: 2021/vel#1.c:1 and 2024/vel#3:1 belong together. Automatically: …" */
export function describeApplied(
  view: Pick<ComparisonView, 'left' | 'right'>,
  { correction, automatic }: AppliedCorrection,
): string {
  const { kind, by, at, note } = correction;
  const [left, right] = nameJudged(correction);
  const said =
    kind === 'pair' ? `${left} and ${right} belong together` : `${left} and ${right} do not belong together`;
  return `Corrected by ${by}, ${formatMoment(at)}: ${said}. Automatically: ${describeFate(view, automatic)}.${note === null ? '' : ` Note: ${note}`}`;
}

function describeFate(
  view: Pick<ComparisonView, 'left' | 'right'>,
  { together, left, right }: AutomaticFate,
): string {
  if (together !== null)
    return together.same
      ? 'paired as word for word the same'
      : `paired as reworded, ${formatScore(together.score)} alike`;
  const fate = (change: Change): string =>
    change === 'removed' || change === 'added'
      ? CHANGE_WORDS[change].toLowerCase()
      : `${CHANGE_WORDS[change].toLowerCase()}, with another passage`;
  return `not paired; in ${nameReport(view, 'left')} ${fate(left)}; in ${nameReport(view, 'right')} ${fate(right)}`;
}

/** "2 corrections by readers are used." Null if none applies. */
export function describeUse({ corrections }: Pick<ComparisonView, 'corrections'>): string | null {
  const { applied, used } = corrections;
  if (applied.length === 0) return null;
  const count = `${applied.length} ${applied.length === 1 ? 'correction' : 'corrections'} by readers`;
  const verb = applied.length === 1 ? 'is' : 'are';
  return used ? `${count} ${verb} used.` : `${count} ${verb} left out: this is the automatic result.`;
}
