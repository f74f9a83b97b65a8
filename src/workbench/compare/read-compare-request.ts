import type { AreaId } from '../../domain/area.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { VersionId } from '../../domain/report.ts';
import { formatYears } from '../../domain/selection.ts';
import { ProblemList, showValue } from '../problem-list.ts';
import { readAreas } from '../read-areas.ts';
import type { CompareRequest } from './compare-reports.ts';

/** Which two reports, as typed. An edition may name a version: `2023@0123456789ab`. */
export interface CompareParameters {
  readonly area: string;
  readonly from: string;
  readonly to: string;
}

/** What could be understood of it, and every problem there is. */
export interface CompareReading {
  readonly area: AreaId | null;
  readonly from: EditionChoice | null;
  readonly to: EditionChoice | null;
  /** Null if anything is wrong. */
  readonly request: CompareRequest | null;
  readonly problems: readonly string[];
}

export interface EditionChoice {
  readonly edition: number;
  readonly version: VersionId | null;
}

/** Reads what can be understood and names what cannot; never throws. */
export function readCompareRequest(typed: CompareParameters, catalog: Catalog): CompareReading {
  const problems = new ProblemList();
  const area = readArea(typed.area, catalog, problems);
  const from = readEdition('from', typed.from, catalog, problems);
  const to = readEdition('to', typed.to, catalog, problems);
  const request =
    area === null || from === null || to === null
      ? null
      : {
          area,
          from: from.edition,
          to: to.edition,
          fromVersion: from.version,
          toVersion: to.version,
        };
  return { area, from, to, request, problems: problems.lines };
}

/** `2023`, or `2023@0123456789ab`. @throws nothing; a problem is noted and null given */
export function readEdition(
  name: string,
  typed: string,
  catalog: Catalog,
  problems: ProblemList,
): EditionChoice | null {
  const known = `the editions are ${formatYears(catalog.editions.map(({ year }) => year)).replaceAll(',', ', ')}`;
  const match = /^(\d{4})(?:@([0-9a-f]{12}))?$/.exec(typed.trim());
  if (match === null) {
    problems.add(
      () =>
        `${name}: ${typed.trim() === '' ? 'nothing is given' : `${showValue(typed)} is no edition`}; write a year such as 2023, or 2023@ and a version (${known}).`,
    );
    return null;
  }
  const edition = Number(match[1]);
  if (catalog.findEdition(edition) === null) {
    problems.add(() => `${name}: there is no edition ${edition}; ${known}.`);
    return null;
  }
  return { edition, version: match[2] ?? null };
}

/** The same where many reports are compared: no version can be named. @throws nothing, as `readEdition` */
export function readYear(
  name: string,
  typed: string,
  catalog: Catalog,
  problems: ProblemList,
): number | null {
  const choice = readEdition(name, typed, catalog, problems);
  if (choice === null) return null;
  if (choice.version !== null)
    problems.add(() => `${name}: versions are compared report by report; write the year alone.`);
  return choice.edition;
}

/** One country or area, however it is named. @throws nothing; a problem is noted and null given */
export function readArea(typed: string, catalog: Catalog, problems: ProblemList): AreaId | null {
  const text = typed.trim();
  if (text === '') {
    problems.add(() => 'area: nothing is given; write a country or area such as Mali or mli.');
    return null;
  }
  const area = text.length > 300 ? null : catalog.findArea(text);
  if (area !== null) return area.id;
  // The same help as a list of areas gets; a region is no area here.
  const found = readAreas([text.slice(0, 300)], catalog, problems);
  if (found.length > 0) problems.add(() => `area: ${showValue(text)} is more than one country or area.`);
  return null;
}
