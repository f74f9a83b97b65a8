import type { Comparison, ReportText } from '../domain/comparison.ts';
import type {
  AreaLineage,
  LineageLink,
  LineagePassage,
  LineageTurn,
  NeighbourLinks,
  PassagePlace,
  ReportName,
} from '../domain/lineage.ts';
import { type EditionPlace, findReturns, sketchPassages } from './find-returns.ts';

/** What a lineage needs of a comparison. */
export function listNeighbourLinks(
  comparison: Comparison,
  left: ReportText,
  right: ReportText,
): NeighbourLinks {
  return {
    left: { ...comparison.left, passageCount: left.passages.length },
    right: { ...comparison.right, passageCount: right.passages.length },
    links: comparison.pairs.flatMap(({ links, moved }) => links.map((link) => ({ ...link, moved }))),
    gone: comparison.pairs
      .filter(({ change }) => change === 'removed')
      .flatMap((pair) => sketchPassages(left, pair.left)),
    come: comparison.pairs
      .filter(({ change }) => change === 'added')
      .flatMap((pair) => sketchPassages(right, pair.right)),
  };
}

/**
 * Follows every passage of an area through its editions. An edition that is added or replaced changes only the
 * comparisons with its neighbours; this puts them together and is cheap.
 * @param neighbours every edition held with the next one, oldest first
 * @throws Error if they do not form a chain
 */
export function traceLineage(neighbours: readonly NeighbourLinks[]): AreaLineage {
  const [first] = neighbours;
  if (first === undefined) throw new Error('A lineage needs two editions.');
  const reports = [first.left, ...neighbours.map(({ right }) => right)];
  neighbours.forEach(({ left }, i) => {
    const before = reports[i];
    if (before?.version !== left.version || before.edition !== left.edition)
      throw new Error(`The comparison of ${left.edition} does not follow that of ${before?.edition}.`);
  });
  const backwards = neighbours.map((one) => pickTurns(one, 'right'));
  const forwards = neighbours.map((one) => pickTurns(one, 'left'));
  for (const { from, to, same, score } of findReturns(neighbours)) {
    const turn = { same, score, moved: null };
    backwards[to.at - 1]?.set(to.order, { ...turn, ...placeOf(reports, from) });
    forwards[from.at]?.set(from.order, { ...turn, ...placeOf(reports, to) });
  }
  const histories = lookBack(reports, backwards);
  const lasts = lookAhead(reports, forwards);
  return {
    area: first.left.area,
    reports,
    passages: reports.map((report, at) =>
      Array.from({ length: report.passageCount }, (_, i): LineagePassage => {
        const order = i + 1;
        const history = histories[at]?.[i] ?? freshHistory(report.edition);
        return {
          edition: report.edition,
          order,
          previous: backwards[at - 1]?.get(order) ?? null,
          next: forwards[at]?.get(order) ?? null,
          ...history,
          last: lasts[at]?.[i] ?? report.edition,
        };
      }),
    ),
  };
}

/** A passage through the editions, oldest first: what it came from, itself, and what became of it. */
export function readHistory(lineage: AreaLineage, edition: number, order: number): LineagePassage[] {
  const at = lineage.reports.findIndex((report) => report.edition === edition);
  const self = lineage.passages[at]?.[order - 1];
  if (self === undefined) return [];
  const find = (place: PassagePlace | null): LineagePassage | undefined =>
    place === null
      ? undefined
      : lineage.passages[lineage.reports.findIndex((report) => report.edition === place.edition)]?.[
          place.order - 1
        ];
  const history = [self];
  for (let one = find(self.previous); one !== undefined; one = find(one.previous)) history.unshift(one);
  for (let one = find(self.next); one !== undefined; one = find(one.next)) history.push(one);
  return history;
}

function placeOf(reports: readonly ReportName[], { at, order }: EditionPlace): PassagePlace {
  return { edition: reports[at]?.edition ?? 0, order };
}

/** Passages that are in no later edition although one is held, by the edition that had them last, newest first. */
export function listEndings(lineage: AreaLineage): LineagePassage[] {
  return lineage.passages
    .slice(0, -1)
    .reverse()
    .flatMap((passages) => passages.filter(({ next }) => next === null));
}

/** For each passage of one side that has any, its strongest link, as seen from it. */
function pickTurns({ left, right, links }: NeighbourLinks, from: 'left' | 'right'): Map<number, LineageTurn> {
  const to = from === 'left' ? 'right' : 'left';
  const { edition } = from === 'left' ? right : left;
  const strongest = new Map<number, LineageLink>();
  for (const link of links) {
    const known = strongest.get(link[from]);
    if (known === undefined || isStronger(link, known)) strongest.set(link[from], link);
  }
  return new Map(
    [...strongest].map(([order, link]) => [
      order,
      { edition, order: link[to], same: link.same, score: link.score, moved: link.moved },
    ]),
  );
}

function isStronger(one: LineageLink, other: LineageLink): boolean {
  return one.same !== other.same ? one.same : one.score > other.score;
}

type History = Pick<LineagePassage, 'first' | 'since' | 'editionsUnchanged'>;

function freshHistory(edition: number): History {
  return { first: edition, since: edition, editionsUnchanged: 1 };
}

function lookBack(
  reports: readonly ReportName[],
  backwards: readonly ReadonlyMap<number, LineageTurn>[],
): History[][] {
  const histories: History[][] = [];
  reports.forEach(({ edition, passageCount }, at) => {
    const fresh = freshHistory(edition);
    histories.push(
      Array.from({ length: passageCount }, (_, i) => {
        const turn = backwards[at - 1]?.get(i + 1);
        const from = reports.findIndex((report) => report.edition === turn?.edition);
        const history = turn === undefined ? undefined : histories[from]?.[turn.order - 1];
        if (turn === undefined || history === undefined) return fresh;
        return turn.same && from === at - 1
          ? { ...history, editionsUnchanged: history.editionsUnchanged + 1 }
          : { ...fresh, first: history.first };
      }),
    );
  });
  return histories;
}

function lookAhead(
  reports: readonly ReportName[],
  forwards: readonly ReadonlyMap<number, LineageTurn>[],
): number[][] {
  const lasts: number[][] = reports.map(() => []);
  for (let at = reports.length - 1; at >= 0; at -= 1) {
    const { edition = 0, passageCount = 0 } = reports[at] ?? {};
    lasts[at] = Array.from({ length: passageCount }, (_, i) => {
      const turn = forwards[at]?.get(i + 1);
      const to = reports.findIndex((report) => report.edition === turn?.edition);
      return turn === undefined ? edition : (lasts[to]?.[turn.order - 1] ?? edition);
    });
  }
  return lasts;
}
