const NAMES = {
  pdf: 'PDF',
  docx: 'Document (Word)',
  html: 'Web page, one file',
  txt: 'Plain text',
  md: 'Markdown',
  csv: 'Table (CSV)',
  json: 'Data (JSON)',
  jsonl: 'Data, a line a pair (JSON Lines)',
} as const;

/** A comparison or chart as a file. */
export function ComparisonDownloads({
  formats,
  addressOf,
}: {
  readonly formats: readonly (keyof typeof NAMES)[];
  readonly addressOf: (format: string) => string;
}) {
  return (
    <div class="downloads">
      <h2 id="downloads">Download</h2>
      <ul>
        {formats.map((format) => (
          <li>
            <a href={addressOf(format)} download>
              {format === 'pdf' || format === 'docx' ? `${NAMES[format]}, US Letter` : NAMES[format]}
            </a>
            {format === 'pdf' || format === 'docx' ? (
              <>
                {' '}
                <a href={withA4(addressOf(format))} download aria-label={`${NAMES[format]}, A4`}>
                  A4
                </a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

function withA4(address: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}paper=a4`;
}
