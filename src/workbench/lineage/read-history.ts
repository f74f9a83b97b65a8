import { diffWords } from '../../compare/diff-words.ts';
import { readHistory as followPassage } from '../../compare/trace-lineage.ts';
import { type Address, formatAddress, formatReportId } from '../../domain/address.ts';
import { type Correction, isStanding, type JudgedPassage } from '../../domain/correction.ts';
import type { NeighbourLinks } from '../../domain/lineage.ts';
import type {
  HistoryForm,
  HistoryStep,
  LineageView,
  OlderVersion,
  PassageHistory,
} from '../../domain/passage-history.ts';
import { Problem } from '../../domain/problem.ts';
import type { Report, ReportHead } from '../../domain/report.ts';
import type { Section } from '../../domain/section.ts';
import type { Comparer } from '../compare/comparer.ts';
import { findOrder } from '../find-order.ts';
import { readReport } from '../read-report.ts';
import type { TracedArea } from './lineage-desk.ts';
import { type LineageTools, withLineage } from './read-lineage.ts';

/**
 * One passage through all editions held. An address in an older version leads to the passage that became of it in
 * the newest one.
 * @throws Problem invalid-input if the address names no passage, not-found if there is no such passage, or none any
 *   more in the newest version
 */
export async function readHistory(
  address: Address,
  tools: LineageTools,
  comparer: Comparer,
): Promise<PassageHistory> {
  const { catalog, store } = tools;
  const { edition, area, version, section, passage } = address;
  if (section === null || passage === null) {
    throw new Problem('invalid-input', `${formatAddress(address)} names no passage.`, [
      'The address of a passage looks like 2021/mli#1.c:4: a section, a colon and the passage’s number.',
    ]);
  }
  // Says best what is not there, and why.
  await readReport({ edition, area }, version, catalog, store);
  return withLineage(area, tools, async (view, { neighbours }) => {
    const at = view.heads.findIndex((head) => head.edition === edition);
    const newest = view.heads[at];
    if (newest === undefined) throw new Error(`${formatReportId(address)} is no longer held.`);
    const older = version === null || version === newest.version ? null : version;
    const { sections } = await store.readOutline(newest);
    const found =
      older === null
        ? { order: findOrder(sections, address, newest), olderVersion: null }
        : await findInNewest({ ...address, version: older }, newest, tools, comparer);
    return tellHistory(view, neighbours, found.order, at, found.olderVersion, tools);
  });
}

async function tellHistory(
  view: LineageView,
  neighbours: TracedArea['neighbours'],
  order: number,
  at: number,
  olderVersion: OlderVersion | null,
  { catalog, store }: LineageTools,
): Promise<PassageHistory> {
  const { area, heads, lineage, gaps, library } = view;
  const edition = heads[at]?.edition ?? 0;
  const places = followPassage(lineage, edition, order);
  const asked = places.findIndex((place) => place.edition === edition);
  const place = places[asked];
  if (place === undefined) throw new Error(`Passage ${order} of ${edition}/${area.id} is in no lineage.`);
  const forms: HistoryForm[] = [];
  let sectionsBefore: readonly Section[] = [];
  for (const one of places) {
    const index = heads.findIndex((head) => head.edition === one.edition);
    const head = heads[index];
    if (head === undefined) throw new Error(`${one.edition}/${area.id} is not held.`);
    const { sections } = await store.readOutline(head);
    const [passage] = await store.readPassages(head, [{ first: one.order, last: one.order }]);
    const section = sections.find(({ key }) => key === passage?.section);
    if (passage === undefined || section === undefined)
      throw new Error(`${one.edition}/${area.id} has no passage ${one.order}.`);
    const before = forms.at(-1);
    const links = neighbours[index - 1];
    const step =
      before === undefined || links === undefined
        ? null
        : links.left.edition === before.head.edition
          ? tellStep(links, before, { head, passage }, sectionsBefore, sections)
          : tellReturn(before, { head, passage }, heads);
    forms.push({ head, edition: catalog.getEdition(head.edition), section, passage, step });
    sectionsBefore = sections;
  }
  const held = heads.map((head) => head.edition);
  const said = await store.listCorrections({ area: area.id, editions: null });
  const corrections = said.filter((one) => isFollowed(one, forms, held));
  return { area, forms, asked, place, held, gaps, olderVersion, corrections, library };
}

/** True if it stands between neighbouring editions held and speaks of one of the forms. */
function isFollowed(correction: Correction, forms: readonly HistoryForm[], held: readonly number[]): boolean {
  const { left, right } = correction;
  const isForm = ({ edition, digest }: JudgedPassage): boolean =>
    forms.some(({ head, passage }) => head.edition === edition && passage.digest === digest);
  return (
    isStanding(correction) &&
    held.indexOf(right.edition) === held.indexOf(left.edition) + 1 &&
    held.includes(left.edition) &&
    (isForm(left) || isForm(right))
  );
}

function tellStep(
  { links }: NeighbourLinks,
  before: HistoryForm,
  { head, passage }: Pick<HistoryForm, 'head' | 'passage'>,
  sectionsBefore: readonly Section[],
  sections: readonly Section[],
): HistoryStep {
  const link = links.find(({ left, right }) => left === before.passage.order && right === passage.order);
  if (link === undefined) throw new Error(`No link leads to passage ${passage.order} of ${head.edition}.`);
  const { same, score, moved } = link;
  return {
    same,
    score,
    moved,
    absent: [],
    difference: same ? null : diffWords(before.passage.text, passage.text),
    alsoFrom: links
      .filter(({ left, right }) => right === passage.order && left !== before.passage.order)
      .map(({ left }) => nameOrder(before.head, sectionsBefore, left)),
    alsoInto: links
      .filter(({ left, right }) => left === before.passage.order && right !== passage.order)
      .map(({ right }) => nameOrder(head, sections, right)),
  };
}

/** How a passage came back in an edition that is not the next one held. */
function tellReturn(
  before: HistoryForm,
  { head, passage }: Pick<HistoryForm, 'head' | 'passage'>,
  heads: readonly ReportHead[],
): HistoryStep {
  const difference = diffWords(before.passage.text, passage.text);
  const same = difference.removed === 0 && difference.added === 0;
  return {
    same,
    score: difference.score,
    moved: null,
    absent: heads
      .map(({ edition }) => edition)
      .filter((edition) => edition > before.head.edition && edition < head.edition),
    difference: same ? null : difference,
    alsoFrom: [],
    alsoInto: [],
  };
}

/** What became of a passage of an older version in the newest one. */
async function findInNewest(
  address: Address,
  newest: ReportHead,
  { catalog, store }: LineageTools,
  comparer: Comparer,
): Promise<{ readonly order: number; readonly olderVersion: OlderVersion }> {
  const { report: older } = await readReport(address, address.version, catalog, store);
  const order = findOrder(older.sections, address, older);
  const newer: Report = await store.readReport(newest);
  const { pairs } = await comparer.compare(older, newer);
  const [best] = pairs
    .flatMap(({ links }) => links)
    .filter(({ left }) => left === order)
    .sort((one, other) => Number(other.same) - Number(one.same) || other.score - one.score);
  if (best === undefined) {
    throw new Problem(
      'not-found',
      `${formatAddress(address)} stands only in that older version of the report: the newest one, ${newest.version}, has no passage like it.`,
      [
        'Histories follow the newest version held of each edition.',
        `What the newest version changed: /compare/${older.area}/${older.edition}@${older.version}/${newest.edition}@${newest.version}`,
      ],
    );
  }
  return { order: best.right, olderVersion: { address, same: best.same, score: best.score } };
}

function nameOrder(head: ReportHead, sections: readonly Section[], order: number): string {
  const section = sections.find(
    ({ firstPassage, passageCount }) => order >= firstPassage && order < firstPassage + passageCount,
  );
  if (section === undefined) throw new Error(`No section of ${formatReportId(head)} has passage ${order}.`);
  const { edition, area } = head;
  return formatAddress({ edition, area, section: section.key, passage: order - section.firstPassage + 1 });
}
