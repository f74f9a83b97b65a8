import type { Context, Hono } from 'hono';
import type { ComparisonView } from '../domain/comparison-view.ts';
import { describeTitle } from '../domain/describe-pair.ts';
import { Problem } from '../domain/problem.ts';
import { REMOVALS_FORMATS, renderRemovalsTable } from '../workbench/compare/render-comparison.ts';
import { findComparisonFileFormat } from '../workbench/compare/render-comparison-file.ts';
import { EXPORT_FORMATS, findTextFormat } from '../workbench/render-publication.ts';
import { comparisonAddress, removalsAddress } from './addresses.ts';
import { type CompareQuestion, readCompareQuestion } from './compare-question.ts';
import { type Desk, notFound, rawQuery, redirectTo, wantsData } from './desk.ts';
import { renderDocument } from './document.tsx';
import { dropUnseen } from './drop-unseen.ts';
import { fileHeaders } from './file-headers.ts';
import { CompareFormPage } from './pages/compare-form-page.tsx';
import { RemovalsPage } from './pages/removals-page.tsx';
import { citeAddressIn, passageAddressIn } from './passage-address.ts';
import { answerRedline } from './redline-answer.tsx';
import { type RenderedPage, renderPage } from './rendered-page.ts';
import { answerFile, answerStream } from './streamed-answer.ts';

/** `/compare`, `/compare/mli/2023/2024` and `/removed/mli/2016/2024`, the latter two with an ending as data. */
export function addCompareRoutes(app: Hono, desk: Desk): void {
  app.get('/compare', (c) => desk.serve(c, () => renderForm(c, desk)));
  app.get('/compare/:area/:from/:to', (c) => desk.serve(c, () => answerComparison(c, desk)));
  app.get('/removed/:area/:from/:to', (c) => desk.serve(c, () => answerRemovals(c, desk)));
}

async function renderForm(c: Context, desk: Desk): Promise<RenderedPage | Response> {
  const { workbench } = desk;
  const query = new URLSearchParams(rawQuery(c));
  const typed = {
    area: dropUnseen(query.get('area') ?? ''),
    from: query.get('from') ?? '',
    to: query.get('to') ?? '',
  };
  const isAsked = typed.area.trim() !== '' && query.has('from') && query.has('to');
  const reading = workbench.readCompareRequest(typed);
  if (isAsked && reading.request !== null && reading.from !== null && reading.to !== null) {
    return redirectTo(comparisonAddress(reading.request.area, reading.from, reading.to), 302);
  }
  if (isAsked && wantsData(c))
    throw new Problem('invalid-input', 'What was asked for cannot be understood.', reading.problems);
  const site = await desk.openSite(c);
  const coverage = await workbench.getCoverage();
  const problems = isAsked ? reading.problems : [];
  const page = renderDocument(
    site,
    {
      title: problems.length > 0 ? 'Something is to be mended' : 'Compare editions',
      description:
        'Two editions of a country report on human rights practices laid side by side: what stayed, was reworded, moved, went and came.',
      part: '/compare',
      ...(rawQuery(c) === '' ? { canonical: '/compare' } : {}),
    },
    <CompareFormPage coverage={coverage} reading={reading} typed={typed} problems={problems} />,
  );
  return renderPage(page, 'text/html; charset=utf-8', {
    status: problems.length > 0 ? 400 : 200,
    vary: 'Accept, Accept-Encoding',
  });
}

async function answerComparison(c: Context, desk: Desk): Promise<RenderedPage | Response> {
  const { workbench } = desk;
  const question = readCompareQuestion(c, workbench.catalog);
  const { area, from, to, query, format } = question;
  if (!question.canonical) return redirectTo(comparisonAddress(area, from, to, query, format), 301);
  const textFormat = format === null ? null : findTextFormat(format);
  const wholeFormat = format === null ? null : findComparisonFileFormat(format);
  if (format !== null && textFormat === null && wholeFormat === null)
    throw notFound('A comparison is to be had as pdf, docx, txt, md, html, json, jsonl or csv.');
  const whole = await compare(question, desk);
  const turned = turnedRound(question, whole);
  if (turned !== null) return redirectTo(comparisonAddress(area, ...turned, query, format), 301);
  const view = workbench.narrowComparison(whole, question.topics);
  const name = `variorum-${area}-${from.edition}-${to.edition}`;
  if (wholeFormat !== null) {
    const pieces = workbench.renderComparisonFile(view, question.filter, wholeFormat, question.paper);
    return answerFile(c, pieces, fileHeaders(name, wholeFormat));
  }
  if (textFormat === null) return answerRedline(c, desk, question, view);
  const pieces = workbench.renderComparison(view, question.filter, textFormat);
  return answerStream(c, pieces, fileHeaders(name, textFormat));
}

async function answerRemovals(c: Context, desk: Desk): Promise<RenderedPage | Response> {
  const { workbench } = desk;
  const question = readCompareQuestion(c, workbench.catalog);
  const { area, from, to, topics, query, format } = question;
  if (!question.canonical) return redirectTo(removalsAddress(area, from, to, query, format), 301);
  const asked = question.filter.only ?? ['removed'];
  if (asked.some((choice) => choice !== 'removed' && choice !== 'edited')) {
    throw new Problem('invalid-input', 'What was asked for cannot be understood.', [
      'only: here it is removed, or removed,edited.',
    ]);
  }
  const textFormat = REMOVALS_FORMATS.find((one) => one === format) ?? null;
  const wholeFormat = format === null ? null : findComparisonFileFormat(format);
  if (format !== null && textFormat === null && wholeFormat === null)
    throw notFound('A chart of removals is to be had as pdf, docx, txt, md, json or csv.');
  const filter = { only: asked, all: false };
  const whole = await compare(question, desk);
  const turned = turnedRound(question, whole);
  if (turned !== null) return redirectTo(removalsAddress(area, ...turned, query, format), 301);
  const view = workbench.narrowComparison(whole, topics);
  const site = await desk.openSite(c);
  if (format !== null) {
    const removals = {
      from: from.edition,
      to: to.edition,
      library: site.stamp,
      topics: view.narrowedTo?.map(({ label }) => label) ?? null,
      filter,
      areas: [view.area],
      gaps: [],
      words: view.left.head.passageWords + view.right.head.passageWords,
      async *readItems() {
        yield { kind: 'compared' as const, view };
      },
    };
    const name = `variorum-removed-${area}-${from.edition}-${to.edition}`;
    if (wholeFormat !== null) {
      return answerFile(
        c,
        workbench.renderRemovalsFile(removals, wholeFormat, question.paper),
        fileHeaders(name, wholeFormat),
      );
    }
    if (textFormat !== null) {
      return answerStream(c, workbench.renderRemovals(removals, textFormat), fileHeaders(name, textFormat));
    }
  }
  const page = renderDocument(
    site,
    {
      title: `Removed: ${describeTitle(view)}`,
      description: `What the ${from.edition} report on ${view.area.name} has and the ${to.edition} report has not, each passage quoted and cited.`,
      part: '/compare',
      canonical: removalsAddress(area, from, to, query),
      alternates: (['json', 'csv', 'md'] as const).map((ending) => ({
        type: EXPORT_FORMATS[ending].mediaType.replace(/;.*/, ''),
        address: removalsAddress(area, from, to, query, ending),
      })),
    },
    <RemovalsPage
      site={site}
      view={view}
      question={{ ...question, filter }}
      table={renderRemovalsTable(view, {
        filter,
        addressOf: passageAddressIn(view),
        citeOf: citeAddressIn(view),
      })}
    />,
  );
  return renderPage(page, 'text/html; charset=utf-8');
}

function compare(
  { area, from, to, corrections }: CompareQuestion,
  { workbench }: Desk,
): Promise<ComparisonView> {
  return workbench.compareReports({
    area,
    from: from.edition,
    to: to.edition,
    fromVersion: from.version,
    toVersion: to.version,
    corrections,
  });
}

/** Of two versions of one edition, the one captured earlier stands first in the address too. */
function turnedRound({ from, to }: CompareQuestion, { left, right }: ComparisonView) {
  if (from.edition !== to.edition) return null;
  const asked = from.version ?? (to.version === left.head.version ? right : left).head.version;
  if (asked === left.head.version) return null;
  return [to, from] as const;
}
