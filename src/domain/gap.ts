import type { Area, AreaId } from './area.ts';
import { assertNever } from './assert-never.ts';
import type { Catalog } from './catalog.ts';
import type { Gap, GapReason } from './publication.ts';
import { describeYears, formatSectionChoice, labelSectionChoice, type SectionChoice } from './selection.ts';

/** Gaps that share their reason and what was asked for. */
export interface GapGroup {
  readonly reason: GapReason;
  /** Null where whole reports are missing. */
  readonly choice: SectionChoice | null;
  /** "No report was published", "Section 1.g: the edition’s standard outline has no such section". */
  readonly heading: string;
  readonly lines: readonly GapLine[];
}

/** Areas that lack the same thing in the same editions. */
export interface GapLine {
  readonly years: readonly number[];
  readonly areas: readonly AreaId[];
  /** "2020–2024: Western Sahara" */
  readonly text: string;
}

/** A report that is not held. */
export function missingReport(area: Area, edition: number): Gap {
  const reason = area.published.includes(edition) ? 'published-not-held' : 'not-published';
  return { edition, area: area.id, choice: null, reason };
}

/** One gap as a sentence. */
export function describeGap(gap: Gap, catalog: Catalog): string {
  const area = catalog.findArea(gap.area)?.name ?? gap.area;
  switch (gap.reason) {
    case 'not-published':
      return `No report on ${area} was published in the ${gap.edition} edition.`;
    case 'published-not-held':
      return `The ${gap.edition} report on ${area} was published, but this library does not hold it.`;
    case 'no-such-section-in-edition':
      return `The standard outline of the ${gap.edition} edition has no ${nameChoice(gap.choice, catalog)}, nor has the report on ${area}.`;
    case 'no-such-section-in-report':
      return `The ${gap.edition} report on ${area} has no ${nameChoice(gap.choice, catalog)}.`;
    default:
      return assertNever(gap.reason);
  }
}

/** The gaps in few lines: by reason and choice, then areas that lack it in the same editions together. */
export function groupGaps(gaps: readonly Gap[], catalog: Catalog): GapGroup[] {
  const groups = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const key = `${gap.reason}\n${gap.choice === null ? '' : formatSectionChoice(gap.choice)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [gap]);
    else group.push(gap);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { reason, choice } = first;
    return [
      { reason, choice, heading: describeReason(reason, choice, catalog), lines: groupLines(group, catalog) },
    ];
  });
}

function describeReason(reason: GapReason, choice: SectionChoice | null, catalog: Catalog): string {
  const label = choice === null ? 'What was asked for' : labelSectionChoice(choice, catalog);
  switch (reason) {
    case 'not-published':
      return 'No report was published';
    case 'published-not-held':
      return 'Published, but not held in this library';
    case 'no-such-section-in-edition':
      return `${label}: not in the standard outline of the edition`;
    case 'no-such-section-in-report':
      return `${label}: not in the report`;
    default:
      return assertNever(reason);
  }
}

function nameChoice(choice: SectionChoice | null, catalog: Catalog): string {
  if (choice === null || choice.kind === 'all') return 'sections';
  const label = labelSectionChoice(choice, catalog);
  if (choice.kind === 'topic') return `heading for “${label}”`;
  return label.startsWith('Section ') ? `section ${choice.key}` : `section “${label}”`;
}

function groupLines(gaps: readonly Gap[], catalog: Catalog): GapLine[] {
  const yearsByArea = new Map<AreaId, Set<number>>();
  for (const { area, edition } of gaps) {
    const years = yearsByArea.get(area);
    if (years === undefined) yearsByArea.set(area, new Set([edition]));
    else years.add(edition);
  }
  const lines = new Map<string, { years: number[]; areas: AreaId[] }>();
  for (const [area, found] of yearsByArea) {
    const years = [...found].sort((a, b) => a - b);
    const key = describeYears(years);
    const line = lines.get(key);
    if (line === undefined) lines.set(key, { years, areas: [area] });
    else line.areas.push(area);
  }
  return [...lines].map(([key, { years, areas }]) => ({
    years,
    areas,
    text: `${key}: ${areas.map((id) => catalog.findArea(id)?.name ?? id).join('; ')}`,
  }));
}
