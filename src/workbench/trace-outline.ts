import type { Catalog } from '../domain/catalog.ts';
import type { OutlineEntry } from '../domain/outline.ts';
import type { MappingRelation, Topic } from '../domain/topic.ts';

/** A heading of an edition's standard outline with the topic the crosswalk gives it, or null. */
export interface TracedEntry {
  readonly entry: OutlineEntry;
  readonly topic: Topic | null;
  readonly relation: MappingRelation | null;
}

/** An edition's standard outline, heading by heading; empty if none is known. */
export function traceOutline(catalog: Catalog, year: number): readonly TracedEntry[] {
  const above: { readonly key: string; readonly heading: string }[] = [];
  return (catalog.findOutline(year)?.entries ?? []).map((entry) => {
    while (above.length > 0 && !isWithin(entry.key, above.at(-1)?.key ?? '')) above.pop();
    const headings = above.map(({ heading }) => heading).reverse();
    const answer = catalog.crosswalk.ask(entry.heading, headings, year);
    above.push(entry);
    return answer.kind === 'topic'
      ? { entry, topic: catalog.findTopic(answer.topic), relation: answer.relation }
      : { entry, topic: null, relation: null };
  });
}

/** `1.c/prisons` stands in `1.c`, that in `1`. */
function isWithin(key: string, above: string): boolean {
  return key.startsWith(`${above}/`) || key.startsWith(`${above}.`);
}
