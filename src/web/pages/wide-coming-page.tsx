import type { Catalog } from '../../domain/catalog.ts';
import type { WideRequest } from '../../workbench/wide/read-wide-request.ts';
import { formatNumber } from '../plain-words.ts';

/** While comparisons are made that nobody asked for before: how far they are. */
export function WideComingPage({
  request,
  catalog,
  done,
  total,
  address,
}: {
  readonly request: WideRequest;
  readonly catalog: Catalog;
  readonly done: number;
  readonly total: number;
  readonly address: string;
}) {
  const what =
    request.kind === 'areas'
      ? `The editions of ${request.from} and ${request.to}`
      : `The editions of ${catalog.getArea(request.area).name}`;
  return (
    <div class="wrap">
      <header class="page-head">
        <h1>Being compared</h1>
      </header>
      <p class="counts">
        {what} are being compared: {formatNumber(done)} of {formatNumber(total)} pairs of reports so far.
      </p>
      <p>
        <progress aria-label="Pairs compared" max={Math.max(1, total)} value={done} />
      </p>
      <p>
        What comes of it is kept, so that this happens once. The page looks again by itself in a few seconds;{' '}
        <a href={address}>look now</a>.
      </p>
    </div>
  );
}
