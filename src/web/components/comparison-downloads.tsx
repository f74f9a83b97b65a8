const NAMES = {
  pdf: 'PDF, US Letter',
  md: 'Markdown',
  txt: 'Plain text',
  html: 'Web page, one file',
  docx: 'Document (Word)',
  csv: 'Table (CSV)',
  json: 'Data (JSON)',
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
              {NAMES[format]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
