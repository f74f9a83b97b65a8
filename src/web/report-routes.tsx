import type { Context, Hono } from 'hono';
import { mediaTypeOf, splitFormat } from '../api/data-document.ts';
import { describeReport } from '../api/report-data.ts';
import { formatReportId } from '../domain/address.ts';
import { Problem } from '../domain/problem.ts';
import type { Report } from '../domain/report.ts';
import { publishReport } from '../workbench/publish-report.ts';
import { editionAddress, reportAddress } from './addresses.ts';
import { citePlaceAddress, listCiteAlternates } from './cite-addresses.ts';
import { listAlternates } from './components/data-links.tsx';
import type { MarkedSearch } from './components/search/report-marks-line.tsx';
import { type Desk, rawQuery, redirectTo } from './desk.ts';
import { renderDocument } from './document.tsx';
import { NoSuchArea } from './no-such-area.ts';
import { ReportPage } from './pages/report-page.tsx';
import { readAges } from './passage-ages.ts';
import { answerPage, type RenderedPage, renderPage } from './rendered-page.ts';
import { answerReportFile, splitFileFormat } from './report-file.ts';
import { listDetails, readSearchParameters } from './search-state.ts';

/** `/2021/mli`, `/2021/mli@0123456789ab`, each with `.json`, `.csv`, `.md` and the endings of files; other names lead to the id. */
export function addReportRoutes(app: Hono, desk: Desk): void {
  app.get('/:edition{[0-9]{4}}', (c) => redirectTo(editionAddress(Number(c.req.param('edition'))), 301));
  app.get('/:edition{[0-9]{4}}/:report', (c) =>
    desk.serve(c, () => renderReport(c, desk, Number(c.req.param('edition')), c.req.param('report'))),
  );
}

async function renderReport(
  c: Context,
  desk: Desk,
  year: number,
  asked: string,
): Promise<RenderedPage | Response> {
  const { workbench } = desk;
  const { catalog } = workbench;
  const file = splitFileFormat(asked);
  const { name: bare, format } = splitFormat(file.name);
  const [, name = '', version = null] = /^(.*?)(?:@([0-9a-f]{12}))?$/s.exec(bare) ?? [];
  const edition = catalog.getEdition(year);
  const area = catalog.findArea(name);
  if (area === null) throw new NoSuchArea(name, catalog);
  const address = reportAddress({ edition: year, area: area.id }, version);
  const ending = file.format ?? format;
  if (name !== area.id) {
    const query = rawQuery(c);
    const kept = file.format === null || query === '' ? '' : `?${query}`;
    return redirectTo(`${address}${ending === null ? '' : `.${ending}`}${kept}`, 301);
  }
  const view = await workbench.getReport({ edition: year, area: area.id }, version);
  const site = await desk.openSite(c);
  if (file.format !== null) {
    const publication = publishReport(view, edition, catalog, site.stamp);
    return answerReportFile(c, desk, view.report, publication, file.format);
  }
  if (format === 'json') return renderPage(describeReport(view, site.stamp), mediaTypeOf(format));
  if (format !== null) {
    let file = '';
    const publication = publishReport(view, edition, catalog, site.stamp);
    for await (const piece of workbench.renderPublication(publication, format)) file += piece;
    return renderPage(file, mediaTypeOf(format), {
      disposition: `inline; filename="variorum-${formatReportId(view.report).replace('/', '-')}.${format}"`,
    });
  }
  const search = await readMarkedSearch(c, desk, view.report);
  const ages = await readAges(view, desk);
  const citation = await workbench.readCitation({
    edition: year,
    area: area.id,
    version,
    section: null,
    passage: null,
  });
  const isNewest = view.versions[0]?.version === view.report.version;
  const page = renderDocument(
    site,
    {
      title: `${view.report.areaName}, ${year}`,
      description: `${edition.title}: ${view.report.areaName}. An unofficial copy with an address for every passage.`,
      part: '/editions',
      canonical: reportAddress(view.report, isNewest ? null : view.report.version),
      alternates: [
        ...listAlternates(address),
        ...listCiteAlternates(citePlaceAddress({ ...view.report, version })),
      ],
      citation,
    },
    <ReportPage
      site={site}
      view={view}
      edition={edition}
      text={workbench.renderReportHtml(
        view.report,
        search?.marks?.ranges,
        ages.signOf,
        (fragment) => `${address}/${fragment}/cite`,
      )}
      citation={citation}
      search={search}
      address={address}
      ages={ages.state}
    />,
  );
  const made = renderPage(page, 'text/html; charset=utf-8');
  // What is not there yet must not be remembered as missing.
  return ages.state === 'coming' || ages.state === 'failed' ? answerPage(c, made) : made;
}

/** What `q` (and `spellings`) in the address ask to be marked; null if nothing is. */
async function readMarkedSearch(c: Context, desk: Desk, report: Report): Promise<MarkedSearch | null> {
  const { q, spellings } = readSearchParameters(new URLSearchParams(rawQuery(c)));
  const { request, problems } = await desk.workbench.readSearch({
    q,
    spellings,
    years: [],
    areas: [],
    topics: [],
    sections: [],
    order: [],
  });
  if (request.text === '') return null;
  if (problems.length > 0) return { request, marks: null, problems };
  try {
    return { request, marks: await desk.workbench.markReport(report, request), problems: [] };
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'invalid-input') throw error;
    return { request, marks: null, problems: listDetails(error) };
  }
}
