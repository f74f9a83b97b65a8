import type { Context, Hono } from 'hono';
import { areaSlug } from '../domain/area.ts';
import { describeHistoryTitle } from '../domain/describe-history.ts';
import { describeLastReportedTitle } from '../domain/describe-last-reported.ts';
import { Problem } from '../domain/problem.ts';
import { formatLastReported } from '../workbench/lineage/read-last-reported-request.ts';
import { HISTORY_FORMATS } from '../workbench/lineage/render-history.ts';
import { EXPORT_FORMATS } from '../workbench/render-publication.ts';
import { historyAddress, lastReportedAddress, reportAddress } from './addresses.ts';
import { listAlternates } from './components/data-links.tsx';
import { type Desk, isSameQuery, notFound, rawQuery, redirectTo } from './desk.ts';
import { renderDocument } from './document.tsx';
import { NoSuchArea } from './no-such-area.ts';
import { HistoryPage } from './pages/history-page.tsx';
import { LastReportedPage } from './pages/last-reported-page.tsx';
import { type RenderedPage, renderPage } from './rendered-page.ts';

const HTML = 'text/html; charset=utf-8';

/** `/2021/mli/1.c:4/history` and `/areas/mali/last-reported`, each with an ending as data. */
export function addLineageRoutes(app: Hono, desk: Desk): void {
  app.get('/:edition{[0-9]{4}}/:report/:rest{.+}', (c) => desk.serve(c, () => answerHistory(c, desk)));
  app.get('/areas/:name/:file{last-reported(?:\\.[a-z]+)?}', (c) =>
    desk.serve(c, () => answerLastReported(c, desk)),
  );
}

async function answerHistory(c: Context, desk: Desk): Promise<RenderedPage | Response> {
  const { workbench } = desk;
  const { catalog } = workbench;
  const { edition: year = '', report = '', rest = '' } = c.req.param() as Record<string, string>;
  const match = /^([a-z0-9./~-]+):([1-9]\d{0,5})(\/history(?:\.([a-z]+))?)?(\/*)$/.exec(rest);
  if (match === null) {
    throw notFound('There is nothing at this address.', [
      'The address of a passage’s history looks like /2021/mli/1.c:4/history.',
    ]);
  }
  const [, section = '', number, isHistory, ending = null, slashes = ''] = match;
  const edition = catalog.getEdition(Number(year)).year;
  const [, name = '', version = null] = /^(.*?)(?:@([0-9a-f]{12}))?$/s.exec(report) ?? [];
  const area = catalog.findArea(name);
  if (area === null) throw new NoSuchArea(name, catalog);
  const address = { edition, area: area.id, version, section, passage: Number(number) };
  if (isHistory === undefined)
    return redirectTo(`${reportAddress(address, version)}#${section}:${number}`, 301);
  const format = HISTORY_FORMATS.find((one) => one === ending) ?? null;
  if (ending !== null && format === null) throw notFound('A history is to be had as txt, md, json or csv.');
  if (name !== area.id || slashes !== '') return redirectTo(historyAddress(address, format), 301);
  const history = await workbench.getHistory(address);
  if (format !== null) {
    const { mediaType, ending: fileEnding } = EXPORT_FORMATS[format];
    return renderPage(workbench.renderHistory(history, format), mediaType, {
      disposition: `${format === 'csv' ? 'attachment' : 'inline'}; filename="variorum-history-${edition}-${area.id}-${section.replaceAll('/', '-')}-${number}.${fileEnding}"`,
    });
  }
  const site = await desk.openSite(c);
  const form = history.forms[history.asked];
  const canonical =
    form === undefined
      ? historyAddress(address)
      : historyAddress({
          edition,
          area: area.id,
          section: form.passage.section,
          passage: form.passage.number,
        });
  const page = renderDocument(
    site,
    {
      title: `${area.name}: ${describeHistoryTitle(history)}`,
      description: `One passage of the country reports on ${area.name}, in every edition held: first and last reported, reworded, moved.`,
      part: '/editions',
      canonical,
      alternates: listAlternates(historyAddress(address)),
    },
    <HistoryPage site={site} history={history} address={historyAddress(address)} />,
  );
  return renderPage(page, HTML);
}

async function answerLastReported(c: Context, desk: Desk): Promise<RenderedPage | Response> {
  const { workbench } = desk;
  const { name = '', file = '' } = c.req.param() as Record<string, string>;
  const [, ending = null] = /^last-reported(?:\.([a-z]+))?$/.exec(file) ?? [];
  const format = HISTORY_FORMATS.find((one) => one === ending) ?? null;
  if (ending !== null && format === null)
    throw notFound('What was last reported is to be had as txt, md, json or csv.');
  const area = workbench.catalog.findArea(name);
  if (area === null) throw new NoSuchArea(name, workbench.catalog);
  const query = new URLSearchParams(rawQuery(c));
  const { request, problems } = workbench.readLastReportedRequest({
    area: area.id,
    topics: query.getAll('topics'),
    sort: query.getAll('sort'),
  });
  if (problems.length > 0)
    throw new Problem('invalid-input', 'What was asked for cannot be understood.', problems);
  const canonical = formatLastReported(request);
  if (name !== areaSlug(area) || !isSameQuery(rawQuery(c), canonical))
    return redirectTo(lastReportedAddress(area, canonical, format), 301);
  const found = await workbench.getLastReported(area.id, request);
  if (format !== null) {
    const { mediaType, ending: fileEnding } = EXPORT_FORMATS[format];
    return renderPage(workbench.renderLastReported(found, format), mediaType, {
      disposition: `${format === 'csv' ? 'attachment' : 'inline'}; filename="variorum-last-reported-${area.id}.${fileEnding}"`,
    });
  }
  const site = await desk.openSite(c);
  const page = renderDocument(
    site,
    {
      title: describeLastReportedTitle(found),
      description: `What the newest report on ${area.name} no longer has, by the edition that had it last.`,
      part: '/areas',
      canonical: lastReportedAddress(area, canonical),
      alternates: listAlternates(lastReportedAddress(area), canonical === '' ? '' : `?${canonical}`),
    },
    <LastReportedPage site={site} found={found} request={request} />,
  );
  return renderPage(page, HTML);
}
