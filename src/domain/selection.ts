import type { AreaId } from './area.ts';
import type { Catalog } from './catalog.ts';
import type { SectionKey } from './section.ts';
import type { TopicId } from './topic.ts';

export type SectionChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'topic'; readonly topic: TopicId }
  | { readonly kind: 'section'; readonly key: SectionKey };

export type AreaChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'region'; readonly region: string }
  | { readonly kind: 'area'; readonly area: AreaId };

/**
 * By what the report is arranged first: `area` (every edition of one area, then the next area), `year` (every
 * area of one edition), `section` (every report on the first section or topic asked for, then the next).
 */
export type SelectionOrder = 'area' | 'year' | 'section';

export const SELECTION_ORDERS: readonly SelectionOrder[] = ['area', 'year', 'section'];

/** What someone asked for. Its canonical query string is its address. */
export interface Selection {
  /** Oldest first, each once. */
  readonly years: readonly number[];
  /** As asked, each once. */
  readonly sections: readonly SectionChoice[];
  /** As asked, each once. */
  readonly areas: readonly AreaChoice[];
  readonly order: SelectionOrder;
}

/** `years=2016-2019,2021&sections=1.c,prison-conditions&areas=mli&order=year`; the order `area` is left out. */
export function formatSelection(selection: Selection): string {
  const parts = [
    `years=${formatYears(selection.years)}`,
    `sections=${selection.sections.map(formatSectionChoice).join(',')}`,
    `areas=${selection.areas.map(formatAreaChoice).join(',')}`,
  ];
  if (selection.order !== 'area') parts.push(`order=${selection.order}`);
  return parts.join('&');
}

/** `2016-2019,2021` */
export function formatYears(years: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === year - 1) run[1] = year;
    else runs.push([year, year]);
  }
  return runs
    .map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from},${to}` : `${from}-${to}`))
    .join(',');
}

/** `2016–2019, 2021`: years as a reader reads them. */
export function describeYears(years: readonly number[]): string {
  return formatYears([...years].sort((a, b) => a - b))
    .replaceAll('-', '–')
    .replaceAll(',', ', ');
}

export function formatSectionChoice(choice: SectionChoice): string {
  return choice.kind === 'all' ? 'all' : choice.kind === 'topic' ? choice.topic : choice.key;
}

export function formatAreaChoice(choice: AreaChoice): string {
  return choice.kind === 'all' ? 'all' : choice.kind === 'region' ? choice.region : choice.area;
}

/** A selection in words, for a title and for the lines beneath it. */
export interface SelectionDescription {
  /** "Executive summary: Mali, 2021" */
  readonly title: string;
  readonly years: string;
  readonly sections: string;
  readonly areas: string;
  readonly order: string;
}

const ORDER_WORDS: Readonly<Record<SelectionOrder, string>> = {
  area: 'by area, then edition',
  year: 'by edition, then area',
  section: 'by section or topic, then area and edition',
};

/** What was asked for, in words. */
export function describeSelection(selection: Selection, catalog: Catalog): SelectionDescription {
  const years = describeYears(selection.years);
  const sections = selection.sections.map((choice) => labelSectionChoice(choice, catalog));
  const areas = selection.areas.map((choice) => labelAreaChoice(choice, catalog));
  return {
    title: `${shorten(sections, 2, 'sections and topics')}: ${shorten(areas, 3, 'areas and regions')}, ${years}`,
    years,
    sections: sections.join('; '),
    areas: areas.join('; '),
    order: ORDER_WORDS[selection.order],
  };
}

/** "All sections", "Prison and detention conditions", "Section 1.c" or "Executive summary". */
export function labelSectionChoice(choice: SectionChoice, catalog: Catalog): string {
  if (choice.kind === 'all') return 'All sections';
  if (choice.kind === 'topic') return catalog.findTopic(choice.topic)?.label ?? choice.topic;
  if (/^\d/.test(choice.key)) return `Section ${choice.key}`;
  const words = choice.key.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "All areas", or the name of the region or area. */
export function labelAreaChoice(choice: AreaChoice, catalog: Catalog): string {
  if (choice.kind === 'all') return 'All areas';
  if (choice.kind === 'region') return catalog.findRegion(choice.region)?.name ?? choice.region;
  return catalog.findArea(choice.area)?.name ?? choice.area;
}

function shorten(labels: readonly string[], most: number, noun: string): string {
  return labels.length <= most ? labels.join('; ') : `${labels.length} ${noun}`;
}
