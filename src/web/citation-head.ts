import { type Citation, citedTitle } from '../domain/citation.ts';
import { citePlaceAddress } from './cite-addresses.ts';
import { escapeHtml } from './escape-html.ts';

const DEPARTMENT = 'US Department of State';

/**
 * What programs that collect references read in the head of a page: the `citation_` names of Highwire (Zotero,
 * Google Scholar), Dublin Core, and JSON-LD of schema.org. Of an invented sample: nothing, nobody should collect it.
 */
export function renderCitationHead(citation: Citation, origin: string): readonly string[] {
  if (citation.sample || citation.bureau === null) return [];
  const { bureau, officialAddress, releaseDate } = citation;
  const metas: readonly (readonly [name: string, content: string | null])[] = [
    ['citation_title', citedTitle(citation)],
    // Zotero parts what has no comma into given and family name; a comma at the end keeps the whole name together.
    ['citation_author', `${DEPARTMENT},`],
    ['citation_technical_report_institution', bureau],
    ['citation_publication_date', releaseDate?.replaceAll('-', '/') ?? null],
    ['citation_public_url', officialAddress],
    ['citation_language', 'en'],
    ['DC.title', citedTitle(citation)],
    ['DC.creator', `${DEPARTMENT},`],
    ['DC.publisher', bureau],
    ['DC.date', releaseDate],
    // “Text”, the word of the DCMI vocabulary, makes Zotero take it for an article.
    ['DC.type', 'Report'],
    ['DC.identifier', officialAddress],
    ['DC.language', 'en'],
    ['DC.rights', 'Work of the US Government'],
  ];
  return [
    '<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">',
    ...metas.flatMap(([name, content]) =>
      content === null ? [] : [`<meta name="${name}" content="${escapeHtml(content)}">`],
    ),
    `<script type="application/ld+json">${writeData(describe(citation, origin))}</script>`,
  ];
}

function describe(citation: Citation, origin: string): object {
  const { address, officialAddress, releaseDate, areaName, bureau, version } = citation;
  const page = citePlaceAddress(address).replace(/\/cite$/, '');
  const department = { '@type': 'GovernmentOrganization', name: DEPARTMENT };
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    name: citedTitle(citation),
    description: 'Unofficial copy prepared from the official publication that it is based on; not certified.',
    author: { '@type': 'GovernmentOrganization', name: bureau, parentOrganization: department },
    publisher: department,
    ...(releaseDate === null ? {} : { datePublished: releaseDate }),
    inLanguage: 'en',
    about: { '@type': 'Place', name: areaName },
    url: origin + page,
    ...(officialAddress === null ? {} : { isBasedOn: officialAddress }),
    version,
    license: 'https://www.usa.gov/government-works',
    provider: { '@type': 'Organization', name: 'Variorum' },
  };
}

/** JSON that cannot end the element in which it stands. */
function writeData(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
