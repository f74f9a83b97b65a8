import type { Context, Hono } from 'hono';
import { Problem } from '../domain/problem.ts';
import type { Publication } from '../domain/publication.ts';
import { formatSelection, type Selection } from '../domain/selection.ts';
import { slugify } from '../domain/slug.ts';
import { EXPORT_FORMATS, findExportFormat } from '../workbench/render-publication.ts';
import { customReportAddress } from './addresses.ts';
import {
  isAsked,
  listFieldProblems,
  pickOutlineEdition,
  readParameters,
  toChoices,
} from './builder-state.ts';
import { describeCount } from './components/builder-form.tsx';
import { answerCustomReport, countOf } from './custom-report-answer.tsx';
import { type Desk, isSameQuery, notFound, rawQuery, redirectTo, wantsData } from './desk.ts';
import { renderDocument } from './document.tsx';
import { BuilderPage } from './pages/builder-page.tsx';
import { type RenderedPage, renderPage } from './rendered-page.ts';
import { answerPublication } from './report-file.ts';

/** The builder, and what it builds: `/`, `/report`, `/report.csv`, `/report/count.json`. */
export function addCustomReportRoutes(app: Hono, desk: Desk): void {
  app.get('/report', (c) => desk.serve(c, () => buildReport(c, desk)));
  app.get('/', (c) => desk.serve(c, () => renderBuilder(c, desk, 'started')));
  app.get('/report/count.json', (c) => desk.serve(c, () => countSelection(c, desk)));
  app.get('/:file{report\\.[a-z]+}', async (c) => {
    const format = findExportFormat(c.req.param('file').slice('report.'.length));
    if (format === null)
      throw notFound(`A report is to be had as ${Object.keys(EXPORT_FORMATS).join(', ')}.`);
    const publication = await desk.workbench.buildPublication(await parseQuery(c, desk));
    return answerPublication(c, desk, publication, format, nameFile(publication));
  });
}

async function buildReport(c: Context, desk: Desk): Promise<RenderedPage | Response> {
  const parameters = readParameters(new URLSearchParams(rawQuery(c)));
  const { selection, problems } = await desk.workbench.readSelection(parameters);
  if (problems.length > 0) {
    if (wantsData(c))
      throw new Problem('invalid-input', 'What was asked for cannot be understood.', problems);
    return renderBuilder(c, desk, 'asked');
  }
  const canonical = formatSelection(selection);
  if (!isSameQuery(rawQuery(c), canonical)) return redirectTo(customReportAddress(canonical), 302);
  return answerCustomReport(c, desk, selection);
}

/**
 * @param manner `asked`: every question should have an answer; `started`: those that have none yet are no
 *   problem, unless a count is asked for
 */
async function renderBuilder(c: Context, desk: Desk, manner: 'asked' | 'started'): Promise<RenderedPage> {
  const { workbench } = desk;
  const query = new URLSearchParams(rawQuery(c));
  const parameters = readParameters(query);
  const isCount = query.has('count');
  const lenient = manner === 'started' && !isCount;
  const problems = await listFieldProblems(workbench, parameters, lenient);
  const { selection } = await workbench.readSelection(parameters);
  const site = await desk.openSite(c);
  const coverage = await workbench.getCoverage();
  const choices = toChoices(selection);
  const asked = query.get('show-outline') ?? query.get('outline');
  const body = (
    <BuilderPage
      site={site}
      coverage={coverage}
      choices={choices}
      outlineEdition={pickOutlineEdition(asked, choices, workbench, coverage)}
      outlineAsked={query.has('show-outline')}
      status={
        isCount && problems.length === 0
          ? describeCount(countOf(await workbench.buildPublication(selection)))
          : null
      }
      problems={problems}
    />
  );
  const page = renderDocument(
    site,
    {
      title: problems.length > 0 ? 'Something is to be mended' : 'Build a report',
      description:
        'Put together a custom report from the annual country reports on human rights practices: years, sections, countries.',
      part: '/',
      scripts: ['builder.js'],
      ...(isAsked(parameters) ? {} : { canonical: '/' }),
    },
    body,
  );
  return renderPage(page, 'text/html; charset=utf-8', {
    status: problems.length > 0 ? 400 : 200,
    vary: 'Accept, Accept-Encoding',
  });
}

async function countSelection(c: Context, desk: Desk): Promise<RenderedPage> {
  const publication = await desk.workbench.buildPublication(await parseQuery(c, desk));
  const count = countOf(publication);
  const body = { query: publication.query, ...count, text: describeCount(count) };
  return renderPage(`${JSON.stringify(body)}\n`, 'application/json');
}

function parseQuery(c: Context, desk: Desk): Promise<Selection> {
  return desk.workbench.parseSelection(readParameters(new URLSearchParams(rawQuery(c))));
}

function nameFile({ description, query }: Publication): string {
  return `variorum-${slugify(description.title).slice(0, 80) || slugify(query).slice(0, 80)}`;
}
