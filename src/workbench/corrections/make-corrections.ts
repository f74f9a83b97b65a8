import { type Address, formatAddress, parseAddress } from '../../domain/address.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { Correction, CorrectionKind, JudgedPassage } from '../../domain/correction.ts';
import { Problem } from '../../domain/problem.ts';
import type { Store } from '../../store/store.ts';
import { findOrder } from '../find-order.ts';
import { ProblemList, showValue } from '../problem-list.ts';
import { type ReportView, readReport } from '../read-report.ts';
import { readMoment, readName, readNote } from './read-signature.ts';
import { signCorrection } from './sign-correction.ts';

/** One thing to be corrected, as typed: two passages by address, either one first. */
export interface CorrectionWish {
  readonly kind: CorrectionKind;
  readonly one: string;
  readonly other: string;
  /** What was read there when it was judged; given, it must still be so. */
  readonly oneDigest?: string | null;
  readonly otherDigest?: string | null;
}

/** What somebody says against an alignment: several things at once are saved together or not at all. */
export interface CorrectionRequest {
  readonly wishes: readonly CorrectionWish[];
  /** A free name; empty: nobody's. */
  readonly by: string;
  readonly note: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/**
 * @throws Problem invalid-input naming all that is wrong, not-found for a passage that is not there, conflict for one
 *   that has another text by now
 */
export async function makeCorrections(
  { wishes, by, note, at }: CorrectionRequest,
  catalog: Catalog,
  store: Store,
): Promise<readonly Correction[]> {
  const problems = new ProblemList();
  const signature = {
    by: readName(by, problems),
    note: readNote(note, problems),
    at: readMoment('at', at, problems) ?? '',
  };
  const read = wishes.map((wish) => ({ wish, addresses: readWish(wish, catalog, problems) }));
  if (wishes.length === 0) problems.add(() => 'Nothing is said to be corrected.');
  if (problems.lines.length > 0)
    throw new Problem('invalid-input', 'The correction cannot be understood.', problems.lines);
  const views = new Map<string, Promise<ReportView>>();
  const viewOf = (address: Address): Promise<ReportView> => {
    const key = formatAddress({ edition: address.edition, area: address.area, version: address.version });
    const view = views.get(key) ?? readReport(address, address.version, catalog, store);
    views.set(key, view);
    return view;
  };
  const made: Correction[] = [];
  for (const { wish, addresses } of read) {
    if (addresses === null) continue;
    const [one, other] = addresses;
    const [oneView, otherView] = [await viewOf(one), await viewOf(other)];
    const judged = [
      judge(one, oneView, wish.oneDigest ?? null),
      judge(other, otherView, wish.otherDigest ?? null),
    ] as const;
    const [left, right] = isOlder(otherView, oneView) ? [judged[1], judged[0]] : judged;
    if (left.edition === right.edition && left.version === right.version) {
      throw new Problem(
        'invalid-input',
        `${formatAddress(one)} and ${formatAddress(other)} stand in the same text of one report; a correction is of two editions, or of two versions of one.`,
      );
    }
    made.push(signCorrection({ kind: wish.kind, left, right, ...signature, withdrawn: null }));
  }
  return made;
}

function readWish(wish: CorrectionWish, catalog: Catalog, problems: ProblemList): [Address, Address] | null {
  const one = readPassageAddress(wish.one, catalog, problems);
  const other = readPassageAddress(wish.other, catalog, problems);
  if (one === null || other === null) return null;
  if (one.area === other.area) return [one, other];
  problems.add(
    () =>
      `${formatAddress(one)} and ${formatAddress(other)} are of two areas; only passages on one area are compared.`,
  );
  return null;
}

function readPassageAddress(typed: string, catalog: Catalog, problems: ProblemList): Address | null {
  const address = tryAddress(typed.trim());
  if (address === null || address.section === null || address.passage === null) {
    problems.add(
      () => `${showValue(typed)} is not the address of a passage; such an address looks like 2021/mli#1.c:4.`,
    );
    return null;
  }
  if (catalog.findArea(address.area)?.id !== address.area) {
    problems.add(() => `${showValue(typed)}: there is no area ${address.area}.`);
    return null;
  }
  if (catalog.findEdition(address.edition) === null) {
    problems.add(() => `${showValue(typed)}: there is no edition ${address.edition}.`);
    return null;
  }
  return address;
}

function tryAddress(typed: string): Address | null {
  try {
    return parseAddress(typed);
  } catch {
    return null;
  }
}

/** @throws Problem not-found, or conflict if another text stands there than was judged */
function judge(address: Address, { report }: ReportView, digest: string | null): JudgedPassage {
  const order = findOrder(report.sections, address, report);
  const passage = report.passages[order - 1];
  if (passage === undefined) throw new Error(`${formatAddress(address)} is in no report.`);
  if (digest !== null && digest !== passage.digest) {
    throw new Problem(
      'conflict',
      `Another text stands at ${formatAddress(address)} now than the one that was judged; nothing was saved.`,
      ['The report was imported anew meanwhile. Open the comparison again and look at the passages.'],
    );
  }
  const { edition, area, version, passages } = report;
  return {
    edition,
    area,
    version,
    section: passage.section,
    passage: passage.number,
    digest: passage.digest,
    copy: passages.slice(0, order).filter((each) => each.digest === passage.digest).length,
  };
}

/** By edition; of two versions of one edition, by capture. */
function isOlder(one: ReportView, other: ReportView): boolean {
  if (one.report.edition !== other.report.edition) return one.report.edition < other.report.edition;
  const place = ({ report, versions }: ReportView): number =>
    versions.findIndex(({ version }) => version === report.version);
  return place(one) > place(other);
}
