import type { AreaId } from '../../domain/area.ts';
import { type Correction, isStanding } from '../../domain/correction.ts';
import type { ReportId } from '../../domain/report.ts';
import type { Store } from '../../store/store.ts';
import { fingerprintCorrections } from './fingerprint-corrections.ts';

/** What readers said and did not take back. @param area null: of all areas */
export async function listStanding(store: Store, area: AreaId | null): Promise<readonly Correction[]> {
  return (await store.listCorrections({ area, editions: null })).filter(isStanding);
}

/** Those on two reports, the older on the left. */
export function pickSaid(
  standing: readonly Correction[],
  left: ReportId,
  right: ReportId,
): readonly Correction[] {
  if (standing.length === 0) return standing;
  return standing.filter(
    (one) =>
      one.left.area === left.area && one.left.edition === left.edition && one.right.edition === right.edition,
  );
}

/** Names what was said, whatever its order; empty if nothing was. */
export function fingerprintSaid(said: readonly Correction[]): string {
  return fingerprintCorrections(said.map((correction) => ({ correction })));
}
