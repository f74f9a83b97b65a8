import { ABSENCE_NOTE } from '../../domain/absence-note.ts';
import { parseAddress } from '../../domain/address.ts';
import type { Catalog } from '../../domain/catalog.ts';
import { Problem } from '../../domain/problem.ts';
import type { Publication } from '../../domain/publication.ts';
import type { Report } from '../../domain/report.ts';
import type { ReportFact } from '../../domain/report-facts.ts';
import {
  describeEntry,
  headingText,
  listExcerptFacts,
  listFrontMatter,
  NOTHING_FOUND,
  WHAT_IT_IS,
} from '../../export/front-matter.ts';
import type { Store } from '../../store/store.ts';
import { buildPublication } from '../build-publication.ts';
import { parseSelection } from '../parse-selection.ts';
import { publishReport } from '../publish-report.ts';
import { readReport } from '../read-report.ts';
import { dropSpace } from './find-in-text.ts';

/** Paragraphs that are taken apart; an export has some dozens of them. */
const MOST_TRIED = 3_000;

/** What an export prints around its passages, made anew from this library: whatever else stands there is not ours. */
export class OwnWords {
  readonly #lines = new Set<string>();
  #longestFirst: readonly string[] | null = null;
  #tried = 0;

  constructor() {
    for (const line of [WHAT_IT_IS, NOTHING_FOUND, ABSENCE_NOTE, 'Contents', 'Asked for and not here'])
      this.#add(line);
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
    const { facts, notice } = listExcerptFacts({ report, edition });
    this.#addFacts(facts);
    for (const line of [report.title, notice, `${report.areaName}, ${report.edition}`]) this.#add(line);
    for (const section of report.sections) this.#add(headingText(section));
  }

  /** True if nothing else stands in the paragraph. */
  isAll(plain: string): boolean {
    if (this.#lines.has(plain)) return true;
    if (this.#tried > MOST_TRIED) return false;
    this.#tried += 1;
    this.#longestFirst ??= [...this.#lines].sort((a, b) => b.length - a.length);
    let rest = plain;
    // A list of facts is one paragraph in Markdown.
    for (let steps = 0; steps < 60 && rest !== ''; steps += 1) {
      rest = rest.replace(/^[-–•*<>#:;()]+/u, '');
      if (/^Addressesofthesepassagesin\d{4}\/[a-z]{3}:[#;:,.~/a-z0-9-]*$/.test(rest)) return true;
      const found = this.#longestFirst.find((line) => line !== '' && rest.startsWith(line));
      if (found === undefined) break;
      rest = rest.slice(found.length);
    }
    return rest.replace(/^[-–•*<>#:;()=]+$/u, '') === '';
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
    this.#longestFirst = null;
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
