import type { FacetCount } from '../../../domain/search-answer.ts';
import type { SearchAnswer } from '../../../workbench/search/search-passages.ts';
import type { SearchRequest } from '../../../workbench/search/search-request.ts';
import { searchAddress } from '../../addresses.ts';
import type { Site } from '../../document.tsx';
import { formatNumber } from '../../plain-words.ts';
import { toggleArea, toggleTopic, toggleYear } from '../../search-state.ts';

/** Of many values so many with the most hits stand before the fold. */
const MOST_SHOWN = 8;

interface FacetValue {
  readonly name: string;
  readonly passages: number;
  readonly isOn: boolean;
  /** The search with this filter on, or off if it is on. */
  readonly toggled: SearchRequest;
}

/** Where the hits are. Every value is a link that narrows the search to it, or takes that back. */
export function SearchFacets({ site, answer }: { readonly site: Site; readonly answer: SearchAnswer }) {
  const { catalog } = site;
  const { request, facets } = answer;
  const onAreas = new Set(request.areas.flatMap((one) => (one.kind === 'area' ? one.area : [])));
  const onRegions = new Set(request.areas.flatMap((one) => (one.kind === 'region' ? one.region : [])));
  const list = <T,>(
    counts: readonly FacetCount<T>[],
    name: (value: T) => string,
    isOn: (value: T) => boolean,
    toggle: (value: T) => SearchRequest,
  ): FacetValue[] =>
    counts.map(({ value, passages }) => ({
      name: name(value),
      passages,
      isOn: isOn(value),
      toggled: toggle(value),
    }));
  const editions = list(
    facets.editions,
    String,
    (year) => request.years.includes(year),
    (year) => toggleYear(request, year),
  );
  const regions = list(
    facets.regions,
    (id) => catalog.findRegion(id)?.name ?? id,
    (id) => onRegions.has(id),
    (region) => toggleArea(request, { kind: 'region', region }, catalog),
  );
  const areas = list(
    // Inside the regions that are on, or everywhere.
    facets.areas.filter(
      ({ value }) =>
        onRegions.size === 0 || onAreas.has(value) || onRegions.has(catalog.getArea(value).region),
    ),
    (id) => catalog.getArea(id).name,
    (id) => onAreas.has(id),
    (area) => toggleArea(request, { kind: 'area', area }, catalog),
  );
  const topics = list(
    facets.topics,
    (id) => catalog.findTopic(id)?.label ?? id,
    (id) => request.topics.includes(id),
    (topic) => toggleTopic(request, topic),
  );
  if ([editions, regions, areas, topics].every((values) => values.length === 0)) return null;
  return (
    <details class="search-facets">
      <summary>By edition, country or topic</summary>
      <nav aria-label="Narrow the results">
        <Facet id="editions" title="Edition" values={editions} bars />
        <Facet id="regions" title="Region" values={regions} />
        <LongFacet id="areas" title="Country or area" many="countries and areas" values={areas} />
        <LongFacet id="topics" title="Topic" many="topics" values={topics} />
      </nav>
    </details>
  );
}

function Facet({
  id,
  title,
  values,
  bars = false,
}: {
  readonly id: string;
  readonly title: string;
  readonly values: readonly FacetValue[];
  readonly bars?: boolean;
}) {
  if (values.length === 0) return null;
  return (
    <section class="facet" aria-labelledby={`facet-${id}`}>
      <h2 id={`facet-${id}`}>{title}</h2>
      <FacetList values={values} bars={bars} />
    </section>
  );
}

/** The values with the most hits; all of them, by name, behind a fold. */
function LongFacet({
  id,
  title,
  many,
  values,
}: {
  readonly id: string;
  readonly title: string;
  readonly many: string;
  readonly values: readonly FacetValue[];
}) {
  if (values.length === 0) return null;
  if (values.length <= MOST_SHOWN + 2) return <Facet id={id} title={title} values={byCount(values)} />;
  const top = byCount(values).slice(0, MOST_SHOWN);
  const on = values.filter((value) => value.isOn && !top.includes(value));
  const byName = [...values].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return (
    <section class="facet" aria-labelledby={`facet-${id}`}>
      <h2 id={`facet-${id}`}>{title}</h2>
      <FacetList values={[...on, ...top]} />
      <details class="facet-all">
        <summary>
          All {formatNumber(values.length)} {many}
        </summary>
        <div class="facet-find" data-narrow={`facet-${id}-all`} hidden>
          <label class="unseen" for={`facet-${id}-find`}>
            Find among the {many}
          </label>
          <input id={`facet-${id}-find`} type="search" placeholder="Type to find" autocomplete="off" />
        </div>
        <FacetList id={`facet-${id}-all`} values={byName} />
      </details>
    </section>
  );
}

function FacetList({
  id,
  values,
  bars = false,
}: {
  readonly id?: string;
  readonly values: readonly FacetValue[];
  readonly bars?: boolean;
}) {
  const most = Math.max(1, ...values.map(({ passages }) => passages));
  return (
    <ul class="facet-list" id={id}>
      {values.map(({ name, passages, isOn, toggled }) => (
        <li>
          <a class={isOn ? 'facet-value on' : 'facet-value'} href={searchAddress(toggled)}>
            {isOn ? <span class="unseen">Take off: </span> : null}
            <span class="facet-name">{name}</span>{' '}
            <span class="facet-count">
              {formatNumber(passages)}
              <span class="unseen"> {passages === 1 ? 'passage' : 'passages'}</span>
            </span>
          </a>
          {bars ? (
            <svg class="facet-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
              <rect width={Math.max(1, Math.round((100 * passages) / most))} height="1" />
            </svg>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function byCount(values: readonly FacetValue[]): FacetValue[] {
  return [...values].sort((a, b) => b.passages - a.passages || a.name.localeCompare(b.name, 'en'));
}
