import { formatAddress } from '../domain/address.ts';
import type { ConcordanceLine } from '../domain/concordance.ts';
import type { SearchCount } from '../domain/search-answer.ts';
import { writeCsvRows } from './csv-rows.ts';
import { countToJson, queryToJson, WHAT_A_SEARCH_IS } from './describe-search.ts';

/** The columns of a concordance, in order. */
export const LINE_COLUMNS = [
  'edition',
  'area',
  'area_name',
  'section',
  'passage',
  'left',
  'match',
  'right',
  'address',
  'version',
] as const;

/** A row a match, with the words before and behind it; a header even where nothing was found. */
export async function* renderLinesCsv(lines: AsyncIterable<ConcordanceLine>): AsyncGenerator<string> {
  yield writeCsvRows([LINE_COLUMNS]);
  for await (const { report, section, number, left, match, right } of lines) {
    const { edition, area, areaName, version } = report;
    const address = formatAddress({ edition, area, section, passage: number });
    yield writeCsvRows([[edition, area, areaName, section, number, left, match, right, address, version]]);
  }
}

/** One JSON object, a match a line, behind the count of the passages they stand in. */
export async function* renderLinesJson(
  count: SearchCount,
  search: string,
  lines: AsyncIterable<ConcordanceLine>,
): AsyncGenerator<string> {
  const head = { about: WHAT_A_SEARCH_IS, ...countToJson(count), ...queryToJson(count.query), search };
  yield `${JSON.stringify(head).slice(0, -1)},"lines":[`;
  let separator = '\n';
  for await (const { report, section, number, left, match, right } of lines) {
    const { edition, area, areaName, version } = report;
    const address = formatAddress({ edition, area, section, passage: number });
    const line = { edition, area, areaName, section, passage: number, left, match, right, address, version };
    yield `${separator}${JSON.stringify(line)}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}
