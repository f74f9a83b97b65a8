import { readFileSync } from 'node:fs';
import type { Area, Region } from '../domain/area.ts';
import { buildCatalog, type Catalog, type CatalogData } from '../domain/catalog.ts';
import type { CrosswalkRule } from '../domain/crosswalk.ts';
import type { Edition } from '../domain/edition.ts';
import type { StandardOutline } from '../domain/outline.ts';
import type { SpellingGroup } from '../domain/spelling.ts';
import type { Topic } from '../domain/topic.ts';

/** Reads the reviewed facts that ship with the software in `data/`; the same from sources and when built. */
export function loadCatalog(): Catalog {
  return buildCatalog(loadCatalogData());
}

/** The facts as they stand in the files. */
export function loadCatalogData(): CatalogData {
  const areas = readData<{ regions: Region[]; areas: Area[] }>('areas');
  return {
    regions: areas.regions,
    areas: areas.areas,
    editions: readData<{ editions: Edition[] }>('editions').editions,
    topics: readData<{ topics: Topic[] }>('topics').topics,
    crosswalk: readData<{ rules: CrosswalkRule[] }>('crosswalk').rules,
    outlines: readData<{ outlines: StandardOutline[] }>('outlines').outlines,
  };
}

/** Words that are one thing written in two ways. */
export function loadSpellings(): readonly SpellingGroup[] {
  return readData<{ groups: SpellingGroup[] }>('spellings').groups;
}

// Our own reviewed files, held to their schema by tests; nothing a stranger can write.
function readData<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../data/${name}.json`, import.meta.url), 'utf8')) as T;
}
