import type { Site } from '../../document.tsx';
import type { SearchFields } from '../../search-state.ts';
import { GuideTable } from './guide-table.tsx';

/** The box, what narrows the search, and how to search. A plain form: it needs no JavaScript. */
export function SearchForm({
  site,
  fields,
  action = '/search',
  open = false,
  guide = true,
}: {
  readonly site: Site;
  readonly fields: SearchFields;
  /** The view that answers. */
  readonly action?: string;
  /** True if the fields that narrow the search are to be seen at once. */
  readonly open?: boolean;
  /** False where the page itself says how to search. */
  readonly guide?: boolean;
}) {
  return (
    <search aria-label="All passages">
      <form class="search-form" action={action} method="get">
        <label class="unseen" for="search-q">
          Words to search for
        </label>
        <div class="search-row">
          <input
            type="search"
            id="search-q"
            name="q"
            value={fields.q}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            enterkeyhint="search"
            data-search-box
          />
          <button type="submit" class="primary">
            Search
          </button>
        </div>
        {fields.order === null ? null : <input type="hidden" name="order" value={fields.order} />}
        {fields.spellings === null ? null : <input type="hidden" name="spellings" value={fields.spellings} />}
        <div class="search-tools">
          <details class="search-narrow" open={open}>
            <summary>Narrow the search</summary>
            <NarrowFields site={site} fields={fields} />
          </details>
          {guide ? (
            <details class="search-how">
              <summary>How to search</summary>
              <GuideTable site={site} />
              <p>
                <a href="/search/help">All about searching</a>
              </p>
            </details>
          ) : null}
        </div>
      </form>
    </search>
  );
}

function NarrowFields({ site, fields }: { readonly site: Site; readonly fields: SearchFields }) {
  const { catalog } = site;
  return (
    <div class="narrow-fields">
      <TextField name="years" label="Years" value={fields.years} hint="2021, or 2016-2019" />
      <TextField
        name="areas"
        label="Countries, areas or regions"
        value={fields.areas}
        hint="names, older names or codes, with commas between them"
        options={[...catalog.regions.map(({ name }) => name), ...catalog.areas.map(({ name }) => name)]}
      />
      <TextField
        name="topics"
        label="Topics"
        value={fields.topics}
        hint="with commas between them"
        options={catalog.topics.map(({ label }) => label)}
      />
      <TextField
        name="sections"
        label="Sections"
        value={fields.sections}
        hint="1.c, 6/women or executive-summary"
      />
    </div>
  );
}

function TextField({
  name,
  label,
  value,
  hint,
  options = [],
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint: string;
  readonly options?: readonly string[];
}) {
  const id = `search-${name}`;
  return (
    <div class="narrow-field">
      <label for={id}>{label}</label>
      <input
        type="text"
        id={id}
        name={name}
        value={value}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={`${id}-hint`}
        list={options.length > 0 ? `${id}-list` : undefined}
      />
      <small id={`${id}-hint`}>{hint}</small>
      {options.length > 0 ? (
        <datalist id={`${id}-list`}>
          {options.map((option) => (
            <option value={option} />
          ))}
        </datalist>
      ) : null}
    </div>
  );
}
