import type { Catalog } from '../../domain/catalog.ts';
import type { PacketBody, UnchosenPassages } from '../../domain/packet.ts';
import type { Passage } from '../../domain/passage.ts';
import type { ExcerptSection } from '../../domain/publication.ts';
import type { Report, ReportId } from '../../domain/report.ts';
import type { Section } from '../../domain/section.ts';
import { formatSelection } from '../../domain/selection.ts';

/** Lettered subsections are of depth 2: what a court expects by “the whole section”. */
const WHOLE_DEPTH = 2;

/**
 * What of a report stands in a packet: the whole lettered sections (or chapters without letters) around what was
 * chosen, or what was chosen alone; and the headings above.
 */
export function pickSections(
  { sections, passages }: Pick<Report, 'sections' | 'passages'>,
  chosen: ReadonlySet<number>,
  body: PacketBody,
): ExcerptSection[] {
  const whole = new Set(listWhole(sections, passages, chosen).map(({ key }) => key));
  const above = ancestorsBySection(sections);
  const picked = sections.flatMap((section): ExcerptSection[] => {
    const start = section.firstPassage - 1;
    const own = passages.slice(start, start + section.passageCount);
    const taken =
      body === 'excerpts'
        ? own.filter(({ order }) => chosen.has(order))
        : [section.key, ...(above.get(section.key) ?? [])].some((key) => whole.has(key))
          ? own
          : null;
    return taken === null ? [] : [{ section, context: false, passages: taken }];
  });
  const filled = picked.filter((one) => body === 'sections' || one.passages.length > 0);
  const kept = new Map(filled.map((one) => [one.section.key, one]));
  const headings = new Set(filled.flatMap(({ section }) => above.get(section.key) ?? []));
  return sections.flatMap((section): ExcerptSection[] => {
    const one = kept.get(section.key);
    if (one !== undefined) return [one];
    return headings.has(section.key) ? [{ section, context: true, passages: [] }] : [];
  });
}

/** Passages not chosen, on the topics of those that were; each once, under the first topic it shares. */
export function listUnchosen(
  passages: readonly Passage[],
  chosen: ReadonlySet<number>,
  catalog: Catalog,
): UnchosenPassages[] {
  const topics = new Set(passages.filter(({ order }) => chosen.has(order)).flatMap((one) => one.topics));
  const groups = new Map<string, Passage[]>();
  for (const passage of passages) {
    if (chosen.has(passage.order)) continue;
    const topic = passage.topics.find((one) => topics.has(one));
    if (topic === undefined) continue;
    const group = groups.get(topic);
    if (group === undefined) groups.set(topic, [passage]);
    else group.push(passage);
  }
  return [...groups].map(([topic, group]) => ({
    topic: catalog.findTopic(topic)?.label ?? topic,
    passages: group,
  }));
}

/** The whole sections as a custom report. */
export function selectSections(
  { edition, area }: ReportId,
  sections: readonly Section[],
  passages: readonly Passage[],
  chosen: ReadonlySet<number>,
): string {
  return formatSelection({
    years: [edition],
    sections: listWhole(sections, passages, chosen).map(({ key }) => ({ kind: 'section', key })),
    areas: [{ kind: 'area', area }],
    order: 'area',
  });
}

function listWhole(
  sections: readonly Section[],
  passages: readonly Passage[],
  chosen: ReadonlySet<number>,
): Section[] {
  const byKey = new Map(sections.map((section) => [section.key, section]));
  const keys = new Set<string>();
  for (const { order, section } of passages) {
    if (!chosen.has(order)) continue;
    let one = byKey.get(section);
    while (one !== undefined && one.depth > WHOLE_DEPTH && one.parent !== null) one = byKey.get(one.parent);
    if (one !== undefined) keys.add(one.key);
  }
  return sections.filter(({ key }) => keys.has(key));
}

function ancestorsBySection(sections: readonly Section[]): ReadonlyMap<string, readonly string[]> {
  const above = new Map<string, readonly string[]>();
  for (const { key, parent } of sections) {
    above.set(key, parent === null ? [] : [parent, ...(above.get(parent) ?? [])]);
  }
  return above;
}
