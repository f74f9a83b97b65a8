import { assertNever } from '../../domain/assert-never.ts';
import type { Citation } from '../../domain/citation.ts';
import {
  type CitationRun,
  type CitationStyle,
  DATA_STYLES,
  type DataStyle,
  isDataStyle,
  PROSE_STYLES,
  type ProseStyle,
} from '../../domain/citation-style.ts';
import { escapeText } from '../html-passage.ts';
import { escapeMarkdown } from '../markdown-text.ts';
import { renderApa, renderApaInText } from './apa.ts';
import { renderBiblatex, renderBibtex } from './bibtex.ts';
import { renderBluebook, renderBluebookLawReview } from './bluebook.ts';
import { renderChicagoBibliography, renderChicagoNote } from './chicago.ts';
import { runsToHtml, runsToMarkdown, runsToText } from './citation-runs.ts';
import { renderCoi } from './coi.ts';
import { renderCslJson } from './csl-json.ts';
import { renderEoir } from './eoir.ts';
import { renderMla, renderMlaInText } from './mla.ts';
import { renderOscola } from './oscola.ts';
import { renderRis } from './ris.ts';

/** The formats in which citations are written out. */
export type CitationFormat = 'txt' | 'md' | 'html' | 'json';
export const CITATION_FORMATS: readonly CitationFormat[] = ['txt', 'md', 'html', 'json'];

/** A citation as a sentence, in runs. */
export function renderCitation(citation: Citation, style: ProseStyle): readonly CitationRun[] {
  switch (style) {
    case 'bluebook':
      return renderBluebook(citation);
    case 'bluebook-law-review':
      return renderBluebookLawReview(citation);
    case 'eoir':
      return renderEoir(citation);
    case 'oscola':
      return renderOscola(citation);
    case 'coi':
      return renderCoi(citation);
    case 'apa':
      return renderApa(citation);
    case 'apa-in-text':
      return renderApaInText(citation);
    case 'chicago-note':
      return renderChicagoNote(citation);
    case 'chicago-bibliography':
      return renderChicagoBibliography(citation);
    case 'mla':
      return renderMla(citation);
    case 'mla-in-text':
      return renderMlaInText(citation);
    default:
      return assertNever(style);
  }
}

/** Records for programs that manage references: a whole file. */
export function renderRecords(citations: readonly Citation[], style: DataStyle): string {
  switch (style) {
    case 'bibtex':
      return renderBibtex(citations);
    case 'biblatex':
      return renderBiblatex(citations);
    case 'ris':
      return renderRis(citations);
    case 'csl-json':
      return renderCslJson(citations);
    default:
      return assertNever(style);
  }
}

/** Citations in one style or several; with several, each stands under its name. */
export function renderCitations(
  citations: readonly Citation[],
  styles: readonly CitationStyle[],
  format: CitationFormat,
): string {
  if (format === 'json') return renderJson(citations, styles);
  const parts = styles.map((style) => {
    const body = isDataStyle(style)
      ? fence(renderRecords(citations, style), format, styles.length > 1)
      : listDistinct(citations, style, format).join('');
    return styles.length === 1 ? body : `${heading(nameStyle(style), format)}${body}`;
  });
  return parts.join(styles.length > 1 && format !== 'html' ? '\n' : '');
}

export function nameStyle(style: CitationStyle): string {
  return isDataStyle(style) ? DATA_STYLES[style] : PROSE_STYLES[style];
}

/** A bibliography names a report once, however many of its passages are cited. */
function listDistinct(
  citations: readonly Citation[],
  style: ProseStyle,
  format: Exclude<CitationFormat, 'json'>,
): readonly string[] {
  const lines = citations.map((citation) => {
    const runs = renderCitation(citation, style);
    if (format === 'html') return `<p>${runsToHtml(runs)}</p>\n`;
    if (format === 'md') return `${runsToMarkdown(runs)}\n\n`;
    return `${runsToText(runs)}\n`;
  });
  return [...new Set(lines)];
}

function renderJson(citations: readonly Citation[], styles: readonly CitationStyle[]): string {
  const rows = citations.map((citation) => ({
    address: citation.addressText,
    version: citation.version,
    sample: citation.sample,
    citations: Object.fromEntries(
      styles.map((style) => [
        style,
        isDataStyle(style) ? readData(citation, style) : readProse(citation, style),
      ]),
    ),
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}

function readProse(citation: Citation, style: ProseStyle): object {
  const runs = renderCitation(citation, style);
  return { text: runsToText(runs), html: runsToHtml(runs) };
}

function readData(citation: Citation, style: DataStyle): unknown {
  const text = renderRecords([citation], style);
  return style === 'csl-json' ? (JSON.parse(text) as unknown) : text;
}

function heading(text: string, format: Exclude<CitationFormat, 'json'>): string {
  if (format === 'html') return `<h2>${escapeText(text)}</h2>\n`;
  return format === 'md' ? `## ${escapeMarkdown(text)}\n\n` : `${text}\n`;
}

/** Records stand as they are; as HTML, and among others in Markdown, as text that is kept letter by letter. */
function fence(text: string, format: Exclude<CitationFormat, 'json'>, among: boolean): string {
  if (format === 'html') return `<pre>${escapeText(text)}</pre>\n`;
  return format === 'md' && among ? `\`\`\`\`\n${text.replaceAll('\r', '')}\`\`\`\`\n` : text;
}
