import { ABSENCE_NOTE } from '../../domain/absence-note.ts';
import type { GapGroup, GapLine } from '../../domain/gap.ts';
import { formatNumber } from '../plain-words.ts';

/** Lines that name more areas fold away. */
const MOST_NAMED = 24;

/** What was asked for and is not there, by reason. */
export function GapList({ groups }: { readonly groups: readonly GapGroup[] }) {
  if (groups.length === 0) return null;
  return (
    <section class="gaps" aria-labelledby="gaps">
      <h2 id="gaps">Asked for, and not here</h2>
      <p class="hint">{ABSENCE_NOTE}</p>
      {groups.map(({ heading, lines }) => (
        <div class="gap-group">
          <h3>{heading}</h3>
          <ul>
            {lines.map((line) => (
              <li>
                <GapNames line={line} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function GapNames({ line: { years, areas, text } }: { readonly line: GapLine }) {
  if (areas.length <= MOST_NAMED) return <>{text}</>;
  return (
    <details>
      <summary>
        {text.slice(0, text.indexOf(':'))}: {formatNumber(areas.length)} countries and areas
        {years.length > 1 ? ' in each' : ''}
      </summary>
      <p class="folded-names">{text.slice(text.indexOf(':') + 1)}</p>
    </details>
  );
}
