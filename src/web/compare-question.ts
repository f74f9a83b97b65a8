import type { Context } from 'hono';
import type { AreaId } from '../domain/area.ts';
import type { Catalog } from '../domain/catalog.ts';
import type { ComparisonFilter } from '../domain/comparison-filter.ts';
import type { Paper } from '../domain/paper.ts';
import { Problem } from '../domain/problem.ts';
import type { TopicId } from '../domain/topic.ts';
import { formatComparisonFilter, readComparisonFilter } from '../workbench/compare/read-comparison-filter.ts';
import { showValue } from '../workbench/problem-list.ts';
import type { ComparedEdition } from './addresses.ts';
import { isSameQuery, notFound, rawQuery } from './desk.ts';
import { NoSuchArea } from './no-such-area.ts';
import { readPaper } from './read-paper.ts';

/** What an address of a comparison asks for. */
export interface CompareQuestion {
  readonly area: AreaId;
  readonly from: ComparedEdition;
  readonly to: ComparedEdition;
  readonly filter: ComparisonFilter;
  readonly topics: readonly TopicId[];
  readonly layout: 'two' | 'one';
  /** False: the automatic result, without what readers corrected. */
  readonly corrections: boolean;
  /** What was just done here, said once: `saved`, `known` or null. No part of the query. */
  readonly done: 'saved' | 'known' | null;
  readonly format: string | null;
  /** For what is set in pages. */
  readonly paper: Paper;
  /** The canonical query, without a question mark. */
  readonly query: string;
  /** True if the address is the canonical one, an older edition before a newer one. */
  readonly canonical: boolean;
}

/**
 * Reads `/compare/mli/2023/2024.json?only=removed`, however it is written.
 * @throws Problem not-found for what is no area or edition, invalid-input for a query that cannot be understood
 */
export function readCompareQuestion(c: Context, catalog: Catalog): CompareQuestion {
  const { area: name = '', from: typedFrom = '', to: typedTo = '' } = c.req.param() as Record<string, string>;
  const [, bareTo = '', format = null] = /^(.*?)(?:\.([a-z]+))?$/s.exec(typedTo) ?? [];
  const area = catalog.findArea(name);
  if (area === null) throw new NoSuchArea(name, catalog);
  const first = parseEdition(typedFrom, catalog);
  const second = parseEdition(bareTo, catalog);
  const [from, to] = first.edition <= second.edition ? [first, second] : [second, first];
  const query = new URLSearchParams(rawQuery(c));
  const { filter, topics, problems } = readComparisonFilter(
    { only: query.getAll('only'), topics: query.getAll('topics'), show: query.getAll('show') },
    catalog,
  );
  const views = query.getAll('view').filter((value) => value !== '');
  const unknown = views.filter((value) => value !== 'one' && value !== 'two');
  const uses = query.getAll('corrections').filter((value) => value !== '');
  const all = [
    ...problems,
    ...uses
      .filter((value) => value !== 'on' && value !== 'off')
      .slice(0, 3)
      .map((value) => `corrections: ${showValue(value)} is not known; write on or off.`),
    ...unknown.slice(0, 3).map((value) => `view: ${showValue(value)} is not known; write one or two.`),
  ];
  if (all.length > 0) throw new Problem('invalid-input', 'What was asked for cannot be understood.', all);
  const layout = views.includes('one') ? 'one' : 'two';
  const corrections = !uses.includes('off');
  const paper = readPaper(rawQuery(c));
  const canonicalQuery = [
    formatCompareQuery(filter, topics, layout, corrections),
    paper === 'a4' ? 'paper=a4' : '',
  ]
    .filter((part) => part !== '')
    .join('&');
  const done = DONE.find((one) => one === query.get('done')) ?? null;
  const doneQuery = done === null ? '' : `${canonicalQuery === '' ? '' : '&'}done=${done}`;
  return {
    area: area.id,
    from,
    to,
    filter,
    topics,
    layout,
    corrections,
    done,
    format,
    paper,
    query: canonicalQuery,
    canonical: name === area.id && from === first && isSameQuery(rawQuery(c), canonicalQuery + doneQuery),
  };
}

const DONE = ['saved', 'known'] as const;

/** `only=removed,edited&topics=women&view=one&corrections=off`; what is usual is left out. */
export function formatCompareQuery(
  filter: ComparisonFilter,
  topics: readonly TopicId[],
  layout: 'two' | 'one' = 'two',
  corrections = true,
): string {
  return [
    formatComparisonFilter(filter, topics),
    layout === 'one' ? 'view=one' : '',
    corrections ? '' : 'corrections=off',
  ]
    .filter((part) => part !== '')
    .join('&');
}

function parseEdition(typed: string, catalog: Catalog): ComparedEdition {
  const match = /^(\d{4})(?:@([0-9a-f]{12}))?$/.exec(typed);
  if (match === null) {
    throw notFound(`There is no edition ${showValue(typed)}.`, [
      'The address of a comparison looks like /compare/mli/2023/2024; a version may stand behind an edition: 2023@0123456789ab.',
    ]);
  }
  return { edition: catalog.getEdition(Number(match[1])).year, version: match[2] ?? null };
}
