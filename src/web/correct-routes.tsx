import type { Context, Hono } from 'hono';
import { formatAddress } from '../domain/address.ts';
import type { Pair } from '../domain/comparison.ts';
import { isChange } from '../domain/comparison-filter.ts';
import { type ComparisonView, nameOtherSide, pairId, type Side } from '../domain/comparison-view.ts';
import type { Passage } from '../domain/passage.ts';
import { PROBLEM_KINDS, Problem } from '../domain/problem.ts';
import type { CorrectionWish } from '../workbench/corrections/make-corrections.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { comparisonAddress } from './addresses.ts';
import { type CompareQuestion, readCompareQuestion } from './compare-question.ts';
import { type CorrectionGuard, smallBody } from './correction-guard.ts';
import { type Desk, notFound, rawQuery, redirectTo } from './desk.ts';
import { renderDocument } from './document.tsx';
import { dropUnseen } from './drop-unseen.ts';
import { CorrectPage, type CorrectTyped } from './pages/correct-page.tsx';
import { renderFormPage } from './render-form-page.ts';
import { answerPage, type RenderedPage } from './rendered-page.ts';

/** What is to be corrected: a passage, with the pair it is in now. */
interface CorrectMatter {
  readonly question: CompareQuestion;
  readonly view: ComparisonView;
  readonly side: Side;
  readonly passage: Passage;
  readonly pair: Pair;
}

const PATH = '/compare/:area/:from/:to/correct';

/** `/compare/mli/2023/2024/correct?left=1.c:4`: a form that says what is wrong with a pair; it is posted to itself. */
export function addCorrectRoutes(app: Hono, desk: Desk, guard: CorrectionGuard): void {
  app.get(PATH, async (c) => {
    const moved = findMoved(c, desk);
    if (moved !== null) return redirectTo(moved, 301);
    const matter = await readMatter(c, desk, new URLSearchParams(rawQuery(c)));
    const words = readWords(c.req.query('words') ?? '');
    return answerPage(c, await render(c, desk, guard, matter, { ...NOTHING_TYPED, words }, null));
  });
  app.post(PATH, smallBody, async (c) => answerPost(c, desk, guard));
}

const NOTHING_TYPED: CorrectTyped = { choice: '', other: '', also: false, by: '', note: '', words: '' };

async function answerPost(c: Context, desk: Desk, guard: CorrectionGuard): Promise<Response> {
  const { form, now, stale } = await guard.readForm(c);
  const matter = await readMatter(c, desk, form);
  const typed: CorrectTyped = {
    choice: form.get('choice') ?? '',
    other: form.get('other') ?? '',
    also: form.get('also') === 'part',
    by: form.get('by') ?? '',
    note: form.get('note') ?? '',
    words: readWords(form.get('words') ?? ''),
  };
  try {
    if (stale !== null) throw stale;
    const wishes = readWishes(matter, typed, form.get('digest'));
    const { by, note } = typed;
    const outcomes = await desk.workbench.corrections.save({ wishes, by, note, at: now });
    const isKnown = outcomes.every(({ outcome }) => outcome === 'unchanged');
    return redirectTo(await addressAfter(matter, desk, isKnown ? 'known' : 'saved'), 303);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return answerPage(c, await render(c, desk, guard, matter, typed, error));
  }
}

/** The same page at its own address, or null if this is it. */
function findMoved(c: Context, { workbench }: Desk): string | null {
  const { area, from, to } = readCompareQuestion(c, workbench.catalog);
  const own = `${comparisonAddress(area, from, to)}/correct`;
  return decodeURI(c.req.path) === own ? null : `${own}?${rawQuery(c)}`;
}

async function readMatter(c: Context, { workbench }: Desk, asked: URLSearchParams): Promise<CorrectMatter> {
  const question = readCompareQuestion(c, workbench.catalog);
  const view = await compareAsked(question, workbench);
  const side = asked.has('left') ? 'left' : 'right';
  const name = asked.get(side) ?? '';
  const passage = view[side].passages.find((one) => `${one.section}:${one.number}` === name);
  const pair = view.comparison.pairs.find(
    (one) => passage !== undefined && one[side].includes(passage.order),
  );
  if (passage === undefined || pair === undefined) {
    throw notFound('There is no such passage to be corrected.', [
      'The address of this page names a passage of the older report, ?left=1.c:4, or of the newer one, ?right=1.c:4; the comparison links it beside each pair.',
    ]);
  }
  return { question, view, side, passage, pair };
}

/** @throws Problem invalid-input if nothing was chosen, or no passage named */
function readWishes(matter: CorrectMatter, typed: CorrectTyped, digest: string | null): CorrectionWish[] {
  const { view, side, passage, pair } = matter;
  const otherSide = nameOtherSide(side);
  const one = addressIn(view, side, passage);
  const [, kind, name = '', otherDigest = null] =
    /^(pair|part):(.+)~([0-9a-f]{16})$/.exec(typed.choice) ?? [];
  const chosen =
    typed.choice === 'other'
      ? ({ kind: 'pair', name: readFragment(typed.other, view, otherSide), otherDigest: null } as const)
      : kind === 'pair' || kind === 'part'
        ? ({ kind, name, otherDigest } as const)
        : null;
  if (chosen === null) {
    throw new Problem('invalid-input', 'The correction cannot be understood.', [
      'choice: nothing is chosen; say what is wrong.',
    ]);
  }
  const other = view[otherSide].passages.find((each) => `${each.section}:${each.number}` === chosen.name);
  if (other === undefined) {
    const report = `the ${view[otherSide].edition.year} report`;
    throw new Problem('invalid-input', 'The correction cannot be understood.', [
      `other: ${chosen.name === '' ? 'no address is given' : `${report} has no passage ${dropUnseen(chosen.name).slice(0, 60)}`}; write the address of a passage of ${report}, such as 1.c:4.`,
    ]);
  }
  const wish = (what: CorrectionWish['kind'], to: Passage, toDigest: string | null): CorrectionWish => ({
    kind: what,
    one,
    other: addressIn(view, otherSide, to),
    oneDigest: digest,
    otherDigest: toDigest,
  });
  const parted =
    chosen.kind === 'pair' && typed.also
      ? listPartners(view, side, passage, pair).filter(({ order }) => order !== other.order)
      : [];
  return [
    wish(chosen.kind, other, chosen.otherDigest),
    ...parted.map((partner) => wish('part', partner, null)),
  ];
}

/**
 * `2024/mli#1.c:3`, the address of its page, `#1.c:3` and `1.c:3` name the same. What names another report, or another
 * version, stays as it is and so names no passage: its place means another text here.
 */
function readFragment(typed: string, view: ComparisonView, side: Side): string {
  const text = typed.trim();
  const [report = '', fragment] = text.split('#', 2);
  if (fragment === undefined) return text;
  const { edition, area, version } = view[side].head;
  const own = formatAddress({ edition, area });
  const isOwn = [own, `${own}@${version}`].some((name) => report === name || report.endsWith(`/${name}`));
  return report === '' || isOwn ? fragment : text;
}

/** The passages of the other report that a passage is linked with now. */
export function listPartners(view: ComparisonView, side: Side, passage: Passage, pair: Pair): Passage[] {
  const otherSide = nameOtherSide(side);
  return pair.links
    .filter((link) => link[side] === passage.order)
    .flatMap((link) => view[otherSide].passages[link[otherSide] - 1] ?? []);
}

function addressIn(view: ComparisonView, side: Side, { section, number }: Passage): string {
  const { edition, area, version } = view[side].head;
  return formatAddress({ edition, area, version, section, passage: number });
}

/** The pair as it is now; what has become word for word the same is shown only where everything is. */
async function addressAfter(matter: CorrectMatter, { workbench }: Desk, done: string): Promise<string> {
  const { question, side, passage } = matter;
  const { area, from, to } = question;
  const view = await compareAsked(question, workbench);
  const pair = view.comparison.pairs.find((one) => one[side].includes(passage.order)) ?? matter.pair;
  const query = `${isChange(pair) ? '' : 'show=all&'}done=${done}`;
  return `${comparisonAddress(area, from, to, query)}#${pairId(view, pair)}`;
}

const MOST_FOUND = 20;

function readWords(typed: string): string {
  return dropUnseen(typed).trim().slice(0, 200);
}

async function render(
  c: Context,
  desk: Desk,
  guard: CorrectionGuard,
  matter: CorrectMatter,
  typed: CorrectTyped,
  problem: Problem | null,
): Promise<RenderedPage> {
  const { corrections } = desk.workbench;
  const { question, view, side, passage, pair } = matter;
  const otherSide = nameOtherSide(side);
  const partners = listPartners(view, side, passage, pair);
  const isOther = ({ order }: Passage): boolean => partners.every((partner) => partner.order !== order);
  const found = corrections.findByWords(view[otherSide], typed.words).filter(isOther);
  const near = corrections
    .findNear(view, side, passage.order)
    .flatMap(({ order, score }) => {
      const one = view[otherSide].passages[order - 1];
      return one === undefined || !isOther(one) ? [] : { passage: one, score };
    })
    .filter((one) => found.slice(0, MOST_FOUND).every((each) => each.order !== one.passage.order));
  const site = await desk.openSite(c);
  const path = `${comparisonAddress(question.area, question.from, question.to)}/correct`;
  const page = renderDocument(
    site,
    { title: problem === null ? 'Correct an alignment' : 'Something is to be mended', part: '/compare' },
    <CorrectPage
      {...matter}
      partners={partners}
      near={near}
      found={found.slice(0, MOST_FOUND)}
      foundCount={found.length}
      typed={typed}
      problem={problem}
      action={path}
      token={guard.isOpen(c) ? guard.tokenFor(c.req.path) : null}
    />,
  );
  const status = problem === null ? 200 : (PROBLEM_KINDS[problem.kind].status as RenderedPage['status']);
  return renderFormPage(page, status);
}

function compareAsked({ area, from, to }: CompareQuestion, workbench: Workbench): Promise<ComparisonView> {
  return workbench.compareReports({
    area,
    from: from.edition,
    to: to.edition,
    fromVersion: from.version,
    toVersion: to.version,
  });
}
