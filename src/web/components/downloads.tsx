import { EXPORT_FORMATS, type ExportFormat } from '../../workbench/render-publication.ts';
import { customReportAddress } from '../addresses.ts';
import { CITE_FILES, customCiteAddress } from '../cite-addresses.ts';
import { formatCount } from '../plain-words.ts';

/** What is read first, then what is worked on, then data. */
const FORMATS: readonly ExportFormat[] = [
  'pdf',
  'docx',
  'epub',
  'html',
  'txt',
  'md',
  'xlsx',
  'csv',
  'json',
  'jsonl',
  'parquet',
];

/** So many words take long enough as pages to be worth a word. */
const LONG = 100_000;

/** The custom report as a file; what it is too long for is said before anybody asks for it. */
export function Downloads({ query, words }: { readonly query: string; readonly words: number }) {
  return (
    <div class="downloads">
      <h2 id="downloads">Download</h2>
      <ul>
        {FORMATS.map((format) => (
          <li>
            <Download query={query} words={words} format={format} />
          </li>
        ))}
      </ul>
      {words < LONG ? null : (
        <p class="hint">
          {formatCount(words, 'word')}: text and data begin at once; a PDF, Word document or book is made
          whole first, which takes from some seconds to a few minutes. Leaving the page ends the work.
        </p>
      )}
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

function Download({
  query,
  words,
  format,
}: {
  readonly query: string;
  readonly words: number;
  readonly format: ExportFormat;
}) {
  const { name, mostWords } = EXPORT_FORMATS[format];
  const address = customReportAddress(query, format);
  if (mostWords !== null && words > mostWords) {
    return (
      <span class="hint">
        {name}: too long for one file, which holds {formatCount(mostWords, 'word')}; fewer editions, sections
        or areas at a time, {Math.ceil(words / mostWords)} parts would do
      </span>
    );
  }
  if (format !== 'pdf' && format !== 'docx') {
    return (
      <a href={address} download>
        {name}
      </a>
    );
  }
  return (
    <>
      <a href={address} download>
        {name}, US Letter
      </a>{' '}
      <a href={`${address}&paper=a4`} download aria-label={`${name}, A4`}>
        A4
      </a>
    </>
  );
}
