import type { Context, Hono } from 'hono';
import type { Address } from '../domain/address.ts';
import type { Citation } from '../domain/citation.ts';
import { findCitationStyle, isDataStyle, type ProseStyle } from '../domain/citation-style.ts';
import { describeSelection, formatSelection } from '../domain/selection.ts';
import { readParameters } from './builder-state.ts';
import { citePlaceAddress, customCiteAddress, listCiteAlternates, pinsAddress } from './cite-addresses.ts';
import { renderCiteFile } from './cite-file.ts';
import { type Desk, notFound, rawQuery, redirectTo } from './desk.ts';
import { renderDocument } from './document.tsx';
import { NoSuchArea } from './no-such-area.ts';
import { CiteListPage } from './pages/cite-list-page.tsx';
import { CitePage } from './pages/cite-page.tsx';
import { type RenderedPage, renderPage } from './rendered-page.ts';

const HTML = 'text/html; charset=utf-8';
/** A list is shown in this style if none is asked for. */
const USUAL_STYLE: ProseStyle = 'bluebook';

/**
 * `/2021/mli/cite`, `/2021/mli/1.c:4/cite`, `/report/cite?years=…`, `/cite?pins=…`, each with an ending as a file;
 * `/2021/mli.bib` and `/report.bib?years=…` are the same files.
 */
export function addCiteRoutes(app: Hono, desk: Desk): void {
  app.get('/:file{cite(?:\\.[a-z.]+)?}', (c) => desk.serve(c, () => answerPins(c, desk)));
  app.get('/report/:file{cite(?:\\.[a-z.]+)?}', (c) => desk.serve(c, () => answerCustom(c, desk)));
  app.get('/:file{report\\.(?:bib|biblatex\\.bib|ris|csl\\.json)}', (c) =>
    desk.serve(c, () => answerCustom(c, desk)),
  );
  app.get('/:edition{[0-9]{4}}/:report/:rest{.+}', (c, next) => {
    const { edition = '', report = '', rest = '' } = c.req.param() as Record<string, string>;
    const place = readPlace(rest);
    return place === null ? next() : desk.serve(c, () => answerPlace(c, desk, edition, report, place));
  });
  app.get('/:edition{[0-9]{4}}/:file{[^/]+\\.(?:bib|ris|csl\\.json)}', (c) => {
    const { edition = '', file = '' } = c.req.param() as Record<string, string>;
    const [, report = '', ending = ''] = /^(.+?)\.(biblatex\.bib|bib|ris|csl\.json)$/.exec(file) ?? [];
    const place: Place = { section: null, passage: null, ending };
    return desk.serve(c, () => answerPlace(c, desk, edition, report, place));
  });
}

interface Place extends Pick<Address, 'section' | 'passage'> {
  /** Null: the page. */
  readonly ending: string | null;
}

/** `cite`, `1.c/cite.bib`, `1.c:4/cite`, `1.c:4.bib`: what names no citation is for other routes. */
function readPlace(rest: string): Place | null {
  const page = /^(?:([a-z0-9./~-]+?)(?::([1-9]\d{0,5}))?\/)?cite(?:\.([a-z.]+))?\/*$/.exec(rest);
  const file = /^([a-z0-9./~-]+?)(?::([1-9]\d{0,5}))?\.(biblatex\.bib|bib|ris|csl\.json)$/.exec(rest);
  const match = page ?? file;
  if (match === null) return null;
  const [, section, passage, ending] = match;
  return {
    section: section ?? null,
    passage: passage === undefined ? null : Number(passage),
    ending: ending ?? null,
  };
}

async function answerPlace(
  c: Context,
  desk: Desk,
  year: string,
  report: string,
  { section, passage, ending }: Place,
): Promise<RenderedPage | Response> {
  const { catalog } = desk.workbench;
  const edition = catalog.getEdition(Number(year)).year;
  const [, name = '', version = null] = /^(.*?)(?:@([0-9a-f]{12}))?$/s.exec(report) ?? [];
  const area = catalog.findArea(name);
  if (area === null) throw new NoSuchArea(name, catalog);
  const asked: Address = { edition, area: area.id, version, section, passage };
  const address = citePlaceAddress(asked, ending);
  if (name !== area.id || c.req.path.endsWith('/')) return redirectTo(address, 301);
  const citation = await desk.workbench.readCitation(asked);
  if (ending !== null) {
    const place = citePlaceAddress({ ...asked, version: null }).replace(/\/cite$/, '');
    return renderCiteFile([citation], ending, `variorum${place}`);
  }
  const site = await desk.openSite(c);
  const page = renderDocument(
    site,
    {
      title: `Cite ${citation.areaName}, ${edition}`,
      description: `${citation.series}: ${citation.areaName}. How to cite it in Bluebook, OSCOLA, APA, Chicago and MLA. An unofficial copy.`,
      part: '/editions',
      canonical: citePlaceAddress(citation.address),
      alternates: listCiteAlternates(address),
      citation,
    },
    <CitePage site={site} citation={citation} />,
  );
  return renderPage(page, HTML);
}

/** Null for the page; whether there is such a file is not asked here. */
function readEnding(c: Context): string | null {
  return /^[^.]*\.(.+)$/.exec(c.req.param('file') ?? '')?.[1] ?? null;
}

/** Places chosen one by one. */
async function answerPins(c: Context, desk: Desk): Promise<RenderedPage | Response> {
  const ending = readEnding(c);
  const query = new URLSearchParams(rawQuery(c));
  const pins = query
    .getAll('pins')
    .flatMap((list) => list.split(/[\s,;]+/))
    .filter((pin) => pin !== '');
  const citations = await desk.workbench.readCitations(pins);
  if (ending !== null) return renderCiteFile(citations, ending, 'variorum-citations');
  const own = citations.map(({ addressText }) => addressText);
  return renderList(c, desk, {
    citations,
    title: pins.length === 0 ? 'Cite several places' : 'Citations of chosen places',
    address: pinsAddress(own),
    hidden: [['pins', own.join(',')]],
    pins: own,
  });
}

/** All reports of a custom report. */
async function answerCustom(c: Context, desk: Desk): Promise<RenderedPage | Response> {
  const { workbench } = desk;
  const ending = readEnding(c);
  const parameters = readParameters(new URLSearchParams(rawQuery(c)));
  const selection = await workbench.parseSelection(parameters);
  const citations = await workbench.citePublication(await workbench.buildPublication(selection));
  if (ending !== null) return renderCiteFile(citations, ending, 'variorum-report');
  const query = formatSelection(selection);
  return renderList(c, desk, {
    citations,
    title: `Citations: ${describeSelection(selection, workbench.catalog).title}`,
    address: customCiteAddress(query),
    hidden: [...new URLSearchParams(query)],
    pins: null,
  });
}

async function renderList(
  c: Context,
  desk: Desk,
  list: {
    readonly citations: readonly Citation[];
    readonly title: string;
    readonly address: string;
    readonly hidden: readonly (readonly [string, string])[];
    readonly pins: readonly string[] | null;
  },
): Promise<RenderedPage> {
  const asked = new URLSearchParams(rawQuery(c)).get('style');
  const style = asked === null ? USUAL_STYLE : findCitationStyle(asked);
  if (style === null || isDataStyle(style)) throw notFound('There is no such style for sentences.');
  const site = await desk.openSite(c);
  const page = renderDocument(
    site,
    {
      title: list.title,
      part: null,
      canonical: list.address,
      ...(list.citations.length === 0 ? {} : { alternates: listCiteAlternates(list.address) }),
    },
    <CiteListPage {...list} style={style} />,
  );
  return renderPage(page, HTML);
}
