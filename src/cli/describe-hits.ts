import { formatAddress } from '../domain/address.ts';
import type { Hit, SearchCount, SearchRelief, TextRange } from '../domain/search-answer.ts';
import { formatSearch, type SearchRequest } from '../workbench/search/search-request.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { describeCountHead } from './describe-count.ts';
import { bold, type Terminal } from './terminal.ts';
import { formatCount } from './text-table.ts';

/** Writes the counts, then each passage with its address and its matches marked. */
export async function writeHits(
  request: SearchRequest,
  limit: number | null,
  workbench: Workbench,
  terminal: Terminal,
): Promise<void> {
  const mark = terminal.page === undefined ? (text: string) => `«${text}»` : bold;
  let given = 0;
  for await (const item of workbench.streamHits(request)) {
    if (item.kind === 'count') {
      const { reliefs } =
        item.count.passages > 0
          ? { reliefs: [] }
          : await workbench.searchPassages(request, { cursor: null, size: 1 });
      await terminal.write(describeHead(item.count, request, limit, reliefs, terminal));
    } else {
      given += 1;
      await terminal.write(describeHit(item.hit, given, mark));
      if (given === limit) return;
    }
  }
}

function describeHead(
  count: SearchCount,
  request: SearchRequest,
  limit: number | null,
  reliefs: readonly SearchRelief[],
  { page }: Terminal,
): string {
  const head = describeCountHead(count, formatSearch(request));
  if (count.passages === 0) return `${head}${describeReliefs(reliefs)}`;
  const marks = page === undefined ? 'matches stand between « and »' : 'matches are bold';
  const shown =
    limit !== null && limit < count.passages
      ? `The first ${limit === 1 ? '' : `${formatCount(limit)} `}of them, by ${nameOrder(request)}; --limit gives more`
      : `All of them, by ${nameOrder(request)}`;
  return `${head}${shown}; ${marks}.\n`;
}

function describeReliefs(reliefs: readonly SearchRelief[]): string {
  const width = Math.max(0, ...reliefs.map(({ passages }) => formatCount(passages).length));
  const lines = reliefs.map(
    ({ label, passages }) => `  ${formatCount(passages).padStart(width)}  ${label}\n`,
  );
  return lines.length === 0 ? '' : `\nPassages that would be found:\n${lines.join('')}`;
}

function nameOrder({ order }: SearchRequest): string {
  if (order === 'area') return 'country or area';
  return order === 'relevance' ? order : `edition, the ${order} first`;
}

function describeHit(
  { report, path, passage, ranges }: Hit,
  place: number,
  mark: (text: string) => string,
): string {
  const { edition, area, areaName } = report;
  const address = formatAddress({ edition, area, section: passage.section, passage: passage.number });
  const trail = path.map(({ printed, heading }) => (printed === '' ? `[${heading}]` : printed)).join(' › ');
  return `\n${place}. ${areaName}, ${edition} · ${address}\n${trail}\n${markRanges(passage.text, ranges, mark)}\n`;
}

function markRanges(text: string, ranges: readonly TextRange[], mark: (text: string) => string): string {
  let out = '';
  let at = 0;
  for (const { start, end } of ranges) {
    out += text.slice(at, start) + mark(text.slice(start, end));
    at = end;
  }
  return out + text.slice(at);
}
