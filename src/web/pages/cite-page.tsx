import { formatAddress, formatFragment } from '../../domain/address.ts';
import { type Citation, sectionLabel } from '../../domain/citation.ts';
import { areaAddress, editionAddress, reportAddress } from '../addresses.ts';
import { CitationFiles, Citations } from '../components/citations.tsx';
import { CopyAddress } from '../components/copy-address.tsx';
import { Crumbs } from '../components/crumbs.tsx';
import { SampleMark } from '../components/sample-banner.tsx';
import type { Site } from '../document.tsx';
import { packetAddress } from '../packet-addresses.ts';

/** One report, section or passage, in every style. */
export function CitePage({ site, citation }: { readonly site: Site; readonly citation: Citation }) {
  const { address, areaName, edition, version, newest, pinpoint, capturedOn } = citation;
  const area = site.catalog.getArea(address.area);
  const fragment = formatFragment(address.section, address.passage);
  return (
    <div class="wrap cite-page">
      <header class="page-head">
        <Crumbs
          steps={[
            ['Editions', '/editions'],
            [String(edition), editionAddress(edition)],
            [area.name, areaAddress(area)],
            [`${areaName}, ${edition}`, reportAddress(address, address.version)],
          ]}
        />
        <h1>
          Cite {areaName}, {edition}
          {describePlace(citation)}
        </h1>
        {citation.sample ? <SampleMark /> : null}
        <p>
          <a href={reportAddress(address, address.version) + fragment}>
            Read{' '}
            {pinpoint === null ? 'the report' : pinpoint.passage === null ? 'the section' : 'the passage'}
          </a>
          {pinpoint?.passage == null ? null : (
            <>
              {' · '}
              <a
                class="pin-link"
                href={packetAddress([formatAddress({ ...address, version })])}
                data-pin={formatAddress({ ...address, version })}
              >
                Put it into a packet
              </a>
            </>
          )}
          {newest ? null : '. This is an older version of the text: the citations say so.'}
        </p>
      </header>
      <Citations citation={citation} />
      <CitationFiles citation={citation} />
      <CopyAddress
        id="lasting"
        label="The lasting address of these very words"
        address={site.origin + reportAddress(address, version) + fragment}
      />
      <div class="cite-notes">
        <p>
          {capturedOn === null
            ? 'When the copy was captured is not known: so no day of access is given.'
            : 'The day of access is the day on which this copy was captured; write your own if you look at the official page.'}{' '}
          {pinpoint?.passage == null
            ? null
            : 'The reports number no paragraphs: the number is the passage’s place in its section, counted here, lists and notes included. '}
          “APA, in the text”: where you cite several reports of a year, add a letter to it, as in 2022a.
        </p>
      </div>
    </div>
  );
}

/** ", section 1.c, Prison Conditions, passage 4" */
function describePlace({ pinpoint }: Citation): string {
  if (pinpoint === null) return '';
  const label = sectionLabel(pinpoint);
  return [
    '',
    ...(label === null ? [] : [`section ${label}`]),
    ...pinpoint.headings,
    ...(pinpoint.passage === null ? [] : [`passage ${pinpoint.passage}`]),
  ].join(', ');
}
