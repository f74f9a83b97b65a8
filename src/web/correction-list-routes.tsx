import type { Context, Hono } from 'hono';
import { mediaTypeOf, splitFormat } from '../api/data-document.ts';
import type { CorrectionFilter } from '../domain/correction.ts';
import { describeListTitle } from '../domain/correction-list.ts';
import { PROBLEM_KINDS, Problem } from '../domain/problem.ts';
import { correctionsAddress } from './addresses.ts';
import { readCompareQuestion } from './compare-question.ts';
import { listAlternates } from './components/data-links.tsx';
import { type CorrectionGuard, smallBody } from './correction-guard.ts';
import { type Desk, redirectTo } from './desk.ts';
import { renderDocument } from './document.tsx';
import { CorrectionsPage, type WithdrawalTyped } from './pages/corrections-page.tsx';
import { renderFormPage } from './render-form-page.ts';
import { answerPage, type RenderedPage, renderPage } from './rendered-page.ts';

const WITHDRAW = '/corrections/withdraw';

/** `/corrections` and `/compare/mli/2023/2024/corrections`, with an ending as data; and the way to withdraw one. */
export function addCorrectionListRoutes(app: Hono, desk: Desk, guard: CorrectionGuard): void {
  app.get('/:file{corrections(?:\\.(?:json|csv|md))?}', (c) =>
    answerList(c, desk, guard, '/corrections', { area: null, editions: null }),
  );
  app.get('/compare/:area/:from/:to/:file{corrections(?:\\.(?:json|csv|md))?}', (c) => {
    const { area, from, to } = readCompareQuestion(c, desk.workbench.catalog);
    const own = correctionsAddress(area, from, to);
    const { name, format } = splitFormat(decodeURI(c.req.path));
    if (name !== own) return redirectTo(format === null ? own : `${own}.${format}`, 301);
    return answerList(c, desk, guard, own, { area, editions: [from.edition, to.edition] });
  });
  app.post(WITHDRAW, smallBody, (c) => answerWithdrawal(c, desk, guard));
}

async function answerList(
  c: Context,
  desk: Desk,
  guard: CorrectionGuard,
  address: string,
  filter: CorrectionFilter,
): Promise<Response> {
  const { format } = splitFormat(c.req.path);
  if (format !== null) {
    const { corrections } = desk.workbench;
    const text = corrections.render(await corrections.list(filter), format);
    return answerPage(
      c,
      renderPage(text, mediaTypeOf(format), {
        disposition: `${format === 'csv' ? 'attachment' : 'inline'}; filename="variorum${address.replaceAll('/', '-').replaceAll('@', '-')}.${format}"`,
      }),
    );
  }
  return answerPage(c, await render(c, desk, guard, address, filter, { typed: null, problem: null }));
}

async function answerWithdrawal(c: Context, desk: Desk, guard: CorrectionGuard): Promise<Response> {
  const { form, now, stale } = await guard.readForm(c);
  const { address, filter } = readBack(form.get('back') ?? '', desk);
  const typed = { id: form.get('id') ?? '', by: form.get('by') ?? '' };
  try {
    if (stale !== null) throw stale;
    const { id } = await desk.workbench.corrections.withdraw({ ...typed, at: now });
    return redirectTo(`${address}?done=withdrawn#correction-${id}`, 303);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return answerPage(c, await render(c, desk, guard, address, filter, { typed, problem }));
  }
}

/** Only a list of ours is gone back to. */
function readBack(typed: string, { workbench }: Desk): { address: string; filter: CorrectionFilter } {
  const pattern =
    /^\/compare\/([a-z]{3})\/(\d{4})(?:@([0-9a-f]{12}))?\/(\d{4})(?:@([0-9a-f]{12}))?\/corrections$/;
  const [, name = '', from = '', fromVersion = null, to = '', toVersion = null] = pattern.exec(typed) ?? [];
  const area = workbench.catalog.findArea(name);
  if (area === null) return { address: '/corrections', filter: { area: null, editions: null } };
  const editions = [Number(from), Number(to)] as const;
  return {
    address: correctionsAddress(
      area.id,
      { edition: editions[0], version: fromVersion },
      { edition: editions[1], version: toVersion },
    ),
    filter: { area: area.id, editions },
  };
}

async function render(
  c: Context,
  desk: Desk,
  guard: CorrectionGuard,
  address: string,
  filter: CorrectionFilter,
  { typed, problem }: { readonly typed: WithdrawalTyped | null; readonly problem: Problem | null },
): Promise<RenderedPage> {
  const list = await desk.workbench.corrections.list(filter);
  const site = await desk.openSite(c);
  const page = renderDocument(
    site,
    {
      title: describeListTitle(list),
      description: 'What readers say against the automatic alignment of passages, by whom and when.',
      part: '/compare',
      canonical: address,
      alternates: listAlternates(address),
    },
    <CorrectionsPage
      list={list}
      address={address}
      typed={typed}
      problem={problem}
      isDone={problem === null && c.req.query('done') === 'withdrawn'}
      withdrawal={guard.isOpen(c) ? { action: WITHDRAW, token: guard.tokenFor(WITHDRAW) } : null}
    />,
  );
  return renderFormPage(
    page,
    problem === null ? 200 : (PROBLEM_KINDS[problem.kind].status as RenderedPage['status']),
  );
}
