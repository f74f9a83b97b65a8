import { formatAddress } from '../domain/address.ts';
import type { Hit, HitList } from '../domain/search-answer.ts';
import { writeCsvRows } from './csv-rows.ts';
import { CSV_COLUMNS } from './render-csv.ts';

/** A row a passage, with the columns of a custom report's table; a header even where nothing was found. */
export async function* renderHitsCsv({ hits }: HitList): AsyncGenerator<string> {
  yield writeCsvRows([CSV_COLUMNS]);
  for await (const hit of hits) yield writeCsvRows([toRow(hit)]);
}

function toRow({ report, path, passage }: Hit): (string | number | null)[] {
  const { edition, area, areaName, version } = report;
  const { section, number, label, text, topics } = passage;
  return [
    edition,
    area,
    areaName,
    section,
    path.at(-1)?.heading ?? '',
    number,
    label,
    text,
    topics.join(';'),
    formatAddress({ edition, area, section, passage: number }),
    version,
  ];
}
