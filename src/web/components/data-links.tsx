import type { DocumentHead } from '../document.tsx';

const FORMATS = [
  ['json', 'JSON', 'application/json'],
  ['csv', 'CSV, a table', 'text/csv'],
  ['md', 'Markdown', 'text/markdown'],
] as const;

/** The same page as data. */
export function DataLinks({ address, query = '' }: { readonly address: string; readonly query?: string }) {
  return (
    <p class="data-links">
      This page as data:{' '}
      {FORMATS.map(([ending, name], i) => (
        <>
          {i > 0 ? ' · ' : ''}
          <a href={`${address}.${ending}${query}`}>{name}</a>
        </>
      ))}
    </p>
  );
}

export function listAlternates(address: string, query = ''): NonNullable<DocumentHead['alternates']> {
  return FORMATS.map(([ending, , type]) => ({ type, address: `${address}.${ending}${query}` }));
}
