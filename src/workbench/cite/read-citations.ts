import { type Address, formatAddress, parseAddress } from '../../domain/address.ts';
import type { Catalog } from '../../domain/catalog.ts';
import { type Citation, citeReport, describePinpoint } from '../../domain/citation.ts';
import { findNearest } from '../../domain/nearest.ts';
import { Problem } from '../../domain/problem.ts';
import type { Publication } from '../../domain/publication.ts';
import type { ReportHead } from '../../domain/report.ts';
import type { Section, SectionKey } from '../../domain/section.ts';
import type { Store } from '../../store/store.ts';
import { readHead } from '../read-report.ts';

/** So many places are cited at once; a whole custom report may name more reports than that. */
export const MOST_PINS = 200;

/** @throws Problem not-found for what is not held, saying why; for a section or passage that the report lacks, too */
export async function readCitation(address: Address, catalog: Catalog, store: Store): Promise<Citation> {
  const head = await readHead(address, address.version, catalog, store);
  const newest = address.version === null ? head : await store.findHead(head, null);
  const edition = catalog.getEdition(head.edition);
  const isNewest = newest?.version === head.version;
  const { section: key, passage: number } = address;
  if (key === null) return citeReport(head, edition, isNewest);
  const { sections } = await store.readOutline(head);
  const path = findPath(sections, key);
  const section = path.at(-1);
  if (section === undefined) throw noSuchSection(address, sections, head);
  if (number === null)
    return citeReport(head, edition, isNewest, describePinpoint(path, null), { section: key, passage: null });
  const order = section.firstPassage + number - 1;
  const [passage] =
    number > section.passageCount ? [] : await store.readPassages(head, [{ first: order, last: order }]);
  if (passage === undefined) throw noSuchPassage(address, section, head);
  return citeReport(head, edition, isNewest, describePinpoint(path, passage), {
    section: key,
    passage: number,
  });
}

/**
 * Several places, in order.
 * @param typed addresses as written, `2021/mli#1.c:4`
 * @throws Problem invalid-input or not-found, naming every address that cannot be cited
 */
export async function readCitations(
  typed: readonly string[],
  catalog: Catalog,
  store: Store,
): Promise<readonly Citation[]> {
  if (typed.length > MOST_PINS) {
    throw new Problem(
      'invalid-input',
      `${typed.length} places are named; ${MOST_PINS} can be cited at once.`,
    );
  }
  const found: Citation[] = [];
  const problems: Problem[] = [];
  for (const text of typed) {
    try {
      found.push(await readCitation(parseAddress(text.trim()), catalog, store));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push(error);
    }
  }
  const [first, ...more] = problems;
  if (first === undefined) return found;
  if (more.length === 0) throw first;
  throw new Problem(
    problems.some(({ kind }) => kind === 'invalid-input') ? 'invalid-input' : first.kind,
    'Some of these places cannot be cited.',
    [...new Set(problems.flatMap(({ message, details }) => [message, ...details]))],
  );
}

/** Every report that gives something to the publication, once, in its order. */
export async function citePublication({ contents }: Publication, store: Store): Promise<readonly Citation[]> {
  const cited = new Map<string, Citation>();
  for (const { report, edition } of contents) {
    const { address } = citeReport(report, edition, false);
    const key = formatAddress(address);
    if (cited.has(key)) continue;
    const newest = await store.findHead(report, null);
    cited.set(key, citeReport(report, edition, newest?.version === report.version));
  }
  return [...cited.values()];
}

/** The sections from the top down to the one named; none if there is no such. */
export function findPath(sections: readonly Section[], key: SectionKey): readonly Section[] {
  const path: Section[] = [];
  for (let wanted: SectionKey | null = key; wanted !== null; ) {
    const section: Section | undefined = sections.find((one) => one.key === wanted);
    if (section === undefined) break;
    path.unshift(section);
    wanted = section.parent;
  }
  return path;
}

function noSuchSection({ section }: Address, sections: readonly Section[], head: ReportHead): Problem {
  const near = findNearest(
    section ?? '',
    sections.map(({ key }) => key),
    3,
  );
  return new Problem(
    'not-found',
    `The ${head.edition} report on ${head.areaName} has no section ${section}.`,
    near.length === 0 ? [] : [`Near to it: ${near.join(', ')}.`],
  );
}

function noSuchPassage({ section, passage }: Address, { passageCount }: Section, head: ReportHead): Problem {
  const has = passageCount === 1 ? 'one passage' : passageCount === 0 ? 'none' : `${passageCount} passages`;
  return new Problem(
    'not-found',
    `The ${head.edition} report on ${head.areaName} has no passage ${passage} in section ${section}, which has ${has} of its own.`,
  );
}
