import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type DataFormat, mediaTypeOf, splitFormat } from '../api/data-document.ts';
import { Problem } from '../domain/problem.ts';
import type { QuoteCheck } from '../domain/quote-check.ts';
import { MOST_PASTED } from '../workbench/search/check-quotes.ts';
import { renderQuotes } from '../workbench/search/render-quotes.ts';
import { type Desk, wantsData } from './desk.ts';
import { renderDocument } from './document.tsx';
import { QuotePage } from './pages/quote-page.tsx';
import { answerPage, type RenderedPage, renderPage } from './rendered-page.ts';

/** Characters that may stand in an address. */
const MOST_IN_ADDRESS = 2_000;

/** Three bytes a character, each written as three, and what a form puts around them. */
const MOST_BYTES = MOST_PASTED * 9 + 10_000;

/** Nothing of what was pasted is to be kept, by whomever it passes. */
const NOT_KEPT = 'no-store';

/**
 * `/quote`: pasted sentences looked for in all reports. A text is posted, since it does not fit into an address and
 * does not belong there; one sentence may be linked as `/quote?text=…`. Posting changes nothing and keeps nothing.
 * The same as data at `/quote.json`, `.csv` and `.md`.
 */
export function addQuoteRoutes(app: Hono, desk: Desk): void {
  const limit = bodyLimit({
    maxSize: MOST_BYTES,
    onError: () => {
      throw tooLong(`the body of the request is larger than ${MOST_BYTES.toLocaleString('en-US')} bytes`);
    },
  });
  for (const path of ['/quote', '/quote.json', '/quote.csv', '/quote.md']) {
    app.get(path, async (c) => answerQuote(c, desk, readAddress(c)));
    app.post(path, limit, async (c) => answerQuote(c, desk, await readBody(c)));
  }
}

async function answerQuote(c: Context, desk: Desk, text: string | null): Promise<Response> {
  if (text === null && !wantsData(c)) return answerPage(c, await render(c, desk, '', null, null));
  try {
    const check = await desk.workbench.checkQuotes(text ?? '');
    const page = wantsData(c)
      ? renderData(check, splitFormat(c.req.path).format ?? 'json')
      : await render(c, desk, text ?? '', check, null);
    return await answerPage(c, page);
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'invalid-input' || wantsData(c)) throw error;
    return answerPage(c, await render(c, desk, text ?? '', null, error));
  }
}

const VARY = 'Accept, Accept-Encoding';

function renderData(check: QuoteCheck, format: DataFormat): RenderedPage {
  return renderPage(renderQuotes(check, format), mediaTypeOf(format), { caching: NOT_KEPT, vary: VARY });
}

async function render(
  c: Context,
  desk: Desk,
  text: string,
  check: QuoteCheck | null,
  problem: Problem | null,
): Promise<RenderedPage> {
  const site = await desk.openSite(c);
  const page = renderDocument(
    site,
    {
      title: 'Check quotations',
      description:
        'Paste a sentence or a page: learn in which country reports on human rights practices each sentence stands, word for word or nearly.',
      part: '/quote',
      ...(text === '' ? { canonical: '/quote' } : {}),
    },
    <QuotePage site={site} text={text} check={check} problem={problem} />,
  );
  return renderPage(page, 'text/html; charset=utf-8', {
    status: problem === null ? 200 : 400,
    vary: VARY,
    ...(text === '' ? {} : { caching: NOT_KEPT }),
  });
}

/** @throws Problem invalid-input if it is too long for an address; null: none */
function readAddress(c: Context): string | null {
  const text = c.req.query('text');
  if (text === undefined) return null;
  if (text.length <= MOST_IN_ADDRESS) return text;
  throw new Problem('invalid-input', 'The text is too long for an address.', [
    `text: ${text.length.toLocaleString('en-US')} characters; give at most ${MOST_IN_ADDRESS.toLocaleString('en-US')}, or send it as a form (POST), where ${MOST_PASTED.toLocaleString('en-US')} may stand.`,
  ]);
}

async function readBody(c: Context): Promise<string> {
  const type = (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  switch (type) {
    case 'application/x-www-form-urlencoded':
      return toLines(new URLSearchParams(await c.req.text()).get('text') ?? '');
    case 'multipart/form-data': {
      const { text } = await c.req.parseBody().catch(() => ({ text: undefined }));
      return toLines(typeof text === 'string' ? text : '');
    }
    case 'text/plain':
      return toLines(await c.req.text());
    case 'application/json':
      return toLines(readJson(await c.req.text()));
    default:
      throw new Problem('invalid-input', 'What was sent cannot be read.', [
        `Content-Type: “${type.slice(0, 60)}”; send a form with the field text, JSON as {"text": "…"}, or text/plain.`,
      ]);
  }
}

function readJson(body: string): string {
  try {
    const data: unknown = JSON.parse(body);
    if (typeof data === 'object' && data !== null && 'text' in data && typeof data.text === 'string') {
      return data.text;
    }
  } catch {
    // Told below, as is any other JSON.
  }
  throw new Problem('invalid-input', 'What was sent cannot be read.', ['Send {"text": "…"}.']);
}

/** Browsers send a line's end as two characters, which count as one. */
function toLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function tooLong(detail: string): Problem {
  return new Problem('invalid-input', 'The text is too long to be checked at once.', [
    `text: ${detail}; paste at most ${MOST_PASTED.toLocaleString('en-US')} characters.`,
  ]);
}
