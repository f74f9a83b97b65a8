import type { GatheredPublication } from '../../domain/publication.ts';
import { VERIFICATION_FILE } from '../../domain/verification.ts';
import { escapeAttribute, escapeText } from '../html-passage.ts';
import { publicationUuid } from '../publication-uuid.ts';
import { toXmlText } from '../xml-text.ts';
import { epubDocument } from './epub-document.ts';
import type { EpubEntry } from './epub-parts.ts';

export const EPUB_CONTAINER = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** The package document (EPUB 3.3, 5): what the book is, what it holds and in which order it is read. */
export function renderPackage(publication: GatheredPublication, paths: readonly string[]): string {
  const documents = paths.map((path) => ({ path, id: path.replace(/\.xhtml$/, '') }));
  return toXmlText(`<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="uid" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="uid">urn:uuid:${publicationUuid(publication)}</dc:identifier>
<dc:title>${escapeText(publication.description.title)}</dc:title>
<dc:language>en-US</dc:language>
<dc:creator>Variorum</dc:creator>
<dc:subject>Country Reports on Human Rights Practices</dc:subject>
${listSources(publication)}<meta property="dcterms:modified">${lastChange(publication)}</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityFeature">readingOrder</meta>
<meta property="schema:accessibilityFeature">displayTransformability</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">Text only, with headings in the order of the reports, a contents list, and an address for every passage.</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
<item id="verification" href="${VERIFICATION_FILE}" media-type="application/json"/>
${documents.map(({ path, id }) => `<item id="${escapeAttribute(id)}" href="${escapeAttribute(path)}" media-type="application/xhtml+xml"/>\n`).join('')}</manifest>
<spine>
${documents.map(({ id }) => `<itemref idref="${escapeAttribute(id)}"/>\n${id === 'about' ? '<itemref idref="nav"/>\n' : ''}`).join('')}</spine>
</package>
`);
}

/** The contents and the landmarks; `begin` is where the reports begin. */
export function renderNavigation(entries: readonly EpubEntry[], begin: string | null): string {
  const landmarks = [
    ['frontmatter', 'about.xhtml', 'What this is'],
    ['toc', 'nav.xhtml#toc', 'Contents'],
    ...(begin === null ? [] : [['bodymatter', begin, 'Reports']]),
    ['backmatter', 'sources.xhtml', 'Sources and how to check them'],
  ] as const;
  const marks = landmarks
    .map(
      ([kind = '', href = '', label = '']) =>
        `<li><a epub:type="${kind}" href="${escapeAttribute(href)}">${escapeText(label)}</a></li>\n`,
    )
    .join('');
  return epubDocument(
    'Contents',
    `<nav epub:type="toc" id="toc" role="doc-toc" aria-labelledby="contents">
<h1 id="contents">Contents</h1>
${renderEntries(entries)}</nav>
<nav epub:type="landmarks" hidden="hidden" aria-label="Landmarks">
<ol>
${marks}</ol>
</nav>
`,
  );
}

function renderEntries(entries: readonly EpubEntry[]): string {
  const lines = entries.map(
    ({ label, href, entries: below }) =>
      `<li><a href="${escapeAttribute(href)}">${escapeText(label)}</a>${below.length === 0 ? '' : `\n${renderEntries(below)}`}</li>\n`,
  );
  return `<ol>\n${lines.join('')}</ol>\n`;
}

function listSources({ excerpts }: GatheredPublication): string {
  const addresses = new Set(
    excerpts.filter(({ report }) => !report.sample).map(({ report }) => report.provenance.address),
  );
  return [...addresses].map((address) => `<dc:source>${escapeText(address)}</dc:source>\n`).join('');
}

/**
 * A book must say when it was changed last, and the clock may not say it: the same selection would be another file
 * each second. The release of its newest edition is said; of no known release, the first moment of that year.
 */
function lastChange({ excerpts }: GatheredPublication): string {
  const days = excerpts.map(({ edition }) => edition.releaseDate ?? `${edition.year}-01-01`);
  const newest = days.toSorted().at(-1) ?? '2000-01-01';
  return `${newest.slice(0, 10)}T00:00:00Z`;
}
