import type { Context } from 'hono';
import { excerptAnchor } from '../domain/excerpt-anchor.ts';
import type { Excerpt, Publication } from '../domain/publication.ts';
import { describeSelection, type Selection } from '../domain/selection.ts';
import { customReportAddress, reportAddress } from './addresses.ts';
import { pickOutlineEdition, toChoices } from './builder-state.ts';
import { CITE_FILES } from './cite-addresses.ts';
import type { BuilderFormProps } from './components/builder-form.tsx';
import { describeCount } from './components/builder-form.tsx';
import { ExcerptHead } from './components/excerpt-head.tsx';
import type { Desk } from './desk.ts';
import { renderDocumentHalves, type Site, toText } from './document.tsx';
import { CustomReportFrame, CustomReportSummary, isSmallSelection } from './pages/custom-report-page.tsx';
import { type RenderedPage, renderPage } from './rendered-page.ts';
import { answerStream, answerUnchanged } from './streamed-answer.ts';

const HTML = 'text/html; charset=utf-8';

/** The page of a custom report: a small one whole, to be remembered; a large one as it is made. */
export async function answerCustomReport(
  c: Context,
  desk: Desk,
  selection: Selection,
): Promise<RenderedPage | Response> {
  const { workbench } = desk;
  const site = await desk.openSite(c);
  if (isSmallSelection(selection)) {
    const publication = await workbench.buildPublication(selection);
    let page = '';
    for await (const piece of writePage(desk, site, selection, Promise.resolve(publication))) page += piece;
    return renderPage(page, HTML);
  }
  const etag = `W/"${site.stamp.version}-${workbench.getRevision()}-${desk.files.hash}"`;
  return (
    answerUnchanged(c, etag) ??
    answerStream(c, writeOrSayWhyNot(desk, site, selection), { 'Content-Type': HTML, ETag: etag })
  );
}

/** The status has been sent by the time a failure can come: it is said where the text breaks off. */
async function* writeOrSayWhyNot(desk: Desk, site: Site, selection: Selection): AsyncGenerator<string> {
  try {
    yield* writePage(desk, site, selection, null);
  } catch (error) {
    desk.reportFault(error);
    yield toText(
      <div class="wrap">
        <div class="error-summary" role="alert">
          <h2>This report breaks off here</h2>
          <p>
            Something went wrong on our side while it was being read. What stands above is as it should be.
          </p>
        </div>
      </div>,
    );
  }
}

/** @param known the resolved selection, where it is known; else it is resolved after the first piece has left */
async function* writePage(
  desk: Desk,
  site: Site,
  selection: Selection,
  known: Promise<Publication> | null,
): AsyncGenerator<string> {
  const { workbench } = desk;
  const coverage = await workbench.getCoverage();
  const choices = toChoices(selection);
  const form: BuilderFormProps = {
    site,
    coverage,
    choices,
    outlineEdition: pickOutlineEdition(null, choices, workbench, coverage),
    status: known === null ? 'Counted at the head of the report.' : describeCount(countOf(await known)),
  };
  const { title } = describeSelection(selection, site.catalog);
  const { before, after } = renderDocumentHalves(
    site,
    {
      title,
      part: '/',
      canonical: customReportAddress(selection),
      alternates: CITE_FILES.map(({ type, ending }) => ({
        type,
        address: customReportAddress(selection, ending),
      })),
      scripts: ['builder.js'],
    },
    (place) => (
      <CustomReportFrame title={title} form={form}>
        {place}
      </CustomReportFrame>
    ),
  );
  yield before;
  const publication = await (known ?? workbench.buildPublication(selection));
  yield toText(<CustomReportSummary site={site} publication={publication} />);
  yield '<div class="excerpts">\n';
  for await (const excerpt of publication.readExcerpts()) yield writeExcerpt(desk, site, excerpt);
  yield `</div>\n${after}`;
}

function writeExcerpt({ workbench }: Desk, { catalog }: Site, excerpt: Excerpt): string {
  const { report } = excerpt;
  const anchor = excerptAnchor(excerpt);
  const head = toText(<ExcerptHead excerpt={excerpt} catalog={catalog} />);
  const text = workbench.renderExcerptHtml(excerpt);
  const lasting = reportAddress(report, report.version);
  return `<article class="excerpt wrap" aria-labelledby="${anchor}" data-address="${lasting}" data-prefix="${anchor}-">\n${head}\n<div class="report-text">\n${text}</div>\n</article>\n`;
}

/** What a report comes to, in numbers. */
export function countOf({ reports, passages, words, gaps }: Publication) {
  return { reports, passages, words, gaps: gaps.length };
}
