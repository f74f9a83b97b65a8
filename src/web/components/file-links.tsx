const FILES = [
  ['docx', 'Word, US Letter'],
  ['docx?paper=a4', 'Word, A4'],
  ['epub', 'EPUB'],
  ['html', 'web page in one file'],
  ['txt', 'plain text'],
  ['md', 'Markdown'],
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
  ['jsonl', 'JSON Lines'],
  ['parquet', 'Parquet'],
] as const;

/** A report as a file to keep. */
export function FileLinks({ address }: { readonly address: string }) {
  return (
    <p class="data-links">
      This report as a file:{' '}
      {FILES.map(([ending, name], i) => (
        <>
          {i > 0 ? ' · ' : ''}
          <a href={`${address}.${ending}`} download>
            {name}
          </a>
        </>
      ))}
    </p>
  );
}
