import type { Area, AreaId } from '../../domain/area.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { LineageView } from '../../domain/passage-history.ts';
import { Problem } from '../../domain/problem.ts';
import type { ReportHead } from '../../domain/report.ts';
import type { Store } from '../../store/store.ts';
import { keyOf } from '../compare/comparer.ts';
import { listMissingEditions } from '../list-missing-editions.ts';
import type { LineageDesk, TracedArea } from './lineage-desk.ts';

/** What every answer about a lineage is made with. */
export interface LineageTools {
  readonly catalog: Catalog;
  readonly store: Store;
  readonly desk: LineageDesk;
}

/** The passages of all editions held of an area, each in its place between the editions. */
export function readLineage(area: AreaId, tools: LineageTools): Promise<LineageView> {
  return withLineage(area, tools, async (view) => view);
}

/**
 * Does something with a lineage and the reports it is of, all in one state of the library: if any of the reports was
 * replaced meanwhile, it is done again.
 * @throws Problem not-found if no report on the area is held, conflict if the library does not come to rest
 */
export async function withLineage<T>(
  id: AreaId,
  { catalog, store, desk }: LineageTools,
  work: (view: LineageView, traced: TracedArea) => Promise<T>,
): Promise<T> {
  const area = catalog.getArea(id);
  const list = (): Promise<readonly ReportHead[]> => store.listHeads({ editions: null, areas: [area.id] });
  for (let heads = await list(), tries = 0; tries < 4; tries += 1) {
    if (heads.length === 0) throw nothingHeld(area);
    const answer = await answerWith(heads, area, { catalog, store, desk }, work);
    const now = await list();
    if (isSame(heads, now)) {
      if (answer.failed) throw answer.reason;
      return answer.value;
    }
    heads = now;
  }
  throw new Problem(
    'conflict',
    `The reports on ${area.name} are being imported at this moment; ask again in a while.`,
  );
}

type Answer<T> =
  | { readonly failed: false; readonly value: T }
  | { readonly failed: true; readonly reason: unknown };

/** A failure may come of a report that was replaced; whether it did is known only behind it. */
async function answerWith<T>(
  heads: readonly ReportHead[],
  area: Area,
  { catalog, store, desk }: LineageTools,
  work: (view: LineageView, traced: TracedArea) => Promise<T>,
): Promise<Answer<T>> {
  try {
    const library = await store.getStamp();
    const traced = await desk.trace(heads);
    const view = {
      area,
      heads,
      lineage: traced.lineage,
      gaps: listMissingEditions(area, heads, catalog),
      library,
    };
    return { failed: false, value: await work(view, traced) };
  } catch (reason) {
    return { failed: true, reason };
  }
}

function isSame(one: readonly ReportHead[], other: readonly ReportHead[]): boolean {
  return one.length === other.length && one.every((head, i) => keyOf(head) === keyOf(other[i] ?? head));
}

function nothingHeld(area: Area): Problem {
  return new Problem('not-found', `This library holds no report on ${area.name}.`, [
    'Import pages to follow passages through the editions: variorum import PATH.',
  ]);
}
