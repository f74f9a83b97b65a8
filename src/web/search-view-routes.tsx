import type { Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { type DataFormat, mediaTypeOf, renderData } from '../api/data-document.ts';
import { CONCORDANCE_SORTS } from '../domain/concordance.ts';
import { Problem } from '../domain/problem.ts';
import { slugify } from '../domain/slug.ts';
import { MOST_SERIES } from '../workbench/search/find-trend.ts';
import { isEmptySearch, type SearchRequest } from '../workbench/search/search-request.ts';
import { tabulateGrid, tabulateTrend } from '../workbench/search/search-tables.ts';
import { GRID_SORTS, sortGrid } from '../workbench/search/sort-grid.ts';
import type { SearchView } from './components/search/search-tabs.tsx';
import { TrendForm } from './components/trend-form.tsx';
import { type Desk, notFound, rawQuery, redirectTo, wantsData } from './desk.ts';
import { renderDocument } from './document.tsx';
import { ConcordancePage } from './pages/concordance-page.tsx';
import { GridPage } from './pages/grid-page.tsx';
import { TrendPage } from './pages/trend-page.tsx';
import { ViewProblemPage, ViewStartPage } from './pages/view-start-page.tsx';
import { type RenderedPage, renderPage } from './rendered-page.ts';
import { readSearchParameters } from './search-state.ts';
import { concordanceAddress, gridAddress, TREND_MEASURES, trendAddress } from './search-view-addresses.ts';
import { isSameAddress, readChoice } from './search-view-state.ts';
import { answerStream, startPieces } from './streamed-answer.ts';

const LINES_ON_A_PAGE = 100;

/** One way to look at what a search finds. */
interface View {
  readonly name: Exclude<SearchView, 'passages'>;
  readonly title: string;
  /** A form of its own instead of the one box. */
  readonly form?: (c: Context, request: SearchRequest) => Child;
  answer(c: Context, desk: Desk, request: SearchRequest): Promise<RenderedPage | Response>;
  answerData(
    c: Context,
    desk: Desk,
    request: SearchRequest,
    format: DataFormat,
  ): Promise<RenderedPage | Response>;
}

/** `/search/concordance`, `/search/trend`, `/search/grid`, each with `.json`, `.csv` and `.md`. */
export function addSearchViewRoutes(app: Hono, desk: Desk): void {
  for (const view of [CONCORDANCE, TREND, GRID]) {
    app.get(`/search/${view.name}`, (c) => desk.serve(c, () => answerView(c, desk, view)));
    app.get(`/search/:file{${view.name}\\.[a-z]+}`, (c) =>
      desk.serve(c, async () => {
        const format = c.req.param('file').slice(view.name.length + 1);
        if (format !== 'json' && format !== 'csv' && format !== 'md') {
          throw notFound('This view is to be had as json, csv or md.');
        }
        const request = await desk.workbench.parseSearch(readFirst(c));
        if (isEmptySearch(request)) throw nothingAsked();
        return view.answerData(c, desk, request, format);
      }),
    );
  }
}

async function answerView(c: Context, desk: Desk, view: View): Promise<RenderedPage | Response> {
  const { request, problems } = await desk.workbench.readSearch(readFirst(c));
  try {
    if (problems.length > 0) {
      throw new Problem('invalid-input', 'What was asked for cannot be understood.', problems);
    }
    if (!isEmptySearch(request)) return await view.answer(c, desk, request);
    if (wantsData(c)) throw nothingAsked();
    const site = await desk.openSite(c);
    const body = (
      <ViewStartPage
        site={site}
        request={request}
        view={view.name}
        title={view.title}
        form={view.form?.(c, request)}
      />
    );
    return await renderView(c, desk, view.title, `/search/${view.name}`, body);
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'invalid-input' || wantsData(c)) throw error;
    const site = await desk.openSite(c);
    const body = (
      <ViewProblemPage
        site={site}
        request={request}
        view={view.name}
        title={view.title}
        problem={error}
        form={view.form?.(c, request)}
      />
    );
    return renderView(c, desk, view.title, null, body);
  }
}

const CONCORDANCE: View = {
  name: 'concordance',
  title: 'Search: in context',
  async answer(c, desk, request) {
    const query = new URLSearchParams(rawQuery(c));
    const sort = readChoice(query, 'sort', CONCORDANCE_SORTS, 'place');
    const cursor = query.get('cursor') || null;
    const canonical = concordanceAddress(request, sort, { cursor });
    if (!isSameAddress(c, canonical)) return redirectTo(canonical, 302);
    const page = { sort, cursor, size: LINES_ON_A_PAGE };
    const concordance = await desk.workbench.findConcordance(request, page);
    const site = await desk.openSite(c);
    const body = <ConcordancePage site={site} concordance={concordance} />;
    return renderView(c, desk, titleOf(request, 'in context'), canonical, body);
  },
  async answerData(c, { workbench }, request, format) {
    const query = new URLSearchParams(rawQuery(c));
    const sort = readChoice(query, 'sort', CONCORDANCE_SORTS, 'place');
    // What cannot be searched or sorted is refused before anything is sent.
    const pieces = await startPieces(workbench.renderLines(request, { format, sort, limit: null }));
    return answerStream(c, pieces, {
      'Content-Type': mediaTypeOf(format),
      'Content-Disposition': nameFile('context', request, format),
    });
  },
};

const TREND: View = {
  name: 'trend',
  title: 'Search: over time',
  form: (c, request) => {
    const query = new URLSearchParams(rawQuery(c));
    const measure = TREND_MEASURES.find((one) => one === query.get('measure')) ?? 'passages';
    const texts = listQueries(query.getAll('q')).slice(0, MOST_SERIES);
    return <TrendForm request={request} texts={texts} measure={measure} />;
  },
  async answer(c, desk, request) {
    const requests = await readSeries(c, desk);
    const measure = readChoice(new URLSearchParams(rawQuery(c)), 'measure', TREND_MEASURES, 'passages');
    const canonical = trendAddress(requests, measure);
    if (!isSameAddress(c, canonical)) return redirectTo(canonical, 302);
    const series = await desk.workbench.findTrend(requests);
    const site = await desk.openSite(c);
    const body = <TrendPage site={site} series={series} measure={measure} request={request} />;
    return renderView(c, desk, titleOf(request, 'over time'), canonical, body);
  },
  async answerData(c, desk, request, format) {
    const series = await desk.workbench.findTrend(await readSeries(c, desk));
    return renderPage(renderData(tabulateTrend(series), format), mediaTypeOf(format), {
      disposition: nameFile('trend', request, format),
    });
  },
};

const GRID: View = {
  name: 'grid',
  title: 'Search: where',
  async answer(c, desk, request) {
    const sort = readChoice(new URLSearchParams(rawQuery(c)), 'sort', GRID_SORTS, 'area');
    const canonical = gridAddress(request, sort);
    if (!isSameAddress(c, canonical)) return redirectTo(canonical, 302);
    const grid = await desk.workbench.findGrid(request);
    const site = await desk.openSite(c);
    const rows = sortGrid(grid.rows, sort);
    const body = <GridPage site={site} grid={grid} rows={rows} sort={sort} />;
    return renderView(c, desk, titleOf(request, 'where'), canonical, body);
  },
  async answerData(c, { workbench }, request, format) {
    const sort = readChoice(new URLSearchParams(rawQuery(c)), 'sort', GRID_SORTS, 'area');
    const grid = await workbench.findGrid(request);
    const data = tabulateGrid(grid, sortGrid(grid.rows, sort));
    return renderPage(renderData(data, format), mediaTypeOf(format), {
      disposition: nameFile('grid', request, format),
    });
  },
};

/** The parameters with the first of several queries. */
function readFirst(c: Context) {
  const parameters = readSearchParameters(new URLSearchParams(rawQuery(c)));
  return { ...parameters, q: listQueries(parameters.q).slice(0, 1) };
}

/** Each query with the filters of all. @throws Problem invalid-input if there are more than are counted at once */
async function readSeries(c: Context, { workbench }: Desk): Promise<SearchRequest[]> {
  const parameters = readSearchParameters(new URLSearchParams(rawQuery(c)));
  const queries = listQueries(parameters.q);
  if (queries.length > MOST_SERIES) {
    throw new Problem('invalid-input', 'These are too many queries to be counted at once.', [
      `q: ${queries.length} queries; give at most ${MOST_SERIES}.`,
    ]);
  }
  const requests: SearchRequest[] = [];
  // Filters alone are a query too: all passages that they leave.
  for (const q of queries.length === 0 ? [''] : queries)
    requests.push(await workbench.parseSearch({ ...parameters, q: [q] }));
  return requests;
}

function listQueries(typed: readonly string[]): string[] {
  return [...new Set(typed.map((text) => text.trim()).filter((text) => text !== ''))];
}

/** @param canonical null: the page says that something is wrong */
async function renderView(
  c: Context,
  desk: Desk,
  title: string,
  canonical: string | null,
  body: Child,
): Promise<RenderedPage> {
  const site = await desk.openSite(c);
  const head = { title, part: '/search', ...(canonical === null ? {} : { canonical }) };
  return renderPage(renderDocument(site, head, body), 'text/html; charset=utf-8', {
    status: canonical === null ? 400 : 200,
    vary: 'Accept, Accept-Encoding',
  });
}

function nothingAsked(): Problem {
  return new Problem('invalid-input', 'Nothing is asked for.', [
    'q: give words to search for, or narrow the search by years, areas, topics or sections.',
  ]);
}

function titleOf({ text }: SearchRequest, view: string): string {
  const name = text === '' ? 'All passages' : text;
  return `${name.length > 70 ? `${name.slice(0, 70)}…` : name} – Search: ${view}`;
}

function nameFile(view: string, { text }: SearchRequest, format: DataFormat): string {
  const name = slugify(text).slice(0, 60) || 'passages';
  return `${format === 'csv' ? 'attachment' : 'inline'}; filename="variorum-${view}-${name}.${format}"`;
}
