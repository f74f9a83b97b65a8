import type { Area, AreaId } from '../domain/area.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { Catalog } from '../domain/catalog.ts';
import type { AreaChoice } from '../domain/selection.ts';

/**
 * The areas asked for, each once: by name inside `all` and regions, else as given. Invented areas are part of
 * `all` and of their region only where the library holds them.
 */
export function resolveAreas(
  areas: readonly AreaChoice[],
  catalog: Catalog,
  held: ReadonlySet<AreaId>,
): Area[] {
  const listed = catalog.areas.filter(({ id, kind }) => kind !== 'sample' || held.has(id));
  const found = areas.flatMap((choice) => {
    switch (choice.kind) {
      case 'all':
        return listed;
      case 'region':
        return listed.filter(({ region }) => region === choice.region);
      case 'area':
        return [catalog.getArea(choice.area)];
      default:
        return assertNever(choice);
    }
  });
  return [...new Set(found)];
}
