import { formatAddress } from '../domain/address.ts';
import type { ConcordanceLine, ConcordanceSort } from '../domain/concordance.ts';
import { formatSearch, type SearchRequest } from '../workbench/search/search-request.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { describeCountHead } from './describe-count.ts';
import { bold, type Terminal } from './terminal.ts';
import { formatCount } from './text-table.ts';

/** Characters on either side where no screen says how many fit. */
const USUAL_SIDE = 60;
const NARROWEST_SIDE = 16;
/** Room for a match, the spaces around it and an address such as `2021/mli#1.c:4`. */
const MATCH_AND_ADDRESS = 44;

/** Writes the counts, then the matches beneath one another, each with what stands on either side of it. */
export async function writeConcordance(
  request: SearchRequest,
  sort: ConcordanceSort,
  limit: number | null,
  workbench: Workbench,
  terminal: Terminal,
): Promise<void> {
  const { page } = terminal;
  const side =
    page === undefined
      ? USUAL_SIDE
      : Math.max(NARROWEST_SIDE, Math.floor((page.columns - MATCH_AND_ADDRESS) / 2));
  const mark = page === undefined ? (text: string) => text : bold;
  let given = 0;
  for await (const item of workbench.streamLines(request, sort)) {
    if (item.kind === 'count') {
      const { passages } = item.count;
      const shown = limit === null ? 'All lines' : `At most ${formatCount(limit)} lines`;
      const order = sort === 'place' ? '' : `, sorted by the words to the ${sort}`;
      const note = passages === 0 ? '' : `${shown}${order}; --limit gives more or fewer.\n\n`;
      await terminal.write(`${describeCountHead(item.count, formatSearch(request))}${note}`);
    } else {
      given += 1;
      await terminal.write(describeLine(item.line, side, mark));
      if (given === limit) return;
    }
  }
}

function describeLine(
  { report, section, number, left, match, right }: ConcordanceLine,
  side: number,
  mark: (text: string) => string,
): string {
  const { edition, area } = report;
  const before = [...left].slice(-side).join('');
  const behind = [...right].slice(0, Math.max(0, side - [...match].length + 12)).join('');
  const fill = ' '.repeat(Math.max(0, side + 12 - [...match].length - [...behind].length));
  const address = formatAddress({ edition, area, section, passage: number });
  return `${' '.repeat(side - [...before].length)}${before}${mark(match)}${behind}${fill}  ${address}\n`;
}
