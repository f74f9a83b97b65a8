import type { Context } from 'hono';
import type { Pair } from '../domain/comparison.ts';
import { type ComparisonView, listPassages } from '../domain/comparison-view.ts';
import { describeTitle } from '../domain/describe-pair.ts';
import { Redline } from '../workbench/compare/render-comparison.ts';
import { EXPORT_FORMATS } from '../workbench/render-publication.ts';
import { comparisonAddress, correctAddress } from './addresses.ts';
import { type CompareQuestion, formatCompareQuery } from './compare-question.ts';
import type { Desk } from './desk.ts';
import { renderDocumentHalves, type Site } from './document.tsx';
import { RedlinePage } from './pages/redline-page.tsx';
import { citeAddressIn, passageAddressIn } from './passage-address.ts';
import { type RenderedPage, renderPage } from './rendered-page.ts';
import { answerStream, answerUnchanged } from './streamed-answer.ts';

const HTML = 'text/html; charset=utf-8';

/** A page on reports with more words together comes topic by topic as it is made. */
const MANY_WORDS = 25_000;

/** The page of a comparison: an ordinary one whole, to be remembered; a large one as it is made. */
export async function answerRedline(
  c: Context,
  desk: Desk,
  question: CompareQuestion,
  view: ComparisonView,
): Promise<RenderedPage | Response> {
  const site = await desk.openSite(c);
  if (view.counts.left.words + view.counts.right.words <= MANY_WORDS) {
    return renderPage([...writePage(site, question, view)].join(''), HTML);
  }
  const etag = `W/"${site.stamp.version}-${desk.workbench.getRevision()}-${desk.files.hash}"`;
  return (
    answerUnchanged(c, etag) ??
    answerStream(c, inTurns(writePage(site, question, view)), { 'Content-Type': HTML, ETag: etag })
  );
}

async function* inTurns(pieces: Iterable<string>): AsyncGenerator<string> {
  yield* pieces;
}

function* writePage(site: Site, question: CompareQuestion, view: ComparisonView): Generator<string> {
  const { area, from, to, filter, topics, layout, corrections, query } = question;
  const redline = new Redline(view, {
    filter,
    layout,
    addressOf: passageAddressIn(view),
    citeOf: citeAddressIn(view),
    everythingAt: comparisonAddress(
      area,
      from,
      to,
      formatCompareQuery({ only: null, all: true }, topics, layout, corrections),
    ),
    ...(corrections ? { correctAt: (pair: Pair) => correctAt(question, view, pair) } : {}),
  });
  const { before, after } = renderDocumentHalves(
    site,
    {
      title: describeTitle(view),
      description: `The ${from.edition} and ${to.edition} reports on ${view.area.name} side by side, passage by passage: what stayed, was reworded, moved, went and came.`,
      part: '/compare',
      canonical: comparisonAddress(area, from, to),
      alternates: (['json', 'csv', 'md'] as const).map((ending) => ({
        type: EXPORT_FORMATS[ending].mediaType.replace(/;.*/, ''),
        address: comparisonAddress(area, from, to, query, ending),
      })),
      scripts: ['redline.js'],
    },
    (place) => (
      <RedlinePage site={site} view={view} question={question} firstChange={redline.first}>
        {place}
      </RedlinePage>
    ),
  );
  yield before;
  let shown = false;
  for (const topic of view.topics) {
    const piece = redline.renderTopic(topic);
    shown ||= piece !== '';
    if (piece !== '') yield piece;
  }
  if (!shown) yield '<p class="nothing-shown">There is nothing to be shown of what was asked for.</p>\n';
  yield after;
}

/** By its first older passage, else by its first newer one, as the pair's own address. */
function correctAt({ area, from, to }: CompareQuestion, view: ComparisonView, pair: Pair): string {
  const [older] = listPassages(view, pair, 'left');
  const [newer] = listPassages(view, pair, 'right');
  if (older !== undefined) return correctAddress(area, from, to, 'left', older);
  return newer === undefined
    ? comparisonAddress(area, from, to)
    : correctAddress(area, from, to, 'right', newer);
}
