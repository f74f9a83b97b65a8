import type { Area } from '../../domain/area.ts';
import { NearAreas } from '../components/near-areas.tsx';

/** What went wrong, and the way on. */
export function ProblemPage({
  title,
  message,
  details,
  near = [],
}: {
  readonly title: string;
  readonly message: string;
  readonly details: readonly string[];
  /** What may have been meant; stands in place of the details. */
  readonly near?: readonly Area[];
}) {
  return (
    <div class="wrap narrow">
      <header class="page-head">
        <h1>{title}</h1>
        <p class="lead">{message}</p>
      </header>
      <NearAreas areas={near} />
      {details.length === 0 || near.length > 0 ? null : (
        <ul>
          {details.map((detail) => (
            <li>{detail}</li>
          ))}
        </ul>
      )}
      <p>You can go on from here:</p>
      <ul>
        <li>
          <a href="/">Build a report</a> from years, sections and countries
        </li>
        <li>
          <a href="/areas">Find a country or area</a>, and all reports on it
        </li>
        <li>
          <a href="/coverage">See the coverage</a>: what this library holds, and what it does not
        </li>
      </ul>
    </div>
  );
}
