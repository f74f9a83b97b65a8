import type { Catalog } from '../../domain/catalog.ts';
import type { OutlineEntry } from '../../domain/outline.ts';
import type { SectionKey } from '../../domain/section.ts';
import { Choice } from './choice.tsx';

/** The headings most reports of one edition share, to tick; another edition's at the press of a button. */
export function OutlineChoices({
  catalog,
  chosen,
  edition,
}: {
  readonly catalog: Catalog;
  readonly chosen: readonly SectionKey[];
  readonly edition: number | null;
}) {
  const outline = edition === null ? null : catalog.findOutline(edition);
  if (outline === null) return <p>No edition’s outline is known.</p>;
  const shown = new Set(outline.entries.map(({ key }) => key));
  const elsewhere = chosen.filter((key) => !shown.has(key));
  return (
    <div id="outline">
      <input type="hidden" name="outline" value={String(outline.edition)} />
      <p class="outline-editions" id="outline-editions">
        <span id="outline-editions-label">The outline of</span>{' '}
        {catalog.outlines.map((one) => (
          <button
            type="submit"
            class="quiet"
            formaction="/#by-outline"
            name="show-outline"
            value={String(one.edition)}
            aria-current={one.edition === outline.edition ? 'true' : undefined}
          >
            {one.edition}
          </button>
        ))}
      </p>
      <p class="hint">
        A number such as 1.c may stand for another topic in another edition. A chapter brings everything
        beneath it.
      </p>
      <ul class="choices outline-list">
        {outline.entries.map((entry) => (
          <li class={`depth-${Math.min(4, depthOf(entry.key))}`}>
            <Choice
              name="sections"
              value={entry.key}
              checked={chosen.includes(entry.key)}
              {...(entry.optional === true ? { note: 'in some reports' } : {})}
            >
              {nameEntry(entry)}
            </Choice>
          </li>
        ))}
      </ul>
      {elsewhere.length === 0 ? null : (
        <fieldset class="group">
          <legend>Also chosen, from other outlines</legend>
          <ul class="choices">
            {elsewhere.map((key) => (
              <li>
                <Choice name="sections" value={key} checked>
                  {key}
                </Choice>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
    </div>
  );
}

/** 1 for a chapter (`1`, `executive-summary`), 2 for `1.c` and `6/women`, and so on. */
export function depthOf(key: SectionKey): number {
  return key.split('/').length + (/^\d+\.[a-z]/.test(key) ? 1 : 0);
}

/** `Section 1. Respect for …`, `a. Arbitrary …`, `Women` */
export function nameEntry({ label, heading }: Pick<OutlineEntry, 'label' | 'heading'>): string {
  return label === undefined || label === null ? heading : `${label} ${heading}`;
}
