import { assertNever } from '../../domain/assert-never.ts';
import type { ConcordanceLine, ConcordanceSort } from '../../domain/concordance.ts';
import type { Hit, HitList, SearchItem, SearchRelief } from '../../domain/search-answer.ts';
import { formatAreaChoice } from '../../domain/selection.ts';
import { renderHitsCsv } from '../../export/render-hits-csv.ts';
import { renderHitsJson, renderHitsJsonl } from '../../export/render-hits-json.ts';
import { renderHitsMd } from '../../export/render-hits-md.ts';
import { renderLinesCsv, renderLinesJson, renderLinesMd } from '../../export/render-lines.ts';
import { type ConcordanceItem, streamLines } from './find-concordance.ts';
import type { SearchTools } from './prepare-search.ts';
import type { SearchDesk } from './search-desk.ts';
import { searchPassages, streamHits } from './search-passages.ts';
import { formatSearch, type SearchRequest } from './search-request.ts';

/** Formats in which the hits of a search can be had. */
export type HitFormat = 'json' | 'csv' | 'md' | 'jsonl';

/** Formats in which lines can be had. */
export type LineFormat = Exclude<HitFormat, 'jsonl'>;

/** Characters of a piece; fewer and larger pieces cost less to write. */
const PIECE = 32_000;

/**
 * The hits as a file, in pieces, read as they are taken; over one state of the library.
 * @param limit how many of them at most; null: all
 * @throws Problem invalid-input if the query cannot be searched
 */
export async function* renderHits(
  request: SearchRequest,
  format: HitFormat,
  limit: number | null,
  desk: SearchDesk,
  tools: SearchTools,
): AsyncGenerator<string> {
  const items = streamHits(request, desk, tools);
  try {
    const first = await items.next();
    if (first.done || first.value.kind !== 'count') throw new Error('The hits came without their count.');
    const { count } = first.value;
    const given = Math.min(limit ?? count.passages, count.passages);
    const list: HitList = {
      count,
      address: formatSearch(request),
      asked: describeAsked(request),
      given,
      reliefs: count.passages > 0 ? [] : await listReliefs(request, desk, tools),
      hits: takeHits(items, given),
    };
    yield* gather(pickRenderer(format)(list));
  } finally {
    await items.return(undefined);
  }
}

/**
 * The lines of a concordance as a file, in pieces.
 * @throws Problem invalid-input as a concordance does
 */
export async function* renderLines(
  request: SearchRequest,
  { format, sort, limit }: { format: LineFormat; sort: ConcordanceSort; limit: number | null },
  desk: SearchDesk,
  tools: SearchTools,
): AsyncGenerator<string> {
  const items = streamLines(request, sort, desk, tools);
  try {
    const first = await items.next();
    if (first.done || first.value.kind !== 'count') throw new Error('The lines came without their count.');
    const lines = takeLines(items, limit ?? Number.POSITIVE_INFINITY);
    const { count } = first.value;
    yield* gather(
      format === 'csv'
        ? renderLinesCsv(lines)
        : format === 'md'
          ? renderLinesMd(count, lines, limit)
          : renderLinesJson(count, formatSearch(request), lines),
    );
  } finally {
    await items.return(undefined);
  }
}

function describeAsked({
  years,
  areas,
  topics,
  sections,
  order,
  spellings,
}: SearchRequest): HitList['asked'] {
  const filters = { years, areas: areas.map(formatAreaChoice), topics, sections };
  return { filters, order, spellings };
}

function pickRenderer(format: HitFormat): (list: HitList) => AsyncGenerator<string> {
  switch (format) {
    case 'json':
      return renderHitsJson;
    case 'jsonl':
      return renderHitsJsonl;
    case 'csv':
      return renderHitsCsv;
    case 'md':
      return renderHitsMd;
    default:
      return assertNever(format);
  }
}

async function* takeHits(items: AsyncIterator<SearchItem>, most: number): AsyncGenerator<Hit> {
  for (let given = 0; given < most; given += 1) {
    const { done, value } = await items.next();
    if (done) return;
    if (value.kind === 'hit') yield value.hit;
  }
}

async function* takeLines(
  items: AsyncIterator<ConcordanceItem>,
  most: number,
): AsyncGenerator<ConcordanceLine> {
  for (let given = 0; given < most; given += 1) {
    const { done, value } = await items.next();
    if (done) return;
    if (value.kind === 'line') yield value.line;
  }
}

async function listReliefs(
  request: SearchRequest,
  desk: SearchDesk,
  tools: SearchTools,
): Promise<readonly SearchRelief[]> {
  return (await searchPassages(request, { cursor: null, size: 1 }, desk, tools)).reliefs;
}

async function* gather(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const text of pieces) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
