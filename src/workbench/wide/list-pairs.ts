import type { AreaId } from '../../domain/area.ts';
import type { ReportHead } from '../../domain/report.ts';
import type { Store } from '../../store/store.ts';
import type { HeadPair } from '../compare/pair-desk.ts';
import { listStanding, pickSaid } from '../corrections/standing-corrections.ts';

/** Each edition held of an area with the next one held, area after area, oldest first. */
export async function listNeighbours(store: Store, area: AreaId | null): Promise<HeadPair[]> {
  const heads = await store.listHeads({ editions: null, areas: area === null ? null : [area] });
  const standing = await listStanding(store, area);
  const byArea = new Map<AreaId, ReportHead[]>();
  for (const head of heads) {
    const own = byArea.get(head.area);
    if (own === undefined) byArea.set(head.area, [head]);
    else own.push(head);
  }
  return [...byArea.values()].flatMap((own) =>
    own.slice(1).flatMap((right, i) => {
      const left = own[i];
      return left === undefined ? [] : [{ left, right, said: pickSaid(standing, left, right) }];
    }),
  );
}

/** Areas of which both editions are held, by id. @param from before `to` */
export async function listPairsBetween(store: Store, from: number, to: number): Promise<HeadPair[]> {
  const heads = await store.listHeads({ editions: [from, to], areas: null });
  const standing = await listStanding(store, null);
  const newer = new Map(heads.filter(({ edition }) => edition === to).map((head) => [head.area, head]));
  return heads.flatMap((left) => {
    const right = newer.get(left.area);
    return left.edition !== from || right === undefined
      ? []
      : [{ left, right, said: pickSaid(standing, left, right) }];
  });
}
