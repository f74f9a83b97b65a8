import { type Area, type AreaId, areaSlug, nameKey, type Region } from './area.ts';
import { buildCrosswalk, type Crosswalk, type CrosswalkRule } from './crosswalk.ts';
import type { Edition } from './edition.ts';
import { findNearest } from './nearest.ts';
import type { StandardOutline } from './outline.ts';
import { Problem } from './problem.ts';
import type { SectionKey } from './section.ts';
import type { Topic, TopicId } from './topic.ts';

/** The reviewed facts of `data/`, as they stand in its files. */
export interface CatalogData {
  readonly regions: readonly Region[];
  readonly areas: readonly Area[];
  readonly editions: readonly Edition[];
  readonly topics: readonly Topic[];
  readonly crosswalk: readonly CrosswalkRule[];
  readonly outlines: readonly StandardOutline[];
}

/** The reviewed facts, ready to be asked. */
export interface Catalog {
  readonly regions: readonly Region[];
  /** By name. */
  readonly areas: readonly Area[];
  /** Oldest first. */
  readonly editions: readonly Edition[];
  /** In the order for readers. */
  readonly topics: readonly Topic[];
  readonly crosswalk: Crosswalk;
  readonly outlines: readonly StandardOutline[];
  /** By id, any name, alias, slug or code, however it is spelled. */
  findArea(text: string): Area | null;
  /** @throws Problem not-found */
  getArea(id: AreaId): Area;
  findRegion(text: string): Region | null;
  findEdition(year: number): Edition | null;
  /** @throws Problem not-found */
  getEdition(year: number): Edition;
  findTopic(id: TopicId): Topic | null;
  /** The topic and all that are narrower. */
  topicsWithin(id: TopicId): ReadonlySet<TopicId>;
  findOutline(year: number): StandardOutline | null;
  /** True if some edition's standard outline has the section. */
  hasSection(key: SectionKey): boolean;
  /** Names of areas near to what was typed. */
  nearestAreas(text: string): string[];
}

/** @throws Error if one name would stand for two areas: the data must be mended, not guessed at. */
export function buildCatalog(data: CatalogData): Catalog {
  const areas = [...data.areas].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const byId = new Map(areas.map((area) => [area.id, area]));
  const byName = indexNames(areas);
  const regions = new Map(
    data.regions.flatMap((region) => [
      [region.id, region],
      [nameKey(region.name), region],
    ]),
  );
  const editions = [...data.editions].sort((a, b) => a.year - b.year);
  const byYear = new Map(editions.map((edition) => [edition.year, edition]));
  const topics = new Map(data.topics.map((topic) => [topic.id, topic]));
  const within = new Map(data.topics.map(({ id }) => [id, collectNarrower(id, data.topics)]));
  const outlines = new Map(data.outlines.map((outline) => [outline.edition, outline]));
  const sectionKeys = new Set(data.outlines.flatMap(({ entries }) => entries.map(({ key }) => key)));
  return {
    regions: data.regions,
    areas,
    editions,
    topics: data.topics,
    crosswalk: buildCrosswalk(data.crosswalk),
    outlines: data.outlines,
    findArea: (text) => byId.get(text.trim().toLowerCase()) ?? byName.get(nameKey(text)) ?? null,
    getArea(id) {
      const area = byId.get(id);
      if (area === undefined) throw new Problem('not-found', `No area has the id “${id.slice(0, 40)}”.`);
      return area;
    },
    findRegion: (text) => regions.get(text.trim().toLowerCase()) ?? regions.get(nameKey(text)) ?? null,
    findEdition: (year) => byYear.get(year) ?? null,
    getEdition(year) {
      const edition = byYear.get(year);
      if (edition === undefined) throw new Problem('not-found', `There is no edition ${year}.`);
      return edition;
    },
    findTopic: (id) => topics.get(id) ?? null,
    topicsWithin: (id) => within.get(id) ?? new Set([id]),
    findOutline: (year) => outlines.get(year) ?? null,
    hasSection: (key) => sectionKeys.has(key),
    nearestAreas(text) {
      const near = findNearest(nameKey(text), byName.keys(), 8).flatMap((key) => byName.get(key)?.name ?? []);
      return [...new Set(near)].slice(0, 5);
    },
  };
}

function indexNames(areas: readonly Area[]): Map<string, Area> {
  const index = new Map<string, Area>();
  for (const area of areas) {
    const spellings = [
      area.id,
      area.name,
      areaSlug(area),
      ...area.names.map(({ name }) => name),
      ...area.slugs.map(({ slug }) => slug),
      ...area.aliases,
    ];
    for (const spelling of spellings) {
      const key = nameKey(spelling);
      const known = index.get(key);
      if (known !== undefined && known !== area) {
        throw new Error(`“${spelling}” stands for both ${known.id} and ${area.id}.`);
      }
      index.set(key, area);
    }
  }
  return index;
}

function collectNarrower(id: TopicId, topics: readonly Topic[]): ReadonlySet<TopicId> {
  const found = new Set([id]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const topic of topics) {
      if (topic.broader !== null && found.has(topic.broader) && !found.has(topic.id)) {
        found.add(topic.id);
        grew = true;
      }
    }
  }
  return found;
}
