import { formatAddress } from '../domain/address.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { Hit, SearchCount } from '../domain/search-answer.ts';
import { formatAreaChoice } from '../domain/selection.ts';
import type { SearchItem } from '../workbench/search/search-passages.ts';
import { formatSearch, type SearchRequest } from '../workbench/search/search-request.ts';
import { type DataFormat, escapeMarkdown, writeRow } from './data-document.ts';

/** The columns of the CSV: the custom report's. */
export const SEARCH_COLUMNS = [
  'edition',
  'area',
  'area_name',
  'section',
  'heading',
  'passage',
  'label',
  'text',
  'topics',
  'address',
  'version',
] as const;

/** A search as data: what was asked, the count and then all hits. */
export interface SearchData {
  readonly request: SearchRequest;
  /** The count first. */
  readonly items: AsyncIterable<SearchItem>;
  /** A hit's text as Markdown with what was found set strong. */
  readonly toMarkdown: (hit: Hit) => string;
}

/** All that a search finds, in pieces: as JSON, CSV or Markdown. The same library gives the same bytes. */
export function renderSearch(data: SearchData, format: DataFormat): AsyncGenerator<string> {
  switch (format) {
    case 'json':
      return gather(renderSearchJson(data));
    case 'csv':
      return gather(renderSearchCsv(data));
    case 'md':
      return gather(renderSearchMarkdown(data));
    default:
      return assertNever(format);
  }
}

/** Characters of a piece: each is compressed and sent by itself, which is too dear for a single hit. */
const PIECE = 32_000;

async function* gather(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let gathered = '';
  for await (const piece of pieces) {
    gathered += piece;
    if (gathered.length < PIECE) continue;
    yield gathered;
    gathered = '';
  }
  if (gathered !== '') yield gathered;
}

/** "5,670 passages in 1,104 of 1,442 reports" */
export function describeHits({ passages, reports, denominator }: SearchCount): string {
  return `${countOf(passages, 'passage')} in ${countOf(reports)} of ${countOf(denominator.reports, 'report')}`;
}

/** "204,166 passages and 13,439,153 words searched" */
export function describeDenominator({ denominator }: SearchCount): string {
  return `${countOf(denominator.passages, 'passage')} and ${countOf(denominator.words, 'word')} searched`;
}

async function* renderSearchJson({ request, items }: SearchData): AsyncGenerator<string> {
  let separator = '\n';
  for await (const item of items) {
    if (item.kind === 'count') {
      yield `${JSON.stringify(describeCount(item.count, request)).slice(0, -1)},"hits":[`;
    } else {
      yield `${separator}${JSON.stringify(describeHit(item.hit))}`;
      separator = ',\n';
    }
  }
  yield '\n]}\n';
}

async function* renderSearchCsv({ items }: SearchData): AsyncGenerator<string> {
  for await (const item of items) yield item.kind === 'count' ? writeRow(SEARCH_COLUMNS) : toRow(item.hit);
}

async function* renderSearchMarkdown({ request, items, toMarkdown }: SearchData): AsyncGenerator<string> {
  for await (const item of items) {
    yield item.kind === 'count'
      ? describeCountMarkdown(item.count, request)
      : describeHitMarkdown(item.hit, toMarkdown);
  }
}

function describeCount(
  { query, passages, reports, denominator, library }: SearchCount,
  request: SearchRequest,
) {
  return {
    query: query.text,
    address: `/search?${formatSearch(request)}`,
    searched: query.searched,
    notes: query.notes,
    widenings: query.widenings,
    filters: {
      years: request.years,
      areas: request.areas.map(formatAreaChoice),
      topics: request.topics,
      sections: request.sections,
      typed: query.typedFilters,
    },
    order: request.order,
    spellings: request.spellings,
    passages,
    reports,
    denominator,
    library: {
      version: library.version,
      reports: library.reports,
      passages: library.passages,
      words: library.words,
    },
  };
}

function describeHit({ report, path, passage, ranges }: Hit) {
  return {
    address: addressOf({ report, passage }),
    edition: report.edition,
    area: report.area,
    area_name: report.areaName,
    section: passage.section,
    heading_path: path.map(({ heading }) => heading),
    passage: passage.number,
    label: passage.label,
    text: passage.text,
    topics: passage.topics,
    ranges,
    version: report.version,
    official_address: report.sample ? null : report.provenance.address,
    sample: report.sample,
  };
}

function toRow({ report, path, passage }: Hit): string {
  return writeRow([
    report.edition,
    report.area,
    report.areaName,
    passage.section,
    path.at(-1)?.heading ?? '',
    passage.number,
    passage.label,
    passage.text,
    passage.topics.join(';'),
    addressOf({ report, passage }),
    report.version,
  ]);
}

function describeCountMarkdown(count: SearchCount, request: SearchRequest): string {
  const { query, library } = count;
  const lines = [
    `# Search: ${escapeMarkdown(query.text === '' ? 'all passages' : query.text)}`,
    `${describeHits(count)}; ${describeDenominator(count)}; library version \`${library.version}\`.`,
    ...(query.searched === null ? [] : [`Searched: ${escapeMarkdown(query.searched)}`]),
    ...(query.typedFilters.length === 0
      ? []
      : [`Where: ${escapeMarkdown(query.typedFilters.join(' AND '))}`]),
    ...query.widenings.map(
      ({ typed, added }) => `With related spellings of ${escapeMarkdown(`${typed}: ${added.join(', ')}`)}`,
    ),
    ...query.notes.map(escapeMarkdown),
    `Address: ${escapeMarkdown(`/search?${formatSearch(request)}`)}`,
  ];
  return `${lines.join('\n\n')}\n\n`;
}

function describeHitMarkdown(hit: Hit, toMarkdown: SearchData['toMarkdown']): string {
  const { report, path } = hit;
  const place = path.map(({ heading }) => heading).join(' › ');
  const official = report.sample ? 'Invented sample' : `<${report.provenance.address}>`;
  return [
    `## ${escapeMarkdown(`${report.areaName}, ${report.edition}: ${place}`)}`,
    toMarkdown(hit),
    `\`${addressOf(hit)}\` · ${official}`,
  ]
    .map((block) => `${block}\n\n`)
    .join('');
}

function addressOf({ report, passage }: Pick<Hit, 'report' | 'passage'>): string {
  const { edition, area } = report;
  return formatAddress({ edition, area, section: passage.section, passage: passage.number });
}

function countOf(count: number, noun: string | null = null): string {
  const number = count.toLocaleString('en-US');
  return noun === null ? number : `${number} ${noun}${count === 1 ? '' : 's'}`;
}
