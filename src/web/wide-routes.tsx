import type { Context, Hono } from 'hono';
import { mediaTypeOf } from '../api/data-document.ts';
import { describeWideTitle } from '../domain/describe-wide.ts';
import { Problem } from '../domain/problem.ts';
import {
  formatWideChoices,
  readWideEditions,
  type WideReading,
  type WideRequest,
} from '../workbench/wide/read-wide-request.ts';
import { WIDE_FORMATS, type WideFormat } from '../workbench/wide/wide-tables.ts';
import { wideAddress } from './addresses.ts';
import { listAlternates } from './components/data-links.tsx';
import { type Desk, notFound, rawQuery, redirectTo } from './desk.ts';
import { renderDocument } from './document.tsx';
import { NoSuchArea } from './no-such-area.ts';
import { WideComingPage } from './pages/wide-coming-page.tsx';
import { WidePage } from './pages/wide-page.tsx';
import { answerPage, type RenderedPage, renderPage } from './rendered-page.ts';
import { isSameAddress } from './search-view-state.ts';

const HTML = 'text/html; charset=utf-8';

/** A page waits so long for comparisons that are not kept yet, then says how far they are, in milliseconds. */
const LONGEST_WAIT = 2_500;

/** A program is better served by waiting; it is told to come again after so many milliseconds. */
const LONGEST_WAIT_FOR_DATA = 60_000;

/** After so many seconds a browser looks again. */
const LOOK_AGAIN = 3;

/** `/compare/all/2023/2024` and `/compare/mli`, each with an ending as data, and `/compare/all?from=…&to=…`. */
export function addWideRoutes(app: Hono, desk: Desk): void {
  app.get('/compare/all', (c) => desk.serve(c, () => leadToEditions(c, desk)));
  app.get('/compare/all/:from/:to', (c) => desk.serve(c, () => answerAreas(c, desk)));
  app.get('/compare/:area', (c) => desk.serve(c, () => answerEditions(c, desk)));
}

/** To the two editions chosen, or the newest two held. */
async function leadToEditions(c: Context, { workbench }: Desk): Promise<Response> {
  const query = new URLSearchParams(rawQuery(c));
  const choices = readChoices(query, workbench.readWideChoices.bind(workbench));
  const { totals } = await workbench.getCoverage();
  const held = totals.flatMap(({ edition, counts }) => (counts.held > 0 ? edition : []));
  const from = query.get('from') || String(held.at(-2) ?? '');
  const to = query.get('to') || String(held.at(-1) ?? '');
  if (held.length < 2) throw notFound('This library does not hold two editions that could be compared.');
  const { editions, problems } = readWideEditions({ from, to }, workbench.catalog);
  if (editions === null) throw unreadable(problems);
  return redirectTo(wideAddress({ from: editions[0], to: editions[1] }, formatWideChoices(choices)), 302);
}

async function answerAreas(c: Context, desk: Desk): Promise<RenderedPage | Response> {
  const { catalog } = desk.workbench;
  const { from = '', to = '' } = c.req.param() as Record<string, string>;
  const { name, format } = splitEnding(to);
  const { editions, problems } = readWideEditions({ from, to: name }, catalog);
  if (editions === null) throw notFound('There is no such comparison.', problems);
  const [older, newer] = editions;
  const choices = readChoices(new URLSearchParams(rawQuery(c)), desk.workbench.readWideChoices);
  const address = (ending: string | null): string =>
    wideAddress({ from: older, to: newer }, formatWideChoices(choices), ending);
  if (String(older) !== from || !isSameAddress(c, `?${formatWideChoices(choices)}`))
    return redirectTo(address(format), 301);
  return answer(c, desk, { kind: 'areas', from: older, to: newer, topics: choices.topics }, choices, format);
}

async function answerEditions(c: Context, desk: Desk): Promise<RenderedPage | Response> {
  const { catalog } = desk.workbench;
  const { name, format } = splitEnding((c.req.param() as Record<string, string>).area ?? '');
  const area = catalog.findArea(name);
  if (area === null) throw new NoSuchArea(name, catalog);
  const choices = readChoices(new URLSearchParams(rawQuery(c)), desk.workbench.readWideChoices);
  const address = wideAddress({ area: area.id }, formatWideChoices(choices), format);
  if (name !== area.id || !isSameAddress(c, `?${formatWideChoices(choices)}`))
    return redirectTo(address, 301);
  return answer(c, desk, { kind: 'editions', area: area.id, topics: choices.topics }, choices, format);
}

async function answer(
  c: Context,
  desk: Desk,
  request: WideRequest,
  choices: WideReading,
  format: WideFormat | null,
): Promise<RenderedPage | Response> {
  const { workbench } = desk;
  const longest = format === null ? LONGEST_WAIT : LONGEST_WAIT_FOR_DATA;
  const found = await workbench.getWideView(request, { longest });
  if (found.kind === 'coming') return answerComing(c, desk, request, found, format);
  const { view } = found;
  const query = formatWideChoices(choices);
  const place = view.scope.kind === 'areas' ? view.scope : { area: view.scope.area.id };
  if (format !== null) {
    const name = view.scope.kind === 'areas' ? `all-${view.scope.from}-${view.scope.to}` : view.scope.area.id;
    return renderPage(workbench.renderWide(view, choices, format), mediaTypeOf(format), {
      disposition: `${format === 'csv' ? 'attachment' : 'inline'}; filename="variorum-compare-${name}.${format}"`,
    });
  }
  const site = await desk.openSite(c);
  const page = renderDocument(
    site,
    {
      title: describeWideTitle(view),
      description:
        view.scope.kind === 'areas'
          ? `What the country reports of ${view.scope.from} say that those of ${view.scope.to} no longer do, for every country and area, by topic, in words.`
          : `What each edition of the country reports on ${view.scope.area.name} kept of the one before, by topic, in words.`,
      part: '/compare',
      canonical: wideAddress(place, query),
      alternates: listAlternates(wideAddress(place), query === '' ? '' : `?${query}`),
    },
    <WidePage site={site} view={view} choices={choices} />,
  );
  return renderPage(page, HTML);
}

/** Not kept in memory, and not taken for the answer by anybody between. */
async function answerComing(
  c: Context,
  desk: Desk,
  request: WideRequest,
  { done, total }: { readonly done: number; readonly total: number },
  format: WideFormat | null,
): Promise<Response> {
  if (format !== null) {
    throw new Problem(
      'conflict',
      `The comparisons are still being made: ${done} of ${total}. Ask again in a minute.`,
    );
  }
  const site = await desk.openSite(c);
  const query = rawQuery(c);
  const again = `${c.req.path}${query === '' ? '' : `?${query}`}`;
  const page = renderDocument(
    site,
    { title: 'Being compared', part: '/compare' },
    <WideComingPage request={request} catalog={site.catalog} done={done} total={total} address={again} />,
  );
  const response = await answerPage(c, renderPage(page, HTML, { status: 503, caching: 'no-store' }));
  // Understood by browsers without a script; the page has a link for who does not want to be led.
  response.headers.set('Refresh', String(LOOK_AGAIN));
  response.headers.set('Retry-After', String(LOOK_AGAIN));
  return response;
}

/** @throws Problem invalid-input */
function readChoices(query: URLSearchParams, read: Desk['workbench']['readWideChoices']): WideReading {
  const reading = read({
    topics: [...query.getAll('topics'), ...query.getAll('topic')],
    measure: query.getAll('measure'),
    sort: query.getAll('sort'),
  });
  if (reading.problems.length > 0) throw unreadable(reading.problems);
  return reading;
}

function unreadable(problems: readonly string[]): Problem {
  return new Problem('invalid-input', 'What was asked for cannot be understood.', problems);
}

/** @throws Problem not-found for an ending that is none */
function splitEnding(typed: string): { readonly name: string; readonly format: WideFormat | null } {
  const [, name = '', ending = null] = /^(.*?)(?:\.([a-z]+))?$/s.exec(typed) ?? [];
  const format = WIDE_FORMATS.find((one) => one === ending) ?? null;
  if (ending !== null && format === null) throw notFound('This is to be had as json, csv or md.');
  return { name, format };
}
