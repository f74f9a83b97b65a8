import { formatAddress } from '../../domain/address.ts';
import type { Catalog } from '../../domain/catalog.ts';
import { namePlace } from '../../domain/name-place.ts';
import { type Packet, type PacketRequest, type PinnedPassage, tabLetter } from '../../domain/packet.ts';
import type { Passage } from '../../domain/passage.ts';
import { Problem, type ProblemKind } from '../../domain/problem.ts';
import type { VersionId } from '../../domain/report.ts';
import type { Store } from '../../store/store.ts';
import { findPath } from '../cite/read-citations.ts';
import type { ReportView } from '../read-report.ts';
import { listUnchosen, pickSections, selectSections } from './pick-sections.ts';
import { type FoundPin, PinFinder } from './pin-finder.ts';

/**
 * Finds every passage a packet names and lays out what stands around it. Tabs are in the order in which their reports
 * are first named; a report in two versions is two tabs.
 * @throws Problem not-found, or invalid-input, naming every pin that leads nowhere
 */
export async function buildPacket(request: PacketRequest, catalog: Catalog, store: Store): Promise<Packet> {
  const library = await store.getStamp();
  const finder = new PinFinder(catalog, store);
  const tabs = new Map<string, OpenTab>();
  const problems: string[] = [];
  let worst: ProblemKind = 'not-found';
  let number = 0;
  const issues: { title: string; pins: PinnedPassage[] }[] = [];
  for (const [i, { title, pins }] of request.issues.entries()) {
    const found: PinnedPassage[] = [];
    for (const pin of pins) {
      try {
        const hit = await finder.find(pin);
        number += 1;
        const tab = openTab(tabs, hit);
        tab.chosen.add(hit.passage.order);
        found.push({ ...name(hit), number, pin, issue: i + 1, tab: tab.index });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (error.kind !== 'not-found') worst = error.kind;
        problems.push(`${pin.address}: ${error.message}`);
      }
    }
    issues.push({ title, pins: found });
  }
  if (problems.length > 0) throw new Problem(worst, 'Some passages of the packet cannot be found.', problems);
  return {
    request,
    library,
    tabs: [...tabs.values()].map((tab) => closeTab(tab, request, catalog)),
    issues,
  };
}

interface OpenTab {
  readonly index: number;
  readonly view: ReportView;
  readonly version: VersionId | null;
  readonly chosen: Set<number>;
}

function openTab(tabs: Map<string, OpenTab>, { view, version }: FoundPin): OpenTab {
  const { edition, area, version: held } = view.report;
  const key = formatAddress({ edition, area, version: held });
  const open = tabs.get(key) ?? { index: tabs.size, view, version, chosen: new Set<number>() };
  tabs.set(key, open);
  return open;
}

function closeTab({ index, view, version, chosen }: OpenTab, { body }: PacketRequest, catalog: Catalog) {
  const { sections, passages, findings: _, boilerplate: __, ...head } = view.report;
  const picked = pickSections(view.report, chosen, body);
  return {
    letter: tabLetter(index),
    report: head,
    edition: catalog.getEdition(head.edition),
    area: view.area,
    version,
    sections: picked,
    unchosen: listUnchosen(passages, chosen, catalog),
    query: selectSections(head, sections, passages, chosen),
  };
}

function name({ view, version, passage, remark }: FoundPin): {
  readonly passage: Passage;
  readonly sectionName: string;
  readonly address: string;
  readonly remark: string | null;
} {
  const { edition, area, sections } = view.report;
  return {
    passage,
    sectionName: namePlace(findPath(sections, passage.section), passage),
    address: formatAddress({ edition, area, version, section: passage.section, passage: passage.number }),
    remark,
  };
}
