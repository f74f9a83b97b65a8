import type { Catalog } from '../domain/catalog.ts';
import type { Coverage } from '../domain/coverage.ts';
import type { Edition } from '../domain/edition.ts';
import type { EditionDigest } from '../domain/edition-digest.ts';
import type { LibraryStamp } from '../domain/library-stamp.ts';
import type { ReportHead } from '../domain/report.ts';
import { traceOutline } from '../workbench/trace-outline.ts';
import type { DataDocument } from './data-document.ts';

/** All editions, a row each. */
export function describeEditions(catalog: Catalog, coverage: Coverage, stamp: LibraryStamp): DataDocument {
  const totals = new Map(coverage.totals.map(({ edition, counts }) => [edition, counts]));
  const count = (year: number, state: 'held' | 'published-not-held'): number =>
    totals.get(year)?.[state] ?? 0;
  return {
    title: 'Editions',
    notes: [`Library version ${stamp.version}.`],
    json: {
      library: { version: stamp.version },
      editions: catalog.editions.map((edition) => ({
        ...edition,
        held: count(edition.year, 'held'),
        publishedNotHeld: count(edition.year, 'published-not-held'),
      })),
    },
    columns: [
      'edition',
      'title',
      'release_date',
      'covers_events_of',
      'held',
      'published_not_held',
      'official_address',
    ],
    rows: catalog.editions.map(({ year, title, releaseDate, coversEventsOf, indexAddress }) => [
      year,
      title,
      releaseDate,
      coversEventsOf,
      count(year, 'held'),
      count(year, 'published-not-held'),
      indexAddress,
    ]),
  };
}

/** One edition with its outline; a row a report held. */
export function describeEdition(
  edition: Edition,
  catalog: Catalog,
  reports: readonly ReportHead[],
  digest: EditionDigest | null,
  stamp: LibraryStamp,
): DataDocument {
  return {
    title: edition.title,
    notes: [
      `Covers events of ${edition.coversEventsOf}. Released: ${edition.releaseDate ?? 'not known'}.`,
      `Library version ${stamp.version}.`,
      ...(digest === null ? [] : [`Digest over ${digest.reports} reports: ${digest.digest}`]),
    ],
    json: {
      library: { version: stamp.version },
      edition,
      digest: digest?.digest ?? null,
      outline: traceOutline(catalog, edition.year).map(({ entry, topic, relation }) => ({
        ...entry,
        topic: topic?.id ?? null,
        relation,
      })),
      reports,
    },
    columns: [
      'edition',
      'area',
      'area_name',
      'version',
      'words',
      'passages',
      'captured_at',
      'official_address',
      'sha256',
    ],
    rows: reports.map(
      ({ edition: year, area, areaName, version, passageWords, passageCount, provenance }) => [
        year,
        area,
        areaName,
        version,
        passageWords,
        passageCount,
        provenance.capturedAt,
        provenance.address,
        provenance.sha256,
      ],
    ),
  };
}
