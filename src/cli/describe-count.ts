import type { SearchCount } from '../domain/search-answer.ts';
import {
  describeCount,
  describeDenominator,
  listQueryNotes,
  nameQuery,
} from '../workbench/search/search-tables.ts';
import { countOf } from './text-table.ts';

/** `labor: 12 passages in 3 reports, of 1,234 passages and 45,678 words in 56 reports; library 0123456789ab` */
export function describeCountLine(count: SearchCount): string {
  return `${nameQuery(count.query)}: ${describeCount(count)}, of ${describeDenominator(count)}; library ${count.library.version}\n`;
}

/** What stands above every list: the count, how the query was read, and in which library it was counted. */
export function describeCountHead(count: SearchCount, address: string): string {
  const { query, library } = count;
  const lines = [
    `Search: ${nameQuery(query)}`,
    `${describeCount(count)}, of ${describeDenominator(count)}`,
    ...listQueryNotes(query),
    ...(query.widenings.length > 0 ? ['(--spellings off leaves related spellings out)'] : []),
    `Library version ${library.version} (${countOf(library.reports, 'report')}); this search: ${address}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}
