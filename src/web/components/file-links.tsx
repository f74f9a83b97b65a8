const FILES = [
  ['docx', 'Word'],
  ['epub', 'EPUB'],
  ['html', 'web page in one file'],
  ['txt', 'plain text'],
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
