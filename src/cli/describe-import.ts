import type { LibraryStamp } from '../domain/library-stamp.ts';
import type { ImportSummary } from '../workbench/import-pages.ts';
import { showControls } from './terminal.ts';
import { countOf, formatCount, renderTextTable } from './text-table.ts';

/** What an import did, in full. */
export function describeImport(summary: ImportSummary, stamp: LibraryStamp, seconds: number): string {
  const { refused, records, findings } = summary;
  const parts = [describeCounts(summary, seconds)];
  if (refused.length > 0) {
    const lines = refused.map(({ path, reason }) => `  ${showControls(path)}: ${showControls(reason)}\n`);
    parts.push(`Refused, and nothing of them kept:\n${lines.join('')}`);
  }
  if (records.length > 0) {
    parts.push(
      renderTextTable(
        [
          { heading: 'Passed over', align: 'right' },
          { heading: 'Records of web archives', align: 'left' },
        ],
        records.map(({ meaning, count }) => [formatCount(count), meaning]),
      ),
    );
  }
  if (findings.length > 0) {
    parts.push(
      renderTextTable(
        [
          { heading: 'Found', align: 'right' },
          { heading: 'Reports', align: 'right' },
          { heading: 'Finding', align: 'left' },
        ],
        findings.map(({ kind, meaning, count, reports }) => [
          formatCount(count),
          formatCount(reports),
          `${meaning} (${kind})`,
        ]),
      ),
    );
  }
  const { version, reports, words } = stamp;
  parts.push(
    `The library holds ${countOf(reports, 'report')}, ${countOf(words, 'word')}; its version is ${version}.\n`,
  );
  return parts.join('\n');
}

function describeCounts(summary: ImportSummary, seconds: number): string {
  const rows: (readonly [string, number, string])[] = [
    ['Added', summary.added, ''],
    ['New versions', summary.newVersions, 'held before with other text, which stays readable'],
    ['New captures', summary.newCaptures, 'the same text, from another copy of the page'],
    ['Replaced', summary.replaced, 'the same copy, read again by a newer reader'],
    ['Unchanged', summary.unchanged, 'held already'],
    ['Refused', summary.refused.length, ''],
  ];
  const pages = rows.reduce((sum, [, count]) => sum + count, 0);
  const passedOver =
    summary.passedOver === 0 ? '' : `; ${countOf(summary.passedOver, 'other file')} passed over`;
  const table = renderTextTable(
    [
      { heading: '', align: 'left' },
      { heading: '', align: 'right' },
      { heading: '', align: 'left' },
    ],
    rows.map(([name, count, meaning]) => [name, formatCount(count), count === 0 ? '' : meaning]),
  );
  const title = `${countOf(pages, 'page')} in ${seconds.toFixed(1)} s, ${countOf(summary.words, 'word')} read${passedOver}`;
  return `${title}${table}`;
}
