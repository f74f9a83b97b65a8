import { type Context, Hono } from 'hono';
import { faultJson, PROBLEM_MEDIA_TYPE, toProblemJson } from '../api/problem-json.ts';
import { PROBLEM_KINDS, Problem } from '../domain/problem.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { addCiteRoutes } from './cite-routes.tsx';
import { addCompareRoutes } from './compare-routes.tsx';
import { addCorrectRoutes } from './correct-routes.tsx';
import { type CorrectionAccess, createCorrectionGuard } from './correction-guard.ts';
import { addCorrectionListRoutes } from './correction-list-routes.tsx';
import { addCustomReportRoutes } from './custom-report-routes.tsx';
import { createDesk, type Desk, notFound, redirectTo, wantsData } from './desk.ts';
import { renderDocument, type Site } from './document.tsx';
import { addLineageRoutes } from './lineage-routes.tsx';
import { NoSuchArea } from './no-such-area.ts';
import { addPacketRoutes } from './packet-routes.tsx';
import { ProblemPage } from './pages/problem-page.tsx';
import { addQuoteRoutes } from './quote-routes.tsx';
import { addReferenceRoutes } from './reference-routes.tsx';
import { addRemovalsRoutes } from './removals-routes.tsx';
import { answerPage, type RenderedPage, renderPage } from './rendered-page.ts';
import { addReportRoutes } from './report-routes.tsx';
import { addSearchRoutes } from './search-routes.tsx';
import { addSearchViewRoutes } from './search-view-routes.tsx';
import { SECURITY_HEADERS } from './security-headers.ts';
import { addSideBySideRoutes } from './side-by-side-routes.tsx';
import { loadStaticFiles, type StaticFiles } from './static-files.ts';
import { addVerifyRoutes } from './verify-routes.tsx';
import { addWideRoutes } from './wide-routes.tsx';

export interface AppOptions {
  readonly workbench: Workbench;
  /** Default: what stands beside this file. */
  readonly files?: StaticFiles;
  /** Is told of every error that is a fault of ours; the reader sees nothing of it but that it happened. */
  readonly reportFault?: (error: unknown) => void;
  /** Who may correct alignments from here, and what time it is; without it nobody. */
  readonly corrections?: CorrectionAccess;
}

/** The whole site over a library: pages for people, the same addresses as data for programs. */
export function createApp({
  workbench,
  files = loadStaticFiles(),
  reportFault = () => {},
  corrections,
}: AppOptions): Hono {
  const desk = createDesk({ workbench, files, reportFault });
  const app = new Hono();
  addCiteRoutes(app, desk);
  addCustomReportRoutes(app, desk);
  addSideBySideRoutes(app, desk);
  addSearchRoutes(app, desk);
  addSearchViewRoutes(app, desk);
  addQuoteRoutes(app, desk);
  addVerifyRoutes(app, desk);
  addReferenceRoutes(app, desk);
  const guard = createCorrectionGuard(corrections ?? null);
  addWideRoutes(app, desk);
  addCompareRoutes(app, desk);
  addCorrectRoutes(app, desk, guard);
  addCorrectionListRoutes(app, desk, guard);
  addRemovalsRoutes(app, desk);
  addLineageRoutes(app, desk);
  addPacketRoutes(app, desk);
  addReportRoutes(app, desk);
  app.get('/assets/:hash/:name', (c) => {
    const file = files.find(c.req.param('hash'), c.req.param('name'));
    if (file === null) throw notFound('There is no such file.');
    return answerPage(c, file);
  });
  app.get('/favicon.ico', () => redirectTo(files.addressOf('icon.svg') ?? '/', 302));
  // Custom reports are without number, and histories and citations as many as passages; whoever walks all links should walk the reports themselves.
  app.get('/robots.txt', (c) =>
    answerPage(
      c,
      renderPage(
        'User-agent: *\nDisallow: /report\nDisallow: /*/history\nDisallow: /*/cite\nDisallow: /compare/*/correct\nDisallow: /*?\n',
        'text/plain; charset=utf-8',
      ),
    ),
  );
  app.notFound((c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return refuseMethod();
    const trimmed = /^(\/[^/\\].*?)\/+$/.exec(c.req.path)?.[1];
    if (trimmed !== undefined) return redirectTo(trimmed, 301);
    return answerProblem(c, desk, notFound('There is nothing at this address.'));
  });
  app.onError((error, c) => {
    if (error instanceof Problem) return answerProblem(c, desk, error);
    reportFault(error);
    return answerFault(c, desk);
  });
  return app;
}

/** Nearly everything here is only read (RFC 9110, 15.5.6). */
function refuseMethod(): Response {
  const detail = 'What stands at this address can be read with GET, and cannot be changed.';
  const body = { type: 'about:blank', title: 'This cannot be done here', status: 405, detail };
  return new Response(`${JSON.stringify(body)}\n`, {
    status: 405,
    headers: { ...SECURITY_HEADERS, 'Content-Type': PROBLEM_MEDIA_TYPE, Allow: 'GET, HEAD' },
  });
}

async function answerProblem(c: Context, desk: Desk, problem: Problem): Promise<Response> {
  const { title } = PROBLEM_KINDS[problem.kind];
  const status = PROBLEM_KINDS[problem.kind].status as RenderedPage['status'];
  if (wantsData(c)) {
    const { body } = toProblemJson(problem);
    return answerPage(c, renderPage(body, PROBLEM_MEDIA_TYPE, { status, vary: 'Accept, Accept-Encoding' }));
  }
  const { message, details } = problem;
  const near = problem instanceof NoSuchArea ? problem.near : [];
  return answerErrorPage(c, desk, status, { title, message, details, near });
}

function answerFault(c: Context, desk: Desk): Response | Promise<Response> {
  if (wantsData(c)) {
    return answerPage(c, renderPage(faultJson(), PROBLEM_MEDIA_TYPE, { status: 500 }));
  }
  return answerErrorPage(c, desk, 500, {
    title: 'Something went wrong here',
    message: 'The fault is ours, not yours. What you asked for may work later, or in another way.',
    details: [],
  });
}

async function answerErrorPage(
  c: Context,
  desk: Desk,
  status: RenderedPage['status'],
  problem: Parameters<typeof ProblemPage>[0],
): Promise<Response> {
  // The library itself may be what fails.
  const site: Site = await desk.openSite(c).catch((error: unknown) => {
    desk.reportFault(error);
    const stamp = { version: 'not known', revision: 0, reports: 0, passages: 0, words: 0, sampleOnly: false };
    return { catalog: desk.workbench.catalog, files: desk.files, stamp, origin: new URL(c.req.url).origin };
  });
  const page = renderDocument(site, { title: problem.title, part: null }, <ProblemPage {...problem} />);
  return answerPage(
    c,
    renderPage(page, 'text/html; charset=utf-8', { status, vary: 'Accept, Accept-Encoding' }),
  );
}
