import type { Catalog } from '../../domain/catalog.ts';
import { CHANGE_CHOICES, type ChangeChoice, type ComparisonFilter } from '../../domain/comparison-filter.ts';
import { findNearest } from '../../domain/nearest.ts';
import { slugify } from '../../domain/slug.ts';
import type { TopicId } from '../../domain/topic.ts';
import { ProblemList, showValue } from '../problem-list.ts';
import { dropRepeats, resolveValues, splitValues } from '../typed-values.ts';

/** What is asked of a comparison, as typed: each may stand several times and hold several values between commas. */
export interface FilterParameters {
  readonly only: readonly string[];
  readonly topics: readonly string[];
  /** `all` or `changes`. */
  readonly show: readonly string[];
}

/** What could be understood of it, and every problem there is. */
export interface FilterReading {
  readonly filter: ComparisonFilter;
  readonly topics: readonly TopicId[];
  readonly problems: readonly string[];
}

/** Reads what can be understood and names what cannot; never throws. */
export function readComparisonFilter(parameters: FilterParameters, catalog: Catalog): FilterReading {
  const problems = new ProblemList();
  const only = readOnly(splitValues('only', parameters.only, problems) ?? [], problems);
  const shows = readShow(splitValues('show', parameters.show, problems) ?? [], problems);
  const typed = splitValues('topics', parameters.topics, problems) ?? [];
  const topics = readTopics(typed, catalog, problems);
  return {
    filter: { only: only.length === 0 ? null : only, all: shows.includes('all') },
    topics,
    problems: problems.lines,
  };
}

/** `only=removed,edited&show=all&topics=women`, each only where it says something. */
export function formatComparisonFilter(
  { only, all }: ComparisonFilter,
  topics: readonly TopicId[] = [],
): string {
  const parts: string[] = [];
  if (only !== null) parts.push(`only=${only.join(',')}`);
  if (all) parts.push('show=all');
  if (topics.length > 0) parts.push(`topics=${topics.join(',')}`);
  return parts.join('&');
}

function readOnly(values: readonly string[], problems: ProblemList): ChangeChoice[] {
  const found = values.flatMap((value) => {
    const choice = CHANGE_CHOICES.find((one) => one === value.toLowerCase());
    if (choice === undefined)
      problems.add(
        () => `only: ${showValue(value)} is not known; write any of ${CHANGE_CHOICES.join(', ')}.`,
      );
    return choice ?? [];
  });
  return CHANGE_CHOICES.filter((choice) => found.includes(choice));
}

function readShow(values: readonly string[], problems: ProblemList): string[] {
  return values.filter((value) => {
    if (['all', 'changes'].includes(value)) return true;
    problems.add(() => `show: ${showValue(value)} is not known; write changes or all.`);
    return false;
  });
}

/** Topics by id or label; each brings its narrower ones. */
function readTopics(values: readonly string[], catalog: Catalog, problems: ProblemList): TopicId[] {
  const byLabel = new Map(
    catalog.topics.flatMap(({ id, label }) => [
      [id, id],
      [slugify(label), id],
    ]),
  );
  const found = resolveValues(
    values,
    (text) => byLabel.get(slugify(text)) ?? null,
    () => false,
    (value) => problems.add(() => describeUnknown(value, catalog)),
  );
  return dropRepeats(found, (topic) => topic);
}

function describeUnknown(value: string, catalog: Catalog): string {
  const near = findNearest(
    slugify(value.slice(0, 80)),
    catalog.topics.map(({ id }) => id),
    5,
  );
  const right = near.length > 0 ? `near to it: ${near.join(', ')}` : 'write topics such as prison-conditions';
  return `topics: there is no topic ${showValue(value)}; ${right}.`;
}
