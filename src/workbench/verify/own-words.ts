import { ABSENCE_NOTE } from '../../domain/absence-note.ts';
import { parseAddress } from '../../domain/address.ts';
import type { Catalog } from '../../domain/catalog.ts';
import { HOW_TO_READ } from '../../domain/describe-pair.ts';
import { WHAT_A_DIGEST_IS } from '../../domain/edition-digest.ts';
import { Problem } from '../../domain/problem.ts';
import type { Publication } from '../../domain/publication.ts';
import { WHAT_REMOVALS_ARE } from '../../domain/removals.ts';
import type { Report } from '../../domain/report.ts';
import type { ReportFact } from '../../domain/report-facts.ts';
import { MARKS_LEGEND, WHAT_A_COMPARISON_IS } from '../../export/comparison-front-matter.ts';
import { DOCX_MARKS_LEGEND } from '../../export/docx/docx-difference.ts';
import {
  CITE_AS,
  describeEntry,
  headingText,
  listExcerptFacts,
  listFrontMatter,
  NOTHING_FOUND,
  WHAT_IT_IS,
} from '../../export/front-matter.ts';
import { HOW_TO_RECOMPUTE } from '../../export/how-to-recompute.ts';
import type { Store } from '../../store/store.ts';
import { buildPublication } from '../build-publication.ts';
import { parseSelection } from '../parse-selection.ts';
import { publishReport } from '../publish-report.ts';
import { readReport } from '../read-report.ts';
import { dropSpace, PlainText } from './find-in-text.ts';

/** Paragraphs that are taken apart; an export has some dozens of them. */
const MOST_TRIED = 3_000;

const OWN_LINES = [
  WHAT_IT_IS,
  WHAT_A_COMPARISON_IS,
  WHAT_REMOVALS_ARE,
  NOTHING_FOUND,
  ABSENCE_NOTE,
  ...HOW_TO_READ,
  ...HOW_TO_RECOMPUTE,
  WHAT_A_DIGEST_IS,
  MARKS_LEGEND,
  DOCX_MARKS_LEGEND,
  CITE_AS,
  'Contents',
  'Asked for and not here',
  'Sources and how to check them',
  'Library version:',
  'Selection:',
];

/** Of passages, with or without the year. */
const ADDRESSES = /^(?:[a-z]{3}(?:@[0-9a-f]{12})?#[a-z0-9./~-]+:[\d,;-]+)+/;

/** Fewer letters one behind the other are ours by chance. */
const FEWEST_LETTERS = 12;

/** What an export prints around its passages, made anew from this library: whatever else stands there is not ours. */
export class OwnWords {
  readonly #lines = new Set<string>();
  readonly #texts: string[] = [];
  #all: PlainText | null = null;
  #tried = 0;

  constructor() {
    for (const line of OWN_LINES) this.#add(line);
  }

  /** The head of a custom report: what was asked for, what it comes to, and what is not there. */
  addHead(publication: Publication): void {
    this.#add(publication.description.title);
    this.#addFacts(listFrontMatter(publication));
    for (const entry of publication.contents) {
      this.#add(entry.heading);
      this.#add(`${entry.heading} (${describeEntry(entry)})`);
    }
    for (const { heading, lines } of publication.gapGroups) {
      this.#add(heading);
      for (const { text } of lines) this.#add(text);
    }
  }

  /** A report's facts and headings. */
  addReport(report: Report, catalog: Catalog): void {
    const edition = catalog.findEdition(report.edition);
    if (edition === null) return;
    const { facts, notice } = listExcerptFacts({ report, edition, newest: true });
    this.#addFacts(facts);
    for (const line of [report.title, notice, `${report.areaName}, ${report.edition}`]) this.#add(line);
    for (const section of report.sections) this.#add(headingText(section));
  }

  /** Texts of the export made again, in their order, without those of passages. */
  addTexts(texts: readonly string[]): void {
    this.#texts.push(...texts.map(dropSpace));
    this.#all = null;
  }

  /** True if nothing else stands in the paragraph, or the line. */
  isAll(plain: string): boolean {
    if (this.#lines.has(plain)) return true;
    if (this.#tried > MOST_TRIED) return false;
    this.#tried += 1;
    this.#all ??= new PlainText(`${[...this.#lines].join('\n')}\n${this.#texts.join('')}`);
    let rest = plain;
    // A list of facts is one paragraph in Markdown, and a line of a PDF has several columns.
    for (let steps = 0; steps < 60; steps += 1) {
      rest = rest.replace(/^[\d\p{P}\p{S}]+/u, '').replace(ADDRESSES, '');
      if (rest === '' || /^Addressesofthesepassagesin\d{4}\/[a-z]{3}:[#;:,.~/a-z0-9-]*$/.test(rest))
        return true;
      const taken = this.#measure(rest, this.#all);
      if (taken === 0) return false;
      rest = rest.slice(taken);
    }
    return false;
  }

  /** So many letters at the beginning are ours; few are no sign, unless nothing stands behind them. */
  #measure(rest: string, all: PlainText): number {
    if (all.has(rest)) return rest.length;
    let low = FEWEST_LETTERS;
    if (!all.has(rest.slice(0, low))) return this.#measureLine(rest);
    let high = rest.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (all.has(rest.slice(0, middle))) low = middle;
      else high = middle;
    }
    return low;
  }

  /** A whole line of ours may be short. */
  #measureLine(rest: string): number {
    for (let length = FEWEST_LETTERS; length > 2; length -= 1)
      if (this.#lines.has(rest.slice(0, length))) return length;
    return 0;
  }

  #addFacts(facts: readonly ReportFact[]): void {
    for (const { label, value } of facts) {
      this.#add(`${label}: ${value}`);
      this.#add(label);
      this.#add(value);
    }
  }

  #add(line: string): void {
    this.#lines.add(dropSpace(line));
    this.#all = null;
  }
}

/** The publication that a file says it is of, made from this library; null if it cannot be made. */
export async function findPublication(
  selection: string,
  catalog: Catalog,
  store: Store,
): Promise<Publication | null> {
  try {
    if (!selection.includes('=')) {
      const { edition, area, version } = parseAddress(selection);
      const view = await readReport({ edition, area }, version, catalog, store);
      return publishReport(view, catalog.getEdition(edition), catalog, await store.getStamp());
    }
    const query = new URLSearchParams(selection);
    const list = (name: string): string[] => query.getAll(name);
    const keys = await store.listSectionKeys();
    const asked = parseSelection(
      { years: list('years'), sections: list('sections'), areas: list('areas'), order: list('order') },
      catalog,
      (key) => keys.has(key),
    );
    return await buildPublication(asked, catalog, store);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
