import type { Catalog } from '../domain/catalog.ts';
import { Problem } from '../domain/problem.ts';
import { formatYears, SELECTION_ORDERS, type Selection, type SelectionOrder } from '../domain/selection.ts';
import { ProblemList, showValue } from './problem-list.ts';
import { readAreas } from './read-areas.ts';
import { readSections } from './read-sections.ts';
import { readYears } from './read-years.ts';
import { splitValues } from './typed-values.ts';

/** A selection as typed: each parameter may stand several times and hold several values between commas. */
export interface SelectionParameters {
  readonly years: readonly string[];
  readonly sections: readonly string[];
  readonly areas: readonly string[];
  readonly order: readonly string[];
}

/** What could be understood of it, for filling a form again, and every problem there is. */
export interface SelectionReading {
  readonly selection: Selection;
  readonly problems: readonly string[];
}

/**
 * Reads a selection, however its values are spelled.
 * @param isHeldSection whether some report held has a section of that key, beyond the editions' outlines
 * @throws Problem invalid-input, with every single thing that is wrong
 */
export function parseSelection(
  parameters: SelectionParameters,
  catalog: Catalog,
  isHeldSection: (key: string) => boolean,
): Selection {
  const { selection, problems } = readSelection(parameters, catalog, isHeldSection);
  if (problems.length > 0)
    throw new Problem('invalid-input', 'What was asked for cannot be understood.', problems);
  return selection;
}

/** Reads what can be understood and names what cannot; never throws. */
export function readSelection(
  parameters: SelectionParameters,
  catalog: Catalog,
  isHeldSection: (key: string) => boolean,
): SelectionReading {
  const problems = new ProblemList();
  const years = readParameter('years', parameters.years, problems, () => {
    const editions = catalog.editions.map(({ year }) => year);
    return `editions such as ${editions.at(-1) ?? '2021'} or ${formatYears(editions)}, or all`;
  });
  const sections = readParameter(
    'sections',
    parameters.sections,
    problems,
    () => 'labels such as 1.c or 6/women, topics such as prison-conditions, or all',
  );
  const areas = readParameter(
    'areas',
    parameters.areas,
    problems,
    () => 'names, ISO codes such as mli, regions, or all',
  );
  const selection = {
    years: readYears(years, catalog, problems),
    sections: readSections(sections, catalog, isHeldSection, problems),
    areas: readAreas(areas, catalog, problems),
    order: readOrder(parameters.order, problems),
  };
  return { selection, problems: problems.lines };
}

/** The values of one parameter that must be given; `describeRight` says what would be. */
export function readParameter(
  name: string,
  typed: readonly string[],
  problems: ProblemList,
  describeRight: () => string,
): readonly string[] {
  if (typed.every((value) => value.length < 1000 && /^[\s,]*$/u.test(value))) {
    problems.add(() => `${name}: nothing is given; give ${describeRight()}.`);
    return [];
  }
  return splitValues(name, typed, problems) ?? [];
}

function readOrder(typed: readonly string[], problems: ProblemList): SelectionOrder {
  const values = new Set(splitValues('order', typed, problems));
  const orders = [...values].flatMap((value) => {
    const order = SELECTION_ORDERS.find((one) => one === value.toLowerCase());
    if (order === undefined)
      problems.add(() => `order: ${showValue(value)} is no order; write area, year or section.`);
    return order ?? [];
  });
  if (new Set(orders).size > 1)
    problems.add(() => `order: ${orders.join(' and ')} cannot both hold; write one of them.`);
  return orders[0] ?? 'area';
}
