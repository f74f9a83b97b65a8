import type { Context, Hono } from 'hono';
import { Problem } from '../domain/problem.ts';
import { labelSectionChoice, type Selection } from '../domain/selection.ts';
import { slugify } from '../domain/slug.ts';
import { EXPORT_FORMATS, findExportFormat } from '../workbench/render-publication.ts';
import { sideBySideAddress } from './addresses.ts';
import { readParameters } from './builder-state.ts';
import type { FieldProblem } from './components/error-summary.tsx';
import { type Desk, isSameQuery, notFound, rawQuery, redirectTo, wantsData } from './desk.ts';
import { renderDocument } from './document.tsx';
import { SideBySidePage, SideBySideStart } from './pages/side-by-side-page.tsx';
import { type RenderedPage, renderPage } from './rendered-page.ts';
import { answerPublication } from './report-file.ts';

const HTML = 'text/html; charset=utf-8';

/** `/side-by-side?years=2021&sections=prison-conditions&areas=mli,ner`, and with an ending as a file. */
export function addSideBySideRoutes(app: Hono, desk: Desk): void {
  app.get('/side-by-side', (c) => desk.serve(c, () => answerPage(c, desk)));
  app.get('/:file{side-by-side\\.[a-z]+}', async (c) => {
    const format = findExportFormat(c.req.param('file').slice('side-by-side.'.length));
    if (format === null)
      throw notFound(`Areas side by side are to be had as ${Object.keys(EXPORT_FORMATS).join(', ')}.`);
    const { selection, problems } = await read(c, desk);
    if (problems.length > 0) throw refuse(problems);
    const publication = await desk.workbench.buildPublication(selection);
    const name = `variorum-${slugify(publication.description.title).slice(0, 80)}`;
    return answerPublication(c, desk, publication, format, name);
  });
}

/** A form that was sent has all three questions in its address; a link that fills in one has not. */
async function answerPage(c: Context, desk: Desk): Promise<RenderedPage | Response> {
  const query = new URLSearchParams(rawQuery(c));
  const { selection, problems } = await read(c, desk);
  const isAsked = ['years', 'sections', 'areas'].every((name) => query.has(name));
  if (problems.length === 0) {
    const canonical = sideBySideAddress(selection);
    return isSameQuery(rawQuery(c), canonical.slice(canonical.indexOf('?') + 1))
      ? renderColumns(c, desk, selection)
      : redirectTo(canonical, 302);
  }
  if (isAsked && wantsData(c)) throw refuse(problems);
  const typed = query.getAll('areas').flatMap((value) => value.split(','));
  return renderStart(c, desk, selection, typed, isAsked ? problems : []);
}

async function renderStart(
  c: Context,
  desk: Desk,
  selection: Selection,
  typed: readonly string[],
  problems: readonly string[],
): Promise<RenderedPage> {
  const site = await desk.openSite(c);
  const page = renderDocument(
    site,
    {
      title: problems.length > 0 ? 'Something is to be mended' : 'Areas side by side',
      description:
        'What one edition of the country reports says on one topic or section, for up to four countries side by side.',
      part: '/compare',
      ...(rawQuery(c) === '' ? { canonical: '/side-by-side' } : {}),
    },
    <SideBySideStart
      site={site}
      coverage={await desk.workbench.getCoverage()}
      selection={selection}
      typed={typed}
      problems={problems.map(toFieldProblem)}
    />,
  );
  return renderPage(page, HTML, {
    status: problems.length > 0 ? 400 : 200,
    vary: 'Accept, Accept-Encoding',
  });
}

async function renderColumns(c: Context, desk: Desk, selection: Selection): Promise<RenderedPage> {
  const { workbench } = desk;
  const site = await desk.openSite(c);
  const publication = await workbench.buildPublication(selection);
  const columns = [];
  for await (const excerpt of publication.readExcerpts()) {
    const html = workbench.renderExcerptHtml(excerpt, ({ section, number }) => ({
      text: `${excerpt.report.edition}/${excerpt.report.area}#${section}:${number}`,
      address: `/${excerpt.report.edition}/${excerpt.report.area}@${excerpt.report.version}#${section}:${number}`,
    }));
    columns.push({ excerpt, html });
  }
  const [choice] = selection.sections;
  const [year] = selection.years;
  const label = choice === undefined ? '' : labelSectionChoice(choice, site.catalog);
  const page = renderDocument(
    site,
    {
      title: publication.description.title,
      description: `What the ${year} country reports say on “${label}”, side by side.`,
      part: '/compare',
      canonical: sideBySideAddress(selection),
      alternates: (['json', 'csv', 'md'] as const).map((ending) => ({
        type: EXPORT_FORMATS[ending].mediaType.replace(/;.*/, ''),
        address: sideBySideAddress(selection, ending),
      })),
    },
    <SideBySidePage
      site={site}
      coverage={await workbench.getCoverage()}
      publication={publication}
      columns={columns}
    />,
  );
  return renderPage(page, HTML, { vary: 'Accept, Accept-Encoding' });
}

function read(c: Context, { workbench }: Desk) {
  return workbench.readSideBySide(readParameters(new URLSearchParams(rawQuery(c))));
}

function refuse(problems: readonly string[]): Problem {
  return new Problem('invalid-input', 'What was asked for cannot be understood.', problems);
}

function toFieldProblem(problem: string): FieldProblem {
  const [, field = 'areas', said = problem] = /^(years|sections|areas): (.*)$/s.exec(problem) ?? [];
  return { field, message: said.charAt(0).toUpperCase() + said.slice(1) };
}
