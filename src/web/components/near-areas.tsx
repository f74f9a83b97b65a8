import type { Area } from '../../domain/area.ts';
import { areaAddress } from '../addresses.ts';

/** The countries and areas a mistyped name may have meant. */
export function NearAreas({ areas }: { readonly areas: readonly Area[] }) {
  if (areas.length === 0) return null;
  return (
    <p>
      Near to it:{' '}
      {areas.map((area, i) => (
        <>
          {i > 0 ? ', ' : ''}
          <a href={areaAddress(area)}>{area.name}</a>
        </>
      ))}
    </p>
  );
}
