import type { Area } from '../domain/area.ts';
import type { Catalog } from '../domain/catalog.ts';
import { Problem } from '../domain/problem.ts';
import { showValue } from '../workbench/problem-list.ts';

/** A name nobody has, with the countries and areas it may have meant, so that a page can lead to them. */
export class NoSuchArea extends Problem {
  readonly near: readonly Area[];

  constructor(typed: string, catalog: Catalog) {
    const near = catalog.nearestAreas(typed.slice(0, 80));
    super(
      'not-found',
      `No country or area is called ${showValue(typed)}.`,
      near.length === 0 ? [] : [`Near to it: ${near.join('; ')}.`],
    );
    this.near = near.flatMap((name) => catalog.findArea(name) ?? []);
  }
}
