import type { Catalog } from '../domain/catalog.ts';
import type { SectionChoice } from '../domain/selection.ts';
import { traceOutline } from './trace-outline.ts';

/** True if the edition's standard outline has what was asked for; also if no outline of it is known. */
export function editionHas(choice: SectionChoice, edition: number, catalog: Catalog): boolean {
  const outline = catalog.findOutline(edition);
  if (outline === null || choice.kind === 'all') return true;
  if (choice.kind === 'section') return outline.entries.some(({ key }) => key === choice.key);
  const wanted = catalog.topicsWithin(choice.topic);
  return traceOutline(catalog, edition).some(({ topic }) => topic !== null && wanted.has(topic.id));
}
