import type { ReportText } from '../../domain/comparison.ts';
import { type Correction, isStanding, type ResolvedCorrection } from '../../domain/correction.ts';
import type { Passage } from '../../domain/passage.ts';

type Text = Pick<ReportText, 'edition' | 'area' | 'version' | 'passages'>;

/** The standing corrections of which both texts stand in these reports, with where they stand in them. */
export function resolveCorrections(
  corrections: readonly Correction[],
  left: Text,
  right: Text,
): readonly ResolvedCorrection[] {
  const asked = corrections.filter(
    (one) => isStanding(one) && isAbout(one.left, left) && isAbout(one.right, right),
  );
  // A version beside itself is the same throughout, whatever was said of two versions.
  if (asked.length === 0 || (left.edition === right.edition && left.version === right.version)) return [];
  return asked.flatMap((correction) => {
    const older = findCopy(left.passages, correction.left);
    const newer = findCopy(right.passages, correction.right);
    return older === null || newer === null
      ? []
      : { kind: correction.kind, left: older.order, right: newer.order, correction };
  });
}

function isAbout(passage: Correction['left'], { edition, area }: Text): boolean {
  return passage.edition === edition && passage.area === area;
}

/** The passage with this text; of several with the same, the one that was meant. */
export function findCopy<P extends Pick<Passage, 'digest'>>(
  passages: readonly P[],
  { digest, copy }: Pick<Correction['left'], 'digest' | 'copy'>,
): P | null {
  return passages.filter((passage) => passage.digest === digest)[copy - 1] ?? null;
}
