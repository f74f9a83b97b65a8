import { formatAddress } from '../domain/address.ts';
import type { ConcordanceLine } from '../domain/concordance.ts';
import type { SearchCount } from '../domain/search-answer.ts';
import { writeCsvRows } from './csv-rows.ts';
import {
  countToJson,
  describeCount,
  describeDenominator,
  listQueryNotes,
  nameQuery,
  queryToJson,
  WHAT_A_SEARCH_IS,
} from './describe-search.ts';
import { countOf } from './front-matter.ts';
import { escapeMarkdown } from './markdown-text.ts';

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

/**
 * A table (GFM 4.10) with a row a match, the match strong, behind the count of the passages they stand in.
 * @param limit how many lines at most; null: all
 */
export async function* renderLinesMd(
  count: SearchCount,
  lines: AsyncIterable<ConcordanceLine>,
  limit: number | null,
): AsyncGenerator<string> {
  const notes = [
    WHAT_A_SEARCH_IS,
    `${describeCount(count)}, of ${describeDenominator(count)}; library version ${count.library.version}.`,
    ...(limit === null ? [] : [`At most ${countOf(limit, 'line')} are listed here.`]),
    ...listQueryNotes(count.query),
  ];
  yield `# In context: ${escapeMarkdown(nameQuery(count.query))}\n\n`;
  yield notes.map((note) => `${escapeMarkdown(note)}\n\n`).join('');
  yield '| report | before | match | behind |\n|---|--:|---|---|\n';
  const cell = (text: string): string => escapeMarkdown(text.trim()).replaceAll('|', '\\|');
  for await (const { report, section, number, left, match, right } of lines) {
    const { edition, area, areaName } = report;
    const address = formatAddress({ edition, area, section, passage: number });
    yield `| ${cell(`${areaName}, ${edition} (${address})`)} | ${cell(left)} | **${cell(match)}** | ${cell(right)} |\n`;
  }
}
