import type { Context, Hono } from 'hono';
import type { ComparisonView } from '../domain/comparison-view.ts';
import { Problem } from '../domain/problem.ts';
import { describeRemovalsTitle, type Removals, type RemovalsItem } from '../domain/removals.ts';
import type { RemovalsRequest } from '../workbench/compare/list-removals.ts';
import { formatRemovals, type RemovalsParameters } from '../workbench/compare/read-removals-request.ts';
import { REMOVALS_FORMATS, renderRemovalsTable } from '../workbench/compare/render-comparison.ts';
import { findComparisonFileFormat } from '../workbench/compare/render-comparison-file.ts';
import { EXPORT_FORMATS } from '../workbench/render-publication.ts';
import { removalsListAddress } from './addresses.ts';
import { type Desk, isSameQuery, notFound, rawQuery, redirectTo, wantsData } from './desk.ts';
import { renderDocument } from './document.tsx';
import { dropUnseen } from './drop-unseen.ts';
import { fileHeaders } from './file-headers.ts';
import { RemovalsListPage, RemovalsStart } from './pages/removals-list-page.tsx';
import { citeAddressIn, passageAddressIn } from './passage-address.ts';
import { readPaper } from './read-paper.ts';
import { type RenderedPage, renderPage } from './rendered-page.ts';
import { answerStream, answerFile as answerWhole } from './streamed-answer.ts';

const HTML = 'text/html; charset=utf-8';

/** A page quotes whole passages, and is compared as a whole before it is sent: that a comparison failed is said. */
const AREAS_A_PAGE = 10;

/** `/removed?from=2023&to=2024&areas=africa&topics=women`, and with an ending as a file. */
export function addRemovalsRoutes(app: Hono, desk: Desk): void {
  app.get('/removed', (c) => desk.serve(c, () => answerPage(c, desk)));
  app.get('/:file{removed\\.[a-z]+}', (c) => answerFile(c, desk));
}

async function answerFile(c: Context, desk: Desk): Promise<Response> {
  const ending = c.req.param('file')?.slice('removed.'.length);
  const format = REMOVALS_FORMATS.find((one) => one === ending) ?? null;
  const paged = findComparisonFileFormat(ending ?? '');
  const paper = readPaper(rawQuery(c));
  const { request, problems } = desk.workbench.readRemovalsRequest(readTyped(c));
  if (request === null) throw refuse(problems);
  const removals = await desk.workbench.listRemovals(request);
  const name = `variorum-removed-${removals.from}-${removals.to}`;
  if (format === null) {
    if (paged === null) throw notFound('What was removed is to be had as pdf, docx, txt, md, json or csv.');
    return answerWhole(
      c,
      desk.workbench.renderRemovalsFile(removals, paged, paper),
      fileHeaders(name, paged),
    );
  }
  const few = removals.areas.length <= AREAS_A_PAGE;
  const pieces = desk.workbench.renderRemovals(few ? await compareFirst(removals) : removals, format);
  const { mediaType, ending: fileEnding } = EXPORT_FORMATS[format];
  return answerStream(c, reportBreak(pieces, desk), {
    'Content-Type': mediaType,
    'Content-Disposition': `${format === 'csv' ? 'attachment' : 'inline'}; filename="${name}.${fileEnding}"`,
  });
}

/** A form that was sent has both editions in its address; a link that fills in one thing has not. */
async function answerPage(c: Context, desk: Desk): Promise<RenderedPage | Response> {
  const query = new URLSearchParams(rawQuery(c));
  const typed = readTyped(c);
  const { request, problems } = desk.workbench.readRemovalsRequest(typed);
  if (!query.has('from') || !query.has('to')) return renderStart(c, desk, typed, []);
  const pages = query.getAll('page').filter((value) => value !== '');
  const wrong = pages.filter((value) => !/^[1-9]\d{0,3}$/.test(value)).length > 0 || pages.length > 1;
  const all = wrong ? [...problems, 'page: write the number of a page, such as 2.'] : problems;
  if (request === null || all.length > 0) {
    if (wantsData(c)) throw refuse(all);
    return renderStart(c, desk, typed, all);
  }
  const page = Number(pages[0] ?? 1);
  const canonical = removalsListAddress(formatRemovals(request), page);
  if (!isSameQuery(rawQuery(c), canonical.slice(canonical.indexOf('?') + 1)))
    return redirectTo(canonical, 302);
  return renderList(c, desk, request, page);
}

async function renderList(
  c: Context,
  desk: Desk,
  request: RemovalsRequest,
  page: number,
): Promise<RenderedPage> {
  const { workbench } = desk;
  const removals = await workbench.listRemovals(request);
  const pages = Math.max(1, Math.ceil(removals.areas.length / AREAS_A_PAGE));
  if (page > pages)
    throw notFound(`There is no page ${page} of it.`, [
      pages === 1 ? 'There is one page.' : `There are ${pages} pages.`,
    ]);
  const areas = removals.areas.slice((page - 1) * AREAS_A_PAGE, page * AREAS_A_PAGE);
  const here = await workbench.listRemovals({
    ...request,
    areas: areas.map(({ id }) => ({ kind: 'area', area: id })),
  });
  const { filter } = request;
  const compared: { view: ComparisonView; table: string }[] = [];
  for await (const item of here.readItems()) {
    if (item.kind !== 'compared') continue;
    const { view } = item;
    const idPrefix = `${view.area.id}-`;
    const table = renderRemovalsTable(view, {
      filter,
      addressOf: passageAddressIn(view),
      citeOf: citeAddressIn(view),
      idPrefix,
    });
    compared.push({ view, table });
  }
  const site = await desk.openSite(c);
  const query = formatRemovals(request);
  const body = renderDocument(
    site,
    {
      title: describeRemovalsTitle(removals),
      description: `What the ${removals.from} country reports have and the ${removals.to} reports have not, country by country, each passage quoted and cited.`,
      part: '/compare',
      canonical: removalsListAddress(query, page),
      alternates: (['json', 'csv', 'md'] as const).map((ending) => ({
        type: EXPORT_FORMATS[ending].mediaType.replace(/;.*/, ''),
        address: removalsListAddress(query, 1, ending),
      })),
    },
    <RemovalsListPage
      site={site}
      coverage={await workbench.getCoverage()}
      typed={readTyped(c)}
      request={request}
      removals={removals}
      compared={compared}
      page={page}
      pageSize={AREAS_A_PAGE}
    />,
  );
  return renderPage(body, HTML, { vary: 'Accept, Accept-Encoding' });
}

async function renderStart(
  c: Context,
  desk: Desk,
  typed: RemovalsParameters,
  problems: readonly string[],
): Promise<RenderedPage> {
  const site = await desk.openSite(c);
  const page = renderDocument(
    site,
    {
      title: problems.length > 0 ? 'Something is to be mended' : 'What was removed',
      description:
        'What an older edition of the country reports has and a newer one has not, in one country or many.',
      part: '/compare',
      ...(rawQuery(c) === '' ? { canonical: '/removed' } : {}),
    },
    <RemovalsStart
      site={site}
      coverage={await desk.workbench.getCoverage()}
      typed={typed}
      problems={problems}
    />,
  );
  return renderPage(page, HTML, {
    status: problems.length > 0 ? 400 : 200,
    vary: 'Accept, Accept-Encoding',
  });
}

function readTyped(c: Context): RemovalsParameters {
  const query = new URLSearchParams(rawQuery(c));
  return {
    from: dropUnseen(query.get('from') ?? ''),
    to: dropUnseen(query.get('to') ?? ''),
    areas: query.getAll('areas'),
    topics: query.getAll('topics'),
    only: query.getAll('only'),
  };
}

function refuse(problems: readonly string[]): Problem {
  return new Problem('invalid-input', 'What was asked for cannot be understood.', problems);
}

/** Everything compared before a word is sent: a comparison that fails is then an answer of its own. */
async function compareFirst(removals: Removals): Promise<Removals> {
  const items: RemovalsItem[] = [];
  for await (const item of removals.readItems()) items.push(item);
  return {
    ...removals,
    async *readItems() {
      yield* items;
    },
  };
}

/** The status is sent by then: a file that breaks off ends its connection, and the fault is told. */
async function* reportBreak(pieces: AsyncIterable<string>, desk: Desk): AsyncGenerator<string> {
  try {
    yield* pieces;
  } catch (error) {
    desk.reportFault(error);
    throw error;
  }
}
