import { customReportAddress } from '../addresses.ts';

const FILES = [
  ['txt', 'Plain text'],
  ['html', 'Web page, one file'],
  ['md', 'Markdown'],
  ['csv', 'Table (CSV)'],
  ['xlsx', 'Workbook (Excel)'],
  ['json', 'Data (JSON)'],
  ['jsonl', 'Data, a line a passage (JSON Lines)'],
  ['parquet', 'Typed table (Parquet)'],
] as const;

/** The custom report as a file. */
export function Downloads({ query }: { readonly query: string }) {
  return (
    <div class="downloads">
      <h2 id="downloads">Download</h2>
      <ul>
        {FILES.map(([format, name]) => (
          <li>
            <a href={customReportAddress(query, format)} download>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
