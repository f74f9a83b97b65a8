import { customReportAddress } from '../addresses.ts';
import { CITE_FILES, customCiteAddress } from '../cite-addresses.ts';

const FILES = [
  ['pdf', 'PDF, US Letter'],
  ['txt', 'Plain text'],
  ['html', 'Web page, one file'],
  ['docx', 'Document (Word)'],
  ['epub', 'Book for e-readers (EPUB)'],
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
        <li>
          <a href={`${customReportAddress(query, 'pdf')}&paper=a4`} download>
            PDF, A4
          </a>
        </li>
      </ul>
      <p>
        Its reports <a href={customCiteAddress(query)}>as citations</a>, or as{' '}
        {CITE_FILES.map(({ ending, name }, i) => (
          <>
            {i === 0 ? null : ', '}
            <a href={customReportAddress(query, ending)} download>
              {name}
            </a>
          </>
        ))}
      </p>
    </div>
  );
}
