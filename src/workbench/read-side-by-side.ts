import type { Catalog } from '../domain/catalog.ts';
import { type AreaChoice, formatAreaChoice, formatYears, labelAreaChoice } from '../domain/selection.ts';
import { readParameter, type SelectionParameters, type SelectionReading } from './parse-selection.ts';
import { ProblemList } from './problem-list.ts';
import { readEachArea } from './read-areas.ts';
import { readSections } from './read-sections.ts';
import { readYears } from './read-years.ts';
import { dropRepeats } from './typed-values.ts';

/** More columns than that nobody can read beside one another. */
export const MOST_AREAS = 4;

/**
 * Reads what is to be laid side by side: one edition, one section or topic, up to four areas, each once. What comes
 * of it is a selection like any other. Never throws.
 */
export function readSideBySide(
  parameters: SelectionParameters,
  catalog: Catalog,
  isHeldSection: (key: string) => boolean,
): SelectionReading {
  const problems = new ProblemList();
  const newest = catalog.editions.at(-1)?.year ?? 2021;
  const years = readYears(
    readParameter('years', parameters.years, problems, () => `one edition, such as ${newest}`),
    catalog,
    problems,
  );
  if (years.length > 1) {
    problems.add(
      () =>
        `years: ${formatYears(years).replaceAll(',', ', ')} are ${years.length} editions; areas are laid side by side in one, such as ${years.at(-1)}.`,
    );
  }
  const sections = readSections(
    readParameter(
      'sections',
      parameters.sections,
      problems,
      () => 'one topic such as prison-conditions, or one section such as 1.c',
    ),
    catalog,
    isHeldSection,
    problems,
  );
  if (sections.length > 1 || sections[0]?.kind === 'all') {
    problems.add(
      () =>
        `sections: ${sections[0]?.kind === 'all' ? 'all sections' : `${sections.length} sections or topics`} are too many; name one.`,
    );
  }
  const typed = readParameter(
    'areas',
    parameters.areas,
    problems,
    () => `up to ${MOST_AREAS} names or ISO codes such as mli`,
  );
  const named = readEachArea(typed, catalog, problems);
  const areas = dropRepeats(named, formatAreaChoice);
  noteWrongAreas(named, areas, catalog, problems);
  return { selection: { years, sections, areas, order: 'area' }, problems: problems.lines };
}

function noteWrongAreas(
  named: readonly AreaChoice[],
  areas: readonly AreaChoice[],
  catalog: Catalog,
  problems: ProblemList,
): void {
  for (const choice of areas) {
    const label = labelAreaChoice(choice, catalog);
    if (choice.kind !== 'area') {
      const is = choice.kind === 'all' ? `all are too many` : `${label} is a region`;
      problems.add(() => `areas: ${is}; name up to ${MOST_AREAS} countries or areas.`);
      continue;
    }
    const times = named.filter((one) => formatAreaChoice(one) === formatAreaChoice(choice)).length;
    if (times > 1) problems.add(() => `areas: ${label} is named more than once; name it once.`);
  }
  if (areas.length > MOST_AREAS)
    problems.add(() => `areas: ${areas.length} are too many; name up to ${MOST_AREAS}.`);
}
