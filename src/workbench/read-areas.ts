import { type Area, nameKey } from '../domain/area.ts';
import type { Catalog } from '../domain/catalog.ts';
import { type AreaChoice, formatAreaChoice } from '../domain/selection.ts';
import { type ProblemList, showValue } from './problem-list.ts';
import { dropRepeats, resolveValues } from './typed-values.ts';

/** Areas and regions from ids, codes, names, old names, slugs and `all`; in the order given, each once. */
export function readAreas(values: readonly string[], catalog: Catalog, problems: ProblemList): AreaChoice[] {
  return dropRepeats(readEachArea(values, catalog, problems), formatAreaChoice);
}

/** The same, with repeats: one area may be meant by two names. */
export function readEachArea(
  values: readonly string[],
  catalog: Catalog,
  problems: ProblemList,
): AreaChoice[] {
  return resolveValues(
    values,
    (text) => findAreaChoice(text, catalog),
    (text, choice) => choice.kind === 'area' && isPrintedName(text, catalog.getArea(choice.area)),
    (value) => problems.add(() => describeUnknown(value, catalog)),
  );
}

function findAreaChoice(text: string, catalog: Catalog): AreaChoice | null {
  if (text.toLowerCase() === 'all') return { kind: 'all' };
  const area = catalog.findArea(text);
  if (area !== null) return { kind: 'area', area: area.id };
  const region = catalog.findRegion(text);
  return region === null ? null : { kind: 'region', region: region.id };
}

/** True for a name that is itself written with a comma. */
function isPrintedName(text: string, area: Area): boolean {
  const key = nameKey(text);
  return [area.name, ...area.names.map(({ name }) => name), ...area.aliases].some(
    (name) => name.includes(',') && nameKey(name) === key,
  );
}

function describeUnknown(value: string, catalog: Catalog): string {
  const shown = showValue(value);
  const several = findWithWord(value, catalog);
  if (several.length > 1)
    return `areas: ${shown} may be ${several.slice(0, 6).join(' or ')}; write which one is meant.`;
  const near = [...new Set([...several, ...catalog.nearestAreas(value.slice(0, 80))])];
  return near.length > 0
    ? `areas: no area or region is called ${shown}; near to it: ${near.join('; ')}.`
    : `areas: no area or region is called ${shown}; write a name, an ISO code (mli), a region or all.`;
}

/** Areas and regions that have the typed words as whole words in one of their names: "Congo", "Europe". */
function findWithWord(value: string, catalog: Catalog): string[] {
  const wanted = nameKey(value.slice(0, 80));
  if (wanted.length < 3) return [];
  const hasWord = (name: string): boolean => ` ${nameKey(name)} `.includes(` ${wanted} `);
  const areas = catalog.areas.filter(({ name, names, aliases }) =>
    [name, ...names.map((printed) => printed.name), ...aliases].some(hasWord),
  );
  return [...areas, ...catalog.regions.filter(({ name }) => hasWord(name))].map(({ name }) => name);
}
