import { type ConcordanceLine, type ConcordanceSort, cutLine, sortLines } from '../../domain/concordance.ts';
import { Problem } from '../../domain/problem.ts';
import type { Hit, SearchCount } from '../../domain/search-answer.ts';
import { prepareMarker } from '../../search/mark-text.ts';
import { sliceHits } from '../../search/order-hits.ts';
import type { SearchTools } from './prepare-search.ts';
import { readHits } from './read-hits.ts';
import { formatCursor, readCursor } from './search-cursor.ts';
import type { OpenIndex, SearchDesk } from './search-desk.ts';
import { type EvaluatedSearch, evaluateSearch, rankAreas } from './search-passages.ts';
import type { SearchRequest } from './search-request.ts';

/** Which lines to give, and in what order. */
export interface ConcordancePage {
  readonly sort: ConcordanceSort;
  /** As the page before gave it; null: the first. */
  readonly cursor: string | null;
  /** 1 to 500. */
  readonly size: number;
}

/** Lines with what they are counted against. */
export interface Concordance extends SearchCount {
  readonly request: SearchRequest;
  readonly sort: ConcordanceSort;
  readonly lines: readonly ConcordanceLine[];
  /** Lines there are to page through; null where they were not all looked at. */
  readonly total: number | null;
  /** Passages from which they come; fewer than all where a search finds more than can be put in order at once. */
  readonly fromPassages: number;
  readonly first: number;
  readonly next: string | null;
  readonly previous: string | null;
  readonly restarted: boolean;
}

/** Passages whose lines are put in order at once. */
const MOST_PASSAGES = 5_000;

/** @throws Problem invalid-input as a search does, or if the query has no words whose context could be shown */
export async function findConcordance(
  request: SearchRequest,
  { sort, cursor, size }: ConcordancePage,
  desk: SearchDesk,
  tools: SearchTools,
): Promise<Concordance> {
  return desk.use(async (open) => {
    const search = await evaluateSearch(request, open, tools);
    const { count, filtered } = search;
    const place = cursor === null ? { offset: 0, stale: false } : readCursor(cursor, count.library);
    const fromPassages = Math.min(MOST_PASSAGES, filtered.hits.ids.length);
    const end = (place?.offset ?? 0) + size;
    const found: ConcordanceLine[] = [];
    let isWhole = true;
    for await (const line of readLines(search, fromPassages, open, tools)) {
      // Lines that stand as the hits do need no look at all of them.
      if (sort === 'place' && found.length > end) {
        isWhole = false;
        break;
      }
      found.push(line);
    }
    if (place === null || (place.offset > 0 && place.offset >= found.length)) {
      throw new Problem('invalid-input', 'This address leads to no page of lines.', [
        'cursor: take it as the page before gives it, or leave it out to begin.',
      ]);
    }
    const lines = sort === 'place' ? found : sortLines(found, sort);
    const { offset } = place;
    const at = (to: number): string => formatCursor({ library: count.library.version, offset: to });
    return {
      ...count,
      request,
      sort,
      lines: lines.slice(offset, offset + size),
      total: isWhole ? lines.length : null,
      fromPassages,
      first: lines.length === 0 ? 0 : offset + 1,
      next: offset + size < lines.length ? at(offset + size) : null,
      previous: offset > 0 ? at(Math.max(0, offset - size)) : null,
      restarted: place.stale,
    };
  });
}

/** One piece of a whole concordance: the count first, then every line. */
export type ConcordanceItem =
  | { readonly kind: 'count'; readonly count: SearchCount }
  | { readonly kind: 'line'; readonly line: ConcordanceLine };

/** Lines that are put in order at once; about 100 MB. */
const MOST_SORTED = 200_000;

/**
 * The lines of all hits. In the order of the hits they are read as they are taken; to sort them by a side, all are
 * read first.
 * @throws Problem invalid-input as above, or if there are too many lines to sort
 */
export async function* streamLines(
  request: SearchRequest,
  sort: ConcordanceSort,
  desk: SearchDesk,
  tools: SearchTools,
): AsyncGenerator<ConcordanceItem, undefined, undefined> {
  const held = await desk.hold();
  try {
    const search = await evaluateSearch(request, held.open, tools);
    yield { kind: 'count', count: search.count };
    const lines = readLines(search, search.filtered.hits.ids.length, held.open, tools);
    if (sort === 'place') for await (const line of lines) yield { kind: 'line', line };
    else for (const line of sortLines(await collectLines(lines), sort)) yield { kind: 'line', line };
  } finally {
    await held.release();
  }
}

async function collectLines(lines: AsyncIterable<ConcordanceLine>): Promise<ConcordanceLine[]> {
  const all: ConcordanceLine[] = [];
  for await (const line of lines) {
    if (all.length === MOST_SORTED) {
      throw new Problem('invalid-input', 'There are too many lines to be sorted.', [
        `sort: more than ${MOST_SORTED.toLocaleString('en-US')} lines; narrow the search, or take them in the order of place.`,
      ]);
    }
    all.push(line);
  }
  return all;
}

async function* readLines(
  { prepared, filtered }: EvaluatedSearch,
  most: number,
  open: OpenIndex,
  { catalog }: SearchTools,
): AsyncGenerator<ConcordanceLine> {
  if (prepared.marked === null) {
    throw new Problem('invalid-input', 'Filters alone have no words to show in their context.', [
      'q: type a word or a phrase.',
    ]);
  }
  const marker = prepareMarker(prepared.marked);
  const { order } = prepared.request;
  const ids = sliceHits(filtered.hits, order, 0, most, open.index, rankAreas(catalog));
  for await (const hit of readHits(ids, marker, open)) yield* linesOf(hit);
}

function* linesOf({ report, passage, ranges }: Hit): Generator<ConcordanceLine> {
  for (const range of ranges) {
    yield {
      report,
      section: passage.section,
      number: passage.number,
      ...cutLine(passage.text, range),
    };
  }
}
