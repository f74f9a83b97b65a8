import type { Coverage } from '../domain/coverage.ts';
import type { Selection, SelectionOrder } from '../domain/selection.ts';
import type { SelectionParameters } from '../workbench/parse-selection.ts';
import type { Workbench } from '../workbench/workbench.ts';
import type { FieldProblem } from './components/error-summary.tsx';

/** What a half-filled builder shows as chosen. */
export interface BuilderChoices {
  readonly years: ReadonlySet<number>;
  readonly allSections: boolean;
  readonly topics: ReadonlySet<string>;
  /** Section keys, in the order they were asked for. */
  readonly keys: readonly string[];
  readonly allAreas: boolean;
  readonly regions: ReadonlySet<string>;
  readonly areas: ReadonlySet<string>;
  readonly order: SelectionOrder;
}

/** The four questions of the builder as they came in an address. */
export function readParameters(query: URLSearchParams): SelectionParameters {
  return {
    years: query.getAll('years'),
    sections: query.getAll('sections'),
    areas: query.getAll('areas'),
    order: query.getAll('order'),
  };
}

export function isAsked(parameters: SelectionParameters): boolean {
  return Object.values(parameters).some(isFilled);
}

export function toChoices(selection: Selection): BuilderChoices {
  return {
    years: new Set(selection.years),
    allSections: selection.sections.some(({ kind }) => kind === 'all'),
    topics: new Set(selection.sections.flatMap((one) => (one.kind === 'topic' ? one.topic : []))),
    keys: selection.sections.flatMap((one) => (one.kind === 'section' ? one.key : [])),
    allAreas: selection.areas.some(({ kind }) => kind === 'all'),
    regions: new Set(selection.areas.flatMap((one) => (one.kind === 'region' ? one.region : []))),
    areas: new Set(selection.areas.flatMap((one) => (one.kind === 'area' ? one.area : []))),
    order: selection.order,
  };
}

/**
 * Every problem with the question it belongs to: each question is put by itself, the others answered well.
 * @param lenient a question not answered yet is no problem
 */
export async function listFieldProblems(
  workbench: Workbench,
  parameters: SelectionParameters,
  lenient: boolean,
): Promise<FieldProblem[]> {
  const newest = workbench.catalog.editions.at(-1)?.year;
  const sound: SelectionParameters = {
    years: newest === undefined ? [] : [String(newest)],
    sections: ['all'],
    areas: ['all'],
    order: [],
  };
  const found: FieldProblem[] = [];
  for (const field of ['years', 'sections', 'areas', 'order'] as const) {
    if (lenient && !isFilled(parameters[field])) continue;
    const { problems } = await workbench.readSelection({ ...sound, [field]: parameters[field] });
    found.push(
      ...problems.map((problem) => ({
        field,
        message: isFilled(parameters[field]) ? capitalise(problem.replace(`${field}: `, '')) : MISSING[field],
      })),
    );
  }
  return found;
}

/** The edition whose outline is shown: the one asked for, else the newest chosen, else the newest held. */
export function pickOutlineEdition(
  asked: string | null,
  choices: BuilderChoices,
  workbench: Workbench,
  coverage: Coverage,
): number | null {
  const withOutline = workbench.catalog.outlines.map(({ edition }) => edition);
  const held = coverage.totals.flatMap(({ edition, counts }) => (counts.held > 0 ? edition : []));
  const wanted = [
    ...(asked === null ? [] : [Number(asked)]),
    ...[...choices.years].sort((a, b) => b - a),
    ...held.reverse(),
    ...withOutline.toReversed(),
  ];
  return wanted.find((year) => withOutline.includes(year)) ?? null;
}

/** Said of a question that has no answer yet. */
const MISSING = {
  years: 'Choose at least one year.',
  sections: 'Choose at least one section or topic, or all.',
  areas: 'Choose at least one country or area, a region, or all.',
  order: 'Choose how to arrange the report.',
} as const;

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function isFilled(values: readonly string[]): boolean {
  return values.some((value) => value.trim() !== '');
}
