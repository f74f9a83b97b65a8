import type { Coverage } from '../../domain/coverage.ts';
import { formatSectionChoice, labelSectionChoice, type Selection } from '../../domain/selection.ts';
import type { Site } from '../document.tsx';
import { dropUnseen } from '../drop-unseen.ts';
import { depthOf, nameEntry } from './outline-choices.tsx';

const FIELDS = 4;
/** So many wrong names are shown again at most. */
const MOST_TYPED = 8;

/** Which edition, which topic or section, which areas. */
export function SideBySideForm({
  site: { catalog },
  coverage,
  selection,
  typed,
}: {
  readonly site: Site;
  readonly coverage: Coverage;
  readonly selection: Selection;
  /** The areas as they were written. */
  readonly typed: readonly string[];
}) {
  const held = coverage.totals.flatMap(({ edition, counts }) => (counts.held > 0 ? edition : []));
  const year = selection.years[0] ?? held.at(-1);
  const areas = coverage.rows.filter(({ cells }) => cells.some(({ state }) => state === 'held'));
  const written = typed.map((name) => dropUnseen(name.trim()).slice(0, 100)).filter((name) => name !== '');
  const names = written.map((name) => catalog.findArea(name)?.name ?? name).slice(0, MOST_TYPED);
  const fields = [...names, ...Array<string>(Math.max(0, FIELDS - names.length)).fill('')];
  return (
    <form class="side-form" action="/side-by-side" method="get">
      <div>
        <label for="side-years">Edition</label>
        <select id="side-years" name="years">
          {catalog.editions.toReversed().map((edition) => (
            <option value={edition.year} selected={edition.year === year}>
              {edition.year}
              {held.includes(edition.year) ? '' : ' (not held)'}
            </option>
          ))}
        </select>
      </div>
      <SectionChoices site={{ catalog }} selection={selection} year={year ?? null} />
      <fieldset id="side-areas" class="side-areas" tabindex={-1}>
        <legend>Up to four countries or areas</legend>
        {fields.map((name, i) => (
          <input
            name="areas"
            type="search"
            value={name}
            aria-label={`Country or area ${i + 1}`}
            autocomplete="off"
            spellcheck={false}
            list="area-names"
          />
        ))}
        <datalist id="area-names">
          {areas.map(({ area }) => (
            <option value={area.name} />
          ))}
        </datalist>
      </fieldset>
      <button type="submit" class="primary">
        Lay side by side
      </button>
    </form>
  );
}

/** Topics first: they mean the same in every edition. */
function SectionChoices({
  site: { catalog },
  selection,
  year,
}: {
  readonly site: Pick<Site, 'catalog'>;
  readonly selection: Selection;
  readonly year: number | null;
}) {
  const [choice] = selection.sections;
  const chosen = choice === undefined || choice.kind === 'all' ? '' : formatSectionChoice(choice);
  const outline = year === null ? null : catalog.findOutline(year);
  const listed = [...catalog.topics.map(({ id }) => id), ...(outline?.entries.map(({ key }) => key) ?? [])];
  return (
    <div class="side-sections">
      <label for="side-sections">Topic or section</label>
      <select id="side-sections" name="sections">
        <option value="" selected={chosen === ''}>
          Choose one
        </option>
        {choice === undefined || chosen === '' || listed.includes(chosen) ? null : (
          <option value={chosen} selected>
            {labelSectionChoice(choice, catalog)}
          </option>
        )}
        <optgroup label="Topics">
          {catalog.topics.map(({ id, label }) => (
            <option value={id} selected={id === chosen}>
              {label}
            </option>
          ))}
        </optgroup>
        {outline === null ? null : (
          <optgroup label={`Sections of the ${outline.edition} outline`}>
            {outline.entries
              .filter(({ key }) => catalog.findTopic(key) === null)
              .map((entry) => (
                <option value={entry.key} selected={entry.key === chosen}>
                  {'\u2003'.repeat(depthOf(entry.key) - 1)}
                  {nameEntry(entry)}
                </option>
              ))}
          </optgroup>
        )}
      </select>
    </div>
  );
}
