import type { Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { mediaTypeOf, splitFormat } from '../api/data-document.ts';
import { Problem } from '../domain/problem.ts';
import { slugify } from '../domain/slug.ts';
import { EXPORT_FORMATS } from '../workbench/render-publication.ts';
import { formatSearch, isEmptySearch } from '../workbench/search/search-request.ts';
import { searchAddress } from './addresses.ts';
import { listAlternates } from './components/data-links.tsx';
import type { FieldProblem } from './components/error-summary.tsx';
import { type Desk, notFound, rawQuery, redirectTo, wantsData } from './desk.ts';
import { type DocumentHead, renderDocument, type Site } from './document.tsx';
import { SearchHelpPage } from './pages/search-help-page.tsx';
import { SearchPage, SearchProblemPage, SearchStartPage } from './pages/search-page.tsx';
import { type RenderedPage, renderPage } from './rendered-page.ts';
import { keepTyped, listDetails, listSearchProblems, readSearchParameters } from './search-state.ts';
import { isSameAddress } from './search-view-state.ts';
import { answerStream, startPieces } from './streamed-answer.ts';

const HITS_ON_A_PAGE = 20;
const DESCRIPTION =
  'Search every passage of the annual country reports on human rights practices, and count in a way that can be repeated.';

/** `/search`, all hits as `/search.json`, `.csv` and `.md`, and `/search/help`. */
export function addSearchRoutes(app: Hono, desk: Desk): void {
  app.get('/search', (c) => desk.serve(c, () => answerSearch(c, desk)));
  app.get('/search/help', (c) =>
    desk.serve(c, async () => {
      const site = await desk.openSite(c);
      return render(site, 'How to search', <SearchHelpPage site={site} />, { canonical: '/search/help' });
    }),
  );
  app.get('/:file{search\\.[a-z]+}', (c) => streamSearch(c, desk, c.req.param('file')));
}

async function answerSearch(c: Context, desk: Desk): Promise<RenderedPage | Response> {
  const { workbench } = desk;
  const query = new URLSearchParams(rawQuery(c));
  const parameters = readSearchParameters(query);
  const { request, problems } = await workbench.readSearch(parameters);
  if (problems.length > 0) return answerProblems(c, desk, await listSearchProblems(workbench, parameters));
  const site = await desk.openSite(c);
  if (isEmptySearch(request))
    return render(site, 'Search', <SearchStartPage site={site} />, { canonical: '/search' });
  const canonical = formatSearch(request);
  const cursor = query.get('cursor');
  const place = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
  const address = `${searchAddress(canonical)}${place}`;
  if (!isSameAddress(c, address)) return redirectTo(address, 302);
  try {
    const answer = await workbench.searchPassages(request, { cursor, size: HITS_ON_A_PAGE });
    return render(site, titleOf(request.text), <SearchPage site={site} answer={answer} />, {
      canonical: searchAddress(request),
      alternates: listAlternates('/search', `?${canonical}`),
    });
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'invalid-input') throw error;
    return answerProblems(
      c,
      desk,
      listDetails(error).map((message) => ({ field: 'q', message })),
    );
  }
}

/** What is wrong, above a form that keeps what was typed; for programs, as a problem. */
async function answerProblems(
  c: Context,
  desk: Desk,
  problems: readonly FieldProblem[],
): Promise<RenderedPage> {
  if (wantsData(c)) throw toProblem(problems);
  const site = await desk.openSite(c);
  const fields = keepTyped(readSearchParameters(new URLSearchParams(rawQuery(c))));
  return render(
    site,
    'Something is to be mended',
    <SearchProblemPage site={site} fields={fields} problems={problems} />,
    { status: 400 },
  );
}

async function streamSearch(c: Context, desk: Desk, file: string): Promise<Response> {
  const format = file === 'search.jsonl' ? 'jsonl' : splitFormat(file).format;
  if (format === null) throw notFound('A search is to be had as json, jsonl, csv or md.');
  const { workbench } = desk;
  const parameters = readSearchParameters(new URLSearchParams(rawQuery(c)));
  const { request, problems } = await workbench.readSearch(parameters);
  if (problems.length > 0) throw toProblem(await listSearchProblems(workbench, parameters));
  if (isEmptySearch(request)) {
    throw new Problem('invalid-input', 'Nothing is asked for.', [
      'q: give words to search for, or narrow the search by years, areas, topics or sections.',
    ]);
  }
  // The first piece waits for the count: what cannot be searched is refused before anything is sent.
  const pieces = await startPieces(workbench.renderHits(request, format, null));
  return answerStream(c, pieces, {
    'Content-Type': format === 'jsonl' ? EXPORT_FORMATS.jsonl.mediaType : mediaTypeOf(format),
    'Content-Disposition': `${format === 'csv' ? 'attachment' : 'inline'}; filename="variorum-search-${slugify(request.text).slice(0, 60) || 'passages'}.${format}"`,
  });
}

function toProblem(problems: readonly FieldProblem[]): Problem {
  return new Problem(
    'invalid-input',
    'What was asked for cannot be searched as it stands.',
    problems.map(({ field, message }) => `${field}: ${message}`),
  );
}

function render(
  site: Site,
  title: string,
  body: Child,
  {
    status = 200,
    ...head
  }: Pick<DocumentHead, 'canonical' | 'alternates'> & { readonly status?: RenderedPage['status'] },
): RenderedPage {
  const page = renderDocument(
    site,
    { title, description: DESCRIPTION, part: '/search', scripts: ['narrow-facets.js'], ...head },
    body,
  );
  return renderPage(page, 'text/html; charset=utf-8', { status, vary: 'Accept, Accept-Encoding' });
}

function titleOf(text: string): string {
  if (text === '') return 'Search';
  return `${text.length > 70 ? `${text.slice(0, 70)}…` : text} – Search`;
}
