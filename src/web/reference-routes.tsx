import type { Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { describeAreaRow, describeAreas } from '../api/area-data.ts';
import { describeCoverage } from '../api/coverage-data.ts';
import { type DataDocument, mediaTypeOf, renderData, splitFormat } from '../api/data-document.ts';
import { describeEdition, describeEditions } from '../api/edition-data.ts';
import { describeSources } from '../api/sources-data.ts';
import { describeTopic, describeTopics } from '../api/topic-data.ts';
import { areaSlug } from '../domain/area.ts';
import { narrowCoverage } from '../domain/coverage.ts';
import { listOmissionRules } from '../workbench/list-omission-rules.ts';
import { showValue } from '../workbench/problem-list.ts';
import { areaAddress } from './addresses.ts';
import { listAlternates } from './components/data-links.tsx';
import { type Desk, notFound, redirectTo } from './desk.ts';
import { renderDocument, type Site } from './document.tsx';
import { dropUnseen } from './drop-unseen.ts';
import { NoSuchArea } from './no-such-area.ts';
import { AreaPage } from './pages/area-page.tsx';
import { AreasPage } from './pages/areas-page.tsx';
import { CoveragePage } from './pages/coverage-page.tsx';
import { EditionPage } from './pages/edition-page.tsx';
import { EditionsPage } from './pages/editions-page.tsx';
import { SourcesPage } from './pages/sources-page.tsx';
import { TopicPage } from './pages/topic-page.tsx';
import { TopicsPage } from './pages/topics-page.tsx';
import { type RenderedPage, renderPage } from './rendered-page.ts';

/** A page of reference in its two forms. */
interface Matter {
  readonly title: string;
  readonly description?: string;
  /** What the lasting address has behind its question mark, the mark included. */
  readonly query?: string;
  readonly body: () => Child;
  readonly data: () => DataDocument;
}

/** Gives the matter of a page, or leads to another address. */
type Find = (c: Context, site: Site, name: string) => Promise<Matter | { readonly moved: string }>;

/** Areas, editions, topics, coverage, sources: each as a page and, behind an ending, as data. */
export function addReferenceRoutes(app: Hono, desk: Desk): void {
  const { workbench } = desk;
  const { catalog } = workbench;

  const addPage = (part: string, find: Find): void => {
    app.get(part, (c) => desk.serve(c, () => render(c, desk, part, part, find)));
    app.get(`/:file{${part.slice(1)}\\.(?:json|csv|md)}`, (c) =>
      desk.serve(c, () => render(c, desk, part, `/${c.req.param('file')}`, find)),
    );
  };
  const addPagesWithin = (part: string, find: Find): void => {
    app.get(`${part}/:name`, (c) =>
      desk.serve(c, () => render(c, desk, part, `${part}/${c.req.param('name')}`, find)),
    );
  };

  addPage('/areas', async (c, site) => {
    const coverage = await workbench.getCoverage();
    const typed = dropUnseen(c.req.query('name') ?? '')
      .trim()
      .slice(0, 100);
    const found = typed === '' ? null : catalog.findArea(typed);
    if (found !== null) return { moved: areaAddress(found) };
    const near = catalog.nearestAreas(typed).flatMap((one) => catalog.findArea(one) ?? []);
    const search = typed === '' ? null : { typed, near };
    return {
      title: 'Countries and areas',
      body: () => <AreasPage site={site} coverage={coverage} search={search} />,
      data: () => describeAreas(coverage, site.stamp),
    };
  });

  addPagesWithin('/areas', async (_, site, name) => {
    const area = catalog.findArea(name);
    if (area === null) throw new NoSuchArea(name, catalog);
    if (name !== areaSlug(area)) return { moved: areaAddress(area) };
    const coverage = await workbench.getCoverage();
    const row = coverage.rows.find((one) => one.area.id === area.id);
    if (row === undefined) throw notFound(`This library has nothing on ${area.name}.`);
    return {
      title: area.name,
      description: `All country reports on human rights practices on ${area.name}, edition by edition.`,
      body: () => <AreaPage site={site} row={row} />,
      data: () => describeAreaRow(row, site.stamp),
    };
  });

  addPage('/editions', async (_, site) => {
    const coverage = await workbench.getCoverage();
    return {
      title: 'Editions',
      body: () => <EditionsPage site={site} coverage={coverage} />,
      data: () => describeEditions(catalog, coverage, site.stamp),
    };
  });

  addPagesWithin('/editions', async (_, site, name) => {
    if (!/^\d{4}$/.test(name)) throw notFound(`There is no edition ${showValue(name)}.`);
    const edition = catalog.getEdition(Number(name));
    const coverage = await workbench.getCoverage();
    const reports = await workbench.listReports({ edition: edition.year });
    const digest = await workbench.findEditionDigest(edition.year);
    return {
      title: `${edition.year} edition`,
      description: edition.title,
      body: () => (
        <EditionPage site={site} edition={edition} coverage={coverage} reports={reports} digest={digest} />
      ),
      data: () => describeEdition(edition, catalog, reports, digest, site.stamp),
    };
  });

  addPage('/coverage', async (c, site) => {
    const asked = c.req.query('region') ?? '';
    const region = asked === '' ? null : catalog.findRegion(asked);
    if (asked !== '' && region === null) throw notFound(`There is no region ${showValue(asked)}.`);
    const whole = await workbench.getCoverage();
    const coverage = region === null ? whole : narrowCoverage(whole, region.id);
    return {
      title: region === null ? 'Coverage' : `Coverage: ${region.name}`,
      query: region === null ? '' : `?region=${region.id}`,
      body: () => <CoveragePage site={site} coverage={coverage} whole={whole} region={region} />,
      data: () => describeCoverage(coverage, site.stamp),
    };
  });

  addPage('/topics', async (_, site) => ({
    title: 'Topics',
    body: () => <TopicsPage site={site} />,
    data: () => describeTopics(catalog),
  }));

  addPagesWithin('/topics', async (_, site, name) => {
    const view = await workbench.getTopic(name);
    return {
      title: view.topic.label,
      description: view.topic.description,
      body: () => <TopicPage site={site} view={view} />,
      data: () => describeTopic(view, site.stamp),
    };
  });

  addPage('/sources', async (_, site) => {
    const rules = listOmissionRules();
    return {
      title: 'About the sources',
      body: () => <SourcesPage site={site} rules={rules} />,
      data: () => describeSources(site.stamp, rules),
    };
  });
}

async function render(
  c: Context,
  desk: Desk,
  part: string,
  path: string,
  find: Find,
): Promise<RenderedPage | Response> {
  const { name: address, format } = splitFormat(path);
  const site = await desk.openSite(c);
  const matter = await find(c, site, address.slice(part.length + 1));
  if ('moved' in matter) return redirectTo(`${matter.moved}${format === null ? '' : `.${format}`}`, 301);
  if (format !== null) return renderPage(renderData(matter.data(), format), mediaTypeOf(format));
  const { title, description, query = '' } = matter;
  const page = renderDocument(
    site,
    {
      title,
      ...(description === undefined ? {} : { description }),
      part,
      canonical: address + query,
      alternates: listAlternates(address, query),
    },
    matter.body(),
  );
  return renderPage(page, 'text/html; charset=utf-8');
}
