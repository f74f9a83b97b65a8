import { assertNever } from '../domain/assert-never.ts';
import type { SearchCount } from '../domain/search-answer.ts';
import { readSettings } from '../settings.ts';
import type { SearchRequest } from '../workbench/search/search-request.ts';
import {
  type DataTable,
  listQueryNotes,
  renderTable,
  tabulateCount,
  tabulateGrid,
  tabulateTrend,
} from '../workbench/search/search-tables.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { type Command, type CommandOption, lastValues, settingOption } from './command.ts';
import { writeConcordance } from './describe-concordance.ts';
import { describeCountLine } from './describe-count.ts';
import { describeGrid } from './describe-grid.ts';
import { writeHits } from './describe-hits.ts';
import { describeTrend } from './describe-trend.ts';
import { readSearchInput, SEARCH_FORMATS, type SearchInput } from './read-search-input.ts';
import type { Terminal } from './terminal.ts';
import { withWorkbench } from './with-workbench.ts';

const OPTIONS: readonly CommandOption[] = [
  { name: 'years', value: 'LIST', meaning: 'only these editions: 2021, 2016-2019,2021' },
  { name: 'areas', value: 'LIST', meaning: 'only these countries, areas or regions, by name or code' },
  { name: 'topics', value: 'LIST', meaning: 'only passages on these topics: prison-conditions' },
  { name: 'sections', value: 'LIST', meaning: 'only these sections: 1.c, 6/women, executive-summary' },
  {
    name: 'order',
    value: 'ORDER',
    meaning: 'relevance (as without it), newest, oldest or area',
  },
  { name: 'spellings', value: 'on|off', meaning: 'off: related spellings are not searched as well' },
  {
    name: 'limit',
    value: 'N',
    meaning: 'passages or lines at most, or all; without it 20 as txt and md, all as json and csv',
  },
  { name: 'format', value: 'FORMAT', meaning: `${SEARCH_FORMATS.join(', ')}; without it, txt` },
  { name: 'count', value: null, meaning: 'only the count, with all that makes it repeatable' },
  {
    name: 'kwic',
    value: null,
    meaning: 'a line for each match, aligned on it, with the words before and behind',
  },
  {
    name: 'sort',
    value: 'SIDE',
    meaning: 'lines by place (as without it), or by the words to the left or right',
  },
  { name: 'trend', value: null, meaning: 'counts and rates by edition, for up to five queries' },
  { name: 'grid', value: null, meaning: 'counts by country or area and edition' },
];

export const searchCommand: Command = {
  name: 'search',
  summary: 'finds every passage, and counts in a way that can be repeated',
  operands: '[QUERY...]',
  options: [...OPTIONS, settingOption('library')],
  about: [
    'A query is words that must all stand in a passage, with their English forms; "phrases" as written; OR, AND, NOT, -word, parentheses; NEAR/5; prefix*; heading:word; and filters such as area:mali, year:2019-2023, topic:torture. A shell takes quotation marks for its own: put the whole query between single ones. Several QUERY are one query with spaces between them; with --trend each is a query of its own. With filters alone, all passages that they leave are found. In front of a query that begins with a hyphen put --.',
    'In plain text, matches stand between « and »; on a screen they are bold.',
    'A search that finds nothing is an answer too: it ends with 0, and says which word or filter to leave out.',
  ],
  examples: [
    [
      `variorum search 'detention NEAR/10 "without charge"' --areas mali --order newest`,
      'the passages, newest first',
    ],
    [
      'variorum search labor --years 2019-2023 --count --format json',
      'a number that another person can repeat',
    ],
    ['variorum search impunity --kwic --sort right', 'each match in its line, sorted by what follows'],
    [
      `variorum search '"reproductive rights"' '"population control"' --trend`,
      'two queries through the editions',
    ],
    [`variorum search 'topic:torture electric*' --format csv > found.csv`, 'all passages as a table'],
  ],
  async run(input, { terminal }) {
    const { library } = readSettings(['library'], lastValues(input));
    return withWorkbench({ library, readonly: true }, async (workbench) => {
      await answer(await readSearchInput(input, workbench), workbench, terminal);
      return 0;
    });
  },
};

async function answer(search: SearchInput, workbench: Workbench, terminal: Terminal): Promise<void> {
  const { requests, view, format, limit, sort } = search;
  const [request] = requests;
  switch (view) {
    case 'hits':
      if (format === 'txt') await writeHits(request, limit, workbench, terminal);
      else await writePieces(workbench.renderHits(request, format, limit), terminal);
      if (format === 'csv') await sayHowRead(request, workbench, terminal);
      return;
    case 'kwic':
      if (format === 'txt') await writeConcordance(request, sort, limit, workbench, terminal);
      else await writePieces(workbench.renderLines(request, { format, sort, limit }), terminal);
      if (format === 'csv') await sayHowRead(request, workbench, terminal);
      return;
    case 'count': {
      const count = await workbench.searchPassages(request, { cursor: null, size: 1 });
      await terminal.write(
        format === 'txt' ? describeCountLine(count) : renderTable(tabulateCount(count), format),
      );
      sayNotes(count, terminal);
      return;
    }
    case 'trend': {
      const series = await workbench.findTrend(requests);
      await writeTable(
        format,
        terminal,
        () => describeTrend(series),
        () => tabulateTrend(series),
      );
      return;
    }
    case 'grid': {
      const grid = await workbench.findGrid(request);
      await writeTable(
        format,
        terminal,
        () => describeGrid(grid),
        () => tabulateGrid(grid),
      );
      return;
    }
    default:
      assertNever(view);
  }
}

async function writePieces(pieces: AsyncIterable<string>, terminal: Terminal): Promise<void> {
  for await (const piece of pieces) await terminal.write(piece);
}

async function writeTable(
  format: SearchInput['format'],
  terminal: Terminal,
  describe: () => string,
  tabulate: () => DataTable,
): Promise<void> {
  await terminal.write(format === 'txt' ? describe() : renderTable(tabulate(), format));
}

/** A table of passages has no room for how the query was read. */
async function sayHowRead(request: SearchRequest, workbench: Workbench, terminal: Terminal): Promise<void> {
  sayNotes(await workbench.searchPassages(request, { cursor: null, size: 1 }), terminal);
}

/** Where the result has no room for them, what widened the search and how it was read are said beside it. */
function sayNotes({ query }: SearchCount, terminal: Terminal): void {
  for (const note of listQueryNotes(query)) terminal.say(note);
}
