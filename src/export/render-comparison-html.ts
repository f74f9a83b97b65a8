import type { ComparisonFilter } from '../domain/comparison-filter.ts';
import type { ComparisonView } from '../domain/comparison-view.ts';
import { describeTitle, HOW_TO_READ } from '../domain/describe-pair.ts';
import {
  ABSENCE_NOTE,
  listScope,
  listSides,
  listSummary,
  WHAT_A_COMPARISON_IS,
} from './comparison-front-matter.ts';
import { escapeText } from './html-passage.ts';
import { Redline } from './html-redline.ts';
import { HTML_STYLE } from './html-style.ts';
import { REDLINE_STYLE } from './redline-style.ts';
import { renderFactsHtml } from './render-html.ts';

/** One self-contained page in two columns: its own style, no script, nothing loaded from anywhere. */
export function* renderComparisonHtml(view: ComparisonView, filter: ComparisonFilter): Generator<string> {
  yield renderHead(view, filter);
  const redline = new Redline(view, {
    filter,
    layout: 'two',
    addressOf: null,
    citeOf: null,
    everythingAt: null,
  });
  for (const topic of view.topics) yield redline.renderTopic(topic);
  yield `</main>\n<footer><p>${escapeText(WHAT_A_COMPARISON_IS)}</p></footer>\n</body>\n</html>\n`;
}

function renderHead(view: ComparisonView, filter: ComparisonFilter): string {
  const title = escapeText(describeTitle(view));
  let html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${HTML_STYLE}${REDLINE_STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${escapeText(WHAT_A_COMPARISON_IS)}</p>
`;
  for (const { heading, facts, notice } of listSides(view)) {
    html += `<h2>${escapeText(heading)}</h2>\n${renderFactsHtml(facts)}<p class="notice">${escapeText(notice)}</p>\n`;
  }
  html += '<h2>Summary</h2>\n<ul>\n';
  for (const line of [...listSummary(view), ...listScope(view, filter)])
    html += `<li>${escapeText(line)}</li>\n`;
  html += '</ul>\n';
  for (const line of HOW_TO_READ) html += `<p class="notice">${escapeText(line)}</p>\n`;
  html += `<p class="notice">Words that are gone are <del>struck through</del>, words that are new <ins>underlined</ins>.</p>\n`;
  return `${html}<p><strong>${ABSENCE_NOTE}</strong></p>\n</header>\n<main class="redline">\n`;
}
