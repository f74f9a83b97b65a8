import type { Area } from '../../domain/area.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { ReportId } from '../../domain/report.ts';
import { archiveHosts, listCandidates } from '../../fetch/candidates.ts';
import type { FetchEdition, FetchJob, WantedReport } from '../../fetch/fetch-request.ts';
import { allowedHosts, CURRENT_HOST } from '../../fetch/fetch-source.ts';
import { routeAddress } from '../../fetch/list-edition.ts';
import { cdxAddress } from '../../fetch/list-wayback.ts';
import { mannersFor } from '../../fetch/run-fetch.ts';
import type { FetchRequest } from './read-fetch-request.ts';

/** What a fetch would ask, and how; made without asking anything. */
export interface FetchPlan {
  readonly source: string;
  readonly hosts: readonly string[];
  readonly atOnce: number;
  /** In seconds. */
  readonly pause: number;
  readonly tries: number;
  readonly editions: readonly PlannedEdition[];
  /** Pages of all editions that will be asked for, at most. */
  readonly pages: number;
  readonly held: number;
  /** At the fastest. */
  readonly seconds: number;
}

export interface PlannedEdition {
  readonly edition: number;
  /** The addresses that list it, each asked only if the one before it gave nothing. */
  readonly lists: readonly string[];
  readonly held: number;
  readonly reports: readonly PlannedReport[];
}

export interface PlannedReport extends ReportId {
  readonly name: string;
  /** Where it would be looked for if no list names it, in this order. */
  readonly addresses: readonly string[];
}

/** The reports asked for, less those that are held unless all is asked for again. */
export function makeFetchJob(
  request: FetchRequest,
  catalog: Catalog,
  isHeld: (id: ReportId) => boolean,
): { readonly job: FetchJob; readonly held: ReadonlyMap<number, number> } {
  const held = new Map<number, number>();
  const editions = request.editions.map((year): FetchEdition => {
    const edition = catalog.getEdition(year);
    const published = request.areas
      .map((id) => catalog.getArea(id))
      .filter((area) => area.published.includes(year));
    const wanted = published.filter((area) => request.again || !isHeld({ edition: year, area: area.id }));
    held.set(year, published.length - wanted.length);
    return {
      year,
      title: edition.title,
      indexAddress: edition.indexAddress,
      wanted: wanted.map((area) => toWanted(area, year)),
      findArea: (slug) => catalog.findArea(slug)?.id ?? null,
    };
  });
  return { job: { source: request.source, editions, max: request.max, again: request.again }, held };
}

export function planFetch(
  request: FetchRequest,
  catalog: Catalog,
  isHeld: (id: ReportId) => boolean,
): FetchPlan {
  const { job, held } = makeFetchJob(request, catalog, isHeld);
  const manners = mannersFor(job.source);
  let room = job.max ?? Number.POSITIVE_INFINITY;
  const editions = job.editions.map((edition): PlannedEdition => {
    const reports = edition.wanted.slice(0, room);
    room -= reports.length;
    return {
      edition: edition.year,
      lists: reports.length === 0 ? [] : listAddresses(job, edition),
      held: held.get(edition.year) ?? 0,
      reports: reports.map((wanted) => ({
        edition: wanted.edition,
        area: wanted.area,
        name: wanted.name,
        addresses: listCandidates(wanted, [], job.source),
      })),
    };
  });
  const pages = editions.reduce((sum, { reports }) => sum + reports.length, 0);
  const lists = editions.reduce((sum, { lists: { length } }) => sum + Math.min(length, 1), 0);
  const archives =
    job.source.kind === 'official' ? job.editions.flatMap(({ year }) => archiveHosts(year)) : [];
  const hosts = job.source.kind === 'official' ? [CURRENT_HOST] : allowedHosts(job.source);
  return {
    source: job.source.kind === 'pattern' ? job.source.pattern : job.source.kind,
    hosts: [...new Set([...hosts, ...archives])],
    atOnce: manners.atOnce,
    pause: manners.pause / 1000,
    tries: manners.tries,
    editions,
    pages,
    held: [...held.values()].reduce((sum, count) => sum + count, 0),
    seconds: Math.ceil(((pages + lists + 1) * manners.pause) / 1000),
  };
}

function listAddresses(job: FetchJob, edition: FetchEdition): string[] {
  switch (job.source.kind) {
    case 'official':
      return [routeAddress(edition, 1), ...(edition.indexAddress === null ? [] : [edition.indexAddress])];
    case 'wayback':
      return [cdxAddress(edition.year, null)];
    case 'pattern':
      return [];
  }
}

/** The slug of the edition first; then those of other editions, for the publisher renames in between. */
function toWanted(area: Area, year: number): WantedReport {
  const own = area.slugs.filter(({ editions }) => editions.includes(year));
  return {
    edition: year,
    area: area.id,
    name: area.name,
    slugs: (own.length > 0 ? own : area.slugs).map(({ slug }) => slug),
  };
}
