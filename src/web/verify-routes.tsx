import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Problem } from '../domain/problem.ts';
import type { VerifiedFile } from '../domain/verified-file.ts';
import { renderVerifiedJson } from '../workbench/verify/render-verified.ts';
import { type Desk, wantsData } from './desk.ts';
import { renderDocument } from './document.tsx';
import { VerifyPage } from './pages/verify-page.tsx';
import { answerPage, type RenderedPage, renderPage } from './rendered-page.ts';

const MEGABYTES = 30;

/** What a form puts around a file. */
const AROUND = 10_000;

/** Nothing of a file is to be kept, by whomever it passes. */
const NOT_KEPT = 'no-store';

const VARY = 'Accept, Accept-Encoding';

/**
 * `/verify`: a file is sent with a form, and laid beside the library; the same as data at `/verify.json`. Sending it
 * changes nothing and keeps nothing.
 */
export function addVerifyRoutes(app: Hono, desk: Desk): void {
  const limit = bodyLimit({
    maxSize: MEGABYTES * 1_000_000 + AROUND,
    onError: (c) => answerProblem(c, desk, tooLarge()),
  });
  for (const path of ['/verify', '/verify.json']) {
    app.get(path, async (c) => {
      if (wantsData(c)) throw nothingSent();
      return answerPage(c, await render(c, desk, null, null));
    });
    app.post(path, limit, async (c) => answerFile(c, desk));
  }
}

async function answerFile(c: Context, desk: Desk): Promise<Response> {
  try {
    const file = await readBody(c);
    const found = await desk.workbench.verifyFile(new Uint8Array(await file.arrayBuffer()), nameOf(file));
    const page = wantsData(c)
      ? renderPage(renderVerifiedJson(found), 'application/json', { caching: NOT_KEPT, vary: VARY })
      : await render(c, desk, found, null);
    return await answerPage(c, page);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return answerProblem(c, desk, error);
  }
}

async function answerProblem(c: Context, desk: Desk, problem: Problem): Promise<Response> {
  const isForm = problem.kind === 'invalid-input' || problem.kind === 'unreadable-page';
  if (wantsData(c) || !isForm) throw problem;
  return answerPage(c, await render(c, desk, null, problem));
}

async function render(
  c: Context,
  desk: Desk,
  file: VerifiedFile | null,
  problem: Problem | null,
): Promise<RenderedPage> {
  const site = await desk.openSite(c);
  const page = renderDocument(
    site,
    {
      title: 'Verify a file',
      description:
        'Choose a report, an exhibit or a brief: learn which passages it quotes word for word from the country reports on human rights practices, and which differ.',
      part: '/verify',
      ...(file === null && problem === null ? { canonical: '/verify' } : {}),
    },
    <VerifyPage file={file} problem={problem} megabytes={MEGABYTES} />,
  );
  return renderPage(page, 'text/html; charset=utf-8', {
    status: problem === null ? 200 : problem.kind === 'unreadable-page' ? 422 : 400,
    vary: VARY,
    ...(file === null && problem === null ? {} : { caching: NOT_KEPT }),
  });
}

async function readBody(c: Context): Promise<File> {
  const type = (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'multipart/form-data') {
    throw new Problem('invalid-input', 'What was sent cannot be read.', [
      `Content-Type: “${type.slice(0, 60)}”; send a form (multipart/form-data) with the field file.`,
    ]);
  }
  const { file } = await c.req.parseBody().catch(() => ({ file: undefined }));
  if (!(file instanceof File) || file.size === 0) throw nothingSent();
  return file;
}

/** Shown and looked at for its ending; never a path. */
function nameOf({ name }: File): string {
  return (name.split(/[\\/]/).at(-1) ?? '').slice(0, 120) || 'the file';
}

function nothingSent(): Problem {
  return new Problem('invalid-input', 'No file was sent.', ['file: choose a file that is not empty.']);
}

function tooLarge(): Problem {
  return new Problem('invalid-input', 'The file is too large to be verified here.', [
    `file: send at most ${MEGABYTES} MB, or verify it with the command line.`,
  ]);
}
