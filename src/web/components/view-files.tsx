import type { DataFormat } from '../../api/data-document.ts';
import type { Site } from '../document.tsx';
import { CopyAddress } from './copy-address.tsx';

const FILES: readonly (readonly [format: DataFormat, name: string])[] = [
  ['csv', 'Table (CSV)'],
  ['json', 'Data (JSON)'],
  ['md', 'Markdown'],
];

/** The view as a file, and the address that gives it again. */
export function ViewFiles({
  site,
  what,
  address,
  fileAddress,
}: {
  readonly site: Site;
  /** "All lines", "The grid" */
  readonly what: string;
  readonly address: string;
  readonly fileAddress: (format: DataFormat) => string;
}) {
  return (
    <div class="view-files">
      <FileLinks what={what} fileAddress={fileAddress} />
      <CopyAddress id="view-address" label="The address of this view" address={site.origin + address} />
    </div>
  );
}

/** All that a search or a view of it gives, in each format. */
export function FileLinks({
  what,
  fileAddress,
}: {
  readonly what: string;
  readonly fileAddress: (format: DataFormat) => string;
}) {
  return (
    <p class="search-files">
      {what} as a file:{' '}
      {FILES.map(([format, name], i) => (
        <>
          {i > 0 ? ' · ' : ''}
          <a href={fileAddress(format)}>{name}</a>
        </>
      ))}
    </p>
  );
}
