import { ABSENCE_NOTE } from '../domain/absence-note.ts';
import { excerptAnchor } from '../domain/excerpt-anchor.ts';
import type { Excerpt, Publication } from '../domain/publication.ts';
import type { ReportFact } from '../domain/report-facts.ts';
import { startVerification } from '../domain/verification.ts';
import {
  describeEntry,
  headingText,
  listExcerptFacts,
  listFrontMatter,
  NOTHING_FOUND,
  WHAT_IT_IS,
} from './front-matter.ts';
import { escapeAttribute, escapeText, renderExcerptHtml } from './html-passage.ts';
import { HTML_STYLE } from './html-style.ts';

/**
 * One self-contained page: its own style, no script, nothing loaded from anywhere. Every passage has an id, so
 * that `file.html#2021-mli-1.c:4` is its address.
 */
export async function* renderHtml(publication: Publication): AsyncGenerator<string> {
  yield renderHead(publication);
  const notes = startVerification(publication);
  for await (const excerpt of publication.readExcerpts()) {
    notes.add(excerpt);
    yield renderArticle(excerpt);
  }
  // Data and no program; a `<` in it could end the element.
  const data = JSON.stringify(notes.finish()).replaceAll('<', '\\u003c');
  yield `</main>\n<script type="application/json" id="variorum-verification">${data}</script>\n<footer><p>${escapeText(WHAT_IT_IS)}</p></footer>\n</body>\n</html>\n`;
}

function renderHead(publication: Publication): string {
  const { contents, gapGroups } = publication;
  const title = escapeText(publication.description.title);
  let html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${escapeText(WHAT_IT_IS)}</p>
${renderFactsHtml(listFrontMatter(publication))}</header>
<main>
`;
  if (contents.length === 0) html += `<p>${NOTHING_FOUND}</p>\n`;
  else {
    html += '<nav aria-labelledby="contents">\n<h2 id="contents">Contents</h2>\n<ol>\n';
    for (const entry of contents) {
      const anchor = escapeAttribute(excerptAnchor(entry));
      html += `<li><a href="#${anchor}">${escapeText(entry.heading)}</a> (${describeEntry(entry)})</li>\n`;
    }
    if (gapGroups.length > 0) html += '<li><a href="#gaps">Asked for and not here</a></li>\n';
    html += '</ol>\n</nav>\n';
  }
  if (gapGroups.length === 0) return html;
  html += '<section class="gaps" aria-labelledby="gaps">\n<h2 id="gaps">Asked for and not here</h2>\n';
  for (const { heading, lines } of gapGroups) {
    html += `<p>${escapeText(heading)}</p>\n<ul>\n`;
    for (const line of lines) html += `<li>${escapeText(line.text)}</li>\n`;
    html += '</ul>\n';
  }
  return `${html}<p>${ABSENCE_NOTE}</p>\n</section>\n`;
}

function renderArticle(excerpt: Excerpt): string {
  const id = escapeAttribute(excerptAnchor(excerpt));
  const { facts, notice } = listExcerptFacts(excerpt);
  return `<article aria-labelledby="${id}">
<h2 id="${id}">${escapeText(excerpt.heading)}</h2>
<p>${escapeText(excerpt.report.title)}</p>
${renderFactsHtml(facts)}<p class="notice">${escapeText(notice)}</p>
${renderSectionList(excerpt)}${renderExcerptHtml(excerpt)}</article>
`;
}

/** Chapters and lettered subsections, where there are several. */
function renderSectionList(excerpt: Excerpt): string {
  const { report, choice, sections } = excerpt;
  const listed = sections.filter(({ section }) => section.depth <= 2);
  if (listed.length < 3) return '';
  const prefix = `${excerptAnchor(excerpt)}-`;
  let html = `<nav aria-label="Sections of ${report.edition}/${escapeAttribute(report.area)}${choice === null ? '' : `, ${escapeAttribute(prefix)}`}">\n<ul>\n`;
  for (const { section } of listed) {
    const deeper = section.depth === 1 ? '' : ' class="deeper"';
    html += `<li${deeper}><a href="#${escapeAttribute(prefix + section.key)}">${escapeText(headingText(section))}</a></li>\n`;
  }
  return `${html}</ul>\n</nav>\n`;
}

export function renderFactsHtml(facts: readonly ReportFact[]): string {
  let html = '<dl>\n';
  for (const { label, value, href } of facts) {
    const shown =
      href !== null && /^https?:\/\//i.test(href)
        ? `<a href="${escapeAttribute(href)}" rel="noopener noreferrer">${escapeText(value)}</a>`
        : escapeText(value);
    html += `<dt>${escapeText(label)}</dt><dd>${shown}</dd>\n`;
  }
  return `${html}</dl>\n`;
}
