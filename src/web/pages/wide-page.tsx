import { ABSENCE_NOTE } from '../../domain/absence-note.ts';
import {
  describeWideCorrections,
  describeWideTitle,
  describeWideTotal,
  MEASURE_NAMES,
  WIDE_LEGEND,
} from '../../domain/describe-wide.ts';
import { groupGaps } from '../../domain/gap.ts';
import { WIDE_MEASURES, type WideView } from '../../domain/wide-view.ts';
import { formatWideChoices, type WideChoices } from '../../workbench/wide/read-wide-request.ts';
import { areaAddress, editionAddress, wideAddress } from '../addresses.ts';
import { Crumbs } from '../components/crumbs.tsx';
import { GapList } from '../components/gap-list.tsx';
import { Group, Way } from '../components/redline-tools.tsx';
import { SampleMark } from '../components/sample-banner.tsx';
import { ViewFiles } from '../components/view-files.tsx';
import { ChangesChart } from '../components/wide/changes-chart.tsx';
import { HeatKey, HeatMap } from '../components/wide/heat-map.tsx';
import { WideForm } from '../components/wide/wide-form.tsx';
import { WideTable } from '../components/wide/wide-table.tsx';
import type { Site } from '../document.tsx';
import { UNOFFICIAL_NOTICE } from '../plain-words.ts';

/** Many comparisons at once: all areas between two editions, or all editions of an area. */
export function WidePage({
  site,
  view,
  choices,
}: {
  readonly site: Site;
  readonly view: WideView;
  readonly choices: WideChoices;
}) {
  const { scope, topics, narrowedTo, neitherHeld, library, algorithm } = view;
  const corrections = describeWideCorrections(view);
  const place = scope.kind === 'areas' ? scope : { area: scope.area.id };
  const { topics: asked, measure, sort } = choices;
  const addressOf = (changed: Partial<WideChoices>): string =>
    wideAddress(place, formatWideChoices({ topics: asked, measure, sort, ...changed }));
  return (
    <div class="wrap wide-page">
      <header class="page-head">
        <Crumbs
          steps={
            scope.kind === 'areas'
              ? [['Compare', '/compare']]
              : [
                  ['Compare', '/compare'],
                  [scope.area.name, areaAddress(scope.area)],
                ]
          }
        />
        <h1>{describeWideTitle(view)}</h1>
        {scope.kind === 'editions' && scope.area.kind === 'sample' ? <SampleMark /> : null}
        <p class="print-only">{UNOFFICIAL_NOTICE}</p>
      </header>
      {describeWideTotal(view).map((line, i) => (
        <p class={i === 0 ? 'counts' : 'wide-line'}>{line}</p>
      ))}
      <p class="absence-notice">{ABSENCE_NOTE}</p>
      {corrections === null ? null : (
        <p class="corrections-use">
          {corrections} <a href="/corrections">See all corrections</a>
        </p>
      )}
      {scope.kind === 'areas' ? <WideForm site={site} scope={scope} choices={choices} /> : null}
      {scope.kind === 'editions' ? <ChangesChart rows={view.rows} /> : null}
      <nav class="redline-tools" aria-label="How the table is shown">
        <Group name="Measure">
          {WIDE_MEASURES.map((one) => (
            <Way address={addressOf({ measure: one })} chosen={one === measure}>
              {MEASURE_NAMES[one]}
            </Way>
          ))}
        </Group>
        {scope.kind === 'areas' ? (
          <Group name="Order">
            <Way address={addressOf({ sort: { by: 'area', turned: false } })} chosen={sort.by === 'area'}>
              By name
            </Way>
            <Way address={addressOf({ sort: { by: 'region', turned: false } })} chosen={sort.by === 'region'}>
              By region
            </Way>
          </Group>
        ) : null}
        {narrowedTo === null ? null : (
          <Group name="Topics">
            <Way address={addressOf({ topics: [], sort: { by: 'area', turned: false } })} chosen={false}>
              All topics
            </Way>
          </Group>
        )}
      </nav>
      {topics.length < 2 ? null : (
        <>
          <h2>By topic</h2>
          <HeatKey measure={measure} />
          <HeatMap view={view} regions={site.catalog.regions} choices={choices} addressOf={addressOf} />
          <p class="hint">
            A passage counts under one topic here, the first of its heading’s. Each number leads to the two
            reports, narrowed to that topic; there every passage on it counts, those too that stand under
            another topic here. The heads of the columns put the rows in order.
          </p>
        </>
      )}
      <h2>{scope.kind === 'areas' ? 'Country by country' : 'Edition by edition'}</h2>
      <WideTable view={view} regions={site.catalog.regions} choices={choices} addressOf={addressOf} />
      <p class="hint">{WIDE_LEGEND}</p>
      <GapList groups={groupGaps(view.gaps, site.catalog)} />
      {neitherHeld === 0 ? null : (
        <p class="hint">Of {neitherHeld} more, neither report is held in this library.</p>
      )}
      <p class="hint">
        Counted in version <code>{library.version}</code> of the library, way of comparing {algorithm}.{' '}
        {scope.kind === 'areas' ? (
          <>
            The editions: <a href={editionAddress(scope.from)}>{scope.from}</a>,{' '}
            <a href={editionAddress(scope.to)}>{scope.to}</a>.
          </>
        ) : null}
      </p>
      <ViewFiles
        site={site}
        what="The numbers"
        address={addressOf({})}
        fileAddress={(format) => wideAddress(place, formatWideChoices(choices), format)}
      />
    </div>
  );
}
