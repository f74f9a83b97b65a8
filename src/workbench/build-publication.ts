import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Area, AreaId } from '../domain/area.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { Catalog } from '../domain/catalog.ts';
import { groupGaps, missingReport } from '../domain/gap.ts';
import type { ContentsEntry, Gap, Publication } from '../domain/publication.ts';
import type { ReportHead } from '../domain/report.ts';
import {
  describeSelection,
  formatSectionChoice,
  formatSelection,
  labelSectionChoice,
  type SectionChoice,
  type Selection,
} from '../domain/selection.ts';
import type { Store } from '../store/store.ts';
import { editionHas } from './edition-has.ts';
import { type PassagePick, pickPassages } from './pick-passages.ts';
import { type PlannedExcerpt, readExcerpt } from './read-excerpt.ts';
import { resolveAreas } from './resolve-areas.ts';

/** So many outlines are read before other work gets its turn. */
const OUTLINES_AT_ONCE = 64;

/**
 * Resolves a selection: which reports, which passages of each, and what is not there. Reads outlines only; the
 * text is read when the excerpts are.
 */
export async function buildPublication(
  selection: Selection,
  catalog: Catalog,
  store: Store,
): Promise<Publication> {
  const library = await store.getStamp();
  const heads = await findHeads(selection, store);
  const areas = resolveAreas(selection.areas, catalog, new Set([...heads.values()].map(({ area }) => area)));
  const plan = new Plan(catalog);
  for (const slot of listSlots(selection, areas)) {
    const head = heads.get(slotKey(slot.area.id, slot.year));
    if (head === undefined) plan.addMissingReport(slot);
    else if (slot.choices.every(({ kind }) => kind === 'all')) plan.addWholeReport(slot, head);
    else {
      plan.addPick(slot, head, pickPassages(await store.readOutline(head), slot.choices, catalog));
      if (plan.picks % OUTLINES_AT_ONCE === 0) await nextTurn();
    }
  }
  const { excerpts, gaps } = plan.finish();
  const contents = excerpts.map(({ entry }) => entry);
  return {
    selection,
    query: formatSelection(selection),
    description: describeSelection(selection, catalog),
    library,
    reports: new Set(
      contents
        .filter(({ passages }) => passages > 0)
        .map(({ area, edition }) => slotKey(area.id, edition.year)),
    ).size,
    passages: contents.reduce((sum, { passages }) => sum + passages, 0),
    words: contents.reduce((sum, { words }) => sum + words, 0),
    contents,
    gaps,
    gapGroups: groupGaps(gaps, catalog),
    async *readExcerpts() {
      for (const excerpt of excerpts) {
        yield await readExcerpt(excerpt, catalog, store);
        // The store answers at once; without this a long report would keep everybody else waiting.
        await nextTurn();
      }
    },
  };
}

/** One report in the order asked for, and what is asked of it there. */
interface Slot {
  readonly area: Area;
  readonly year: number;
  readonly choices: readonly SectionChoice[];
  /** The choice that is being answered, where the order is by section. */
  readonly choice: SectionChoice | null;
}

/** Takes the slots one by one and keeps what comes of them, in order. */
class Plan {
  picks = 0;
  readonly #catalog: Catalog;
  readonly #excerpts: PlannedExcerpt[] = [];
  /** Keyed, since with the order by section a missing report is met once for each choice. */
  readonly #missingReports = new Map<string, Gap>();
  readonly #missingSections: Gap[] = [];
  /** Choices answered by at least one report of an edition. */
  readonly #answered = new Set<string>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  addMissingReport({ area, year }: Slot): void {
    this.#missingReports.set(slotKey(area.id, year), missingReport(area, year));
  }

  addWholeReport(slot: Slot, head: ReportHead): void {
    const { passageCount: passages, passageWords: words } = head;
    this.#excerpts.push({ entry: this.#enter(slot, head, passages, words), choices: null, gaps: [] });
  }

  addPick(slot: Slot, head: ReportHead, { headings, passages, words, missing }: PassagePick): void {
    this.picks += 1;
    const gaps = missing.map(
      (choice): Gap => ({
        edition: slot.year,
        area: slot.area.id,
        choice,
        reason: 'no-such-section-in-report',
      }),
    );
    this.#missingSections.push(...gaps);
    for (const choice of slot.choices) {
      if (!missing.includes(choice)) this.#answered.add(choiceKey(choice, slot.year));
    }
    if (headings.every((pick) => pick === 'left')) return;
    this.#excerpts.push({
      entry: this.#enter(slot, head, passages, words),
      choices: slot.choices,
      gaps,
    });
  }

  finish(): { readonly excerpts: readonly PlannedExcerpt[]; readonly gaps: readonly Gap[] } {
    const reasons = new Map<string, Gap['reason']>();
    const explain = (gap: Gap): Gap => {
      if (gap.choice === null) return gap;
      const key = choiceKey(gap.choice, gap.edition);
      const reason = reasons.get(key) ?? this.#explain(gap.choice, gap.edition, key);
      reasons.set(key, reason);
      return { ...gap, reason };
    };
    return {
      excerpts: this.#excerpts.map((excerpt) =>
        excerpt.gaps.length === 0 ? excerpt : { ...excerpt, gaps: excerpt.gaps.map(explain) },
      ),
      gaps: [...this.#missingReports.values(), ...this.#missingSections.map(explain)],
    };
  }

  /** What some report of the edition has cannot be said to be missing from the edition. */
  #explain(choice: SectionChoice, edition: number, key: string): Gap['reason'] {
    return this.#answered.has(key) || editionHas(choice, edition, this.#catalog)
      ? 'no-such-section-in-report'
      : 'no-such-section-in-edition';
  }

  #enter({ area, year, choice }: Slot, report: ReportHead, passages: number, words: number): ContentsEntry {
    const name = `${report.areaName}, ${year}`;
    const label = choice === null ? null : labelSectionChoice(choice, this.#catalog);
    return {
      report,
      edition: this.#catalog.getEdition(year),
      area,
      choice,
      heading: label === null ? name : `${label}: ${name}`,
      passages,
      words,
    };
  }
}

/** Reports held of the editions asked for, and of the areas where they are few. */
async function findHeads(
  { years, areas }: Selection,
  store: Store,
): Promise<ReadonlyMap<string, ReportHead>> {
  const ids = areas.flatMap((choice) => (choice.kind === 'area' ? [choice.area] : []));
  const filter = { editions: years, areas: ids.length === areas.length ? ids : null };
  const heads = await store.listHeads(filter);
  return new Map(heads.map((head) => [slotKey(head.area, head.edition), head]));
}

function* listSlots({ years, sections, order }: Selection, areas: readonly Area[]): Generator<Slot> {
  switch (order) {
    case 'area':
      for (const area of areas)
        for (const year of years) yield { area, year, choices: sections, choice: null };
      return;
    case 'year':
      for (const year of years)
        for (const area of areas) yield { area, year, choices: sections, choice: null };
      return;
    case 'section':
      for (const choice of sections) {
        for (const area of areas) for (const year of years) yield { area, year, choices: [choice], choice };
      }
      return;
    default:
      assertNever(order);
  }
}

function slotKey(area: AreaId, year: number): string {
  return `${year}/${area}`;
}

function choiceKey(choice: SectionChoice, edition: number): string {
  return `${edition}\n${formatSectionChoice(choice)}`;
}
