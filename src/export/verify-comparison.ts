import type { Pair } from '../domain/comparison.ts';
import { type ComparisonFilter, listRows } from '../domain/comparison-filter.ts';
import { type ComparisonView, listPassages } from '../domain/comparison-view.ts';
import type { EditionDigest } from '../domain/edition-digest.ts';
import type { LibraryStamp } from '../domain/library-stamp.ts';
import type { Passage } from '../domain/passage.ts';
import type { Removals } from '../domain/removals.ts';
import {
  type NamedPassage,
  type QuotedPassages,
  type Verification,
  verifyQuoted,
} from '../domain/verification.ts';
import { listRemovalsRows } from './removals-rows.ts';

/** `/compare/mli/2023@0123456789ab/2024@…`: what gives a comparison again. */
export function comparisonAddress({ area, left, right }: ComparisonView): string {
  const [from, to] = [left, right].map(({ head }) => `${head.edition}@${head.version}`);
  return `/compare/${area.id}/${from}/${to}`;
}

/** A comparison quotes both sides of every pair whose text it shows. */
export function verifyComparison(
  view: ComparisonView,
  filter: ComparisonFilter,
  digests: readonly EditionDigest[],
): Verification {
  const pairs = view.topics.flatMap((topic) =>
    listRows(topic.pairs, filter).flatMap((row) => (row.kind === 'pair' ? [row.pair] : [])),
  );
  const address = comparisonAddress(view);
  return verifyQuoted(
    { library: view.library, selection: address, link: address },
    quoteSides(view, pairs),
    digests,
  );
}

/** What a chart of removals quotes of one area: each row's older passage, and the newer one where it is quoted. */
export function quoteRemovals(view: ComparisonView, filter: ComparisonFilter): QuotedPassages[] {
  const rows = view.topics.flatMap((topic) =>
    listRemovalsRows(view, topic, filter, {
      plain: (text) => text,
      removed: (text) => text,
      added: (text) => text,
    }),
  );
  const older = rows.flatMap(({ pair }) => listPassages(view, pair, 'left'));
  const newer = rows.flatMap(({ newer: quoted }) => quoted?.passages ?? []);
  return [
    { report: view.left.head, passages: older.map(name) },
    { report: view.right.head, passages: newer.map(name) },
  ];
}

/** The page of the chart, or, of several areas, the command that makes it. */
export function removalsAddress(
  { from, to, filter }: Pick<Removals, 'from' | 'to' | 'filter'>,
  quoted: readonly QuotedPassages[],
): string {
  const [first] = quoted;
  const areas = new Set(quoted.map(({ report }) => report.area));
  if (areas.size !== 1 || first === undefined) return `variorum removed --from ${from} --to ${to}`;
  const only = filter.only === null || filter.only.join() === 'removed' ? '' : `?only=${filter.only.join()}`;
  return `/removed/${first.report.area}/${from}/${to}${only}`;
}

/** The verification of a chart of removals. */
export function verifyRemovals(
  about: { readonly library: LibraryStamp; readonly address: string },
  quoted: readonly QuotedPassages[],
  digests: readonly EditionDigest[],
): Verification {
  const { library, address } = about;
  return verifyQuoted({ library, selection: address, link: address }, quoted, digests);
}

function quoteSides(view: ComparisonView, pairs: readonly Pair[]): QuotedPassages[] {
  const of = (side: 'left' | 'right'): readonly Passage[] =>
    pairs.flatMap((pair) => listPassages(view, pair, side));
  return [
    { report: view.left.head, passages: of('left') },
    { report: view.right.head, passages: of('right') },
  ];
}

/** Without the text, which may be long and is in the document already. */
function name({ section, number, digest }: Passage): NamedPassage {
  return { section, number, digest };
}
