import { ABSENCE_NOTE } from '../domain/absence-note.ts';
import { describeEditionDigest, type EditionDigest, WHAT_A_DIGEST_IS } from '../domain/edition-digest.ts';
import type { GatheredPublication } from '../domain/publication.ts';
import { describeVerification, VERIFICATION_FILE } from '../domain/verification.ts';
import { EPUB_STYLE, epubDocument } from './epub/epub-document.ts';
import { EPUB_CONTAINER, renderNavigation, renderPackage } from './epub/epub-package.ts';
import { type EpubEntry, listEpubParts } from './epub/epub-parts.ts';
import { type EpubFile, zipEpub } from './epub/epub-zip.ts';
import { listFrontMatter, NOTHING_FOUND, WHAT_IT_IS } from './front-matter.ts';
import { HOW_TO_RECOMPUTE, selectionAddress } from './how-to-recompute.ts';
import { escapeText } from './html-passage.ts';
import { renderFactsHtml } from './render-html.ts';
import { listSources } from './sources.ts';

/** An EPUB 3.3 book: what it is, the contents, a document for each excerpt, and how to check it. */
export function renderEpub(
  publication: GatheredPublication,
  digests: readonly EditionDigest[] = [],
): Promise<Uint8Array> {
  const parts = publication.excerpts.flatMap((excerpt, i) => listEpubParts(excerpt, i + 1));
  const entries: EpubEntry[] = [
    { label: 'What this is', href: 'about.xhtml', entries: [] },
    ...parts.flatMap(({ entry }) => entry ?? []),
    { label: 'Sources and how to check them', href: 'sources.xhtml', entries: [] },
  ];
  const documents: EpubFile[] = [
    { path: 'about.xhtml', text: renderAbout(publication) },
    ...parts,
    { path: 'sources.xhtml', text: renderSources(publication, digests) },
  ];
  const paths = documents.map(({ path }) => path);
  return zipEpub([
    { path: 'META-INF/container.xml', text: EPUB_CONTAINER },
    { path: 'EPUB/package.opf', text: renderPackage(publication, paths) },
    { path: 'EPUB/nav.xhtml', text: renderNavigation(entries, parts[0]?.path ?? null) },
    { path: 'EPUB/style.css', text: EPUB_STYLE },
    {
      path: `EPUB/${VERIFICATION_FILE}`,
      text: JSON.stringify(describeVerification(publication, digests)),
    },
    ...documents.map(({ path, text }) => ({ path: `EPUB/${path}`, text })),
  ]);
}

function renderAbout(publication: GatheredPublication): string {
  const { description, excerpts, gapGroups } = publication;
  let body = `<h1>${escapeText(description.title)}</h1>
<p>${escapeText(WHAT_IT_IS)}</p>
${renderFactsHtml(listFrontMatter(publication))}`;
  if (excerpts.length === 0) body += `<p>${NOTHING_FOUND}</p>\n`;
  if (gapGroups.length > 0) {
    body += '<section class="gaps" aria-labelledby="gaps">\n<h2 id="gaps">Asked for and not here</h2>\n';
    for (const { heading, lines } of gapGroups) {
      body += `<p>${escapeText(heading)}</p>\n<ul>\n`;
      for (const { text } of lines) body += `<li>${escapeText(text)}</li>\n`;
      body += '</ul>\n';
    }
    body += `<p>${ABSENCE_NOTE}</p>\n</section>\n`;
  }
  return epubDocument(description.title, body, 'frontmatter');
}

function renderSources(publication: GatheredPublication, digests: readonly EditionDigest[]): string {
  let body = '<h1>Sources and how to check them</h1>\n';
  for (const line of HOW_TO_RECOMPUTE) body += `<p>${escapeText(line)}</p>\n`;
  body += renderFactsHtml([
    { label: 'Library version', value: publication.library.version, href: null },
    { label: 'Selection', value: selectionAddress(publication), href: null },
  ]);
  const editions = digests.length === 0 ? [] : [...digests.map(describeEditionDigest), WHAT_A_DIGEST_IS];
  for (const line of editions) body += `<p class="notice">${escapeText(line)}</p>\n`;
  for (const { heading, facts } of listSources(publication)) {
    body += `<h2>${escapeText(heading)}</h2>\n${renderFactsHtml(facts)}`;
  }
  return epubDocument('Sources and how to check them', body, 'backmatter');
}
