import { formatAddress } from '../../../domain/address.ts';
import type { Hit } from '../../../domain/search-answer.ts';
import type { Section } from '../../../domain/section.ts';
import { chooseWindows } from '../../../domain/text-window.ts';
import type { SearchRequest } from '../../../workbench/search/search-request.ts';
import { markedReportAddress } from '../../addresses.ts';
import { citePlaceAddress } from '../../cite-addresses.ts';
import type { Site } from '../../document.tsx';
import { formatCount } from '../../plain-words.ts';

import { MarkedText, MarkedWindows } from './marked-text.tsx';

/** Characters of a passage that are shown at once. */
const MOST_SHOWN = 520;

/** A passage found: where it stands, its text, how to name it. */
export function HitItem({
  site,
  hit,
  request,
}: {
  readonly site: Site;
  readonly hit: Hit;
  readonly request: SearchRequest;
}) {
  const { report, path, passage, ranges } = hit;
  const { edition, area } = report;
  const place = { edition, area, section: passage.section, passage: passage.number };
  const windows = chooseWindows(passage.text, ranges, MOST_SHOWN);
  const isWhole = windows.length === 1 && windows[0]?.start === 0 && windows[0].end === passage.text.length;
  return (
    <li>
      <article class="hit" data-version={report.version}>
        <h3>
          <a href={markedReportAddress(report, request, passage)}>
            {report.areaName}, {edition}
          </a>
        </h3>
        <p class="hit-path">{describePath(path, passage.underLabel)}</p>
        <p class="hit-text" lang="en">
          <MarkedWindows text={passage.text} ranges={ranges} windows={windows} />
        </p>
        {isWhole ? null : (
          <details class="hit-whole">
            <summary>The whole passage, {formatCount(passage.words, 'word')}</summary>
            <p class="hit-text" lang="en">
              <MarkedText text={passage.text} ranges={ranges} />
            </p>
          </details>
        )}
        <p class="hit-foot">
          <span class="hit-address">{formatAddress(place)}</span>
          <a class="cite-link" href={citePlaceAddress(place)} aria-label={`Cite ${formatAddress(place)}`}>
            cite
          </a>
          {report.sample ? <span class="hit-sample">invented sample</span> : null}
          <span class="print-only">
            {site.origin}/{formatAddress({ ...place, version: report.version })}
            {report.sample ? '' : ` · ${report.provenance.address}`}
          </span>
        </p>
      </article>
    </li>
  );
}

/** `Section 1 › c. Torture … › Physical Conditions`; a chapter above others is named by its number alone. */
export function describePath(path: readonly Section[], label: string | null): string {
  const names = path.map(({ label: number, heading }, i) => {
    if (number === null) return heading;
    if (i === 0 && path.length > 1) return number.replace(/\.$/, '');
    return `${number} ${heading}`;
  });
  const last = path.at(-1)?.heading;
  return [...names, ...(label === null || label === last ? [] : [label])].join(' › ');
}
